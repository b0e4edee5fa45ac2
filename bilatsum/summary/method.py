"""What every summarizer gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ranking:
    """`order` are all sentence indices, the best first; `scores` and `reasons` go by index."""

    order: tuple[int, ...]
    scores: tuple[float, ...]
    reasons: tuple[tuple[str, ...], ...] = ()


def by_score(scores: list[float]) -> Ranking:
    """Rank by score; of equals the earlier sentence is better."""
    order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
    return Ranking(tuple(order), tuple(scores))
