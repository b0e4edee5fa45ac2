"""The stretches of an article in which actors are looked for."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bilatsum.model import Document, OwnNames, Sentence, Span, View

from .names import find_names
from .states import is_in_america, speaks_of_american_georgia
from .tagger import tag
from .tokens import Token, tokenize

_TITLE_WEIGHT = 3.0
_LEAD_WEIGHT = 2.0
_LEAD_SENTENCES = 3
_FURNITURE_WEIGHT = 0.5
_SHORT = 1_000  # sentences
# "Ned Price, Department Spokesperson" over a statement speaks in it; "By Jane Doe" reports it.
_REPORTS = re.compile(
    r"(?:by|written|media|press|photo|image|reporting|editing|writing|related)\b|©", re.IGNORECASE
)


class Block:
    """A stretch of text with the gazetteer's names in it, and its tokens.

    `weight` is what a mention in it counts; in a `headline` every word may be
    capitalised; an `issuer` block is a line of the head that says who speaks; `people` and
    `bodies` are the places in the view that the tagger takes for their names.
    """

    __slots__ = (
        "_source", "_tokens", "bodies", "headline", "issuer", "names", "people", "span", "weight",
    )  # fmt: skip

    def __init__(self, source: "_Source", span: Span, weight: float, *, headline: bool) -> None:
        """Look for the names of the gazetteer."""
        self._source = source
        self._tokens: list[Token] | None = None
        self.span, self.weight, self.headline = span, weight, headline
        self.issuer = weight == _FURNITURE_WEIGHT
        text = self.view.text
        names = find_names(text, source.own)
        if source.two_georgias:
            names = [name for name in names if not is_in_america(text, name)]
        self.names = names
        self.people: Sequence[tuple[int, int]] = ()
        self.bodies: Sequence[tuple[int, int]] = ()

    @property
    def view(self) -> View:
        """The text as it is shown."""
        return self._source.document.view(self.span)

    @property
    def tokens(self) -> list[Token]:
        """The words and marks, made anew each time in a very long article: they are large."""
        if self._tokens is not None:
            return self._tokens
        tokens = tokenize(self.view.text, self.names, self._source.own.offices)
        if self._source.short:
            self._tokens = tokens
        return tokens


class _Source(NamedTuple):
    """What all blocks of an article share; of a `short` one tokens are kept."""

    document: Document
    own: OwnNames
    two_georgias: bool
    short: bool


def blocks(document: Document, own: OwnNames) -> Iterator[Block]:
    """Yield the title, the lines of who speaks, the sentences and the headings."""
    short = len(document.sentences) < _SHORT
    source = _Source(document, own, speaks_of_american_georgia(document.article.text), short)
    tagged = _tagged(document)
    for span, weight, headline in _stretches(document):
        block = Block(source, span, weight, headline=headline)
        if span.start in tagged:
            view = block.view
            block.people, block.bodies = (
                tuple([_in_view(view, name) for name in names]) for names in tagged[span.start]
            )
        yield block


def _tagged(document: Document) -> dict[int, tuple[list[Span], list[Span]]]:
    """Return the names of people and of bodies by the tagger, by the start of their sentence."""
    text = document.article.text
    sentences = document.sentences
    found: dict[int, tuple[list[Span], list[Span]]] = {}
    tags = tag(sentence.words.of(text) for sentence in sentences)
    for sentence, marks in zip(sentences, tags, strict=True):
        if "B-PER" in marks or "B-ORG" in marks:
            found[sentence.span.start] = (
                _names(sentence, marks, "PER"), _names(sentence, marks, "ORG"),
            )  # fmt: skip
    return found


def _names(sentence: Sentence, marks: Sequence[str], kind: str) -> list[Span]:
    """Return the names of a kind in a sentence."""
    opens, within = f"B-{kind}", f"I-{kind}"
    names: list[Span] = []
    for i in [i for i, mark in enumerate(marks) if mark == opens]:
        end = i + 1
        while end < len(marks) and marks[end] == within:
            end += 1
        names.append(Span(sentence.words[i].start, sentence.words[end - 1].end))
    return names


def _in_view(view: View, span: Span) -> tuple[int, int]:
    """Return where a span of the article stands in the text of a view."""
    if view.offsets is None:
        return span.start - view.origin, span.end - view.origin
    return bisect_left(view.offsets, span.start), bisect_left(view.offsets, span.end - 1) + 1


def _stretches(document: Document) -> Iterator[tuple[Span, float, bool]]:
    article = document.article
    if article.title:
        yield article.title, _TITLE_WEIGHT, True
    for piece in article.furniture:
        if piece.kind in {"byline", "label", "date"} and not _REPORTS.match(
            document.shown(piece.span)
        ):
            yield piece.span, _FURNITURE_WEIGHT, False
    for sentence in document.sentences:
        weight = _LEAD_WEIGHT if sentence.index < _LEAD_SENTENCES else 1.0
        yield sentence.span, weight, False
    with_sentences = {sentence.paragraph for sentence in document.sentences}
    for paragraph in document.paragraphs:
        if paragraph.index not in with_sentences:
            yield paragraph.span, 1.0, True
