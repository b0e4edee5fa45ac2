"""The header lines and the signature of an e-mail."""

import re

from bilatsum.model import Span

from .findings import STATED, Findings
from .lines import Line, Lines, lines
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


def find_email_header(rows: Lines, top: int, found: Findings) -> int:
    """Take the header lines from the line `top` on into `found`; return the line after them.

    A forwarded message has a second header under the first; the inner one is the article's.
    """
    at = top
    while True:
        start = at
        while rows.reach(start) and (rows[start].blank or _FORWARDED.fullmatch(rows[start].text)):
            start += 1
        if not rows.reach(start) or not _HEADER.fullmatch(rows[start].text):
            break
        end = start
        while rows.reach(end) and not rows[end].blank:
            end += 1
        keys = {
            match["key"].lower()
            for line in rows.part(start, end)
            if (match := _HEADER.fullmatch(line.text))
        }
        if len(keys & {"from", "to", "subject", "date", "sent"}) < _MIN_HEADERS:
            break
        for line in rows.part(at, end):
            if not line.blank:
                found.add("header", line.span)
                _take(line, found)
        at = end
    return _skip_note(rows, at, found) if at > top else top


def _skip_note(rows: Lines, at: int, found: Findings) -> int:
    """Take a covering note that ends in a "Forwarded ..." line, if there is one."""
    note = rows.part(at, at + _MAX_NOTE_LINES)
    for i, line in enumerate(note, at):
        if _FORWARDED.fullmatch(line.text):
            first = next(row for row in note if not row.blank)
            found.add("header", Span(first.start, line.end))
            return i + 1
    return at


def _take(line: Line, found: Findings) -> None:
    match = _HEADER.fullmatch(line.text)
    if not match:
        return
    key = match["key"].lower()
    if key == "subject" and match["value"]:
        mark = _REPLY_MARKS.match(match["value"])
        start = line.start + match.start("value") + (mark.end() if mark else 0)
        found.title = Span(start, line.end)
    elif key in {"date", "sent"}:
        date = date_within(match["value"])
        if date:
            found.published, found.published_from, found.trust = date, "header", STATED


def find_signature(text: str, start: int, found: Findings) -> None:
    """Take everything after the last signature mark ("-- " on a line of its own) into `found`.

    It is looked for in the lines from that which begins at `start`.
    """
    if text.find("--", start) < 0:
        return
    mark = end = -1
    for line in lines(text, start):
        end = line.end
        if line.text == "--" and text[end : end + 1] in {" ", "\n", "\r", ""}:
            mark = line.start
    if mark >= 0:
        found.add("header", Span(mark, end))
