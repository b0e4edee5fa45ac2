"""Bytes in and out: files, standard input and output, and what the terminal can show."""

import errno
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import BinaryIO, TextIO

from bilatsum.errors import InputError, OutputError

from .exits import Exit

STDIN = "-"
MAX_BYTES = 10_000_000
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Screen:
    """What the place where a brief is shown can show."""

    width: int
    colour: bool
    ascii_only: bool


def read_source(source: str, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file, or of standard input for "-".

    Raises InputError, also where there are more than `max_bytes`; no more than that is ever read.
    """
    try:
        if source == STDIN:
            data = _read(sys.stdin.buffer, max_bytes + 1)
        else:
            with Path(source).open("rb", buffering=0) as file:
                data = _read(file, max_bytes + 1)
    except OSError as error:
        raise InputError(*_unreadable(source, error)) from error
    except ValueError as error:  # a null byte in the path
        message = f"{source!r} is no file name"
        raise InputError(message) from error
    if len(data) > max_bytes:
        whole = max_bytes % 1_000_000 == 0
        limit = f"{max_bytes // 1_000_000} MB" if whole else f"{max_bytes} bytes"
        message = f"{name_of(source)} is larger than {limit}"
        raise InputError(message, hint="give the articles one by one, or a larger --max-bytes")
    return data


def _read(stream: BinaryIO | FileIO, most: int) -> bytes:
    """Read at most so many bytes, in pieces: memory grows with what comes, not with the limit."""
    parts: list[bytes] = []
    left = most
    while left > 0 and (part := stream.read(min(left, _PIECE))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def name_of(source: str) -> str:
    """Return how a source is called in messages and briefs."""
    return "standard input" if source == STDIN else source


def _unreadable(source: str, error: OSError) -> tuple[str]:
    reasons = {
        errno.ENOENT: "there is no such file",
        errno.EISDIR: "it is a folder; give the files in it",
        errno.EACCES: "no permission to read it",
    }
    reason = reasons.get(error.errno or 0) or (error.strerror or "unknown reason").lower()
    return (f"{name_of(source)} cannot be read: {reason}",)


def write_stdout(pieces: Iterable[str], *, encoding: str = "utf-8") -> None:
    """Write a text in pieces to standard output and flush it. Raises OutputError.

    Where the reader has gone the program ends without a word: Click would make that a failure.
    """
    try:
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode(encoding, errors="replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        close_quietly()
        sys.exit(Exit.OK)
    except OSError as error:
        # What could not be written must not be tried again when Python closes the stream.
        _discard_stdout()
        message = (
            f"standard output cannot be written: {(error.strerror or 'unknown reason').lower()}"
        )
        raise OutputError(message) from error


def _discard_stdout() -> None:
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())


def close_quietly() -> None:
    """Let Python end without a word after the reader of standard output has gone."""
    _discard_stdout()


def screen(stream: TextIO, environment: Mapping[str, str]) -> Screen:
    """Return what the terminal behind `stream` can show.

    No colour where NO_COLOR is set (https://no-color.org) or nobody looks; ASCII where neither
    the stream nor the locale is UTF-8.
    """
    terminal = stream.isatty()
    colour = terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    width = shutil.get_terminal_size().columns
    return Screen(width=width, colour=colour, ascii_only=not _is_utf8(stream, environment))


def _is_utf8(stream: TextIO, environment: Mapping[str, str]) -> bool:
    if (stream.encoding or "").lower().replace("-", "").replace("_", "") != "utf8":
        return False
    # Python writes UTF-8 in the C locale too, but a terminal in that locale cannot show it.
    locale = environment.get("LC_ALL") or environment.get("LANG") or ""
    return locale not in {"C", "POSIX"}
