"""The features of all sentences, a column for each."""

from array import array
from collections.abc import Sequence
from typing import Any

AT_ONCE = 500
"""How many sentences of a long article are looked at together."""

_KINDS = {bool: "b", int: "i", float: "d"}


class Table:
    """Features by name, each with a number for every sentence or with one that all of them have.

    A column is a list, that of a long article an array: a list takes less time, an array a fourth
    of the room.
    """

    def __init__(self, size: int) -> None:
        """Begin without columns; `size` is the number of sentences."""
        self.size = size
        self.same: dict[str, float] = {}
        self.columns: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Sequence[float]:
        """Return the number of every sentence."""
        found: Sequence[float] = self.columns[name]
        return found

    def add(self, name: str, values: list[Any]) -> None:
        """Add a column, or the next part of it. Its numbers are all of one type."""
        if self.size <= AT_ONCE:
            self.columns[name] = values
        elif name in self.columns:
            self.columns[name].extend(values)
        else:
            self.columns[name] = array(_KINDS[type(values[0])], values)

    def beside(self, name: str, step: int) -> Sequence[float]:
        """Return what the sentence before (`step` -1) or after (1) each one has of a feature.

        Before the first and after the last stands -1.
        """
        values = self.columns[name]
        outside: Any = [-1.0 if isinstance(values[0], float) else -1]
        if isinstance(values, array):
            outside = array(values.typecode, outside)
        found: Sequence[float] = outside + values[:-1] if step < 0 else values[1:] + outside
        return found
