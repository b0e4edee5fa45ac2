"""The sentences as the other modules read them: their words, terms and names."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from bilatsum.model import Actor, Document, Sentence, Span, View

from .terms import TermFound, Token, Vocabulary, find_terms, tokens

# "beyond military aid": what follows is named only to say that it is not meant.
_SETTING_ASIDE = {"beyond": "", "than": "rather", "of": "instead", "from": "aside"}
_ASIDE_WORDS = frozenset(["beyond", "rather", "instead", "aside"])
_ASIDE_REACH = 2


class Line(NamedTuple):
    """The sentence `number`: its shown text, its words, its terms that are in no name.

    `names` are the numbers of the words within names and roles.
    """

    number: int
    view: View
    words: tuple[Token, ...]
    terms: tuple[TermFound, ...]
    names: frozenset[int]


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
    text = view.text
    words = tokens(text)
    terms = find_terms(words, vocabulary)
    held = _covered(view, _between(names, sentence.span))
    lands = _covered(view, _between(states, sentence.span))
    if held:
        terms = [term for term in terms if not (held[term.start] and held[term.end - 1])]
    raw = [word.raw for word in words]
    if not _ASIDE_WORDS.isdisjoint(raw):
        numbers = {word.start: number for number, word in enumerate(words)}
        terms = [term for term in terms if not _is_set_aside(raw, numbers[term.start])]
    named = [
        number
        for number, word in enumerate(words)
        if (held and held[word.start]) or (lands and lands[word.start])
    ]
    return Line(sentence.index, view, tuple(words), tuple(terms), frozenset(named))


def _covered(view: View, spans: Sequence[Span]) -> bytearray | None:
    """Return 1 for every character of the text that one of the article's spans covers."""
    if not spans:
        return None
    marks = bytearray(len(view.text))
    for span in spans:
        start, end = span.start - view.origin, span.end - view.origin
        if view.offsets is not None:
            start, end = (bisect_left(view.offsets, at) for at in (span.start, span.end))
        marks[start:end] = b"\1" * (min(end, len(marks)) - start)
    return marks


def _is_set_aside(raw: Sequence[str], at: int) -> bool:
    """Whether the word `at` is named only to say that it is not meant."""
    for before in range(max(0, at - _ASIDE_REACH), at):
        partner = _SETTING_ASIDE.get(raw[before])
        if partner is not None and (not partner or raw[before - 1 : before] == [partner]):
            return True
    return False


def _between(spans: Sequence[Span], around: Span) -> Sequence[Span]:
    """Return those of the sorted `spans` that begin within `around`."""
    first = bisect_left(spans, around.start, key=lambda span: span.start)
    last = bisect_left(spans, around.end, key=lambda span: span.start)
    return spans[first:last]
