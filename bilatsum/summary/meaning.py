"""How a sentence relates to the others in meaning, by vectors of its words."""

import math
from collections.abc import Sequence
from operator import mul

from bilatsum.data import ByteTable

from .texts import Text

MEANING_FEATURES = (
    "near_whole", "near_title", "near_opening", "near_lead", "near_previous", "near_next",
    "near_before", "near_after",
)  # fmt: skip
_LEAD = 3

Vector = list[float]


def meanings(
    sentences: Sequence[Text], title: Text | None, vectors: ByteTable
) -> list[list[float]]:
    """Return the features of meaning for every sentence. Linear in the length of the document."""
    size = vectors.width
    found = [_vector(text, vectors) for text in sentences]
    whole = _sum(found, size)
    units = [_unit(vector) for vector in found]
    whole_unit = _unit(whole)
    titled = _unit(_vector(title, vectors)) if title else [0.0] * size
    lead = _unit(_sum(found[:_LEAD], size))
    before = [0.0] * size
    rows: list[list[float]] = []
    for i, unit in enumerate(units):
        after = [a - b - c for a, b, c in zip(whole, before, found[i], strict=True)]
        rows.append(
            [
                _dot(unit, whole_unit),
                _dot(unit, titled),
                _dot(unit, units[0]),
                _dot(unit, lead),
                _dot(unit, units[i - 1]) if i else 0.0,
                _dot(unit, units[i + 1]) if i + 1 < len(units) else 0.0,
                _cosine(unit, before),
                _cosine(unit, after),
            ]
        )
        before = [a + b for a, b in zip(before, found[i], strict=True)]
    return rows


def _vector(text: Text, vectors: ByteTable) -> Vector:
    rows = [vectors.get(word) for word, stem in zip(text.lower, text.stems, strict=True) if stem]
    rows = [row for row in rows if row]
    return (
        [float(sum(column)) for column in zip(*rows, strict=True)]
        if rows
        else [0.0] * vectors.width
    )


def _sum(rows: Sequence[Vector], size: int) -> Vector:
    total = [0.0] * size
    for row in rows:
        total = [a + b for a, b in zip(total, row, strict=True)]
    return total


def _dot(first: Vector, second: Vector) -> float:
    return float(sum(map(mul, first, second)))


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(_dot(vector, vector))
    return [value / length for value in vector] if length else vector


def _cosine(unit: Vector, vector: Vector) -> float:
    length = math.sqrt(_dot(vector, vector))
    return _dot(unit, vector) / length if length else 0.0
