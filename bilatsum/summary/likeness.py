"""How like a sentence is to the whole article, its title, its opening and the sentences near by.

Sentences are vectors of how rare their terms are, their likeness is the cosine. Sums over the
terms that two sentences share are exact (`fsum`), for the order in which a set gives them is not
the same in every process.
"""

from collections import deque
from collections.abc import Sequence
from math import fsum, sqrt
from operator import mul

from .table import Table
from .texts import Texts

_BEFORE = 4


def add_likenesses(table: Table, texts: Texts) -> None:
    """Add the features of likeness. Linear in the length of the text."""
    squares = [rare * rare for rare in texts.rarity]
    in_whole = list(map(mul, texts.held, squares))
    central: list[float] = []
    scales: list[float] = []  # what makes each sentence's vector one of unit length
    for pick, bounds in texts.blocks():
        values = pick(squares)
        lengths = [sqrt(fsum(values[start:end])) for start, end in bounds]
        scales += [1 / length if length else 0.0 for length in lengths]
        values = pick(in_whole)
        central += [fsum(values[start:end]) for start, end in bounds]
    central = list(map(mul, central, scales))
    best = max(central) or 1.0
    ranks = [0.0] * table.size
    ordered = sorted(range(table.size), key=central.__getitem__, reverse=True)
    for at, index in enumerate(ordered):
        ranks[index] = at / table.size
    table.add("central", [value / best for value in central])
    table.add("central_rank", ranks)
    if texts.title and texts.title_length:
        shared = map(texts.title.intersection, texts.by_sentence())
        likes = [fsum(map(squares.__getitem__, both)) / texts.title_length for both in shared]
        table.add("title", list(map(mul, likes, scales)))
    else:
        table.same["title"] = 0.0
    _add_others(table, texts, squares, scales)


def _add_others(
    table: Table, texts: Texts, squares: Sequence[float], scales: Sequence[float]
) -> None:
    """Add how like the opening, the lead and those just before and after a sentence is."""
    opening, before, previous, lead = ([] for _ in range(4))
    square, shared = squares.__getitem__, texts.shared
    near: deque[tuple[frozenset[int], float]] = deque(maxlen=_BEFORE)
    first: list[tuple[frozenset[int], float]] = []
    for terms, scale in zip(texts.by_sentence(), scales, strict=True):
        mine = shared.intersection(terms)
        likes = [
            fsum(map(square, both)) * its if (both := mine & other) else 0.0 for other, its in near
        ]
        leads = likes
        if len(first) < _BEFORE:
            first.append((mine, scale))
        else:
            leads = [
                fsum(map(square, both)) * its if (both := mine & other) else 0.0
                for other, its in first
            ]
        opening.append(leads[0] * scale if leads else 1.0)
        before.append(max(likes, default=0.0) * scale)
        previous.append(likes[-1] * scale if likes else 0.0)
        lead.append(max(leads, default=0.0) * scale)
        near.append((mine, scale))
    table.add("opening_like", opening)
    table.add("most_like_before", before)
    table.add("like_previous", previous)
    table.add("like_next", [*previous[1:], 0.0])
    table.add("most_like_lead", lead)
