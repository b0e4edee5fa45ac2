"""Rules for holidays that name a day, anniversaries, and days known by their date alone."""

import datetime as dt
import re
from collections.abc import Mapping

from . import resolve
from .reference import from_publication
from .rule import UNRESOLVED, Context, DateRule, Meaning, RuleGroup, cue, find
from .vocabulary import ORDINALS, YEAR, ordinal

_EASTER = {"carnival monday": -48, "shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7,
           "maundy thursday": -3, "good friday": -2, "easter": 0, "easter sunday": 0,
           "easter monday": 1, "ascension day": 39, "pentecost": 49, "whit monday": 50}  # fmt: skip
"""Days from Easter Sunday."""

_FIXED = {
    "new year's day": (1, 1), "new year": (1, 1), "valentine's day": (2, 14),
    "international women's day": (3, 8), "world press freedom day": (5, 3), "may day": (5, 1),
    "fourth of july": (7, 4), "bastille day": (7, 14), "assumption day": (8, 15),
    "halloween": (10, 31), "all saints' day": (11, 1), "armistice day": (11, 11),
    "veterans day": (11, 11), "remembrance day": (11, 11), "human rights day": (12, 10),
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
    "boxing day": (12, 26), "new year's eve": (12, 31), "anzac day": (4, 25), "earth day": (4, 22),
    "juneteenth": (6, 19), "world refugee day": (6, 20),
}  # fmt: skip
"""Holidays with the same month and day each year."""

_FLOATING = {
    "martin luther king day": (1, 0, 3), "presidents' day": (2, 0, 3), "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1), "columbus day": (10, 0, 2), "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
}  # fmt: skip
"""Holidays on the n-th weekday of a month (month, weekday, n; -1 is the last)."""

_UNFIXED = (
    r"eid(?:[\s-](?:ul|al)[\s-](?:fitr|adha|azha))?|ramadan|ramzan|muharram|ashura|diwali|holi|"
    r"passover|hanukkah|chanukah|yom\skippur|rosh\shashanah|purim|(?:lunar|chinese)\snew\syear|"
    r"nowruz|navruz|vesak|orthodox\s(?:easter|christmas)"
)
_DEED = (
    r"(?=,?\s(?:terror(?:ist)?\s|hamas\s|hamas-led\s)?"
    r"(?:attacks?|massacres?|assaults?|atrocit(?:y|ies)|raids?|hijack\w+))"
)
_LANDMARKS: Mapping[str, dt.date] = {
    r"9/11|nine[-/\s]eleven": dt.date(2001, 9, 11),
    rf"(?:11(?:th)?\sSeptember|Sept(?:ember|\.)\s11(?:th)?)(?!,?\s\d){_DEED}": dt.date(2001, 9, 11),
    r"26/11": dt.date(2008, 11, 26),
    rf"(?:7(?:th)?\sOctober|Oct(?:ober|\.)\s7(?:th)?)(?!,?\s\d){_DEED}": dt.date(2023, 10, 7),
    r"Jan(?:uary|\.)\s6(?:th)?(?=\s(?:riot|insurrection|attack|committee))": dt.date(2021, 1, 6),
    r"D-Day": dt.date(1944, 6, 6),
}
"""Days that are known by a wording, whatever the year of the article."""

_ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
_NEAR = 4


