"""How a sentence relates to the others in meaning, by vectors of its words."""

import math
from array import array
from collections.abc import Iterator, Sequence
from operator import add, mul

from bilatsum.data import ByteTable

from .texts import Text

MEANING_FEATURES = (
    "near_whole", "near_title", "near_opening", "near_lead", "near_previous", "near_next",
    "near_before", "near_after",
)  # fmt: skip
_LEAD = 3

Vector = Sequence[float]


def meanings(
    sentences: Sequence[Text], title: Text | None, vectors: ByteTable
) -> Iterator[list[float]]:
    """Yield the features of meaning for every sentence. Linear in the length of the document."""
    size = vectors.width
    found = [_vector(text, vectors) for text in sentences]
    whole = _sum(found, size)
    whole_unit = _unit(whole)
    titled = _unit(_vector(title, vectors)) if title else [0.0] * size
    lead = _unit(_sum(found[:_LEAD], size))
    opening = _unit(found[0]) if found else [0.0] * size
    before: Vector = [0.0] * size
    previous, unit = None, opening
    for i, vector in enumerate(found):
        # All are sums of whole numbers, and exact.
        after = [a - b - c for a, b, c in zip(whole, before, vector, strict=True)]
        following = _unit(found[i + 1]) if i + 1 < len(found) else None
        yield [
            _dot(unit, whole_unit),
            _dot(unit, titled),
            _dot(unit, opening),
            _dot(unit, lead),
            _dot(unit, previous) if previous else 0.0,
            _dot(unit, following) if following else 0.0,
            _cosine(unit, before),
            _cosine(unit, after),
        ]
        before = list(map(add, before, vector))
        previous, unit = unit, following or unit


def _vector(text: Text, vectors: ByteTable) -> Vector:
    rows = [vectors.get(word) for word, stem in zip(text.lower, text.stems, strict=True) if stem]
    rows = [row for row in rows if row]
    # An array takes a fourth of the room of a list, and there is one for each sentence.
    sums = map(sum, zip(*rows, strict=True)) if rows else [0.0] * vectors.width
    return array("d", sums)


def _sum(rows: Sequence[Vector], size: int) -> Vector:
    total = [0.0] * size
    for row in rows:
        total = list(map(add, total, row))
    return total


def _dot(first: Vector, second: Vector) -> float:
    return float(sum(map(mul, first, second)))


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(_dot(vector, vector))
    return [value / length for value in vector] if length else vector


def _cosine(unit: Vector, vector: Vector) -> float:
    length = math.sqrt(_dot(vector, vector))
    return _dot(unit, vector) / length if length else 0.0
