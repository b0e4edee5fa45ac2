"""Trained weights in files that need no parsing: a mark, then parts, each behind its length.

Lengths are 32-bit, all numbers little-endian.
"""

import struct
import sys
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bilatsum.errors import DataError


def read_bytes(file: str) -> bytes:
    """Return the content of a data file. Raises DataError if it cannot be read."""
    try:
        return (Path(__file__).parent / file).read_bytes()
    except OSError as error:
        message = f"the data file {file} cannot be read: {error.strerror}"
        raise DataError(message, hint="install bilatsum again") from error


def damaged(file: str) -> DataError:
    """Return the error for a data file whose content is not what it should be."""
    return DataError(f"the data file {file} is damaged", hint="install bilatsum again")


def split(content: bytes, mark: bytes) -> list[memoryview]:
    """Return the parts of a file. Raises ValueError or struct.error if it is not whole."""
    view = memoryview(content)
    parts: list[memoryview] = []
    at = len(mark)
    while at < len(view):
        (size,) = struct.unpack_from("<I", view, at)
        parts.append(view[at + 4 : at + 4 + size])
        at += 4 + size
    if content[: len(mark)] != mark or at != len(view):
        message = "not whole"
        raise ValueError(message)
    return parts


def join(mark: bytes, parts: Iterable[bytes]) -> bytes:
    """Return the content of a file that `split` takes apart again."""
    return mark + b"".join(struct.pack("<I", len(part)) + part for part in parts)


def to_array(code: str, part: memoryview) -> "array[Any]":
    """Return the numbers of a part; `code` is their type as the module array has it."""
    numbers: array[Any] = array(code)
    numbers.frombytes(part)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def to_bytes(numbers: "array[int] | array[float]") -> bytes:
    """Return the part that `to_array` turns into `numbers`."""
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers.tobytes()
