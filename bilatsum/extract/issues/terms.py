"""The vocabulary of the topics, found in running text."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bilatsum.data import Topic, term_factors, topics
from bilatsum.model import OwnTopic

from .forms import plain, plain_forms, split

_LONGEST = 8
"""The most words of a term."""
STRONG = 1.6
"""What the terms of a sentence must weigh together for it to carry a topic alone."""


class Term(NamedTuple):
    """A term of the topic number `topic`, and the plain forms of its words.

    A negative has the weight 0. A phrase outside the taxonomy has the topic -1.
    """

    topic: int
    text: str
    weight: float
    forms: tuple[str, ...]


# A term at a place in a text: where it begins and ends there.
TermFound = tuple[Term, int, int]

# The terms that begin with the same plain form: of one word, and others by their second.
_Entry = tuple[tuple[Term, ...], dict[str, tuple[Term, ...]]]


class _Index:
    """The terms by their first plain form.

    Of some two thousand entries a text asks for a hundred, so each is made when it is asked for.
    """

    def __init__(self) -> None:
        """Begin without terms."""
        self._written: dict[str, list[tuple[int, str, float]]] = {}
        self.entries: dict[str, _Entry] = {}
        """Those made so far."""
        self.firsts = self._written.keys()
        """The forms that have an entry."""

    def add(self, topic: int, text: str, weight: float) -> None:
        """Add a term; none is added once an entry has been asked for."""
        for word in _words(text)[:1]:
            self._written.setdefault(plain(word), []).append((topic, text, weight))

    def make(self, first: str) -> _Entry:
        """Make the entry of one of the forms `firsts`."""
        single: list[Term] = []
        longer: dict[str, list[Term]] = {}
        for topic, text, weight in self._written[first]:
            forms, _ = plain_forms(_words(text))
            alike = longer.setdefault(forms[1], []) if len(forms) > 1 else single
            alike.append(Term(topic, text, weight, forms))
        entry = tuple(single), {second: tuple(terms) for second, terms in longer.items()}
        self.entries[first] = entry
        return entry


class Vocabulary(NamedTuple):
    """The topics in use, and the index of their terms."""

    topics: tuple[Topic, ...]
    terms: _Index


def find_terms(forms: tuple[str, ...], vocabulary: Vocabulary) -> list[tuple[int, Term]]:
    """Return the terms among words in plain forms, each with the number of its first word.

    They are each topic's longest at every place, less its negatives.
    """
    index = vocabulary.terms
    firsts, entries = index.firsts, index.entries
    found: list[tuple[int, Term]] = []
    last = len(forms) - 1
    for at in [at for at, form in enumerate(forms) if form in firsts]:
        single, longer = entries.get(forms[at]) or index.make(forms[at])
        if single:
            found += [(at, term) for term in single]
        terms = longer.get(forms[at + 1]) if at < last else None
        if terms:
            found += [
                (at, term) for term in terms if forms[at : at + len(term.forms)] == term.forms
            ]
    if not found:
        return found
    if len({term.topic for _, term in found}) == len(found):
        return [(at, term) for at, term in found if term.weight]
    return _uncovered(found)


def _uncovered(found: Sequence[tuple[int, Term]]) -> list[tuple[int, Term]]:
    """Return the terms that no negative overlaps and no longer term of the same topic holds."""
    kept: list[tuple[int, Term]] = []
    first = behind = 0
    for at, term in found:
        # Those that may overlap it are not far.
        while found[first][0] < at - _LONGEST:
            first += 1
        while behind < len(found) and found[behind][0] < at + _LONGEST:
            behind += 1
        if term.weight and not _is_covered(at, term, found[first:behind]):
            kept.append((at, term))
    return kept


def _is_covered(at: int, term: Term, near: Sequence[tuple[int, Term]]) -> bool:
    topic, size = term.topic, len(term.forms)
    for start, other in near:
        if other.topic == topic and other is not term and start < at + size:
            stop = start + len(other.forms)
            if other.weight == 0 and at < stop:
                return True
            if other.weight and len(other.forms) > size and start <= at and at + size <= stop:
                return True
    return False


@lru_cache(maxsize=8)
def vocabulary(own: tuple[OwnTopic, ...]) -> Vocabulary:
    """Return the taxonomy together with the topics a user adds.

    A topic of the user's with the code of one of ours adds its terms to it.
    """
    known = {topic.code: topic for topic in topics()}
    for added in own:
        known[added.code] = _joined(known.get(added.code), added)
    listed = tuple(known.values())
    index = _Index()
    factors = term_factors()
    for number, topic in enumerate(listed):
        learned = factors.get(topic.code, {})
        for text, weight in topic.terms.items():
            index.add(number, text, weight * learned.get(text, 1.0))
        for text in topic.negatives:
            index.add(number, text, 0.0)
    return Vocabulary(listed, index)


def _words(term: str) -> list[str]:
    if "." in term or "'" in term or "-" in term:
        return split(term)[1::2][:_LONGEST]
    return term.split()[:_LONGEST]


def _joined(ours: Topic | None, added: OwnTopic) -> Topic:
    """Return a topic of the user's, with what we know of it."""
    return Topic(
        code=added.code,
        label=added.label or (ours.label if ours else added.code),
        definition=added.definition or (ours.definition if ours else ""),
        terms={**(ours.terms if ours else {}), **dict(added.terms)},
        negatives=(*(ours.negatives if ours else ()), *added.negatives),
        plover=added.plover or (ours.plover if ours else ()),
        iptc=added.iptc or (ours.iptc if ours else ()),
    )
