"""The trained parameters of the sentence ranker, in a file that needs no parsing."""

import struct
import sys
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bilatsum.errors import DataError

from .name_tagger import UINT, key_code

FILE = "sentence_ranker.bin"
_MAGIC = b"bilatsum ranks 3"
_DAMAGED = f"the data file {FILE} is damaged"


@dataclass(frozen=True, slots=True)
class ByteTable:
    """A row of eight-bit numbers for each of many words, found by the word's CRC-32."""

    keys: "array[int]"
    rows: memoryview
    width: int
    _found: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def get(self, word: str) -> tuple[int, ...]:
        """Return the row of a word, an empty one if the table does not hold it."""
        row = self._found.get(word)
        if row is None:
            code = key_code(word)
            at = bisect_left(self.keys, code)
            row = ()
            if at < len(self.keys) and self.keys[at] == code:
                row = tuple(self.rows[at * self.width : (at + 1) * self.width])
            self._found[word] = row
        return row


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

    def value(self, row: list[float]) -> float:
        """Return what the trees make of a row of features."""
        features, thresholds = self.features, self.thresholds
        lefts, rights, leaves = self.lefts, self.rights, self.leaves
        total = 0.0
        for root in self.roots:
            node = root
            while node >= 0:
                node = lefts[node] if row[features[node]] <= thresholds[node] else rights[node]
            total += leaves[-node - 1]
        return total

    def parts(self, row: list[float]) -> dict[int, float]:
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


@dataclass(frozen=True, slots=True)
class SentenceRanker:
    """What training leaves.

    `vectors` give the meaning of words; `priors` how readily a stem is taken into summaries, in
    units of `prior_scale`; `terms` are the weights of the terms' features. `density` tells how
    much of a summary there is in each word of a sentence, `gain` how much in all of it, both
    against the other sentences of its article.
    """

    vectors: ByteTable
    priors: ByteTable
    prior_scale: float
    terms: tuple[float, ...]
    density: Trees
    gain: Trees


@cache
def sentence_ranker() -> SentenceRanker:
    """Return the trained ranker. Raises DataError if its file is missing or damaged."""
    try:
        return unpack((Path(__file__).parent / FILE).read_bytes())
    except OSError as error:
        message = f"the data file {FILE} cannot be read: {error.strerror}"
        raise DataError(message, hint="install bilatsum again") from error


def pack(ranker: SentenceRanker) -> bytes:
    """Return the bytes of a file that `unpack` turns into `ranker`."""
    parts: list[array[int] | array[float]] = [
        ranker.vectors.keys,
        array("b", ranker.vectors.rows.tolist()),
        ranker.priors.keys,
        array("b", ranker.priors.rows.tolist()),
        array("d", [ranker.prior_scale, *ranker.terms]),
    ]
    for trees in (ranker.density, ranker.gain):
        parts += [
            array("h", trees.roots),
            array("B", trees.features),
            array("f", trees.thresholds),
            array("h", trees.lefts),
            array("h", trees.rights),
            array("f", trees.leaves),
            array("f", trees.means),
        ]
    content = [_MAGIC]
    for part in parts:
        if sys.byteorder == "big":
            part.byteswap()
        content += [struct.pack("<I", len(part) * part.itemsize), part.tobytes()]
    return b"".join(content)


def unpack(content: bytes) -> SentenceRanker:
    """Return the ranker whose file has `content`. Raises DataError if that is damaged."""
    view = memoryview(content)
    parts: list[memoryview] = []
    at = len(_MAGIC)
    try:
        while at < len(view):
            (size,) = struct.unpack_from("<I", view, at)
            parts.append(view[at + 4 : at + 4 + size])
            at += 4 + size
        vector_keys, vectors, prior_keys, priors, numbers, *nodes = parts
        scale, *terms = _numbers("d", numbers)
        half = len(nodes) // 2
        ranker = SentenceRanker(
            _table(vector_keys, vectors),
            _table(prior_keys, priors),
            scale,
            tuple(terms),
            _trees(nodes[:half]),
            _trees(nodes[half:]),
        )
        whole = content[: len(_MAGIC)] == _MAGIC and at == len(view)
    except (ValueError, ZeroDivisionError, struct.error) as error:
        raise DataError(_DAMAGED, hint="install bilatsum again") from error
    if not whole:
        raise DataError(_DAMAGED, hint="install bilatsum again")
    return ranker


def _table(keys: memoryview, rows: memoryview) -> ByteTable:
    numbers = array(UINT)
    numbers.frombytes(keys)
    if sys.byteorder == "big":
        numbers.byteswap()
    width, rest = divmod(len(rows), len(numbers))
    if rest:
        raise ValueError(_DAMAGED)
    return ByteTable(numbers, rows.cast("b"), width)


def _trees(parts: list[memoryview]) -> Trees:
    roots, features, thresholds, lefts, rights, leaves, means = parts
    return Trees(
        [int(root) for root in _numbers("h", roots)],
        list(features),
        _numbers("f", thresholds),
        [int(node) for node in _numbers("h", lefts)],
        [int(node) for node in _numbers("h", rights)],
        _numbers("f", leaves),
        _numbers("f", means),
    )


def _numbers(code: str, part: memoryview) -> list[float]:
    numbers = array(code)
    numbers.frombytes(part)
    if sys.byteorder == "big":
        numbers.byteswap()
    return list(numbers)
