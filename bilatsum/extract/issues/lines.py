"""The sentences as the other modules read them: their words, terms and names."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from bilatsum.model import Actor, Document, Sentence, Span, View

from .terms import TermFound, Token, Vocabulary, find_terms, tokens


# "beyond military aid": what follows is named only to say that it is not meant.
_SET_ASIDE = re.compile(r"\b(?:beyond|rather than|instead of|apart from|aside from)(?: \w+)?\s$", re.I)
_ASIDE_REACH = 30


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its shown text, the words of it, and the terms that stand outside names.

    `names` are the numbers of the words within names and roles, `states` among them those of
    states alone.
    """

    sentence: Sentence
    view: View
    words: tuple[Token, ...]
    terms: tuple[TermFound, ...]
    names: frozenset[int]
    states: frozenset[int]

    @property
    def index(self) -> int:
        """The number of the sentence."""
        return self.sentence.index


def read_lines(
    document: Document, actors: Sequence[Actor], vocabulary: Vocabulary
) -> tuple[Line, ...]:
    """Return the sentences of `document`.

    A term within a name or a role is none: the Minister of Energy may talk of anything.
    """
    names = _spans(actors, {"organisation", "person"})
    states = _spans(actors, {"state", "group"})
    return tuple(_line(document, one, names, states, vocabulary) for one in document.sentences)


def _spans(actors: Sequence[Actor], kinds: set[str]) -> list[Span]:
    return sorted(
        span
        for actor in actors
        if actor.kind in kinds
        for mention in actor.mentions
        for span in (mention.span, mention.role)
        if span
    )


def _line(
    document: Document,
    sentence: Sentence,
    names: Sequence[Span],
    states: Sequence[Span],
    vocabulary: Vocabulary,
) -> Line:
    view = document.view(sentence.span)
    words = tokens(view.text)
    held = _between(names, sentence.span)
    lands = _between(states, sentence.span)
    named: set[int] = set()
    of_states: set[int] = set()
    if held or lands:
        for number, word in enumerate(words):
            span = view.span(word.start, word.end)
            if any(name.covers(span) for name in held):
                named.add(number)
            elif any(name.covers(span) for name in lands):
                of_states.add(number)
    terms = [
        term
        for term in find_terms(words, vocabulary)
        if not any(name.covers(view.span(term.start, term.end)) for name in held)
        and not _SET_ASIDE.search(view.text, max(0, term.start - _ASIDE_REACH), term.start)
    ]
    return Line(
        sentence,
        view,
        tuple(words),
        tuple(terms),
        frozenset(named | of_states),
        frozenset(of_states),
    )


def _between(spans: Sequence[Span], around: Span) -> Sequence[Span]:
    """Return those of the sorted `spans` that begin within `around`."""
    first = bisect_left(spans, around.start, key=lambda span: span.start)
    last = bisect_left(spans, around.end, key=lambda span: span.start)
    return spans[first:last]
