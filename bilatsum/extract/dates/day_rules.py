"""Rules for calendar days and ranges of days, with or without their year."""

import re
from typing import TYPE_CHECKING

from bilatsum.data.calendar import WEEKDAY

from . import resolve
from .reference import from_publication, year_of_day
from .rule import UNRESOLVED, Context, DateRule, Meaning, RuleGroup, find
from .vocabulary import MONTH_NAME, ORDINAL_DAY, ORDINALS, YEAR, ordinal

if TYPE_CHECKING:
    from bilatsum.model import Anchor

_ORDINAL_WORD = rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
_NUMERAL = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DAY = rf"(?P<day>{_NUMERAL})"
_LAST = rf"(?P<last_day>{_NUMERAL})"
_MONTH = rf"(?P<month>{MONTH_NAME})"
_LAST_MONTH = rf"(?P<last_month>{MONTH_NAME})"
_YEAR = rf"(?P<year>{YEAR})"
_NO_YEAR = rf"(?!,?\s{YEAR}(?!\d))"
_NO_TALLY = r"(?!,\d)(?!:\d)(?!\s?(?:percent|per\scent|%|million|billion))"
_WEEKDAY = rf"(?:(?:this\s(?:coming|past)\s)?(?-i:{WEEKDAY}|[A-Z]{{3,6}}DAY),?\s(?:the\s)?)?"
_HYPHEN = r"\s?(?:-|–|—)\s?"
_TO = r"\s(?:to|through|until|till|and|thru)\s"
_FROM = r"(?:from|between)\s"
_LEAP_YEAR = 2000


