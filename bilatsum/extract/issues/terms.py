"""The taxonomy's terms, found in running text by their stems."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bilatsum.data import stem, topics

# Words, and acronyms with full stops; not the "s" of a possessive.
_WORD = re.compile(r"\b(?:[A-Za-z]\.){2,}|(?<!['’])[^\W_]+|(?<=['’])(?!s\b)[^\W_]+")


@dataclass(frozen=True, slots=True)
class TermFound:
    """A term of the topic number `topic` at a place in a text."""

    topic: int
    term: str
    weight: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Term:
    stems: tuple[str, ...]
    text: str
    topic: int
    weight: int
    """0 for a negative."""


def find_terms(text: str) -> list[TermFound]:
    """Return the terms in `text`, each topic's longest at every place, without its negatives."""
    places = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    stems = [stem(_fold(text[start:end])) for start, end in places]
    index = _index()
    matches = [
        (term, at)
        for at, first in enumerate(stems)
        for term in index.get(first, ())
        if tuple(stems[at : at + len(term.stems)]) == term.stems
    ]
    return [
        TermFound(
            term.topic,
            term.text,
            term.weight,
            places[at][0],
            places[at + len(term.stems) - 1][1],
        )
        for term, at in matches
        if term.weight and not _is_covered(term, at, matches)
    ]


def _is_covered(term: _Term, at: int, matches: Sequence[tuple[_Term, int]]) -> bool:
    """Whether a negative overlaps the term, or a longer term of the same topic holds it."""
    end = at + len(term.stems)
    for other, start in matches:
        if other.topic != term.topic or other is term:
            continue
        stop = start + len(other.stems)
        if other.weight == 0 and start < end and at < stop:
            return True
        if other.weight and len(other.stems) > len(term.stems) and start <= at and end <= stop:
            return True
    return False


def _fold(word: str) -> str:
    return word.replace(".", "").lower()


@cache
def _index() -> dict[str, tuple[_Term, ...]]:
    """Return all terms and negatives by their first stem."""
    index: dict[str, list[_Term]] = {}
    for number, topic in enumerate(topics()):
        weighted = [*topic.terms.items(), *((negative, 0) for negative in topic.negatives)]
        for text, weight in weighted:
            stems = tuple(stem(_fold(word)) for word in _WORD.findall(text))
            index.setdefault(stems[0], []).append(_Term(stems, text, number, weight))
    return {first: tuple(terms) for first, terms in index.items()}
