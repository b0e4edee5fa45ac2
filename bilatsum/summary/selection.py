"""Choosing sentences as a set: what one of them says, the others need not say again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# The figures of this module were chosen on cnndm_dev and the 17 briefs (docs/evaluation.md).
_REPETITION = 1.0
_SAME_PARAGRAPH = 0.25
_BASE = 0.3
_BEAM = 8
_COMPARED = 24
_MOST_CHOSEN = 60
# Beyond this many sentences only the best are compared with each other, to stay linear.
_MAX_ORDERED = 120


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be chosen.

    `score` is in standard deviations above the article's mean, `length` in words, `worths` are
    what its terms are worth, `paragraph` tells sentences of one paragraph (-1: unknown).
    """

    index: int
    score: float
    length: int
    worths: Mapping[str, float]
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A set of sentences and what they say together."""

    value: float
    indices: tuple[int, ...]
    said: frozenset[str]
    paragraphs: frozenset[int]
    left: int


def ordered(candidates: Sequence[Candidate]) -> list[int]:
    """Order sentences so that each is good and unlike those before it (maximal marginal relevance:
    J. Carbonell and J. Goldstein, SIGIR 1998).
    """
    best_first = sorted(candidates, key=lambda one: (-one.score, one.index))
    pool, rest = best_first[:_MAX_ORDERED], best_first[_MAX_ORDERED:]
    order: list[int] = []
    said: set[str] = set()
    paragraphs: set[int] = set()
    while pool:
        best = max(pool, key=lambda one: (_worth(one, said, paragraphs), -one.index))
        pool.remove(best)
        order.append(best.index)
        said.update(best.worths)
        paragraphs.add(best.paragraph)
    return order + [one.index for one in rest]


def within(candidates: Sequence[Candidate], words: int) -> list[int]:
    """Choose a set of at most so many words, worth most by a beam search.

    A sentence counts for its score times its length, so that room is not wasted; one that is
    worth less than nothing beside those chosen is left out, even where it would fit.
    """
    fitting = [one for one in candidates if one.length <= words]
    pool = sorted(fitting, key=lambda one: (-one.score, one.index))
    pool = pool[: max(_COMPARED, words // 10)]
    beam = [_Chosen(0.0, (), frozenset(), frozenset(), words)]
    best = beam[0]
    for _ in range(_MOST_CHOSEN):
        grown: dict[tuple[int, ...], _Chosen] = {}
        for state in beam:
            for one in pool:
                if one.length <= state.left and one.index not in state.indices:
                    gain = _worth(one, state.said, state.paragraphs) + _BASE
                    key = tuple(sorted((*state.indices, one.index)))
                    value = state.value + one.length * gain
                    if key not in grown or grown[key].value < value:
                        grown[key] = _Chosen(
                            value,
                            key,
                            state.said.union(one.worths),
                            state.paragraphs | {one.paragraph},
                            state.left - one.length,
                        )
        beam = sorted(grown.values(), key=lambda state: (-state.value, state.indices))[:_BEAM]
        if not beam or beam[0].value <= best.value:
            break
        best = beam[0]
    return list(best.indices)


def _worth(
    one: Candidate, said: "set[str] | frozenset[str]", paragraphs: "set[int] | frozenset[int]"
) -> float:
    """Return what a sentence is worth beside those chosen."""
    total = sum(one.worths.values())
    again = sum([worth for term, worth in one.worths.items() if term in said])
    worth = one.score - _REPETITION * (again / total if total else 0.0)
    return worth - _SAME_PARAGRAPH if one.paragraph in paragraphs else worth