def _easter(year: int) -> dt.date:
    """Return Easter Sunday (Meeus, Astronomical Algorithms, 1991: the anonymous algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def _floating(year: int, month: int, weekday: int, place: int) -> dt.date:
    """Return the `place`-th weekday (Monday is 0) of a month; -1 is the last."""
    first = dt.date(year, month, 1)
    day = first + dt.timedelta(days=(weekday - first.weekday()) % 7)
    if place > 0:
        return day + dt.timedelta(weeks=place - 1)
    while (day + dt.timedelta(weeks=1)).month == month:
        day += dt.timedelta(weeks=1)
    return day


def _election_day(year: int) -> dt.date:
    """Return the Tuesday after the first Monday of November."""
    return _floating(year, 11, 0, 1) + dt.timedelta(days=1)


def _day_of(name: str, year: int) -> dt.date:
    """Return the day of a holiday in a year."""
    if name in _EASTER:
        return _easter(year) + dt.timedelta(days=_EASTER[name])
    if name in _FIXED:
        return dt.date(year, *_FIXED[name])
    return _floating(year, *_FLOATING[name]) if name in _FLOATING else _election_day(year)


_CALENDAR = (*_EASTER, *_FIXED, *_FLOATING, "election day")
_HOLIDAY = "|".join(
    re.escape(name).replace(r"\ ", r"\s").replace("'", "['’]?")
    for name in sorted(_CALENDAR, key=len, reverse=True)
)


def _key(text: str) -> str:
    """Return the name of a holiday as the calendar spells it."""
    plain = re.sub(r"['’]", "", text.lower())
    return next(name for name in _CALENDAR if name.replace("'", "") == plain)


def _holiday(match: re.Match[str], context: Context) -> Meaning | None:
    name = _key(match["holiday"])
    if match["year"]:
        return resolve.of_date(_day_of(name, int(match["year"])))
    if not context.published:
        return UNRESOLVED
    published, which = context.published, (match["which"] or "").lower()
    date = _day_of(name, published.year)
    if which in {"last", "this past"}:
        date = date if date < published else _day_of(name, published.year - 1)
    elif which in {"next", "this coming"}:
        date = date if date > published else _day_of(name, published.year + 1)
    else:
        tense = context.tense(match.start(), match.end())
        around = [_day_of(name, published.year + shift) for shift in (-1, 0, 1)]
        if tense == "future":
            around = [one for one in around if one >= published]
        date = min(around, key=lambda one: abs(one - published))
    return from_publication(resolve.of_date(date))


def _unfixed(match: re.Match[str], _: Context) -> Meaning | None:
    """Find a holiday of a lunar calendar: which day it is we do not say."""
    year = resolve.year(int(match["year"])) if match["year"] else None
    return year or Meaning("DATE", "", anchor="event")


def _landmark(match: re.Match[str], context: Context) -> Meaning | None:
    date = list(_LANDMARKS.values())[int((match.lastgroup or "day0").removeprefix("day"))]
    if context.published and context.published < date:
        return None
    return resolve.of_date(date)


def _anniversary(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "the sixth anniversary" from the date that the same sentence names."""
    count = ordinal(match["ordinal"])
    if match["year"]:
        meaning = resolve.year(int(match["year"]) + count)
        return meaning.anchored("text") if meaning else None
    named = context.reference.sentence
    if named is None or not context.published:
        return Meaning("DATE", "", anchor="event")
    year = named.year + count
    if abs(year - context.published.year) > _NEAR:
        return Meaning("DATE", "", anchor="event")
    meaning = (
        resolve.day(year, named.month, named.day) if named.day
        else resolve.month(year, named.month) if named.month
        else resolve.year(year)
    )  # fmt: skip
    return meaning.anchored("text") if meaning else None


_RULES = (
    DateRule(
        "dates.feast.landmark",
        find(
            "|".join(f"(?P<day{i}>{wording})" for i, wording in enumerate(_LANDMARKS))
        ),
        _landmark,
        (
            ("He had ignored it since 9/11.", "9/11", "2001-09-11"),
            ("Since the 7 October attacks it is closed.", "7 October", "2023-10-07"),
        ),
        ("It is open 24/7.", "They won 9-11.", "On October 7 they met."),
    ),
    DateRule(
        "dates.feast.holiday",
        find(
            r"(?:(?P<which>last|this|next|this\spast|this\scoming)\s)?"
            rf"(?-i:(?=[A-Z]))(?P<holiday>{_HOLIDAY})(?:,?\s(?:of\s|in\s)?(?P<year>{YEAR}))?"
            r"(?!\s(?:Islands?|Declaration|tree|bombings?|War))"
        ),
        _holiday,
        (
            ("They will be home by Christmas.", "Christmas", "2025-12-25"),
            ("It was signed on Good Friday 1998.", "Good Friday 1998", "1998-04-10"),
            ("He left last Thanksgiving.", "last Thanksgiving", "2024-11-28"),
        ),
        ("A new year began.", "The halloween."),
    ),
    DateRule(
        "dates.feast.unfixed",
        find(rf"(?-i:(?=[A-Z]))(?:{_UNFIXED})(?:,?\s(?P<year>{YEAR}))?"),
        _unfixed,
        (("A truce for Eid al-Fitr was agreed.", "Eid al-Fitr", ""),),
        ("The holiday was long.",),
    ),
    DateRule(
        "dates.feast.anniversary",
        find(
            rf"(?:the|its|their)\s(?P<ordinal>{_ORDINAL})[\s-]anniversary"
            rf"(?=(?:\sof\s(?:\S+\s){{0,4}}?(?P<year>{YEAR})(?!\d))?)"
        ),
        _anniversary,
        (
            ("On the 50th anniversary of the 1971 war they met.", "the 50th anniversary", "2021"),
            ("It was signed on July 1, 2020, and on the fifth anniversary ends.",
             "the fifth anniversary", "2025-07-01"),
        ),
        ("An anniversary passed.",),
    ),
)  # fmt: skip

FEASTS = RuleGroup(
    "holidays and landmarks",
    cue(
        r"\b(?-i:[A-Z])\w+(?:['’]s)?\sday\b|easter|christmas|new\syear|thanksgiving|halloween|juneteenth|pentecost|fourth|eid\b|"
        r"rama|muharram|ashura|diwali|holi\b|passover|nukkah|kippur|rosh|purim|nowruz|navruz|vesak|"
        r"9/11|26/11|nine[-/\s]|D-Day|sept\w{0,5}\.?\s11|11(?:th)?\ssept|7(?:th)?\soct|oct\w{0,4}\.?\s7|"
        r"jan\w{0,4}\.?\s6|anniversary|friday|monday|sunday|wednesday|thursday|tuesday"
    ),
    _RULES,
)
