"""The head of an article: title, byline, date lines, labels.

The lines from the top are sorted into kinds until the first one that is prose. What a line is,
is decided by the first row of LINE_KINDS that recognises it; a line that none recognises is the
title if it can be one.
"""

import re
from collections.abc import Callable

from bilatsum.model import Span

from .bylines import is_byline
from .findings import PLAIN, STATED, UPDATED, Findings
from .labels import is_label
from .lines import Line, Lines
from .published import DATE_PREFIX, date_at_start, date_within
from .titles import title_at

_MAX_LINES = 16
_MAX_LENGTH = 400
_MAX_PLACE = 90
_MAX_DATE = 80

_ISSUED_ON = re.compile(
    r"(?:the |this )?(?:press release|statement|article|readout|speech|text|communiqu[eé])"
    r"(?: was)?(?: first)? (?:issued|released|published|delivered|made)\b[^.]{0,120}?\bon ",
    re.IGNORECASE,
)
_NOTHING_MORE = re.compile(r"(?:\s*[(\[|][^)\]]{0,40}[)\]]?)?\W*")
_FIELD = re.compile(
    r"(?P<key>title|headline|subtitle|author|authors|by|byline|source|publication|date|published|"
    r"posted|updated|last updated|url|link|section|language|copyright|words|word count|"
    r"classification|reference|ref|subject)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)


def find_head(rows: Lines, top: int, found: Findings) -> int:
    """Sort the lines of `rows` from `top` on; return the index of the first line of prose.

    A title line takes the place of a title that only a header named (a subject, front matter).
    """
    at, seen = top, 0
    titled = False
    while rows.reach(at) and seen < _MAX_LINES:
        line = rows[at]
        if line.blank:
            at += 1
            continue
        seen += 1
        if len(line.text) <= _MAX_LENGTH and any(take(line, found) for take in LINE_KINDS):
            at += 1
            continue
        section = found.title is not None and line.text.startswith("##")
        span = None if titled or section else title_at(rows, at, _is_head_line)
        if span is None:
            break
        found.title = span
        found.add("title", span)
        if line.start < span.start:  # "# " is markup even where nothing else is
            found.add("markup", Span(line.start, span.start))
        titled = True
        while rows.reach(at) and rows[at].start < span.end:
            at += 1
    return at


def _is_head_line(line: Line) -> bool:
    return len(line.text) <= _MAX_LENGTH and any(take(line, Findings()) for take in LINE_KINDS)


def _take_label(line: Line, found: Findings) -> bool:
    if not is_label(line.text):
        return False
    found.add("label", line.span)
    return True


def _take_date(line: Line, found: Findings) -> bool:
    """Take a line that is nothing but a date, with the words or the place that introduce one."""
    text = line.text.strip("()[]*_ ")
    prefix = _ISSUED_ON.match(text) or DATE_PREFIX.match(text)
    for start in [prefix.end()] if prefix else [*_after_commas(text), 0]:
        date = date_at_start(text[start : start + _MAX_DATE])
        if date and _NOTHING_MORE.fullmatch(text, start + date[1]):
            lead = text[:start].lower()
            trust = STATED if prefix else PLAIN
            updated = "updated" in lead or "modified" in lead
            found.publish(date[0], "header", UPDATED if updated else trust)
            found.add("date", line.span)
            return True
    return False


def _after_commas(text: str) -> list[int]:
    """Return where a date may begin after a place: "Penhallow House, London, 14 May 2025"."""
    if not text[:1].isupper():
        return []
    return [match.end() for match in re.finditer(r",\s", text[:_MAX_PLACE])]


def _take_field(line: Line, found: Findings) -> bool:
    """Take a "Key: value" line of an export or a clipping service."""
    match = _FIELD.fullmatch(line.text)
    if not match:
        return False
    key = match["key"].lower()
    value = Span(line.start + match.start("value"), line.end)
    if key in {"title", "headline", "subject"} and found.title is None:
        found.title = value
    elif key in {"author", "authors", "by", "byline"} and found.byline is None:
        found.byline = value
    elif key in {"date", "published", "posted"}:
        found.publish(date_within(match["value"]), "header", STATED)
    elif key in {"updated", "last updated"}:
        found.publish(date_within(match["value"]), "header", UPDATED)
    found.add("header", line.span)
    return True


def _take_byline(line: Line, found: Findings) -> bool:
    if not is_byline(line.text.strip("*_ ")):
        return False
    if found.byline is None:
        found.byline = line.span
    found.add("byline", line.span)
    return True


LINE_KINDS: tuple[Callable[[Line, Findings], bool], ...] = (
    _take_label,
    _take_date,
    _take_field,  # after dates: "Published: 8 April 2025" is a date line
    _take_byline,
)