def _iso(match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.day(int(match["year"]), int(match["month"]), int(match["day"]))


def _numeric(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve 26/11/2008; where day and month could change places, only the year is sure."""
    a, b, digits = int(match["a"]), int(match["b"]), match["year"]
    year = int(digits) if len(digits) > 2 else _short_year(int(digits), context)  # noqa: PLR2004
    if match["mark"] == ".":  # dotted dates put the day first
        return resolve.day(year, b, a)
    readings = [
        meaning for meaning in (resolve.day(year, a, b), resolve.day(year, b, a)) if meaning
    ]
    if not readings:
        return None
    if len(readings) == 1 or readings[0] == readings[1]:
        return readings[0]
    return resolve.year(year)


def _short_year(digits: int, context: Context) -> int:
    latest = context.published.year + 10 if context.published else 2030
    return 2000 + digits if 2000 + digits <= latest else 1900 + digits


def _day(match: re.Match[str], _: Context) -> Meaning | None:
    month = resolve.month_number(match["month"])
    return resolve.day(int(match["year"]), month, ordinal(match["day"]))


def _day_without_year(match: re.Match[str], context: Context) -> Meaning | None:
    month, number = resolve.month_number(match["month"]), ordinal(match["day"])
    if not resolve.day(_LEAP_YEAR, month, number):
        return None
    side = (match.groupdict().get("side") or "").lower()
    tense = context.tense(match.start(), match.end())
    if side:
        tense = "done" if side in {"last", "this past"} else "future"
    return _undated(month, number, context, tense)


def _undated(month: int, number: int, context: Context, tense: str) -> Meaning | None:
    """Return the meaning of a day without its year."""
    told = year_of_day(month, number, context, tense)
    if told is None:
        return UNRESOLVED
    day = resolve.day(told[0], month, number)
    return day.anchored(told[1]) if day else None


def _british(match: re.Match[str], context: Context) -> Meaning | None:
    month = resolve.month_number(match["month"])
    number = ordinal(match["day"] or match["word"])
    if not resolve.day(_LEAP_YEAR, month, number):
        return None
    return _undated(month, number, context, context.tense(match.start(), match.end()))


def _day_of_named_year(match: re.Match[str], context: Context) -> Meaning | None:
    which = match["which"].lower()
    month, number = resolve.month_number(match["month"]), ordinal(match["day"])
    if which in {"that", "the same"} and context.reference.year:
        day = resolve.day(context.reference.year.year, month, number)
        return day.anchored("text") if day else None
    if not context.published:
        return UNRESOLVED
    shift = {"last": -1, "next": 1}.get(which, 0)
    return from_publication(resolve.day(context.published.year + shift, month, number))


def _week_of(match: re.Match[str], context: Context) -> Meaning | None:
    month = resolve.month_number(match["month"] or match["last_month"])
    number = ordinal(match["day"] or match["last_day"])
    tense = context.tense(match.start(), match.end())
    if match["year"]:
        day = resolve.day(int(match["year"]), month, number)
    else:
        day = _undated(month, number, context, tense)
    if day is None or day.start is None:
        return UNRESOLVED
    return resolve.week(resolve.first_day(day.start)).anchored(day.anchor)


def _range(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve a range of days; one of the months, and the year, may be left out."""
    groups = match.groupdict()
    names = [name for name in (groups.get("month"), groups.get("last_month")) if name]
    first_month, last_month = resolve.month_number(names[0]), resolve.month_number(names[-1])
    first_day, last_day = ordinal(match["day"]), ordinal(match["last_day"])
    if groups.get("year"):
        anchor: Anchor = "calendar"
        last_year = int(groups["year"])
        first_year = last_year - (first_month > last_month)
    else:
        tense = context.tense(match.start(), match.end())
        told = year_of_day(first_month, first_day, context, tense)
        if told is None:
            return UNRESOLVED
        first_year, anchor = told
        last_year = first_year + (last_month < first_month)
    first = resolve.day(first_year, first_month, first_day)
    last = resolve.day(last_year, last_month, last_day)
    period = resolve.between(first, last) if first and last else None
    return period.anchored(anchor) if period else None


def _bare_ordinal(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "the 19th" as a day of the month just named."""
    reference = context.reference
    month = reference.sentence if not reference.history else reference.month
    if month is None or not month.month:
        return None
    return resolve.day(month.year, month.month, ordinal(match["day"] or match["on"]))


_RULES = (
    DateRule(
        "dates.day.iso",
        find(
            r"(?P<year>(?:1[0-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
        ),
        _iso,
        (("The text of 2025-04-08 stands.", "2025-04-08", "2025-04-08"),),
        ("Call 2025-04-0812.", "The code is 2025-13-01."),
    ),
    DateRule(
        "dates.day.numeric",
        find(
            r"(?P<a>0?[1-9]|[12]\d|3[01])(?P<mark>[/.])(?P<b>0?[1-9]|[12]\d|3[01])(?P=mark)"
            r"(?P<year>(?:19|20)\d\d|\d\d)(?!\.\d|/)"
        ),
        _numeric,
        (
            ("Mumbai was attacked on 26/11/2008.", "26/11/2008", "2008-11-26"),
            ("The note of 05.03.2024 is secret.", "05.03.2024", "2024-03-05"),
            ("It was sent on 4/8/2025.", "4/8/2025", "2025"),
        ),
        ("Version 1.2.3 is out.", "See 10.11.12.13 for it."),
    ),
    DateRule(
        "dates.day.full",
        find(rf"{_WEEKDAY}{_MONTH}\s(?:the\s)?{_DAY},?\s(?:of\s)?{_YEAR}"),
        _day,
        (
            ("On Monday, July 25, 2022, they met.", "Monday, July 25, 2022", "2022-07-25"),
            ("Published Jan. 9, 2024.", "Jan. 9, 2024", "2024-01-09"),
        ),
        ("On February 30, 2024 nothing happened.",),
    ),
    DateRule(
        "dates.day.full_british",
        find(rf"{_WEEKDAY}(?:the\s)?{_DAY}[\s-](?:(?:day\s)?of\s)?{_MONTH},?[\s-]{_YEAR}"),
        _day,
        (
            ("The declaration of 30 December 2005 holds.", "30 December 2005", "2005-12-30"),
            ("It fell on the 1st of May 2024.", "the 1st of May 2024", "2024-05-01"),
        ),
        ("Some 30 December deliveries failed.",),
    ),
    DateRule(
        "dates.day.range",
        find(rf"{_WEEKDAY}{_MONTH}\s{_DAY}{_HYPHEN}(?:{_LAST_MONTH}\s)?{_LAST},?\s{_YEAR}"),
        _range,
        (("They met on September 11-12, 2024.", "September 11-12, 2024", "2024-09-11/2024-09-12"),),
        ("They met in September 2024.",),
    ),
    DateRule(
        "dates.day.range_british",
        find(rf"{_WEEKDAY}{_DAY}(?:\s{_MONTH})?{_HYPHEN}{_LAST}\s{_LAST_MONTH},?\s{_YEAR}"),
        _range,
        (("It runs 3-5 May 2025.", "3-5 May 2025", "2025-05-03/2025-05-05"),),
        ("Articles 3-5 of May's plan.",),
    ),
    DateRule(
        "dates.day.range_without_year",
        find(
            rf"{_WEEKDAY}{_MONTH}\s{_DAY}{_HYPHEN}(?:{_LAST_MONTH}\s)?{_LAST}{_NO_YEAR}{_NO_TALLY}"
        ),
        _range,
        (("She will visit Ankara April 5-6 for talks.", "April 5-6", "2025-04-05/2025-04-06"),),
        ("It rose from May 3-12,000.",),
    ),
    DateRule(
        "dates.day.range_british_without_year",
        find(rf"{_DAY}(?:\s{_MONTH})?{_HYPHEN}{_LAST}\s{_LAST_MONTH}{_NO_YEAR}"),
        _range,
        (("Talks on 3-5 May are planned.", "3-5 May", "2025-05-03/2025-05-05"),),
        ("Articles 3-5 may hold.",),
    ),
    DateRule(
        "dates.day.from_to",
        find(
            rf"(?:{_FROM})?(?P<first>{_WEEKDAY}{_MONTH}\s{_DAY}){_TO}"
            rf"(?P<last>{_WEEKDAY}(?:{_LAST_MONTH}\s)?{_LAST}(?:,?\s{_YEAR})?){_NO_TALLY}"
        ),
        _range,
        (
            ("It ran from March 12 to 14.", "March 12", "2025-03-12"),
            ("It ran from March 12 to 14.", "14", "2025-03-14"),
            ("June 1 to August 31 each time.", "August 31", "2025-08-31"),
        ),
        ("It rose from May 3 to 12,000.", "It rose on May 3 to 12 percent."),
    ),
    DateRule(
        "dates.day.from_to_british",
        find(
            rf"(?:{_FROM})?(?P<first>(?:the\s)?{_DAY}(?:\s(?:of\s)?{_MONTH})?){_TO}"
            rf"(?P<last>(?:the\s)?{_LAST}\s(?:of\s)?{_LAST_MONTH}(?:,?\s{_YEAR})?)"
        ),
        _range,
        (
            ("between 2 and 4 May 2025", "2", "2025-05-02"),
            ("between 2 and 4 May 2025", "4 May 2025", "2025-05-04"),
            ("It ran from 28 March to 2 April.", "28 March", "2025-03-28"),
        ),
        ("They asked 2 and 4 may answer.",),
    ),
    DateRule(
        "dates.day.week_of",
        find(
            rf"(?:the|this)\sweek\s(?:of|beginning|starting)\s{_WEEKDAY}(?:{_MONTH}\s{_DAY}|"
            rf"{_LAST}\s{_LAST_MONTH})(?:,?\s{_YEAR})?"
        ),
        _week_of,
        (("It will be heard the week of May 5.", "the week of May 5", "2025-W19"),),
        ("The week of rain.",),
    ),
    DateRule(
        "dates.day.of_named_year",
        find(rf"{_WEEKDAY}{_MONTH}\s{_DAY},?\s(?:of\s)?(?P<which>this|last|next|that|the\ssame)\syear"),
        _day_of_named_year,
        (("It ended on June 30 last year.", "June 30 last year", "2024-06-30"),),
        ("It ended in June last year.",),
    ),
    DateRule(
        "dates.day.without_year",
        find(
            rf"(?:(?P<side>last|this\spast|next|this\scoming)\s)?{_WEEKDAY}{_MONTH}\s(?:the\s)?{_DAY}"
            rf"{_NO_YEAR}{_NO_TALLY}"
        ),
        _day_without_year,
        (
            ("On March 3, Ukraine instituted a new regime.", "March 3", "2025-03-03"),
            ("The Senate will vote on January 9.", "January 9", "2026-01-09"),
        ),
        ("They may 3 times ask.", "March 30,000 men there."),
    ),
    DateRule(
        "dates.day.in_words",
        find(
            rf"{_WEEKDAY}{_MONTH}\s(?:(?P<day>{_ORDINAL_WORD})|the\s(?P<word>{_ORDINAL_WORD})"
            rf"(?=[.,;]|\Z)){_NO_YEAR}"
        ),
        _british,
        (("It falls on May eighth.", "May eighth", "2025-05-08"),),
        ("They may first ask.",),
    ),
    DateRule(
        "dates.day.without_year_british",
        find(
            rf"{_WEEKDAY}(?:the\s(?=\d+[a-z]|\D))?(?:{_DAY}|(?P<word>{_ORDINAL_WORD}))[\s-](?:(?:day\s)?of\s)?"
            rf"{_MONTH}{_NO_YEAR}(?!\s\d)"
        ),
        _british,
        (
            ("A further round is due on 27 August.", "27 August", "2025-08-27"),
            ("On the tenth of July it burns.", "the tenth of July", "2025-07-10"),
        ),
        ("Some 27 may leave.",),
    ),
    DateRule(
        "dates.day.ordinal",
        find(
            rf"(?:the\s(?P<day>{ORDINAL_DAY})(?![\s-]\w)|(?<=on\s)the\s(?P<on>{ORDINAL_DAY})(?=\s(?:was|"
            r"were|and|to|at|in|with|when|he|she|they|but|by|it)\b))"
        ),
        _bare_ordinal,
        (("Talks on March 3 failed, and those on the 5th, too.", "the 5th", "2025-03-05"),),
        ("The 19th Congress met.", "He came in the 5th."),
    ),
)  # fmt: skip


DAYS = RuleGroup("days", _RULES)
