"""Rules for wordings that mean something only relative to the publication date."""

import datetime as dt
import re

from bilatsum.data.calendar import WEEKDAYS

from . import resolve
from .rule import UNRESOLVED, Context, DateRule, Meaning

_DAYS = {
    "the day before yesterday": -2, "yesterday": -1, "earlier today": 0, "today": 0,
    "tomorrow": 1, "the day after tomorrow": 2, "this": 0, "last": -1,
}  # fmt: skip
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_PART = rf"(?P<part>{'|'.join(_PARTS)})"
_PART_AHEAD = rf"(?:{'|'.join(_PARTS)})"
_WEEK = 7
# Abbreviations count only with their full stop: "Sun Weidong", "they wed", "Sat" are no days.
_WEEKDAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat)\.(?=\s)"
)
_NO_FEAST = "".join(rf"(?<!{word} )" for word in ("Black", "Good", "Ash", "Bloody"))
_PERIOD = r"(?P<unit>week|month|year|decade|century)"
_WEEKEND_STARTS = 5


def _deictic(match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    day = resolve.shift(context.published, _DAYS[match["day"].lower()], "D")
    return _at(day, match["part"])


def _tonight(_match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    return _at(resolve.of_date(context.published), "night")


def _at(day: Meaning | None, part: str | None) -> Meaning | None:
    """Return a part of a day ("2025-04-07TMO"), the day itself without one."""
    if day is None or not part:
        return day
    return Meaning("TIME", f"{day.value}T{_PARTS[part.lower()]}", day.start, day.end)


def _weekday(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve a weekday by the words beside it, else by the tense of its clause.

    Speaking of the past it is the latest such day, publication day included; of the future the
    next one, publication day included. Where nothing tells, it stays unresolved.
    """
    if not context.published:
        return UNRESOLVED
    target = WEEKDAYS[match["weekday"].lower().rstrip(".")]
    ahead = (target - context.published.weekday()) % _WEEK
    behind = (context.published.weekday() - target) % _WEEK
    which = (match["which"] or "").lower()
    if which in {"next", "this coming"}:
        days = ahead or _WEEK
    elif which in {"last", "this past"}:
        days = -(behind or _WEEK)
    else:
        tense = context.tense(match.start(), match.end())
        if tense == "unknown":
            return None
        days = ahead if tense == "future" else -behind
    return _at(resolve.of_date(context.published + dt.timedelta(days=days)), match["part"])


def _period(match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    which = match["which"].lower()
    shift = {"last": -1, "this": 0, "next": 1, "this past": 0, "this coming": 1,
             "the coming": 1, "the current": 0, "the following": 1}[which]  # fmt: skip
    return resolve.shift(context.published, shift, resolve.unit_letter(match["unit"]))


def _weekend(match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    saturday = context.published + dt.timedelta(days=_WEEKEND_STARTS - context.published.weekday())
    shift = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if shift == 0 and context.tense(match.start(), match.end()) == "past":
        shift = -1 if saturday > context.published else 0
    saturday += dt.timedelta(weeks=shift)
    first = resolve.of_date(saturday)
    last = resolve.of_date(saturday + dt.timedelta(days=1))
    week = resolve.week(saturday)
    return Meaning("DATE", f"{week.value}-WE", first.start, last.end)


def _within_period(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "earlier this year", which ends today, and "later this year", which begins so."""
    if not context.published:
        return UNRESOLVED
    meaning = resolve.shift(context.published, 0, resolve.unit_letter(match["unit"]))
    today = resolve.of_date(context.published)
    if meaning is None:
        return None
    if match["side"].lower() == "later":
        return Meaning("DATE", meaning.value, today.start, meaning.end)
    return Meaning("DATE", meaning.value, meaning.start, today.end)


def _ago(match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    count = resolve.number(match["count"])
    return resolve.shift(context.published, -count, resolve.unit_letter(match["unit"]))


def _season_beside(match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    shift = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return resolve.season(match["season"], context.published.year + shift)


RELATIVE_RULES = (
    DateRule(
        "dates.relative.day",
        resolve.find(
            rf"(?:(?P<day>the day before yesterday|the day after tomorrow|earlier today|today|"
            rf"yesterday|tomorrow|(?:this|last)(?=\s{_PART_AHEAD}))(?:\s{_PART})?)(?!['’]s\s)"
        ),
        _deictic,
        (
            ("They spoke yesterday in Geneva.", "yesterday", "2025-04-07"),
            ("Today the tap has two keys.", "Today", "2025-04-08"),
            ("He said so last night.", "last night", "2025-04-07TNI"),
            ("She told me this morning.", "this morning", "2025-04-08TMO"),
        ),
        ("USA Todays.", "It divides today's river by yesterday's averages."),
    ),
    DateRule(
        "dates.relative.tonight",
        resolve.find("tonight"),
        _tonight,
        (("The ministers dine tonight.", "tonight", "2025-04-08TNI"),),
        ("It was a cold night.",),
    ),
    DateRule(
        "dates.relative.weekday",
        resolve.find(
            rf"{_NO_FEAST}(?:(?P<which>last|next|this past|this coming|this)\s)?"
            rf"(?-i:(?P<weekday>{_WEEKDAY}))(?:\s{_PART})?"
        ),
        _weekday,
        (
            ("They met on Monday.", "Monday", "2025-04-07"),
            ("Engineers will meet on Friday.", "Friday", "2025-04-11"),
            ("It was signed last Tuesday.", "last Tuesday", "2025-04-01"),
        ),
        ("It began on Black Friday.", "The sun rose.", "Sun Weidong spoke.", "They wed in secret."),
    ),
    DateRule(
        "dates.relative.period",
        resolve.find(rf"(?P<which>last|this|next|the current|the coming)\s{_PERIOD}"),
        _period,
        (
            ("Inflation rose last month.", "last month", "2025-03"),
            ("The summit is planned for next year.", "next year", "2026"),
            ("Talks resume this week.", "this week", "2025-W15"),
        ),
        ("The last months were hard.", "That year was hard."),
    ),
    DateRule(
        "dates.relative.weekend",
        resolve.find(r"(?P<which>last|this|next)\sweekend"),
        _weekend,
        (("They will travel this weekend.", "this weekend", "2025-W15-WE"),),
        ("At weekends it is closed.",),
    ),
    DateRule(
        "dates.relative.within_period",
        resolve.find(r"(?P<side>earlier|later)\s(?:in\s)?this\s(?P<unit>week|month|year|decade)"),
        _within_period,
        (("They will meet later this year.", "later this year", "2025"),),
        ("Later the years passed.",),
    ),
    DateRule(
        "dates.relative.ago",
        resolve.find(rf"(?P<count>{resolve.NUMBER})\s(?P<unit>{resolve.UNIT})\sago"),
        _ago,
        (
            ("Two centuries ago he fought.", "Two centuries ago", "18XX"),
            ("It began three weeks ago.", "three weeks ago", "2025-W12"),
            ("It ended five years ago.", "five years ago", "2020"),
        ),
        ("Not long ago it rained.",),
    ),
    DateRule(
        "dates.relative.season",
        resolve.find(
            r"(?P<which>last|this|next)\s(?P<season>spring|summer|autumn|fall|winter)(?!-)"
        ),
        _season_beside,
        (("The dam was begun last summer.", "last summer", "2024-SU"),),
        ("This spring-loaded device.",),
    ),
)
