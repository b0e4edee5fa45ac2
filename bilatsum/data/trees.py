"""Boosted regression trees, evaluated for all rows of a table at once without a numeric library."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, repeat
from operator import and_, getitem, or_
from struct import Struct
from typing import NamedTuple

from .known import Known

Column = Sequence[float] | float
"""What the rows of a table have in a column: a number for each row, or one that all have."""

_LANES = ((8, "B"), (16, "H"), (32, "I"), (64, "Q"))  # bits of a tree, and how they are unpacked
_AT_ONCE = 2_000  # rows, each with some hundred bytes of bits

_Left = tuple[int, int, int, int]  # a node, its tree, and the bounds of the leaves to its left

Path = tuple[tuple[int, float], ...]
"""The columns that decided the steps of a row through a tree, each with what it added."""


class _Column:
    """The tests of a column: which leaves a value leaves open.

    That is known from the place of the value among the sorted thresholds, those below which it
    passes. Whole numbers are few: their answers are kept.
    """

    def __init__(self, at: int, closed: dict[float, int], everything: int) -> None:
        """Take the place of the column, and the leaves that a value beyond a threshold closes."""
        self.at = at
        self.thresholds = sorted(closed)
        shut = accumulate([closed[threshold] for threshold in self.thresholds], or_, initial=0)
        self.left_open = [everything & ~leaves for leaves in shut]
        self.whole: Known[float, int] = Known(self.of)

    def of(self, value: float) -> int:
        """Return the leaves that a value leaves open."""
        return self.left_open[bisect_left(self.thresholds, value)]

    def of_all(self, values: Sequence[float]) -> Iterator[int]:
        """Return the leaves that each of many values leaves open, all of one type."""
        if isinstance(values[-1], int):
            return map(self.whole.__getitem__, values)
        return map(self.left_open.__getitem__, map(bisect_left, repeat(self.thresholds), values))


class _Plan(NamedTuple):
    """The trees by what their nodes ask; see `Trees.values`.

    `leaves` are the values of each tree's leaves by their bits, `lowest` the first leaf of each.
    `paths` are those that were asked for, by the leaf's bit; see `Trees.parts`.
    """

    columns: list[_Column]
    leaves: list[dict[int, float]]
    lowest: int
    lanes: Struct
    paths: list[dict[int, Path]]

    def answers(self, left_open: int) -> tuple[int, ...]:
        """Return the bit of the first leaf of each tree that is open."""
        first = left_open & ~(left_open - self.lowest)
        return self.lanes.unpack(first.to_bytes(self.lanes.size, "little"))


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted regression trees, all in one table of nodes.

    Node `i` sends a row whose number in column `features[i]` is at most `thresholds[i]` to node
    `lefts[i]`, any other to `rights[i]`; a negative number `-k - 1` is leaf `k`. `roots` are the
    first nodes of the trees; the answer is the sum of the leaves. `means` are what a node's
    rows had on average in training.
    """

    roots: list[int]
    features: list[int]
    thresholds: list[float]
    lefts: list[int]
    rights: list[int]
    leaves: list[float]
    means: list[float]
    _plans: list[_Plan] = field(default_factory=list, repr=False, compare=False)

    def values(self, column: Callable[[int], Column], rows: int) -> Iterator[float]:
        """Yield what the trees make of each row of a table, whose columns `column` gives.

        Each leaf of each tree is a bit. A node whose test fails closes the leaves to its left;
        the first leaf that is still open is the tree's answer (C. Lucchese et al., "QuickScorer: a
        Fast Algorithm to Rank Documents with Additive Ensembles of Regression Trees", SIGIR 2015).
        Which leaves a column closes is known from the place of its value among the thresholds.
        """
        plan = self._plan()
        asked = [(tests, column(tests.at)) for tests in plan.columns]
        for first in range(0, rows, _AT_ONCE):
            # The leaves are numbers of 24 bits and few: their sum is exact, in whatever order.
            for left_open in _left_open(asked, first, min(first + _AT_ONCE, rows)):
                yield sum(map(getitem, plan.leaves, plan.answers(left_open)), 0.0)

    def parts(self, row: Sequence[float]) -> dict[int, float]:
        """Return what each column of a row adds to its value, against the average row.

        A step from a node to the next is put to the column that decided it (A. Saabas,
        "Interpreting random forests", 2014).
        """
        plan = self._plan()
        left_open = -1
        for tests in plan.columns:
            left_open &= tests.left_open[bisect_left(tests.thresholds, row[tests.at])]
        parts: dict[int, float] = {}
        for root, paths, leaf in zip(self.roots, plan.paths, plan.answers(left_open), strict=True):
            if leaf not in paths:
                paths[leaf] = tuple(self._path(root, row))
            for column, step in paths[leaf]:
                parts[column] = parts.get(column, 0.0) + step
        return parts

    def _path(self, node: int, row: Sequence[float]) -> Iterator[tuple[int, float]]:
        """Yield for each step of a row through a tree the column that decided it, and its gain."""
        while node >= 0:
            column = self.features[node]
            left = row[column] <= self.thresholds[node]
            following = self.lefts[node] if left else self.rights[node]
            after = self.means[following] if following >= 0 else self.leaves[-following - 1]
            yield column, after - self.means[node]
            node = following

    def _plan(self) -> _Plan:
        if not self._plans:
            self._plans.append(self._planned())
        return self._plans[0]

    def _planned(self) -> _Plan:
        leaves: list[list[int]] = []
        spans: list[_Left] = []
        for tree, root in enumerate(self.roots):
            found: list[int] = []
            self._walk(root, tree, found, spans)
            leaves.append(found)
        most = max(map(len, leaves), default=0)
        width, code = next(lane for lane in _LANES if lane[0] >= most)
        everything = (1 << width * len(leaves)) - 1
        nodes: dict[int, dict[float, int]] = {}
        for node, tree, first, end in spans:
            closed = ((1 << end) - (1 << first)) << tree * width
            tests = nodes.setdefault(self.features[node], {})
            threshold = self.thresholds[node]
            tests[threshold] = tests.get(threshold, 0) | closed
        columns = [_Column(at, tests, everything) for at, tests in sorted(nodes.items())]
        return _Plan(
            columns,
            [{1 << at: self.leaves[leaf] for at, leaf in enumerate(found)} for found in leaves],
            sum(1 << tree * width for tree in range(len(leaves))),
            Struct(f"<{len(leaves)}{code}"),
            [{} for _ in leaves],
        )

    def _walk(self, node: int, tree: int, found: list[int], spans: list[_Left]) -> None:
        """Note the leaves below a node from left to right, and which are to the left of each."""
        if node < 0:
            found.append(-node - 1)
            return
        first = len(found)
        self._walk(self.lefts[node], tree, found, spans)
        spans.append((node, tree, first, len(found)))
        self._walk(self.rights[node], tree, found, spans)


def _left_open(asked: Sequence[tuple[_Column, Column]], first: int, end: int) -> Iterable[int]:
    """Return the leaves that all columns leave open to each of the rows from `first` to `end`."""
    left_open: Iterable[int] = [-1] * (end - first)
    for tests, column in asked:
        if isinstance(column, float):
            found: Iterable[int] = repeat(tests.of(column), end - first)
        else:
            found = tests.of_all(column[first:end])
        left_open = list(map(and_, left_open, found))
    return left_open
