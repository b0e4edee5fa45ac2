"""The lines of a text, with their places in it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from bilatsum.model import Span

_BREAK = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029](?:(?<=\r)\n)?")


class Line(NamedTuple):
    """One line without the white space around it, and where that starts; a blank line is empty."""

    start: int
    text: str

    @property
    def span(self) -> Span:
        """The place of the line in the text."""
        return Span(self.start, self.end)

    @property
    def end(self) -> int:
        """Where the line ends in the text."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing but white space is on the line."""
        return not self.text


class Lines:
    """The lines of a text from the top, found as far down as they are asked for."""

    def __init__(self, text: str) -> None:
        """Take the text."""
        self._more = lines(text)
        self._found: list[Line] = []

    def reach(self, at: int) -> bool:
        """Return whether there is a line `at`, counted from 0."""
        missing = at + 1 - len(self._found)
        if missing > 0:
            self._found += islice(self._more, missing)
        return at < len(self._found)

    def __getitem__(self, at: int) -> Line:
        """Return the line `at`, counted from 0. Raises IndexError."""
        self.reach(at)
        return self._found[at]

    def part(self, first: int, last: int) -> list[Line]:
        """Return the lines from `first` up to but not including `last`, as far as there are any."""
        self.reach(last - 1)
        return self._found[first:last]


def lines(text: str, start: int = 0) -> Iterator[Line]:
    """Yield the lines of `text` in order, from the one that begins at `start`."""
    for match in _BREAK.finditer(text, start):
        yield _line(text, start, match.start())
        start = match.end()
    if start < len(text):
        yield _line(text, start, len(text))


def _line(text: str, start: int, end: int) -> Line:
    right = text[start:end].rstrip()
    shown = right.lstrip()
    return Line(start + len(right) - len(shown), shown)
