"""The sentences of a document: all are skimmed for what may be a matter, some are read.

A Skim says what a sentence has to do with any matter, and is not kept. A Line is what the wording
of a bullet is read from; it is made only of those sentences that a bullet may come from.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from bilatsum.model import Actor, Document, Span, View

from .terms import STRONG, Term, TermFound, Vocabulary, find_terms, plain_forms
from .words import blotted, bounds, codes, runs, split

# "beyond military aid": what follows is named only to say that it is not meant.
_SETTING_ASIDE = {"beyond": "", "than": "rather", "of": "instead", "from": "aside"}
_ASIDE_FORMS = frozenset(["beyond", "rather", "instead", "asid"])
_ASIDE_REACH = 2
# "It has been shut since March" does not say what was.
_LEANING = frozenset("he she it they this that these those but and so we i both".split())


class Skim(NamedTuple):
    """What the sentence `number` has to do with any matter."""

    number: int
    text: str
    forms: tuple[str, ...]
    """Its words in plain form."""
    bounds: Sequence[int]
    """Where they begin and end, in turn."""
    terms: Sequence[TermFound]
    """Its terms that are in no name."""
    runs: Sequence[tuple[int, int]]
    """Words (the first, and the one behind the last) that may name a matter of their own."""
    has_names: bool
    leans: bool
    """Whether it cannot be understood without the sentence before."""


class Line(NamedTuple):
    """The sentence `number`: its shown text and its words.

    The words are given in small letters (`raws`), in plain form, and by their places; `names` are
    the numbers of those within names and roles.
    """

    number: int
    view: View
    raws: tuple[str, ...]
    forms: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    names: frozenset[int]


class _Places(NamedTuple):
    """Spans of the article by their starts, as numbers in two arrays."""

    starts: "array[int]"
    ends: "array[int]"


class Lines:
    """The sentences of a document.

    A term within a name or a role is none: the Minister of Energy may talk of anything.
    """

    def __init__(
        self, document: Document, actors: Sequence[Actor], vocabulary: Vocabulary
    ) -> None:
        """Sort the names by their places."""
        self._document = document
        self._vocabulary = vocabulary
        self._names = _places(actors, {"organisation", "person"})
        self._states = _places(actors, {"state", "group"})
        self._read: dict[int, Line] = {}

    def __len__(self) -> int:
        """Return how many sentences there are."""
        return len(self._document.sentences)

    def __iter__(self) -> Iterator[Skim]:
        """Skim all sentences, in text order."""
        return map(self.skim, range(len(self)))

    def skim(self, number: int) -> Skim:
        """Skim a sentence."""
        span = self._document.sentences[number].span
        view = self._document.view(span)
        parts = split(view.text)
        forms = plain_forms(parts[1::2])
        limits = bounds(parts)
        found = find_terms(forms, self._vocabulary)
        if found and not _ASIDE_FORMS.isdisjoint(forms):
            raws = [word.lower() for word in parts[1::2]]
            found = [(at, term) for at, term in found if not _is_set_aside(raws, at)]
        terms = [
            (at, TermFound(term, limits[2 * at], limits[2 * (at + len(term.forms)) - 1]))
            for at, term in found
        ]
        coded = free = codes(parts)
        names = _within(self._names, span, view)
        if terms and names:
            terms = [(at, one) for at, one in terms if not _is_in(one, names)]
        for start, end in (*names, *_within(self._states, span, view)):
            free = blotted(free, _word_from(start, limits), _word_from(end, limits))
        has_names = free != coded
        for at, one in terms:
            if one.term.weight >= STRONG:
                free = blotted(free, at, at + len(one.term.forms))
        return Skim(
            number,
            view.text,
            forms,
            limits,
            [one for _, one in terms],
            list(runs(free)),
            has_names,
            len(parts) > 1 and parts[1].lower() in _LEANING,
        )

    def read(self, number: int) -> Line:
        """Read a sentence."""
        line = self._read.get(number)
        if line is None:
            span = self._document.sentences[number].span
            view = self._document.view(span)
            parts = split(view.text)
            limits = bounds(parts)
            names: set[int] = set()
            for places in (self._names, self._states):
                for start, end in _within(places, span, view):
                    names.update(range(_word_from(start, limits), _word_from(end, limits)))
            words = parts[1::2]
            line = self._read[number] = Line(
                number,
                view,
                tuple(map(str.lower, words)),
                plain_forms(words),
                limits[:-1:2],
                limits[1::2],
                frozenset(names),
            )
        return line


def _word_from(at: int, limits: Sequence[int]) -> int:
    """Return the number of the first word that begins at `at` or behind it."""
    return (bisect_left(limits, at) + 1) // 2


def _places(actors: Sequence[Actor], kinds: set[str]) -> _Places:
    """Return where names of certain kinds, and the roles of those who bear them, stand."""
    mentions = [mention for one in actors if one.kind in kinds for mention in one.mentions]
    spans = [mention.span for mention in mentions]
    spans += [mention.role for mention in mentions if mention.role]
    spans.sort(key=attrgetter("start"))
    return _Places(
        array("q", [span.start for span in spans]), array("q", [span.end for span in spans])
    )


def _within(places: _Places, around: Span, view: View) -> list[tuple[int, int]]:
    """Return the places that begin within a sentence, as offsets in its view."""
    first = bisect_left(places.starts, around.start)
    last = bisect_left(places.starts, around.end, first)
    if first == last:
        return []
    pairs = zip(places.starts[first:last], places.ends[first:last], strict=True)
    size = len(view.text)
    if view.offsets is None:
        origin = view.origin
        return [(start - origin, min(end - origin, size)) for start, end in pairs]
    offsets = view.offsets
    return [
        (bisect_left(offsets, start), min(bisect_left(offsets, end), size)) for start, end in pairs
    ]


def _is_in(term: TermFound, names: Sequence[tuple[int, int]]) -> bool:
    """Whether both ends of a term are in names."""
    return _covers(names, term.start) and _covers(names, term.end - 1)


def _covers(names: Sequence[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in names)


def _is_set_aside(raw: Sequence[str], at: int) -> bool:
    """Whether the word `at` is named only to say that it is not meant."""
    for before in range(max(0, at - _ASIDE_REACH), at):
        partner = _SETTING_ASIDE.get(raw[before])
        if partner is not None and (not partner or raw[before - 1 : before] == [partner]):
            return True
    return False
