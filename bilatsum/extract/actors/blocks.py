"""The stretches of an article in which actors are looked for."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bilatsum.model import Document, OwnNames, Sentence, Span, View

from .lexicon import lexicon
from .names import Name
from .states import GEORGIA, is_in_america, speaks_of_american_georgia
from .tagger import tag
from .tokens import Line, read_line

_TITLE_WEIGHT = 3.0
_LEAD_WEIGHT = 2.0
_LEAD_SENTENCES = 3
_FURNITURE_WEIGHT = 0.5
_SHORT = 1_000  # sentences
# "Ned Price, Department Spokesperson" over a statement speaks in it; "By Jane Doe" reports it.
_REPORTS = re.compile(
    r"(?:by|written|media|press|photo|image|reporting|editing|writing|related)\b|©", re.IGNORECASE
)


class LoneOffice(NamedTuple):
    """An office at a place in the article, in small letters, and the codes of whose it is."""

    start: int
    end: int
    office: str
    owner: tuple[str, ...]


class Block:
    """A stretch of text with the places in it that the tagger takes for names.

    `shown` is where it is shown; `weight` is what a mention in it counts; in a `headline` every
    word may be capitalised; an `issuer` block is a line of the head that says who speaks; `people`
    and `bodies` are the tagger's places in the view. Noted when the block is read: `capitals`, the
    places of capitals in the article with the codes of their states, and `offices` without a name.
    """

    __slots__ = (
        "_line", "_source", "_view", "bodies", "capitals", "headline", "issuer", "offices",
        "people", "shown", "span", "weight",
    )  # fmt: skip

    def __init__(
        self,
        source: "_Source",
        span: Span,
        weight: float,
        *,
        headline: bool,
        names: tuple[Sequence[Span], Sequence[Span]] | None,
    ) -> None:
        """Take in the stretch, and the `names` of people and of bodies by the tagger."""
        self._source = source
        self.span, self.weight, self.headline = span, weight, headline
        self.issuer = weight == _FURNITURE_WEIGHT
        view = source.document.view(span)
        self._view = view if source.short else None
        self._line: Line | None = None
        self.shown = span if view.offsets is None else view.span(0, len(view.text))
        self.people: Sequence[tuple[int, int]] = ()
        self.bodies: Sequence[tuple[int, int]] = ()
        if names:
            self.people, self.bodies = (
                tuple([_in_view(view, name) for name in kind]) for kind in names
            )
        self.capitals: Sequence[tuple[int, int, str]] = ()
        self.offices: Sequence[LoneOffice] = ()

    @property
    def view(self) -> View:
        """The text as it is shown."""
        return self._view or self._source.document.view(self.span)

    @property
    def line(self) -> Line:
        """The text as tokens, made anew each time in a very long article."""
        if self._line is not None:
            return self._line
        source = self._source
        line = read_line(self.view.text, source.lexicon, source.is_none)
        if source.short:
            self._line = line
        return line


class _Source:
    """What all blocks of an article share; of a `short` one views and lines are kept."""

    def __init__(self, document: Document, own: OwnNames) -> None:
        self.document = document
        self.lexicon = lexicon(own)
        self.short = len(document.sentences) < _SHORT
        self._two_georgias: bool | None = None

    def is_none(self, text: str, name: Name) -> bool:
        """Return whether what looks like the name of a state is one in America."""
        if name.form.text != GEORGIA:
            return False
        if self._two_georgias is None:
            self._two_georgias = speaks_of_american_georgia(self.document.article.text)
        return self._two_georgias and is_in_america(text, name)


def blocks(document: Document, own: OwnNames) -> Iterator[Block]:
    """Yield the title, the lines of who speaks, the sentences and the headings."""
    source = _Source(document, own)
    tagged = _tagged(document)
    for span, weight, headline in _stretches(document):
        yield Block(source, span, weight, headline=headline, names=tagged.get(span))


def _tagged(document: Document) -> dict[Span, tuple[list[Span], list[Span]]]:
    """Return the names of people and of bodies by the tagger, by the span of their sentence."""
    text = document.article.text
    sentences = document.sentences
    found: dict[Span, tuple[list[Span], list[Span]]] = {}
    tags = tag(sentence.words.of(text) for sentence in sentences)
    for sentence, marks in zip(sentences, tags, strict=True):
        if "B-PER" in marks or "B-ORG" in marks:
            found[sentence.span] = (
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
