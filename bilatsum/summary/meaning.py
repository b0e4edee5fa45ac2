"""How a sentence relates to the others in meaning, by vectors of its words."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, repeat
from math import dist, hypot, sqrt

from bilatsum.data import ByteTable

from .table import AT_ONCE, Table

MEANING_FEATURES = (
    "near_whole", "near_title", "near_opening", "near_lead", "near_previous", "near_next",
    "near_before", "near_after",
)  # fmt: skip
_LEAD = 3

Vector = tuple[int, ...]


def add_meanings(table: Table, packed: Sequence[int], title: int, vectors: ByteTable) -> None:
    """Add the features of meaning. Linear in the length of the document.

    `packed` are the vectors of the sentences, `title` that of the title. All vectors are sums of
    whole numbers, and so are the squares of their lengths: nothing is rounded before the cosine of
    two vectors is taken.
    """
    unpacked, add = vectors.unpacked, table.add
    whole = unpacked(sum(packed))
    fixed = {
        "near_whole": whole,
        "near_title": unpacked(title),
        "near_opening": unpacked(packed[0]),
        "near_lead": unpacked(sum(packed[:_LEAD])),
    }
    total, previous = 0, unpacked(0)  # of all sentences before, and of the last of them
    for first in range(0, len(packed), AT_ONCE):
        block = packed[first : first + AT_ONCE]
        here = list(map(unpacked, block))
        squares = list(map(_square, here))
        for name, vector in fixed.items():
            both = _distances(here, repeat(vector))
            add(name, _cosines(both, squares, repeat(_square(vector))))
        both = _distances(here, [previous, *here])
        add("near_previous", _cosines(both, squares, [_square(previous), *squares]))
        sums = list(accumulate(block, initial=total))
        before = list(map(unpacked, sums))
        # A sentence and what came before it make up what came before the next one, ...
        befores = list(map(_square, before))
        add("near_before", _cosines(befores[1:], squares, befores, sign=1))
        # ... and a sentence and what comes after it what the whole has beyond what came before.
        afters = _distances(before, repeat(whole))
        add("near_after", _cosines(afters, squares, afters[1:], sign=1))
        total, previous = sums[-1], here[-1]
    add("near_next", [*table["near_previous"][1:], 0.0])


def _square(vector: Vector) -> int:
    """Return the square of a vector's length."""
    return round(hypot(*vector) ** 2)


def _distances(vectors: Iterable[Vector], others: Iterable[Vector]) -> list[int]:
    """Return the squares of the distances between vectors and others."""
    return [round(distance * distance) for distance in map(dist, vectors, others)]


def _cosines(
    both: Iterable[int], squares: Sequence[int], others: Iterable[int], sign: int = -1
) -> list[float]:
    """Return the cosines between vectors and others, 0 where one of the two is nothing.

    By the law of cosines, from the squares of their lengths and of that of both together: of their
    sum, or where `sign` is -1 of their difference. There may be more others than vectors.
    """
    return [
        sign * (both - one - other) / (2 * sqrt(product)) if (product := one * other) else 0.0
        for both, one, other in zip(both, squares, others, strict=False)
    ]
