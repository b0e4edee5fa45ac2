"""From wordings to calendar values: the arithmetic behind the rules.

Values are those of TIMEX3 (TimeML 1.2.1): `2025-04-08`, `2025-W15`, `2025-04`, `2025-Q2`,
`2025-SP`, `2025`, `199X` for a decade, `19` for the twentieth century.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Mapping

from bilatsum.data.calendar import MONTHS, WEEKDAYS
from bilatsum.model import PartialDate

from .rule import Meaning
from .vocabulary import PARTS_OF_DAY, SEASONS

_FIRST_YEAR, _LAST_YEAR = 1, 9999
_MONTHS_A_YEAR = 12
_SATURDAY = 5


def month_number(text: str) -> int:
    """Return 1-12 for the name or the abbreviation of a month."""
    return MONTHS[text.lower().rstrip(".")]


def weekday_number(text: str) -> int:
    """Return 0-6 for the name or the abbreviation of a weekday; Monday is 0."""
    return WEEKDAYS[text.lower().rstrip(".")]


def partial(date: dt.date) -> PartialDate:
    """Return a day as a partial date."""
    return PartialDate(date.year, date.month, date.day)


def day(year: int, month: int, number_of_day: int) -> Meaning | None:
    """Return the meaning of a calendar day, None if there is no such day."""
    try:
        date = PartialDate(year, month, number_of_day)
    except ValueError:
        return None
    return Meaning("DATE", str(date), date, date)


def of_date(date: dt.date) -> Meaning:
    """Return the meaning of a day."""
    return Meaning("DATE", str(partial(date)), partial(date), partial(date))


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
    return Meaning("DATE", f"{iso.year:04d}-W{iso.week:02d}", partial(monday), partial(sunday))


def weekend(date: dt.date) -> Meaning:
    """Return the meaning of the weekend of the ISO week that holds a day."""
    saturday = date + dt.timedelta(days=_SATURDAY - date.weekday())
    sunday = saturday + dt.timedelta(days=1)
    return Meaning("DATE", f"{week(saturday).value}-WE", partial(saturday), partial(sunday))


def decade(first_year: int) -> Meaning:
    """Return the meaning of the ten years that begin with `first_year` (1990 gives 199X)."""
    return Meaning(
        "DATE",
        f"{first_year // 10:03d}X",
        PartialDate(first_year),
        PartialDate(first_year + 9),
    )


def century(ordinal: int) -> Meaning:
    """Return the meaning of a century: the 21st is 20, from 2001 to 2100."""
    first = (ordinal - 1) * 100 + 1
    return Meaning("DATE", f"{ordinal - 1:02d}", PartialDate(first), PartialDate(first + 99))


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


def quarter_again(value: str, years: int = 0) -> Meaning:
    """Return the quarter of a TIMEX3 value ("2024-Q3"), so many years later."""
    year_of, place = value.split("-Q")
    return quarter(int(place), int(year_of) + years)


def half(ordinal: int, year_of: int) -> Meaning:
    """Return the meaning of a half of a calendar year."""
    return Meaning(
        "DATE",
        f"{year_of:04d}-H{ordinal}",
        PartialDate(year_of, 6 * ordinal - 5),
        PartialDate(year_of, 6 * ordinal),
    )


def fiscal_year(year_of: int) -> Meaning:
    """Return the meaning of a fiscal year of the United States: 2024 began in October 2023."""
    return Meaning("DATE", f"{year_of:04d}", PartialDate(year_of - 1, 10), PartialDate(year_of, 9))


def between(first: Meaning, last: Meaning) -> Meaning | None:
    """Return the period from one meaning to another, None if it would run backwards."""
    if not first.value or not last.value:
        return None
    if first.start and last.end and (last.end < first.start):
        return None
    anchor = first.anchor if last.anchor == "calendar" else last.anchor
    return Meaning("DATE", f"{first.value}/{last.value}", first.start, last.end, anchor)


def part_of_day(meaning: Meaning | None, part: str | None) -> Meaning | None:
    """Return a part of a day ("2025-04-07TMO"), the day itself without one."""
    if meaning is None or not part or not meaning.value:
        return meaning
    code = PARTS_OF_DAY[part.lower()]
    value = f"{meaning.value}T{code}"
    return Meaning("TIME", value, meaning.start, meaning.end, meaning.anchor)


def shift(date: dt.date, count: int, unit: str) -> Meaning | None:
    """Return the day, week, month, quarter, year, decade or century `count` units from `date`.

    `unit` is its name in the singular; None is returned where the calendar has no such time.
    """
    try:
        return _SHIFTS[unit](date, count)
    except (OverflowError, ValueError):
        return None


_SHIFTS: Mapping[str, Callable[[dt.date, int], Meaning | None]] = {
    "day": lambda date, count: of_date(date + dt.timedelta(days=count)),
    "night": lambda date, count: of_date(date + dt.timedelta(days=count)),
    "week": lambda date, count: week(date + dt.timedelta(weeks=count)),
    "fortnight": lambda date, count: week(date + dt.timedelta(weeks=2 * count)),
    "month": lambda date, count: _month_from(date.year * 12 + date.month - 1 + count),
    "quarter": lambda date, count: _quarter_from(date.year * 4 + (date.month - 1) // 3 + count),
    "year": lambda date, count: year(date.year + count),
    "decade": lambda date, count: decade((date.year + 10 * count) // 10 * 10),
    "century": lambda date, count: century((date.year + 100 * count) // 100 + 1),
}


def _month_from(months: int) -> Meaning:
    return month(months // 12, months % 12 + 1)


def _quarter_from(quarters: int) -> Meaning:
    return quarter(quarters % 4 + 1, quarters // 4)


def away(date: dt.date, count: float, unit: str) -> PartialDate | None:
    """Return the day that lies `count` units from `date`, None where the calendar has none."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if months is None:
            days = {"week": 7, "fortnight": 14}.get(unit, 1)
            return partial(date + dt.timedelta(days=round(days * count)))
        total = date.year * _MONTHS_A_YEAR + date.month - 1 + round(months * count)
        year_of, month_of = total // _MONTHS_A_YEAR, total % _MONTHS_A_YEAR + 1
        return PartialDate(year_of, month_of, min(date.day, monthrange(year_of, month_of)[1]))
    except (OverflowError, ValueError):
        return None


def first_day(date: PartialDate) -> dt.date:
    """Return the first day of a partial date."""
    return dt.date(date.year, date.month or 1, date.day or 1)


def full_year(text: str, near: int) -> int:
    """Return the year for the short second half of a range: 2023-24 is 2024, 1998-02 is 2002."""
    if len(text) != 2:  # noqa: PLR2004
        return int(text)
    candidate = near // 100 * 100 + int(text)
    return candidate if candidate > near else candidate + 100
