"""The lines of a text, with their places in it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bilatsum.model import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z)")


class Line(NamedTuple):
    """One line without the white space around it. `span` is empty for a blank line."""

    span: Span
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing but white space is on the line."""
        return not self.text


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of `text` in order."""
    at = 0
    while at < len(text):
        match = _LINE.match(text, at)
        if match is None or match.end() == at:
            return
        raw = match.group()
        stripped = raw.strip()
        start = at + len(raw) - len(raw.lstrip()) if stripped else at
        yield Line(Span(start, start + len(stripped)), stripped)
        at = match.end()
