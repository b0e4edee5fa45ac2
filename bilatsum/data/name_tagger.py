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
_MARK = b"bilatsum names 1"
_AROUND = 512
UINT = "I" if array("I").itemsize == struct.calcsize("=I") else "L"  # arrays of 32 bits


def key_code(key: str) -> int:
    """Return the number under which `key` stands in the tables."""
    return crc32(key.encode("utf-8", "surrogatepass"))


def place(keys: "array[int]", code: int) -> int:
    """Return where `code` stands in the sorted `keys`, -1 if it does not.

    Codes lie evenly, so that it is looked for about where it must be, and elsewhere only if it
    would be at the end of what was looked at.
    """
    size = len(keys)
    about = code * size >> 32
    low, high = max(0, about - _AROUND), min(size, about + _AROUND)
    at = bisect_left(keys, code, low, high)
    if at in {low, high}:
        at = bisect_left(keys, code)
    return at if at < size and keys[at] == code else -1


class HashedTable(NamedTuple):
    """A table from strings to numbers: the sorted CRC-32 of its keys, and a value beside each.

    A string that is not a key is mistaken for one about once in 2**32 / len(keys) look-ups.
    """

    keys: "array[int]"
    values: "array[int]"

    def get(self, key: str) -> int:
        """Return the value of `key`, 0 if it has none."""
        at = place(self.keys, key_code(key))
        return self.values[at] if at >= 0 else 0


class Weights(NamedTuple):
    """A linear-chain CRF: a row of eight-bit weights for each feature, and transitions.

    `scale` turns the eight-bit weights into the CRF's own; `transitions[after][before]` are
    in the CRF's own measure already.
    """

    keys: "array[int]"
    rows: memoryview
    scale: float
    transitions: tuple[tuple[float, ...], ...]

    def row(self, code: int) -> bytes:
        """Return a signed byte per label for the feature with this code, none if there is none."""
        at = place(self.keys, code)
        width = len(self.transitions)
        return self.rows[at * width : (at + 1) * width].tobytes() if at >= 0 else b""


class NameTagger(NamedTuple):
    """What training leaves: the groups of words, and the weights of two passes."""

    groups: HashedTable
    first: Weights
    second: Weights


@cache
def name_tagger() -> NameTagger:
    """Return the trained name tagger. Raises DataError if its file is missing or damaged."""
    return unpack(read_bytes(FILE))


def pack(tagger: NameTagger) -> bytes:
    """Return the bytes of a file that `unpack` turns into `tagger`."""
    parts = [to_bytes(tagger.groups.keys), to_bytes(tagger.groups.values)]
    for weights in (tagger.first, tagger.second):
        flat = [weights.scale, *(value for row in weights.transitions for value in row)]
        parts += [to_bytes(weights.keys), bytes(weights.rows.cast("B"))]
        parts.append(to_bytes(array("d", flat)))
    return join(_MARK, parts)


def unpack(content: bytes) -> NameTagger:
    """Return the tagger whose file has `content`. Raises DataError if that is damaged."""
    try:
        keys, values, *rest = split(content, _MARK)
        first, second = _weights(rest[:3]), _weights(rest[3:])
        groups = HashedTable(to_array(UINT, keys), to_array(UINT, values))
    except (ValueError, IndexError, struct.error) as error:
        raise damaged(FILE) from error
    if len(groups.keys) != len(groups.values):
        raise damaged(FILE)
    return NameTagger(groups, first, second)


def _weights(parts: list[memoryview]) -> Weights:
    keys, rows, floats = parts
    scale, *flat = to_array("d", floats)
    width = isqrt(len(flat))
    if len(rows) != width * len(keys) // 4:
        raise damaged(FILE)
    transitions = tuple(tuple(flat[i * width : (i + 1) * width]) for i in range(width))
    return Weights(to_array(UINT, keys), rows.cast("b"), scale, transitions)
