"""An article cut into paragraphs, sentences, words and quotations, all as spans."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .article import Article
from .span import Span

if TYPE_CHECKING:
    from array import array

_FOLDABLE = re.compile(r"[^\S ]| {2}|\A | \Z")

ParagraphKind = Literal["prose", "heading", "item"]


@dataclass(frozen=True, slots=True)
class View:
    """The text of a span as it is shown, and the way back into the article.

    White space is folded to single blanks and line-end hyphens are closed, so that patterns need
    not know how the article was wrapped.
    """

    text: str
    origin: int
    offsets: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """Return the article's span behind the characters `start` to `end` of `text`."""
        if self.offsets is None:
            return Span(self.origin + start, self.origin + end)
        if start >= end:
            return Span(self.offsets[start], self.offsets[start])
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def part(self, start: int, end: int) -> "View":
        """Return the view of the characters `start` to `end` of `text`, of one at least."""
        text = self.text[start:end]
        if self.offsets is None:
            return View(text, self.origin + start)
        last = self.offsets[end - 1] + 1
        return View(text, self.offsets[start], (*self.offsets[start:end], last))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose, a heading, or an item of a list."""

    index: int
    span: Span
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Words:
    """The spans of the words of a sentence.

    `bounds` are start and end of each in turn: a Span for each word of an article would take
    twenty times the memory.
    """

    bounds: "array[int]"

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self.bounds) // 2

    def __getitem__(self, at: int) -> Span:
        """Return the span of the word `at`, which is counted from 0. Raises IndexError."""
        return Span(self.bounds[2 * at], self.bounds[2 * at + 1])

    def __iter__(self) -> Iterator[Span]:
        """Yield the span of each word."""
        bounds = iter(self.bounds)
        return map(Span, bounds, bounds)

    def of(self, text: str) -> list[str]:
        """Return the characters of `text` that each word covers."""
        bounds = self.bounds
        return [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place in the article, its paragraph, and its words."""

    index: int
    span: Span
    paragraph: int
    words: Words


@dataclass(frozen=True, slots=True)
class Document:
    """A segmented article.

    `paragraphs` and `sentences` are in text order; furniture and headings hold no sentences.
    `quotations` are the spans inside quotation marks, the marks included.
    `hidden` are the characters that are not shown: closed line-end hyphens, the markers of quoted
    e-mail lines, and markup.
    """

    article: Article
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Span, ...]
    hidden: tuple[Span, ...]

    def view(self, span: Span) -> View:
        """Return the shown text of `span` together with its offsets into the article."""
        text = self.article.text
        raw = text[span.start : span.end]
        hidden: tuple[Span, ...] = ()
        if self.hidden:
            first = bisect_left(self.hidden, span.start, key=lambda hide: hide.end)
            last = bisect_right(self.hidden, span.end, key=lambda hide: hide.start)
            hidden = self.hidden[first:last]
        if not (hidden or _is_foldable(raw)):
            return View(raw, span.start)
        return _fold(text, span, hidden)

    def shown(self, span: Span) -> str:
        """Return the text of `span` as it is shown."""
        return self.view(span).text

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence that holds the character `offset`, if one does."""
        at = bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1
        return at if at >= 0 and offset < self.sentences[at].span.end else None


def _is_foldable(raw: str) -> bool:
    """Whether a text holds white space that is not shown as it stands."""
    if raw.isprintable():  # then it holds no white space but blanks
        return raw[:1] == " " or raw[-1:] == " " or "  " in raw
    return _FOLDABLE.search(raw) is not None


def _fold(text: str, span: Span, hidden: tuple[Span, ...]) -> View:
    """Fold white space and leave out hidden characters; keep the offset of each one shown."""
    kept: list[str] = []
    offsets: list[int] = []
    skips = iter(hidden)
    skip = next(skips, None)
    at = span.start
    blank_at = -1
    while at < span.end:
        while skip is not None and skip.end <= at:
            skip = next(skips, None)
        if skip is not None and skip.start <= at:
            at = skip.end
            continue
        character = text[at]
        if character.isspace():
            blank_at = at if blank_at < 0 else blank_at
        else:
            if blank_at >= 0 and kept:
                kept.append(" ")
                offsets.append(blank_at)
            blank_at = -1
            kept.append(character)
            offsets.append(at)
        at += 1
    return View("".join(kept), span.start, (*offsets, span.end))
