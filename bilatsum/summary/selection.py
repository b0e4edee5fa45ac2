"""Choosing sentences as a set: what one of them says, the others need not say again."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from heapq import heappop, heapreplace
from typing import NamedTuple

# The figures of this module were chosen on cnndm_dev and the 17 briefs (docs/evaluation.md).
_REPETITION = 1.0
_SAME_PARAGRAPH = 0.15
_DENSITY_BASE, _GAIN_BASE = 0.0, 1.5
_BEAM = 8
_COMPARED = 24
_MOST_CHOSEN = 60
# Beyond this many sentences only the best are compared with each other, to stay linear.
_MAX_ORDERED = 120


class Candidate(NamedTuple):
    """A sentence that may be chosen.

    `score` is in standard deviations above the article's mean, `density` the part of it that
    counts for each word; `size` is the number of words against the article's mean, `length` that
    number itself; `worth` is what its terms are worth together, `shared` those that other
    sentences have too, each with what it is worth; `paragraph` is the one it stands in.
    """

    sentence: int
    score: float
    density: float
    size: float
    length: int
    worth: float
    shared: Sequence[tuple[int, float]]
    paragraph: int


class _Chosen(NamedTuple):
    """A set of sentences and what they say together."""

    value: float
    indices: tuple[int, ...]
    said: frozenset[int]
    paragraphs: frozenset[int]
    left: int


def ordered(scores: Sequence[float], candidate: Callable[[int], Candidate]) -> list[int]:
    """Order sentences so that each is good and unlike those before it.

    `scores` are those of all sentences, `candidate` returns one of them. Maximal marginal relevance
    (J. Carbonell and J. Goldstein, "The Use of MMR, Diversity-Based Reranking", SIGIR 1998).
    """
    best_first = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    pool, rest = best_first[:_MAX_ORDERED], best_first[_MAX_ORDERED:]
    order: list[int] = []
    said: set[int] = set()
    paragraphs: set[int] = set()
    # What more is said the less is a sentence worth, never more: who is still the best when looked
    # at again is better than all that would have to be looked at again.
    waiting = [(-scores[index], index, candidate(index)) for index in pool]  # already a heap
    while waiting:
        _, index, one = waiting[0]
        heapreplace(waiting, (_loss(one, said, paragraphs) - one.score, index, one))
        if waiting[0][1] != index:
            continue
        heappop(waiting)
        order.append(index)
        said.update([term for term, _ in one.shared])
        paragraphs.add(one.paragraph)
    return order + rest


def within(
    scores: Sequence[float],
    lengths: Sequence[int],
    candidate: Callable[[int], Candidate],
    words: int,
    density_share: float,
) -> list[int]:
    """Choose a set of at most so many words, worth most by a beam search.

    `scores` and `lengths` are those of all sentences, `candidate` returns one of them.

    Where little of the article is wanted (`density_share` near 1) a sentence counts for its
    density times its size, so that room is not wasted. One that would add less than nothing to
    those chosen is left out, even where it would fit.
    """
    fitting = [index for index, length in enumerate(lengths) if length <= words]
    fitting.sort(key=scores.__getitem__, reverse=True)
    pool = [candidate(index) for index in fitting[: _COMPARED + words // 10]]
    beam = [_Chosen(0.0, (), frozenset(), frozenset(), words)]
    best = beam[0]
    for _ in range(_MOST_CHOSEN):
        grown: dict[tuple[int, ...], _Chosen] = {}
        for state in beam:
            for one in pool:
                if one.length <= state.left and one.sentence not in state.indices:
                    _grow(state, one, density_share, grown)
        beam = sorted(grown.values(), key=lambda state: (-state.value, state.indices))[:_BEAM]
        if not beam or beam[0].value <= best.value:
            break
        best = beam[0]
    return list(best.indices)


def _grow(
    state: _Chosen, one: Candidate, share: float, grown: dict[tuple[int, ...], _Chosen]
) -> None:
    """Add a sentence to a set, unless the same set was made at least as well before."""
    loss = _loss(one, state.said, state.paragraphs)
    dense = one.size * (one.density + _DENSITY_BASE - loss)
    value = state.value + share * dense + one.score - share * one.density
    value += (1 - share) * (_GAIN_BASE - loss)
    key = tuple(sorted((*state.indices, one.sentence)))
    if key not in grown or grown[key].value < value:
        said = state.said.union([term for term, _ in one.shared])
        paragraphs = state.paragraphs | {one.paragraph}
        grown[key] = _Chosen(value, key, said, paragraphs, state.left - one.length)


def _loss(one: Candidate, said: AbstractSet[int], paragraphs: AbstractSet[int]) -> float:
    """Return what a sentence is worth less beside those chosen."""
    again = sum([worth for term, worth in one.shared if term in said])
    loss = _REPETITION * (again / one.worth) if one.worth else 0.0
    return loss + _SAME_PARAGRAPH if one.paragraph in paragraphs else loss
