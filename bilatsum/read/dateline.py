"""What runs into the first sentence: the dateline of a wire story, a date header."""

import re
from functools import cache

from bilatsum.data import organisations, states
from bilatsum.data.calendar import MONTH, WEEKDAY
from bilatsum.model import Span

from .findings import PLAIN, STATED, Findings
from .lines import Line
from .published import DATE_PREFIX, date_at_start, date_within

_REACH = 300
_MAX_DATE = 80
_BLANKS = re.compile(r"\s*")
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'\-]*(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.’'\-]*){0,4}"
_MIXED_PLACE = r"[A-ZÀ-Þ][\w.’'\-]+(?:[ /][A-ZÀ-Þ][\w.’'\-]+){0,3}"
_DATELINE_DATE = (
    rf"(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+(?:19|20)\d\d)?"
)
_DASH = r"(?:\s*(?:--|—|–)\s*|\s+-\s+)"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?P<state>,\s+(?!{MONTH}\s+\d){_MIXED_PLACE})?"
    rf"(?:,?\s+(?P<date>{_DATELINE_DATE}))?(?:\s*,)?(?:\s*\((?P<agency>[^()]{{2,50}})\))?"
    rf"(?P<end>{_DASH}|:\s+)"
)
_MIXED_DATELINE = re.compile(
    rf"(?P<place>{_MIXED_PLACE})(?P<state>,\s+(?!{MONTH}\s+\d){_MIXED_PLACE})?"
    rf"(?:,?\s+(?P<date>{_DATELINE_DATE}))?(?:\s*,)?(?:\s*\((?P<agency>[^()]{{2,50}})\))?"
    rf"(?P<end>{_DASH})"
)
_MIN_BARE_PLACE = 4
# A headline that runs into its date: no full stop, and no preposition before the date.
_HEADLINE = re.compile(
    rf"\s*[A-ZÀ-Þ0-9\"'“‘`][^.!?\n]{{10,200}}?(?<!\bon)(?<!\bin)(?<!\bof)(?<!\bby)(?<!\bto)(?<!\bOn)"
    rf"(?<!\bsince)(?<!\buntil)(?<!\bfrom)(?<!\bbefore)(?<!\bafter)(?<!,)\s+"
    rf"(?={MONTH}\s+\d{{1,2}},\s+(?:19|20)\d\d\s)"
)


def find_dateline(line: Line, found: Findings) -> None:
    """Find a dateline at the start of the first line of prose.

    "ISLAMABAD, April 8 (Reuters) -", "KYIV, Ukraine (AP) —", "Tehran, 8 April 2025 –".
    """
    text = line.text[:_REACH]
    match = _DATELINE.match(text) or _MIXED_DATELINE.match(text)
    if not match or not _is_dateline(match, text):
        return
    found.add("dateline", Span(line.start, line.start + match.end()))
    if match["date"]:
        date = date_within(match["date"])
        if date:
            found.publish(date, "dateline", PLAIN)
        elif not found.published:
            found.notes.append(f"the dateline says {match['date']} without a year")


def _is_dateline(match: re.Match[str], text: str) -> bool:
    """Whether a place before a dash or a colon is one, and no body, is told by what stands by."""
    place = match["place"]
    capitals = place.isupper() and len(place) >= _MIN_BARE_PLACE
    if match["date"] or (match["agency"] and place.isupper()):
        return True
    if place.title() in _capitals():
        return True
    if match["end"].strip() == ":" or not capitals:
        return False
    follows = text[match.end() : match.end() + 1]
    return place not in _acronyms() and (follows.isupper() or follows in "\"“‘'")


@cache
def _capitals() -> frozenset[str]:
    return frozenset(capital for state in states() for capital in state.capitals)


@cache
def _acronyms() -> frozenset[str]:
    forms = (form for row in organisations() for form in (row.name, *row.acronyms, *row.aliases))
    return frozenset(form for form in forms if form.isupper())


def find_inline_date(text: str, start: int, found: Findings) -> None:
    """Find a header that runs into the text.

    "date 2025-04-08 The relationship between ...", "Talks end in Rome April 8, 2025 The two ...".
    """
    match = DATE_PREFIX.match(text, start)
    date = date_at_start(text[match.end() : match.end() + _MAX_DATE]) if match else None
    if match and date:
        found.publish(date[0], "header", STATED)
        blanks = _BLANKS.match(text, match.end() + date[1])
        found.add("date", Span(start, blanks.end() if blanks else match.end() + date[1]))
        return
    match = _HEADLINE.match(text, start, start + _REACH)
    date = date_at_start(text[match.end() : match.end() + _MAX_DATE]) if match else None
    if not match or not date or found.title:
        return
    end = match.end() + date[1]
    if re.match(r"\s[A-ZÀ-Þ\"“]", text[end : end + 2]):
        found.publish(date[0], "header", PLAIN)
        found.title = Span(match.start(), match.start() + len(match.group().rstrip()))
        found.add("title", found.title)
        found.add("date", Span(match.end(), end))
