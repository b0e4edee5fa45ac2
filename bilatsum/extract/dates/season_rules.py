"""Rules for seasons, quarters and halves of years."""

import re
from collections.abc import Callable

from . import resolve
from .reference import from_publication
from .rule import UNRESOLVED, Context, DateRule, Meaning, RuleGroup, find
from .vocabulary import SEASON, SEASONS, YEAR, ordinal

_YEAR = rf"(?P<year>{YEAR})"
_WHICH = r"(?P<which>last|this\spast|this\scoming|this|next|the\spast|the\scoming|that)"
_SEASON = rf"(?P<season>{SEASON})"
_PLACE = r"(?P<place>first|second|third|fourth|final|last|1st|2nd|3rd|4th)"
_NAMED = r"(?P<named>last|this|next|that|the\scurrent|the\sprevious)\syear"
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FEBRUARY, _DECEMBER = 2, 12
_FISCAL = r"(?:(?:flat|fiscal|financial|calendar)[\s-])?"


def _season_of_year(match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.season(match["season"], int(match["year"]))


def _season_of_named_year(match: re.Match[str], context: Context) -> Meaning | None:
    return _of_named_year(match, context, lambda year: resolve.season(match["season"], year))


def _of_named_year(
    match: re.Match[str], context: Context, part: Callable[[int], Meaning]
) -> Meaning | None:
    """Return the part of "last year" or "that year" that `part` makes of its number."""
    which = match["named"].lower()
    if which == "that":
        named = context.reference.year
        return part(named.year).anchored("text") if named else UNRESOLVED
    if not context.published:
        return UNRESOLVED
    shift = {"last": -1, "the previous": -1, "next": 1}.get(which, 0)
    return from_publication(part(context.published.year + shift))


def _beside(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "last summer": the latest that is over, "next summer": the next to begin."""
    which = match["which"].lower()
    if which == "that":
        named = context.reference.year
        if not named:
            return UNRESOLVED
        return resolve.season(match["season"], named.year).anchored("text")
    if not context.published:
        return UNRESOLVED
    month, year = context.published.month, context.published.year
    first = _FIRST_MONTH[SEASONS[match["season"].lower()]]
    in_new_year = first == _DECEMBER and month <= _FEBRUARY  # the winter began the year before
    if which in {"last", "this past", "the past"}:
        year -= in_new_year or month < first + 3
    elif which in {"next", "this coming", "the coming"}:
        year += first <= month
    else:
        year -= in_new_year
    return from_publication(resolve.season(match["season"], year))


def _bare(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "in the summer" by what was just named, else by the tense of its clause."""
    season = match["season"] or "fall"
    first = _FIRST_MONTH[SEASONS[season]]
    named = context.reference.year if context.reference.history else context.reference.sentence
    if named is not None:
        return resolve.season(season, named.year).anchored("text")
    if not context.published:
        return UNRESOLVED
    tense = context.tense(match.start(), match.end())
    published = context.published
    year = published.year
    if tense == "future":
        year += published.month >= first + 3
    elif published.month < first:
        year -= 1
    return from_publication(resolve.season(season, year))


def _place(match: re.Match[str]) -> int:
    word = match["place"].lower()
    return 4 if word in {"final", "last"} else ordinal(word)


def _quarter_of_year(match: re.Match[str], _: Context) -> Meaning | None:
    place = int(match["digit"]) if match["digit"] else _place(match)
    return resolve.quarter(place, int(match["year"]))


def _quarter_of_named_year(match: re.Match[str], context: Context) -> Meaning | None:
    return _of_named_year(match, context, lambda year: resolve.quarter(_place(match), year))


def _quarter(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "the third quarter": the latest that has begun, or with the future the next."""
    if not context.published:
        return UNRESOLVED
    place = int(match["digit"]) if match["digit"] else _place(match)
    now = (context.published.month - 1) // 3 + 1
    year = context.published.year
    tense = context.tense(match.start(), match.end())
    if tense == "future":
        year += place < now
    elif place > now + (tense == "unknown"):  # the next one, where no tense tells
        year -= 1
    return from_publication(resolve.quarter(place, year))


def _quarters(match: re.Match[str], _: Context) -> Meaning | None:
    """Resolve "the first three quarters of 2024"."""
    last = {"two": 2, "three": 3}[match["count"].lower()]
    return resolve.between(resolve.quarter(1, int(match["year"])),
                           resolve.quarter(last, int(match["year"])))  # fmt: skip


def _half_of_year(match: re.Match[str], context: Context) -> Meaning | None:
    place = {"first": 1, "latter": 2, "last": 2, "second": 2}[match["place"].lower()]
    if match["year"]:
        return resolve.half(place, int(match["year"]))
    if match["named"]:
        return _of_named_year(match, context, lambda year: resolve.half(place, year))
    if not context.published:
        return UNRESOLVED
    return from_publication(resolve.half(place, context.published.year))


_RULES = (
    DateRule(
        "dates.season.of_year",
        find(rf"(?:the\s)?{_SEASON}(?:\sof|,)?\s{_YEAR}"),
        _season_of_year,
        (("In the spring of 2024 gold came home.", "the spring of 2024", "2024-SP"),),
        ("Prices fall 2 percent.",),
    ),
    DateRule(
        "dates.season.of_named_year",
        find(rf"(?:the\s)?(?P<season>(?:{SEASON})(?<!fall)|fall(?=\sof))(?:\sof)?\s{_NAMED}"),
        _season_of_named_year,
        (("The dam was begun in the summer of last year.", "the summer of last year", "2024-SU"),),
        ("Prices fall last year.",),
    ),
    DateRule(
        "dates.season.beside",
        find(rf"{_WHICH}\s{_SEASON}(?!-)"),
        _beside,
        (
            ("The dam was begun last summer.", "last summer", "2024-SU"),
            ("They will vote next autumn.", "next autumn", "2025-FA"),
        ),
        ("This spring-loaded device.",),
    ),
    DateRule(
        "dates.season.bare",
        find(
            r"(?:(?:the\s(?:(?:early|late|mid)[\s-]|midst\sof\s)?|(?<=in\s)|(?<=by\s)|(?<=and\s)|"
            r"(?<=during\s)|(?<=through\s)|(?<=throughout\s)|(?<=until\s)|(?<=since\s)|(?<=in\searly\s)|"
            r"(?<=in\slate\s)|(?<=by\slate\s)|(?<=by\searly\s))(?P<season>(?-i:spring|summer|autumn|"
            r"winter))|the\s(?:(?:early|late)\s)?(?P<fall>(?-i:fall))(?!\s(?:of|in|from|to)\b))"
            r"(?!\s(?:of\s\d|palace|olympics?|games|\d|resorts?|homes?|sports?|semester|coats?))(?!-)"
        ),
        _bare,
        (("The offensive begins in the spring.", "the spring", "2025-SP"),),
        ("The Arab Spring began.", "In spring of 2024 it rained."),
    ),
    DateRule(
        "dates.season.quarter_of_year",
        find(
            rf"(?:the\s)?(?:{_PLACE}[\s-]quarter|Q(?P<digit>[1-4]))(?:\sof|,)?\s(?:fiscal\s)?{_YEAR}"
        ),
        _quarter_of_year,
        (
            ("Growth in the second quarter of 2024 was slow.", "the second quarter of 2024",
             "2024-Q2"),
            ("Aid fell in Q3 2024.", "Q3 2024", "2024-Q3"),
        ),
        ("A quarter of 2024 firms agreed.",),
    ),
    DateRule(
        "dates.season.quarter_after_year",
        find(rf"(?:the\s|its\s)?(?:fiscal\s)?{_YEAR}(?:['’]s)?\s(?:{_PLACE}[\s-]quarter|Q(?P<digit>[1-4]))"),
        _quarter_of_year,
        (("In the 2024 third quarter aid fell.", "the 2024 third quarter", "2024-Q3"),),
        ("In 2024 quarterly data fell.",),
    ),
    DateRule(
        "dates.season.quarter_of_named_year",
        find(rf"(?:the\s)?{_PLACE}[\s-]quarter\s(?:of\s)?{_NAMED}"),
        _quarter_of_named_year,
        (("In the first quarter of last year it fell.", "the first quarter of last year",
          "2024-Q1"),),
        ("Last year a quarter left.",),
    ),
    DateRule(
        "dates.season.quarter_after_named_year",
        find(rf"{_NAMED}['’]s\s{_PLACE}[\s-]quarter"),
        _quarter_of_named_year,
        (("It fell in last year's third quarter.", "last year's third quarter", "2024-Q3"),),
        ("Last year a quarter left.",),
    ),
    DateRule(
        "dates.season.quarters_of_year",
        find(rf"(?:the\s)?first\s(?P<count>two|three)\squarters\sof\s{_YEAR}"),
        _quarters,
        (("Over the first three quarters of 2024 it grew.", "the first three quarters of 2024",
          "2024-Q1/2024-Q3"),),
        ("Three quarters of 2024 firms agreed.",),
    ),
    DateRule(
        "dates.season.quarter",
        find(
            rf"(?:the\s(?!\S+-))?{_FISCAL}(?:{_PLACE}(?<!last)(?<!final)[\s-](?:fiscal\s)?"
            r"quarter|Q(?P<digit>[1-4]))(?!\s(?:of|finals?)\b)"
        ),
        _quarter,
        (("Exports rose in the third quarter.", "the third quarter", "2024-Q3"),),
        ("The last quarter was hard.", "A third of the quarter left."),
    ),
    DateRule(
        "dates.season.half",
        find(
            rf"(?:the\s)?(?P<place>first|second|latter|last)[\s-]half(?:\sof\s(?:(?:the\syear\s)?"
            rf"{_YEAR}|{_NAMED}|the\s(?:current\s)?year))"
        ),
        _half_of_year,
        (
            ("It is due in the first half of 2026.", "the first half of 2026", "2026-H1"),
            ("It fell in the second half of the year.", "the second half of the year", "2025-H2"),
        ),
        ("Half of 2024 voters agreed.",),
    ),
)  # fmt: skip

SEASON_RULES = RuleGroup(
    "seasons, quarters and halves",
    _RULES,
)
