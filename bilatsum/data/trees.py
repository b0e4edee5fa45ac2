"""Boosted regression trees, evaluated for all rows of a table at once without a numeric library."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import getitem
from struct import Struct

_LANES = ((16, "H"), (32, "I"), (64, "Q"))  # bits of a tree, and how they are unpacked


@dataclass(frozen=True, slots=True)
class _Plan:
    """The trees by what their nodes ask; see `Trees.values`.

    `columns` are the columns that are asked for, each with the sorted thresholds of its nodes, and
    for every number of them that lie below a value the leaves that such a value leaves open.
    `leaves` are the values of each tree's leaves by their bits, `lowest` the first leaf of each.
    """

    columns: list[tuple[int, list[float], list[int]]]
    leaves: list[dict[int, float]]
    lowest: int
    lanes: Struct


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

    def values(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """Return what the trees make of each row of features.

        Each leaf of each tree is a bit. A node whose test fails closes the leaves to its left;
        the first leaf that is still open is the tree's answer (C. Lucchese et al., "QuickScorer: a
        Fast Algorithm to Rank Documents with Additive Ensembles of Regression Trees", SIGIR 2015).
        Which leaves a column closes is known from the place of its value among the thresholds.
        """
        if not self._plans:
            self._plans.append(self._plan())
        plan = self._plans[0]
        unpack, leaves, lowest = plan.lanes.unpack, plan.leaves, plan.lowest
        everything = (1 << 8 * plan.lanes.size) - 1
        opened = [everything] * len(rows)
        for column, thresholds, left_open in plan.columns:
            values = [row[column] for row in rows]
            masks = {value: left_open[bisect_left(thresholds, value)] for value in set(values)}
            opened = [bits & masks[value] for bits, value in zip(opened, values, strict=True)]
        # The leaves are numbers of 24 bits and few: their sum is exact, in whatever order.
        return [
            sum(
                map(
                    getitem,
                    leaves,
                    unpack((bits & ~(bits - lowest)).to_bytes(plan.lanes.size, "little")),
                ),
                0.0,
            )
            for bits in opened
        ]

    def _plan(self) -> _Plan:
        leaves: list[list[int]] = []
        spans: list[
            tuple[int, int, int, int]
        ] = []  # node, its tree, bounds of the leaves to its left
        for tree, root in enumerate(self.roots):
            found: list[int] = []
            self._walk(root, tree, found, spans)
            leaves.append(found)
        most = max(map(len, leaves), default=0)
        width, code = next(lane for lane in _LANES if lane[0] >= most)
        everything = (1 << width * len(leaves)) - 1
        nodes: dict[int, list[tuple[float, int]]] = {}
        for node, tree, first, end in spans:
            closed = ((1 << end) - (1 << first)) << tree * width
            nodes.setdefault(self.features[node], []).append((self.thresholds[node], closed))
        columns = []
        for column, tests in sorted(nodes.items()):
            tests.sort()
            left_open = [everything]
            for _, closed in tests:
                left_open.append(left_open[-1] & ~closed)
            columns.append((column, [threshold for threshold, _ in tests], left_open))
        return _Plan(
            columns,
            [{1 << at: self.leaves[leaf] for at, leaf in enumerate(found)} for found in leaves],
            sum(1 << tree * width for tree in range(len(leaves))),
            Struct(f"<{len(leaves)}{code}"),
        )

    def _walk(
        self, node: int, tree: int, found: list[int], spans: list[tuple[int, int, int, int]]
    ) -> None:
        """Note the leaves below a node from left to right, and which are to the left of each."""
        if node < 0:
            found.append(-node - 1)
            return
        first = len(found)
        self._walk(self.lefts[node], tree, found, spans)
        spans.append((node, tree, first, len(found)))
        self._walk(self.rights[node], tree, found, spans)

    def parts(self, row: Sequence[float]) -> dict[int, float]:
        """Return what each column of a row adds to its value, against the average row.

        A step from a node to the next is put to the column that decided it (A. Saabas,
        "Interpreting random forests", 2014).
        """
        parts: dict[int, float] = {}
        for root in self.roots:
            node = root
            while node >= 0:
                column = self.features[node]
                left = row[column] <= self.thresholds[node]
                following = self.lefts[node] if left else self.rights[node]
                after = self.means[following] if following >= 0 else self.leaves[-following - 1]
                parts[column] = parts.get(column, 0.0) + after - self.means[node]
                node = following
        return parts
