"""From wordings to calendar values: the arithmetic behind the rules."""

import datetime as dt
import re
from collections.abc import Callable, Mapping

from bilatsum.data.calendar import MONTHS
from bilatsum.model import PartialDate

from .rule import Meaning

NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
     "hundred": 100}  # fmt: skip
NUMBER = rf"(?:\d{{1,4}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"

UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE"}
UNIT = r"(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies))"

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_FIRST_YEAR, _LAST_YEAR = 1, 9999
_MONTHS_A_YEAR = 12


def number(text: str) -> int:
    """Return the number that a numeral or a number word stands for."""
    return int(text) if text.isdigit() else NUMBERS[text.lower()]


def month_number(text: str) -> int:
    """Return 1-12 for the name or the abbreviation of a month."""
    return MONTHS[text.lower().rstrip(".")]


def unit_letter(text: str) -> str:
    """Return the TIMEX3 letter(s) of a calendar unit in the singular or the plural."""
    singular = {"centuries": "century"}.get(text.lower(), text.lower().removesuffix("s"))
    return UNITS[singular]


def day(year: int, month: int, number_of_day: int) -> Meaning | None:
    """Return the meaning of a calendar day, None if there is no such day."""
    try:
        dt.date(year, month, number_of_day)
    except ValueError:
        return None
    date = PartialDate(year, month, number_of_day)
    return Meaning("DATE", str(date), date, date)


def of_date(date: dt.date) -> Meaning:
    """Return the meaning of a day."""
    partial = PartialDate(date.year, date.month, date.day)
    return Meaning("DATE", str(partial), partial, partial)


def month(year: int, number_of_month: int) -> Meaning:
    """Return the meaning of a month."""
    date = PartialDate(year, number_of_month)
    return Meaning("DATE", str(date), date, date)


def year(number_of_year: int) -> Meaning | None:
    """Return the meaning of a year."""
    if not _FIRST_YEAR <= number_of_year <= _LAST_YEAR:
        return None
    date = PartialDate(number_of_year)
    return Meaning("DATE", str(date), date, date)


def week(date: dt.date) -> Meaning:
    """Return the meaning of the ISO week that holds a day."""
    iso = date.isocalendar()
    monday = date - dt.timedelta(days=date.weekday())
    sunday = monday + dt.timedelta(days=6)
    return Meaning(
        "DATE",
        f"{iso.year:04d}-W{iso.week:02d}",
        PartialDate(monday.year, monday.month, monday.day),
        PartialDate(sunday.year, sunday.month, sunday.day),
    )


def decade(first_year: int) -> Meaning:
    """Return the meaning of the ten years that begin with `first_year` (1990 gives 199X)."""
    return Meaning(
        "DATE",
        f"{first_year // 10:03d}X",
        PartialDate(first_year),
        PartialDate(first_year + 9),
    )


def century(ordinal: int) -> Meaning:
    """Return the meaning of a century: the 21st is 20XX, from 2001 to 2100."""
    first = (ordinal - 1) * 100 + 1
    return Meaning("DATE", f"{ordinal - 1:02d}XX", PartialDate(first), PartialDate(first + 99))


def between(first: Meaning, last: Meaning) -> Meaning | None:
    """Return the period from one meaning to another, None if it would run backwards."""
    if not first.value or not last.value:
        return None
    if first.start and last.end and (last.end < first.start):
        return None
    return Meaning("DATE", f"{first.value}/{last.value}", first.start, last.end)


def shift(date: dt.date, count: int, letter: str) -> Meaning | None:
    """Return the day, week, month, year, decade or century that lies `count` units from `date`.

    `letter` is the unit in TIMEX3; None is returned where the calendar has no such time.
    """
    try:
        return _SHIFTS[letter](date, count)
    except (OverflowError, ValueError):
        return None


_SHIFTS: Mapping[str, Callable[[dt.date, int], Meaning | None]] = {
    "D": lambda date, count: of_date(date + dt.timedelta(days=count)),
    "W": lambda date, count: week(date + dt.timedelta(weeks=count)),
    "M": lambda date, count: _month_from(date.year * 12 + date.month - 1 + count),
    "Y": lambda date, count: year(date.year + count),
    "DE": lambda date, count: decade((date.year + 10 * count) // 10 * 10),
    "CE": lambda date, count: century((date.year - 1) // 100 + 1 + count),
}


def _month_from(months: int) -> Meaning:
    return month(months // 12, months % 12 + 1)


def nearest_year(published: dt.date, number_of_month: int, tense: str) -> int:
    """Return the year of a month that is named without one.

    The past takes the latest such month that has begun, the future the next that is not over,
    otherwise the nearest one counts.
    """
    distance = number_of_month - published.month
    if tense == "past":
        return published.year - (distance > 0)
    if tense == "future":
        return published.year + (distance < 0)
    half = _MONTHS_A_YEAR // 2
    if distance > half:
        return published.year - 1
    return published.year + (distance < -half)


def season(name: str, year_of: int) -> Meaning:
    """Return the meaning of a season of the northern year; winter runs into the next year."""
    code = SEASONS[name.lower()]
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    end = PartialDate(year_of + 1, 2) if code == "WI" else PartialDate(year_of, first + 2)
    return Meaning("DATE", f"{year_of:04d}-{code}", PartialDate(year_of, first), end)


def quarter(ordinal: int, year_of: int) -> Meaning:
    """Return the meaning of a calendar quarter."""
    return Meaning(
        "DATE",
        f"{year_of:04d}-Q{ordinal}",
        PartialDate(year_of, 3 * ordinal - 2),
        PartialDate(year_of, 3 * ordinal),
    )


def half(ordinal: int, year_of: int) -> Meaning:
    """Return the meaning of a half of a calendar year."""
    return Meaning(
        "DATE",
        f"{year_of:04d}-H{ordinal}",
        PartialDate(year_of, 6 * ordinal - 5),
        PartialDate(year_of, 6 * ordinal),
    )


def full_year(text: str, near: int) -> int:
    """Return the year for the short second half of a range: 2023-24 is 2024, 1998-02 is 2002."""
    if len(text) != 2:  # noqa: PLR2004
        return int(text)
    candidate = near // 100 * 100 + int(text)
    return candidate if candidate > near else candidate + 100


def find(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern: case is ignored, and it begins and ends at word boundaries."""
    return re.compile(rf"(?<![\w$€£¥/.,:-])(?:{pattern})(?![\w%])", re.IGNORECASE)
