"""What every summarizer gives back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ranking:
    """`order` are all sentence indices, the best first; `scores` go by index.

    `reasons` names what spoke most for or against a sentence.

    `within` chooses the best set of whole sentences of at most so many words, for methods that
    know better than to take the best sentences while they fit; it may choose none. `unfit` are
    sentences (boilerplate) that are taken only where there is no other.
    """

    order: tuple[int, ...]
    scores: Sequence[float]
    reasons: Callable[[int], tuple[str, ...]] | None = None
    within: Callable[[int], list[int]] | None = None
    unfit: frozenset[int] = frozenset()


def by_score(scores: list[float]) -> Ranking:
    """Rank by score; of equals the earlier sentence is better."""
    order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
    return Ranking(tuple(order), tuple(scores))
