"""The trained parameters of the sentence ranker, in a file that needs no parsing."""

import struct
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from .known import Known
from .name_tagger import UINT, key_code
from .parts import damaged, join, read_bytes, split, to_array, to_bytes
from .trees import Trees

FILE = "sentence_ranker.bin"
_MARK = b"bilatsum ranks 4"
_LANE = 32  # bits of a number in a packed row: room for the sums of millions of words
_BYTE = 128
_LIFTED = bytes(byte ^ _BYTE for byte in range(256))  # what a signed byte is with 128 added


class ByteTable:
    """A row of eight-bit numbers for each of many words, found by the word's CRC-32.

    A row can be packed into one whole number; adding up the numbers of many words adds up their
    rows. `packed` keeps those that were asked for.
    """

    def __init__(self, keys: "array[int]", rows: memoryview, width: int) -> None:
        """Take the sorted codes of the words, and their rows one behind another."""
        self.keys, self.rows, self.width = keys, rows, width
        self.packed = Known(self.pack)
        self._lanes = struct.Struct(f"<{width}i")
        self._signs = sum(1 << _LANE * lane + _LANE - 1 for lane in range(width))
        self._lift = sum(_BYTE << _LANE * lane for lane in range(width))

    def get(self, word: str) -> tuple[int, ...]:
        """Return the row of a word, an empty one if the table does not hold it."""
        at = self._find(word)
        return tuple(self.rows[at * self.width : (at + 1) * self.width]) if at >= 0 else ()

    def _find(self, word: str) -> int:
        code = key_code(word)
        at = bisect_left(self.keys, code)
        return at if at < len(self.keys) and self.keys[at] == code else -1

    def pack(self, word: str) -> int:
        """Return the row of a word as one whole number, 0 if the table does not hold it."""
        at = self._find(word)
        if at < 0:
            return 0
        row = bytes(self.rows[at * self.width : (at + 1) * self.width])
        # Lifted above zero, for a negative number would borrow from its neighbour, and let down
        # again. From Latin-1 to UTF-32 every byte becomes one of four.
        lanes = row.translate(_LIFTED).decode("latin-1").encode("utf-32-le")
        return int.from_bytes(lanes, "little") - self._lift

    def unpacked(self, total: int) -> tuple[int, ...]:
        """Return the row that a sum of packed rows stands for."""
        lifted = (total + self._signs) ^ self._signs
        return self._lanes.unpack(lifted.to_bytes(self._lanes.size, "little"))


@dataclass(frozen=True, slots=True)
class SentenceRanker:
    """What training leaves.

    `vectors` give the meaning of words; `priors` how readily a stem is taken into summaries, in
    units of `prior_scale`; `terms` are the weights of the terms' features. `density` tells how
    much of a summary there is in each word of a sentence, `gain` and `weights` whether readers
    took all of it into theirs, both against the other sentences of its article; `weights` go by
    feature, in standard deviations within the article.
    """

    vectors: ByteTable
    priors: ByteTable
    prior_scale: float
    terms: tuple[float, ...]
    weights: tuple[float, ...]
    density: Trees
    gain: Trees


@cache
def sentence_ranker() -> SentenceRanker:
    """Return the trained ranker. Raises DataError if its file is missing or damaged."""
    return unpack(read_bytes(FILE))


def pack(ranker: SentenceRanker) -> bytes:
    """Return the bytes of a file that `unpack` turns into `ranker`."""
    parts: list[array[int] | array[float]] = [
        ranker.vectors.keys,
        array("b", ranker.vectors.rows.tolist()),
        ranker.priors.keys,
        array("b", ranker.priors.rows.tolist()),
        array("d", [ranker.prior_scale, *ranker.terms]),
        array("d", ranker.weights),
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
    return join(_MARK, map(to_bytes, parts))


def unpack(content: bytes) -> SentenceRanker:
    """Return the ranker whose file has `content`. Raises DataError if that is damaged."""
    try:
        vector_keys, vectors, prior_keys, priors, numbers, weights, *nodes = split(content, _MARK)
        scale, *terms = to_array("d", numbers)
        half = len(nodes) // 2
        return SentenceRanker(
            _table(vector_keys, vectors),
            _table(prior_keys, priors),
            scale,
            tuple(terms),
            tuple(to_array("d", weights)),
            _trees(nodes[:half]),
            _trees(nodes[half:]),
        )
    except (ValueError, ZeroDivisionError, struct.error) as error:
        raise damaged(FILE) from error


def _table(keys: memoryview, rows: memoryview) -> ByteTable:
    numbers = to_array(UINT, keys)
    width, rest = divmod(len(rows), len(numbers))
    if rest:
        raise damaged(FILE)
    return ByteTable(numbers, rows.cast("b"), width)


def _trees(parts: list[memoryview]) -> Trees:
    roots, features, thresholds, lefts, rights, leaves, means = parts
    return Trees(
        list(to_array("h", roots)),
        list(features),
        list(to_array("f", thresholds)),
        list(to_array("h", lefts)),
        list(to_array("h", rights)),
        list(to_array("f", leaves)),
        list(to_array("f", means)),
    )
