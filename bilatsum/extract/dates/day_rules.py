"""Rules for calendar days and ranges of days, with or without their year."""

import datetime as dt
import re

from bilatsum.data.calendar import MONTH, WEEKDAY

from . import resolve
from .rule import UNRESOLVED, Context, DateRule, Meaning

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_LAST = r"(?P<last>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_NO_YEAR = r"(?!,?\s\d{4})"
_WEEKDAY = rf"(?:{WEEKDAY},?\s)?"
_TO = r"\s?(?:-|–|—|to|through|until|and)\s?"
_MONTH = rf"(?P<month>{MONTH})"
# Without a year beside it, "may" and "march" in small letters are no months.
_CAPITAL_MONTH = rf"(?P<month>(?-i:{MONTH}))"
_CAPITAL_LAST_MONTH = rf"(?:(?P<last_month>(?-i:{MONTH}))\s)?"

# The tense of the clause overrules the nearest year only beyond these; tenses are often misread.
_TOO_FAR_AHEAD = dt.timedelta(days=120)
_TOO_LONG_AGO = dt.timedelta(days=45)
_LEAP_YEAR = 2000


def _iso(match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.day(int(match["year"]), int(match["month"]), int(match["day"]))


def _day(match: re.Match[str], _: Context) -> Meaning | None:
    month = resolve.month_number(match["month"])
    return resolve.day(int(match["year"]), month, int(match["day"]))


def _range(match: re.Match[str], _: Context) -> Meaning | None:
    """Resolve a range of days whose year is stated; one of the months may be left out."""
    names = [name for name in (match["month"], match["last_month"]) if name]
    first_month, last_month = resolve.month_number(names[0]), resolve.month_number(names[-1])
    year = int(match["year"])
    first = resolve.day(year, first_month, int(match["day"]))
    last = resolve.day(year, last_month, int(match["last"]))
    return resolve.between(first, last) if first and last else None


def _day_without_year(match: re.Match[str], context: Context) -> Meaning | None:
    month, number = resolve.month_number(match["month"]), int(match["day"])
    if not context.published:
        return UNRESOLVED if resolve.day(_LEAP_YEAR, month, number) else None
    tense = context.tense(match.start(), match.end())
    return resolve.day(_year(month, number, context.published, tense), month, number)


def _range_without_year(match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    month, number = resolve.month_number(match["month"]), int(match["day"])
    year = _year(month, number, context.published, context.tense(match.start(), match.end()))
    last_month = resolve.month_number(match["last_month"]) if match["last_month"] else month
    first = resolve.day(year, month, number)
    last = resolve.day(year + (last_month < month), last_month, int(match["last"]))
    return resolve.between(first, last) if first and last else None


def _year(month: int, number: int, published: dt.date, tense: str) -> int:
    """Return the year of a day that is named without one: the nearest, or the tense's side."""
    year = resolve.nearest_year(published, month, "unknown")
    try:
        date = dt.date(year, month, number)
    except ValueError:
        return year
    if tense == "past" and date > published + _TOO_FAR_AHEAD:
        return year - 1
    if tense == "future" and date < published - _TOO_LONG_AGO:
        return year + 1
    return year


def _nine_eleven(_match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.day(2001, 9, 11)


DAY_RULES = (
    DateRule(
        "dates.day.iso",
        resolve.find(
            r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
        ),
        _iso,
        (("The text of 2025-04-08 stands.", "2025-04-08", "2025-04-08"),),
        ("Call 2025-04-0812.", "The code is 2025-13-01."),
    ),
    DateRule(
        "dates.day.range",
        resolve.find(
            rf"{_WEEKDAY}{_MONTH}\s{_DAY}{_TO}(?:(?P<last_month>{MONTH})\s)?{_LAST},?\s{_YEAR}"
        ),
        _range,
        (("They met on September 11-12, 2024.", "September 11-12, 2024", "2024-09-11/2024-09-12"),),
        ("They met in September 2024.",),
    ),
    DateRule(
        "dates.day.range_british",
        resolve.find(
            rf"{_WEEKDAY}{_DAY}(?:\s{_MONTH})?{_TO}{_LAST}\s(?P<last_month>{MONTH}),?\s{_YEAR}"
        ),
        _range,
        (("It runs from 3-5 May 2025.", "3-5 May 2025", "2025-05-03/2025-05-05"),),
        ("Articles 3-5 of May's plan.",),
    ),
    DateRule(
        "dates.day.full",
        resolve.find(rf"{_WEEKDAY}{_MONTH}\s{_DAY},?\s{_YEAR}"),
        _day,
        (
            ("On Monday, July 25, 2022, they met.", "Monday, July 25, 2022", "2022-07-25"),
            ("Published Jan. 9, 2024.", "Jan. 9, 2024", "2024-01-09"),
        ),
        ("On February 30, 2024 nothing happened.",),
    ),
    DateRule(
        "dates.day.full_british",
        resolve.find(rf"{_WEEKDAY}(?:the\s)?{_DAY}\s(?:of\s)?{_MONTH},?\s{_YEAR}"),
        _day,
        (("The declaration of 30 December 2005 holds.", "30 December 2005", "2005-12-30"),),
        ("Some 30 December deliveries failed.",),
    ),
    DateRule(
        "dates.day.range_without_year",
        resolve.find(
            rf"{_WEEKDAY}{_CAPITAL_MONTH}\s{_DAY}{_TO}{_CAPITAL_LAST_MONTH}{_LAST}{_NO_YEAR}"
            r"(?!,\d)(?!\s?(?:percent|per|%))"
        ),
        _range_without_year,
        (
            ("She will visit Ankara April 5-6 for talks.", "April 5-6", "2025-04-05/2025-04-06"),
            ("It runs June 1 to August 31 each time.", "June 1 to August 31",
             "2025-06-01/2025-08-31"),
        ),
        ("It rose from May 3 to 12,000.",),
    ),
    DateRule(
        "dates.day.without_year",
        resolve.find(rf"{_WEEKDAY}{_CAPITAL_MONTH}\s{_DAY}{_NO_YEAR}(?!,\d)(?!:\d)"),
        _day_without_year,
        (
            ("On March 3, Ukraine instituted a new regime.", "March 3", "2025-03-03"),
            ("The Senate will vote on January 9.", "January 9", "2026-01-09"),
        ),
        ("They may 3 times ask.", "March 30,000 men there."),
    ),
    DateRule(
        "dates.day.without_year_british",
        resolve.find(
            rf"{_WEEKDAY}(?:the\s)?{_DAY}\s(?:of\s)?{_CAPITAL_MONTH}{_NO_YEAR}(?!\s(?-i:[A-Z][a-z]))"
        ),
        _day_without_year,
        (("A further round is due on 27 August.", "27 August", "2025-08-27"),),
        ("Some 27 may leave.",),
    ),
    DateRule(
        "dates.day.nine_eleven",
        resolve.find(r"9/11|nine[- ]eleven"),
        _nine_eleven,
        (("He had ignored it since 9/11.", "9/11", "2001-09-11"),),
        ("It is open 24/7.", "They won 9-11."),
    ),
)  # fmt: skip
