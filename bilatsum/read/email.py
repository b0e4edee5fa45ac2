"""The header lines and the signature of an e-mail."""

import re
from collections.abc import Sequence

from bilatsum.model import Span

from .findings import STATED, Findings
from .lines import Line
from .published import date_within

_HEADER = re.compile(
    r"(?P<key>from|to|cc|bcc|subject|date|sent|reply-to|message-id|mime-version|importance|"
    r"content-type|content-transfer-encoding|x-[a-z-]+|return-path|received|attachments)\s*:"
    r"\s*(?P<value>.*)",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"-{2,}\s*(?:original|forwarded)\b.{0,40}-{2,}|begin forwarded message:", re.IGNORECASE
)
_REPLY_MARKS = re.compile(r"(?:(?:re|fwd?|aw)\s*:\s*)+", re.IGNORECASE)
_MIN_HEADERS = 2
_MAX_NOTE_LINES = 40


def find_email_header(rows: Sequence[Line], found: Findings) -> int:
    """Take the header lines at the top into `found`; return the index of the line after them.

    A forwarded message has a second header under the first; the inner one is the article's.
    """
    at = 0
    while True:
        start = at
        while start < len(rows) and (rows[start].blank or _FORWARDED.fullmatch(rows[start].text)):
            start += 1
        end = start
        while end < len(rows) and not rows[end].blank:
            end += 1
        keys = {
            match["key"].lower()
            for line in rows[start:end]
            if (match := _HEADER.fullmatch(line.text))
        }
        opens = start < end and _HEADER.fullmatch(rows[start].text) is not None
        if not opens or len(keys & {"from", "to", "subject", "date", "sent"}) < _MIN_HEADERS:
            return _skip_note(rows, at, found) if at else 0
        for line in rows[at:end]:
            if not line.blank:
                found.add("header", line.span)
                _take(line, found)
        at = end


def _skip_note(rows: Sequence[Line], at: int, found: Findings) -> int:
    """Take a covering note that ends in a "Forwarded ..." line, if there is one."""
    for i, line in enumerate(rows[at : at + _MAX_NOTE_LINES], at):
        if _FORWARDED.fullmatch(line.text):
            first = next(row for row in rows[at:] if not row.blank)
            found.add("header", Span(first.span.start, line.span.end))
            return i + 1
    return at


def _take(line: Line, found: Findings) -> None:
    match = _HEADER.fullmatch(line.text)
    if not match:
        return
    key = match["key"].lower()
    if key == "subject" and match["value"]:
        mark = _REPLY_MARKS.match(match["value"])
        start = line.span.start + match.start("value") + (mark.end() if mark else 0)
        found.title = Span(start, line.span.end)
    elif key in {"date", "sent"}:
        date = date_within(match["value"])
        if date:
            found.published, found.published_from, found.trust = date, "header", STATED


def find_signature(rows: Sequence[Line], text: str, found: Findings) -> None:
    """Take everything after the last signature mark ("-- " on a line of its own) into `found`."""
    for line in reversed(rows):
        if line.text == "--" and text[line.span.end : line.span.end + 1] in {" ", "\n", "\r", ""}:
            found.add("header", Span(line.span.start, rows[-1].span.end))
            return
