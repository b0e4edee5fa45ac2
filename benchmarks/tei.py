"""Whether a resolved date of TEI (as in GUM) and a TIMEX3 value with its bounds say the same."""

import re
from calendar import monthrange

_TIMEX_BC = re.compile(r"BC(\d+)")
_DECADE = re.compile(r"(\d{3})X")
_SEASON = re.compile(r"(\d{4})-(?:SP|SU|FA|WI)")
_DATE = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?(?:T.*)?")
_TIME = re.compile(r"(?:T|^)(\d\d:\d\d)")
_OPEN = frozenset({"", ".."})


def agrees(tei: str, value: str, start: str, end: str) -> bool:
    """Whether `tei` ("1990/1999", "1949/..", "-0508") is what a mention says.

    `value` is the mention's TIMEX3 value, `start` and `end` are its bounds, "" where open. Periods
    are compared by their days; decades, centuries, seasons, years before Christ and times of day
    by what TIMEX3 can say of them; where one side is open, the other counts.
    """
    if tei == value or _days(*_ends(tei)) == _days(start, end):
        return True
    time = _TIME.search(tei)
    if time:
        return time[1] in value
    before_christ = _TIMEX_BC.fullmatch(value)
    if before_christ:
        year = tei.strip("./").removeprefix("-").lstrip("0")
        return year in {before_christ[1].lstrip("0"), f"{before_christ[1].lstrip('0')}00"}
    if tei.isdigit() and value.isdigit() and len(value) == len("2025"):
        return int(tei) == int(value)
    if "T" in value:
        return tei == value[:10]
    return "/" in tei and _same_period(*_ends(tei), value, {start, end})


def _same_period(first: str, last: str, value: str, bounds: set[str]) -> bool:
    if first in _OPEN or last in _OPEN:
        known = last if first in _OPEN else first
        return known in {value, *bounds}
    decade, season = _DECADE.fullmatch(value), _SEASON.fullmatch(value)
    if decade:
        return first[:3] == last[:3] == decade[1]
    if season:
        return first[:4] == season[1]
    if re.fullmatch(r"\d\d", value):
        return first[:2] == value and last[:2] in {value, f"{int(value) + 1:02d}"}
    return False


def _ends(tei: str) -> tuple[str, str]:
    first, slash, last = tei.partition("/")
    return first, last if slash else first


def _days(first: str, last: str) -> tuple[object, object]:
    """Return the first and the last day of a period, or what cannot be read as it stands."""
    begin, finish = _DATE.fullmatch(first), _DATE.fullmatch(last)
    low: object = first
    high: object = last
    if begin:
        low = (int(begin[1]), int(begin[2] or 1), int(begin[3] or 1))
    if finish:
        year, month = int(finish[1]), int(finish[2] or 12)
        high = (year, month, int(finish[3] or monthrange(max(year, 1), month)[1]))
    return low, high
