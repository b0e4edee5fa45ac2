"""The sentences of a document: all are split into words, and looked into where need be.

A Skim, of sentences with terms and of those with words that recur, tells names from other words. A
Line, of those that a bullet may come from, is what its wording is read from.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from bilatsum.model import Actor, Document, Span, View

from .forms import plain_forms
from .terms import Term, TermFound, Vocabulary, find_terms
from .words import bounds, split

# "beyond military aid": what follows is named only to say that it is not meant.
_SETTING_ASIDE = {"beyond": "", "than": "rather", "of": "instead", "from": "aside"}
_ASIDE_FORMS = frozenset(["beyond", "rather", "instead", "asid"])
_ASIDE_REACH = 2
# So many sentences are kept, for some are asked for again; those behind are looked into again, for
# an article may be a book.
_KEPT = 500
# "It has been shut since March" does not say what was.
_LEANING = frozenset("he she it they this that these those but and so we i both".split())


class Split(NamedTuple):
    """The sentence `number`, split into gaps and words, and its words in plain form.

    `counted` is "" for those that no name of a matter holds.
    """

    number: int
    view: View
    parts: Sequence[str]
    forms: tuple[str, ...]
    counted: tuple[str, ...]


class Skim(NamedTuple):
    """What a sentence has to do with any matter."""

    split: Split
    limits: Sequence[int]
    """Where its words begin and end, in turn."""
    terms: Sequence[tuple[int, TermFound]]
    """Its terms that are in no name, each with the number of its first word."""
    names: Sequence[tuple[int, int]]
    """Its words in names and roles: the first, and the one behind the last."""

    def leans(self) -> bool:
        """Whether it cannot be understood without the sentence before."""
        first = self.split.parts[1:2]
        return bool(first) and first[0].lower() in _LEANING


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
    """The sentences of a document."""

    def __init__(
        self, document: Document, actors: Sequence[Actor], vocabulary: Vocabulary
    ) -> None:
        """Sort the names by their places."""
        self._document = document
        self._vocabulary = vocabulary
        self._names = _places(actors, {"organisation", "person"})
        self._states = _places(actors, {"state", "group"})
        self._splits: dict[int, Split] = {}
        self._skims: dict[int, Skim] = {}
        self._read: dict[int, Line] = {}

    def __len__(self) -> int:
        """Return how many sentences there are."""
        return len(self._document.sentences)

    def __iter__(self) -> Iterator[Split]:
        """Split all sentences, in text order."""
        return map(self.split, range(len(self)))

    def split(self, number: int) -> Split:
        """Split a sentence."""
        known = self._splits.get(number)
        if known is None:
            view = self._document.view(self._document.sentences[number].span)
            parts = split(view.text)
            known = Split(number, view, parts, *plain_forms(parts[1::2]))
            if number < _KEPT:
                self._splits[number] = known
        return known

    def skim(self, sentence: Split) -> Skim:
        """Skim a sentence."""
        known = self._skims.get(sentence.number)
        return known or self._skim(sentence, find_terms(sentence.forms, self._vocabulary))

    def skim_for_terms(self, sentence: Split) -> Skim | None:
        """Skim a sentence if it holds a term, be it within a name."""
        found = find_terms(sentence.forms, self._vocabulary)
        return self._skim(sentence, found) if found else None

    def _skim(self, sentence: Split, found: Sequence[tuple[int, Term]]) -> Skim:
        """Skim a sentence in which these terms were found.

        A term within a name or a role is none: the Minister of Energy may talk of anything.
        """
        limits = bounds(sentence.parts)
        if found and not _ASIDE_FORMS.isdisjoint(sentence.forms):
            raws = [word.lower() for word in sentence.parts[1::2]]
            found = [(at, term) for at, term in found if not _is_set_aside(raws, at)]
        terms = [
            (at, TermFound(term, limits[2 * at], limits[2 * (at + len(term.forms)) - 1]))
            for at, term in found
        ]
        names = self._within(self._names, sentence)
        if names:
            terms = [(at, term) for at, term in terms if not _is_in(term, names)]
        named = [
            (_word_from(start, limits), _word_from(end, limits))
            for start, end in names + self._within(self._states, sentence)
        ]
        skim = Skim(sentence, limits, terms, [one for one in named if one[0] < one[1]])
        if sentence.number < _KEPT:
            self._skims[sentence.number] = skim
        return skim

    def read(self, number: int) -> Line:
        """Read a sentence."""
        line = self._read.get(number)
        if line is None:
            sentence = self.split(number)
            names: set[int] = set()
            skim = self.skim(sentence)
            for first, behind in skim.names:
                names.update(range(first, behind))
            line = self._read[number] = Line(
                number,
                sentence.view,
                tuple(map(str.lower, sentence.parts[1::2])),
                sentence.forms,
                skim.limits[:-1:2],
                skim.limits[1::2],
                frozenset(names),
            )
        return line

    def _within(self, places: _Places, sentence: Split) -> list[tuple[int, int]]:
        """Return the places that begin within a sentence, as offsets in its text."""
        around = self._document.sentences[sentence.number].span
        first = bisect_left(places.starts, around.start)
        last = bisect_left(places.starts, around.end, first)
        if first == last:
            return []
        pairs = zip(places.starts[first:last], places.ends[first:last], strict=True)
        view = sentence.view
        size, origin, offsets = len(view.text), view.origin, view.offsets
        if offsets is None:
            return [(start - origin, min(end - origin, size)) for start, end in pairs]
        return [
            (bisect_left(offsets, start), min(bisect_left(offsets, end), size))
            for start, end in pairs
        ]


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
