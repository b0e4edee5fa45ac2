"""Rules for days of the week."""

import re

from . import resolve
from .reference import from_publication, weekday
from .rule import UNRESOLVED, Context, DateRule, Meaning, RuleGroup, cue, find
from .vocabulary import PART_OF_DAY

# Abbreviations count only with their full stop: "Sun Weidong", "they wed", "Sat" are no days.
_NAME = (
    r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|"
    r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat)\.(?=\s))"
)
_WEEKDAY = rf"(?P<weekday>{_NAME})"
_LAST_WEEKDAY = rf"(?P<last_weekday>{_NAME})"
_WHICH = (
    r"(?:(?P<which>last|next|this\spast|this\scoming|this|the\scoming|the\spast|past|coming|"
    r"the\sprevious|the\sfollowing|the\snext)\s)?"
)
_PART = rf"(?:\s(?:early\s|late\s)?(?P<part>{PART_OF_DAY}))?"
_TO = r"\s?(?:-|–|—|\sto\s|\sthrough\s|\suntil\s|\sand\s)\s?"
_WEEK = 7


def _weekday(match: re.Match[str], context: Context) -> Meaning | None:
    which = (match["which"] or "").lower()
    day = context.reference.day
    if which in {"the following", "the previous", "the next"} and day and day.day:
        date = weekday(
            resolve.weekday_number(match["weekday"]), resolve.first_day(day), which, "unknown"
        )
        return resolve.part_of_day(resolve.of_date(date).anchored("text"), match["part"])
    if not context.published:
        return UNRESOLVED
    tense = context.tense(match.start(), match.end())
    date = weekday(resolve.weekday_number(match["weekday"]), context.published, which, tense)
    return resolve.part_of_day(from_publication(resolve.of_date(date)), match["part"])


def _of_week(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "Tuesday of last week"."""
    if not context.published:
        return UNRESOLVED
    shift = {"last": -1, "this": 0, "next": 1}[match["week"].lower()]
    monday = resolve.shift(context.published, shift, "week")
    if monday is None or monday.start is None:
        return None
    return from_publication(
        resolve.shift(
            resolve.first_day(monday.start), resolve.weekday_number(match["weekday"]), "day"
        )
    )


def _range(match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    tense = context.tense(match.start(), match.end())
    which = (match["which"] or "").lower()
    first_number = resolve.weekday_number(match["weekday"])
    length = (resolve.weekday_number(match["last_weekday"]) - first_number) % _WEEK
    first = weekday(first_number, context.published, which, tense)
    last = resolve.shift(first, length, "day")
    return from_publication(resolve.between(resolve.of_date(first), last)) if last else None


_RULES = (
    DateRule(
        "dates.weekday.from_to",
        find(rf"(?:(?:from|between)\s)(?P<first>{_WHICH}{_WEEKDAY}){_TO}(?P<last>{_LAST_WEEKDAY})"),
        _range,
        (
            ("They will meet from Monday to Wednesday.", "Monday", "2025-04-14"),
            ("They will meet from Monday to Wednesday.", "Wednesday", "2025-04-16"),
        ),
        ("It was open on Monday and on Friday.",),
    ),
    DateRule(
        "dates.weekday.range",
        find(rf"{_WHICH}{_WEEKDAY}\s?(?:-|–|—|\sto\s|\sthrough\s)\s?{_LAST_WEEKDAY}"),
        _range,
        (("They will sit Monday to Wednesday.", "Monday to Wednesday", "2025-04-14/2025-04-16"),),
        ("It was open on Monday and on Friday.",),
    ),
    DateRule(
        "dates.weekday.of_week",
        find(rf"{_WEEKDAY}(?:,)?\s(?:of\s)?(?P<week>last|this|next)\sweek"),
        _of_week,
        (("They met on Tuesday of last week.", "Tuesday of last week", "2025-04-01"),),
        ("They met on Tuesday.",),
    ),
    DateRule(
        "dates.weekday.one",
        find(rf"{_WHICH}{_WEEKDAY}{_PART}"),
        _weekday,
        (
            ("They met on Monday.", "Monday", "2025-04-07"),
            ("Engineers will meet on Friday.", "Friday", "2025-04-11"),
            ("It was signed last Tuesday.", "last Tuesday", "2025-04-01"),
            ("It was signed Sunday night.", "Sunday night", "2025-04-06TNI"),
        ),
        ("It began on Black Friday.", "The sun rose.", "Sun Weidong spoke.", "They wed in secret."),
    ),
)

WEEKDAYS = RuleGroup(
    "days of the week", cue(r"day\b|DAY\b|(?-i:Mon|Tue|Wed|Thu|Fri|Sat)\w{0,6}\."), _RULES
)
