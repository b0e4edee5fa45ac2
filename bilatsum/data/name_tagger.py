"""The trained parameters of the name tagger, in a file that needs no parsing."""

import struct
from array import array
from bisect import bisect_left
from functools import cache
from math import isqrt
from typing import NamedTuple
from zlib import crc32

from .parts import damaged, join, read_bytes, split, to_array, to_bytes

FILE = "name_tagger.bin"
_MARK = b"bilatsum names 3"
UINT = "I" if array("I").itemsize == struct.calcsize("=I") else "L"  # arrays of 32 bits
_PASSES = 2


def key_code(key: str) -> int:
    """Return the number under which `key` stands in the tables."""
    return crc32(key.encode("utf-8", "surrogatepass"))


class Codes:
    """The sorted CRC-32 of the keys of a table.

    A string that is not a key is mistaken for one about once in 2**32 / len(keys) look-ups. Most
    that are none are told by one bit: `sieve` has one for each value of the upper 20 bits of a
    code, which is set where a key has it.
    """

    SIEVE_SHIFT = 12
    _SHELF_SHIFT = 22  # a thousand shelves: the codes lie evenly, some hundred on each

    def __init__(self, keys: "array[int]", sieve: bytes) -> None:
        """Take the sorted codes and their sieve, and note where each shelf begins."""
        self.keys, self.sieve = keys, sieve
        shelves = range(0, (1 << 32) + 1, 1 << self._SHELF_SHIFT)
        self._shelves = [bisect_left(keys, code) for code in shelves]

    def find(self, key: str) -> int:
        """Return where `key` stands among the keys, -1 if it does not."""
        code = crc32(key.encode("utf-8", "surrogatepass"))
        upper = code >> self.SIEVE_SHIFT
        return self.place(code) if self.sieve[upper >> 3] >> (upper & 7) & 1 else -1

    def place(self, code: int) -> int:
        """Return where the key with this code stands among the keys, -1 if none has it."""
        shelf = code >> self._SHELF_SHIFT
        stop = self._shelves[shelf + 1]
        at = bisect_left(self.keys, code, self._shelves[shelf], stop)
        return at if at < stop and self.keys[at] == code else -1


def with_sieve(keys: "array[int]") -> Codes:
    """Return the sorted codes with the sieve made for them."""
    sieve = bytearray(1 << 32 - Codes.SIEVE_SHIFT - 3)
    for code in keys:
        upper = code >> Codes.SIEVE_SHIFT
        sieve[upper >> 3] |= 1 << (upper & 7)
    return Codes(keys, bytes(sieve))


class HashedTable(NamedTuple):
    """A table from strings to numbers."""

    codes: Codes
    values: "array[int]"

    def get(self, key: str) -> int:
        """Return the value of `key`, 0 if it has none."""
        at = self.codes.find(key)
        return self.values[at] if at >= 0 else 0


class Weights(NamedTuple):
    """A row of eight-bit weights for each feature: one for each label of each of the passes."""

    codes: Codes
    rows: memoryview


class Chain(NamedTuple):
    """How well labels follow each other in one pass of the CRF.

    `scale` turns the eight-bit weights into the CRF's own; `transitions[after][before]` are
    in the CRF's own measure already.
    """

    scale: float
    transitions: tuple[tuple[float, ...], ...]


class NameTagger(NamedTuple):
    """What training leaves: the groups of words, and the weights of two passes."""

    groups: HashedTable
    weights: Weights
    first: Chain
    second: Chain


@cache
def name_tagger() -> NameTagger:
    """Return the trained name tagger. Raises DataError if its file is missing or damaged."""
    return unpack(read_bytes(FILE))


def pack(tagger: NameTagger) -> bytes:
    """Return the bytes of a file that `unpack` turns into `tagger`."""
    parts = [
        to_bytes(tagger.groups.codes.keys),
        tagger.groups.codes.sieve,
        to_bytes(tagger.groups.values),
        to_bytes(tagger.weights.codes.keys),
        tagger.weights.codes.sieve,
        bytes(tagger.weights.rows.cast("B")),
    ]
    for chain in (tagger.first, tagger.second):
        flat = [chain.scale, *(value for row in chain.transitions for value in row)]
        parts.append(to_bytes(array("d", flat)))
    return join(_MARK, parts)


def unpack(content: bytes) -> NameTagger:
    """Return the tagger whose file has `content`. Raises DataError if that is damaged."""
    try:
        keys, sieve, values, features, feature_sieve, rows, *chains = split(content, _MARK)
        groups = HashedTable(Codes(to_array(UINT, keys), bytes(sieve)), to_array(UINT, values))
        weights = Weights(Codes(to_array(UINT, features), bytes(feature_sieve)), rows.cast("b"))
        first, second = map(_chain, chains)
    except (ValueError, IndexError, struct.error) as error:
        raise damaged(FILE) from error
    labels = len(first.transitions) + len(second.transitions)
    whole = 1 << 32 - Codes.SIEVE_SHIFT - 3
    if (
        len(keys) != len(values)
        or len(rows) * 4 != len(features) * labels
        or not len(sieve) == len(feature_sieve) == whole
    ):
        raise damaged(FILE)
    return NameTagger(groups, weights, first, second)


def _chain(part: memoryview) -> Chain:
    scale, *flat = to_array("d", part)
    width = isqrt(len(flat))
    return Chain(scale, tuple(tuple(flat[i * width : (i + 1) * width]) for i in range(width)))
