"""How like a sentence is to the whole article, its title, its opening and the sentences near by.

Sentences are vectors of how rare their terms are, their likeness is the cosine. Sums over the
terms that two sentences share are exact (`fsum`), for the order in which a set gives them is not
the same in every process.
"""

from array import array
from collections import deque
from collections.abc import Sequence
from math import fsum, sqrt
from operator import mul

from bilatsum.data.trees import Column

from .texts import Texts

_BEFORE = 4


def likenesses(texts: Texts) -> dict[str, Column]:
    """Return the features of likeness for every sentence. Linear in the length of the text."""
    squares = [rare * rare for rare in texts.rarity]
    in_whole = list(map(mul, texts.held, squares))
    central = array("d")
    scales = array("d")  # what makes each sentence's vector one of unit length
    for pick, bounds in texts.blocks():
        values = pick(squares)
        lengths = [sqrt(fsum(values[start:end])) for start, end in bounds]
        scales.extend([1 / length if length else 0.0 for length in lengths])
        values = pick(in_whole)
        central.extend([fsum(values[start:end]) for start, end in bounds])
    central = array("d", map(mul, central, scales))
    best = max(central) or 1.0
    ranks = array("d", central)
    ordered = sorted(range(len(central)), key=central.__getitem__, reverse=True)
    for at, index in enumerate(ordered):
        ranks[index] = at / len(central)
    return {
        "central": array("d", [value / best for value in central]),
        "central_rank": ranks,
        "title": _title(texts, squares, scales),
        **_others(texts, squares, scales),
    }


def _title(texts: Texts, squares: Sequence[float], scales: Sequence[float]) -> Column:
    """Return how like the title each sentence is."""
    if not texts.title or not texts.title_length:
        return 0.0
    return array(
        "d",
        [
            fsum(map(squares.__getitem__, texts.title.intersection(terms)))
            * scale
            / texts.title_length
            for terms, scale in zip(texts.by_sentence(), scales, strict=True)
        ],
    )


def _others(texts: Texts, squares: Sequence[float], scales: Sequence[float]) -> dict[str, Column]:
    """Return how like the opening, the lead and those just before and after a sentence is."""
    opening, before, previous, lead = (array("d") for _ in range(4))
    square, shared = squares.__getitem__, texts.shared
    near: deque[tuple[set[int], float]] = deque(maxlen=_BEFORE)
    first: list[tuple[set[int], float]] = []
    for terms, scale in zip(texts.by_sentence(), scales, strict=True):
        mine = shared.intersection(terms)
        likes = [fsum(map(square, mine & other)) * its for other, its in near]
        leads = [fsum(map(square, mine & other)) * its for other, its in first]
        opening.append(leads[0] * scale if leads else 1.0)
        before.append(max(likes, default=0.0) * scale)
        previous.append(likes[-1] * scale if likes else 0.0)
        lead.append(max(leads, default=0.0) * scale)
        near.append((mine, scale))
        if len(first) < _BEFORE:
            first.append(near[-1])
    return {
        "opening_like": opening,
        "most_like_before": before,
        "like_previous": previous,
        "like_next": array("d", [*previous[1:], 0.0]),
        "most_like_lead": lead,
    }
