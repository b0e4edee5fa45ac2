"""Which of many: the year of a bare month, the week of a bare weekday.

News speaks around its publication date: the tense of the clause says on which side, otherwise
the nearest counts. Histories speak around the date they have just named.
"""

import datetime as dt
import re

from bilatsum.model import Anchor, Document

from .rule import Context, Meaning, Reference

# The tense of the clause overrules the nearest year only beyond these; tenses are often misread.
_TOO_FAR_AHEAD = dt.timedelta(days=120)
_TOO_LONG_AGO = dt.timedelta(days=45)
_WEEK = 7
_HALF_A_YEAR = 6
_MONTHS_A_YEAR = 12
_SOON = frozenset({1, 2, 3})
_MOST_OF_A_YEAR = 9
_YEARS_APART = 2

# The lookbehinds stand behind the first character: so the search leaps from one such to the next.
_YEARS = re.compile(r"[12](?<![\w$€£¥/.,:-].)(?:(?<=1)[0-9]|(?<=2)0)\d\d(?![\w,-])")
_OPENING = re.compile(r"(?:\w+\s){0,2}(?:1[0-9]|20)\d\d\b")
_NOW = re.compile(
    r"\b(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|"
    r"(?:[Ll]ast|[Tt]his|[Nn]ext) (?:week|month|year)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_SELDOM = 0.15
_FEW_YEARS = 4
_MOST = 0.75


def beginning(document: Document, published: dt.date | None) -> Reference:
    """Return the reference at the beginning of a text: nothing yet, and whether it is history.

    A text is history if most of the years that it names lie more than two years before its
    publication, and it hardly ever speaks of the days around that.
    """
    if published is None:
        return Reference()
    years = [int(match.group()) for match in _YEARS.finditer(document.article.text)]
    old = sum(year < published.year - _YEARS_APART for year in years)
    now = sum(1 for _ in _NOW.finditer(document.article.text))
    if len(years) < _FEW_YEARS or old < _MOST * len(years) or now > _SELDOM * len(years):
        return Reference()
    return Reference(history=published.year - _YEARS_APART)


def year_of_month(month: int, context: Context, tense: str) -> tuple[int, Anchor] | None:
    """Return the year of a month that is named without one and what tells, None if nothing does."""
    spoken = _year_just_named(month, context, tense)
    if spoken:
        return spoken, "text"
    if not context.published:
        return None
    return nearest_year(context.published, month, tense), "published"


def year_of_day(month: int, day: int, context: Context, tense: str) -> tuple[int, Anchor] | None:
    """Return the year of a day that is named without one and what tells, None if nothing does."""
    spoken = _year_just_named(month, context, tense)
    if spoken:
        return spoken, "text"
    if not context.published:
        return None
    return _nearest_year_of_day(month, day, context.published, tense), "published"


def _nearest_year_of_day(month: int, day: int, published: dt.date, tense: str) -> int:
    year = nearest_year(published, month, "unknown")
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return year
    if tense == "past" and date > published + _TOO_FAR_AHEAD:
        return year - 1
    if tense == "done" and date > published:
        return year - 1
    if tense == "future" and date < published - _TOO_LONG_AGO:
        return year + 1
    return year


def _year_just_named(month: int, context: Context, tense: str) -> int | None:
    """Return the year that the text is telling of, None if it is that of its publication."""
    reference = context.reference
    named = reference.sentence
    if named and not named.month and not _OPENING.match(context.text):
        named = None  # "in 1987" by the way; "In 1971, ..." sets the scene
    if reference.history:
        named = named or reference.month or reference.year
    if named is None or (tense == "future" and not reference.history):
        return None
    if context.published and abs(named.year - context.published.year) < _YEARS_APART:
        return None
    before = reference.month
    if before and before.year == named.year:
        if before.month - month > _HALF_A_YEAR:
            return named.year + 1  # "in December 1939 ... in January"
        if month - before.month > _MOST_OF_A_YEAR:
            return named.year - 1
    return named.year


def nearest_year(published: dt.date, number_of_month: int, tense: str) -> int:
    """Return the year of a month that is named without one.

    The past takes the latest such month that has begun, the future the next that is not over,
    otherwise the nearest one counts. One of the next three months is meant whatever the tense:
    of the same month a year ago one says "last May".
    """
    distance = number_of_month - published.month
    if tense == "done":
        return published.year - (distance > 0)
    if tense == "past" and distance % _MONTHS_A_YEAR not in _SOON:
        return published.year - (distance > 0)
    if tense == "past":
        return published.year + (distance < 0)
    if tense == "future":
        return published.year + (distance < 0)
    if distance > _HALF_A_YEAR:
        return published.year - 1
    return published.year + (distance < -_HALF_A_YEAR)


def weekday(target: int, published: dt.date, which: str, tense: str) -> dt.date:
    """Return the day meant by a weekday (0-6) with the words before it, else by its tense.

    Speaking of the past it is the latest such day, publication day included; of the future the
    next one, publication day included. News without a tense speaks of the past.
    """
    ahead = (target - published.weekday()) % _WEEK
    behind = (published.weekday() - target) % _WEEK
    if which in {"next", "this coming", "the coming", "coming", "the following", "the next"}:
        days = ahead or _WEEK
    elif which in {"last", "this past", "the past", "past", "the previous"}:
        days = -(behind or _WEEK)
    elif which == "this" and tense not in {"past", "done"}:
        days = ahead
    else:
        days = ahead if tense == "future" else -behind
    return published + dt.timedelta(days=days)


def from_publication(meaning: Meaning | None) -> Meaning | None:
    """Mark a meaning that the publication date has fixed."""
    return meaning.anchored("published") if meaning else None
