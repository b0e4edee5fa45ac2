"""The sentences of a document: all are split into words, and looked into where need be.

A Skim, of sentences with terms and of those with words that recur, tells names from other words. A
Line, of those that a bullet may come from, is what its wording is read from.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bilatsum.model import Actor, Document, View

from .forms import plain_forms, split
from .terms import Term, TermFound, Vocabulary, find_terms
from .words import bounds

# "beyond military aid": what follows is named only to say that it is not meant.
_SETTING_ASIDE = {"beyond": "", "than": "rather", "of": "instead", "from": "aside"}
_ASIDE_FORMS = frozenset(["beyond", "rather", "instead", "asid"])
_ASIDE_REACH = 2
# Actors whose names are no words of a text: the Minister of Energy may talk of anything.
_WHOLE = frozenset(["organisation", "person"])
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
    terms: Sequence[TermFound]
    """Its terms that are in no name."""
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


class _Names(NamedTuple):
    """Names and roles in the order of the article, in three arrays."""

    starts: "array[int]"
    ends: "array[int]"
    whole: bytes
    """1 for those that no term can be in."""


class Lines:
    """The sentences of a document."""

    def __init__(self, document: Document, actors: Sequence[Actor], vocabulary: Vocabulary) -> None:
        """Sort the names by their places."""
        self._document = document
        self._vocabulary = vocabulary
        self._names = _names(actors)
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
        """Skim a sentence in which these terms were found."""
        limits = bounds(sentence.parts)
        if found and not _ASIDE_FORMS.isdisjoint(sentence.forms):
            raws = [word.lower() for word in sentence.parts[1::2]]
            found = [(at, term) for at, term in found if not _is_set_aside(raws, at)]
        terms = [
            (term, limits[2 * at], limits[2 * (at + len(term.forms)) - 1]) for at, term in found
        ]
        starts = limits[::2]
        names: list[tuple[int, int]] = []
        held: list[tuple[int, int]] = []
        for start, end, whole in self._names_in(sentence):
            first = bisect_left(starts, start)
            behind = bisect_left(starts, end, first, len(starts) - 1)
            if first < behind:
                names.append((first, behind))
            if whole:
                held.append((start, end))
        if terms and held:
            terms = [one for one in terms if not _is_in(one, held)]
        skim = Skim(sentence, limits, terms, names)
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

    def _names_in(self, sentence: Split) -> Iterable[tuple[int, int, int]]:
        """Return the names that begin within a sentence, as offsets in its text."""
        around = self._document.sentences[sentence.number].span
        starts, ends, whole = self._names
        first = bisect_left(starts, around.start)
        last = bisect_left(starts, around.end, first)
        if first == last:
            return ()
        view = sentence.view
        size, origin, offsets = len(view.text), view.origin, view.offsets
        if offsets is None:
            return [
                (starts[at] - origin, min(ends[at] - origin, size), whole[at])
                for at in range(first, last)
            ]
        return [
            (bisect_left(offsets, starts[at]), min(bisect_left(offsets, ends[at]), size), whole[at])
            for at in range(first, last)
        ]


def word_from(at: int, limits: Sequence[int]) -> int:
    """Return the number of the first word that begins at `at` or behind it."""
    return (bisect_left(limits, at) + 1) // 2


def _names(actors: Sequence[Actor]) -> _Names:
    """Return where actors are named, and their roles beside their names.

    A term within the name of a person or body, or within a role, is none.
    """
    spans = [
        (span, actor.kind in _WHOLE)
        for actor in actors
        for mention in actor.mentions
        for span in (mention.span, mention.role)
        if span
    ]
    spans.sort(key=lambda one: one[0].start)
    return _Names(
        array("q", [span.start for span, _ in spans]),
        array("q", [span.end for span, _ in spans]),
        bytes([whole for _, whole in spans]),
    )


def _is_in(found: TermFound, names: Sequence[tuple[int, int]]) -> bool:
    """Whether both ends of a term are in names."""
    _, begin, behind = found
    return any(start <= begin < end for start, end in names) and any(
        start < behind <= end for start, end in names
    )


def _is_set_aside(raw: Sequence[str], at: int) -> bool:
    """Whether the word `at` is named only to say that it is not meant."""
    for before in range(max(0, at - _ASIDE_REACH), at):
        partner = _SETTING_ASIDE.get(raw[before])
        if partner is not None and (not partner or raw[before - 1 : before] == [partner]):
            return True
    return False
