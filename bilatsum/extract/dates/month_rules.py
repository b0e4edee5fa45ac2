"""Rules for months, with or without their year."""

import datetime as dt
import re
from calendar import monthrange
from typing import TYPE_CHECKING

from . import resolve
from .reference import from_publication, nearest_year, year_of_month
from .rule import UNRESOLVED, Context, DateRule, Meaning, RuleGroup, find
from .vocabulary import FULL_MONTH, MONTH_NAME, YEAR

if TYPE_CHECKING:
    from bilatsum.model import Anchor

_MONTH = rf"(?P<month>{FULL_MONTH})"
_LAST_MONTH = rf"(?P<last_month>{FULL_MONTH})"
_YEAR = rf"(?P<year>{YEAR})"
_WHICH = r"(?P<which>last|next|this\spast|this\scoming|the\scoming|this|the\sprevious|that)"
# "March" and "May" may begin a sentence as a verb, and be a name: they need a word before them.
_SURE_MONTH = rf"(?P<month>(?!(?-i:May|March|MAY|MARCH))(?:{FULL_MONTH}))"
_DOUBTFUL_MONTH = r"(?P<month>(?-i:May|March))"
_NOT_A_NAME = r"(?!\s(?-i:[A-Z][a-z]))"
_NO_DAY = r"(?!\s\d{1,2}(?!\d))"
_BEFORE = (
    r"(?:in|since|until|till|during|through|throughout|early|mid|late|by|from|after|before|between|"
    r"of|for|and|or|to|the|on|around|about|about|again|a|each|every|its|their|his|her|our)"
)
_SIDES = {
    "last": "past", "this past": "past", "the previous": "past",
    "next": "future", "this coming": "future", "the coming": "future",
}  # fmt: skip


# "The March" may be a march, "the March meeting" is none.
_MARCHES = frozenset(
    {"for", "and", "or", "to", "on", "about", "a", "the", "its", "their", "his", "her", "our",
     "each", "every"}
)  # fmt: skip
_NOUN = r"\s(?!(?:on|of|for|to|from|through|and|was|is|by|in|at|that|which|by)\b)[a-z]"


def _month_of_year(match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.month(int(match["year"]), resolve.month_number(match["month"]))


def _month_of_named_year(match: re.Match[str], context: Context) -> Meaning | None:
    which = match["which"].lower()
    month = resolve.month_number(match["month"])
    if which in {"that", "the same", "the following"}:
        if not context.reference.year:
            return UNRESOLVED
        year = context.reference.year.year + (which == "the following")
        return resolve.month(year, month).anchored("text")
    if not context.published:
        return UNRESOLVED
    shift = {"last": -1, "this": 0, "next": 1}[which]
    return from_publication(resolve.month(context.published.year + shift, month))


def _beside(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "last May": the latest one that has ended, "next May": the next to begin."""
    if not context.published:
        return UNRESOLVED
    month, which = resolve.month_number(match["month"]), match["which"].lower()
    published = context.published
    named = context.reference.month or context.reference.year
    if context.reference.history and named:
        year = named.year - (which in {"last", "the previous", "this past"} and
                             (not named.month or month >= named.month))  # fmt: skip
        return resolve.month(year, month).anchored("text")
    if which in {"this", "that"}:
        year = nearest_year(published, month, "unknown")
    elif _SIDES[which] == "past":
        # The month just over is "last month": by its name it is that of a year ago.
        year = published.year - (month >= published.month - 1)
    else:
        year = published.year + (month <= published.month)
    return from_publication(resolve.month(year, month))


def _month(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve a month without its year by what was just named, else by the tense of its clause."""
    month = resolve.month_number(match["month"])
    tense = context.tense(match.start("month"), match.end("month"))
    told = year_of_month(month, context, tense)
    return resolve.month(told[0], month).anchored(told[1]) if told else UNRESOLVED


def _doubtful_month(match: re.Match[str], context: Context) -> Meaning | None:
    after = context.text[match.end("month") : match.end("month") + 12]
    lead = match["lead"].lower()
    if re.match(
        r"['’]s\b|\s(?:said|says|will|has|had|was|is|told|and\sher|and\shis)\b", after
    ) and (
        lead in {"for", "and", "or", "of", "to", "from", "by", "after", "before", "about", "with"}
    ):
        return None
    if match["month"] == "March" and lead in _MARCHES and not re.match(_NOUN, after):
        return None  # "the march"
    return _month(match, context)


def _week(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "the first week of March": the week most of which lies in its seven days."""
    month = resolve.month_number(match["month"])
    tense = context.tense(match.start(), match.end())
    given: tuple[int, Anchor] | None = (int(match["year"]), "calendar") if match["year"] else None
    told = given or year_of_month(month, context, tense)
    if told is None:
        return UNRESOLVED
    year, anchor = told
    place = {"first": 0, "second": 1, "third": 2, "fourth": 3}.get(match["place"].lower())
    last = monthrange(year, month)[1]
    week = resolve.week(dt.date(year, month, last - 3 if place is None else 4 + 7 * place))
    return week.anchored(anchor)


def _range(match: re.Match[str], context: Context) -> Meaning | None:
    first_month = resolve.month_number(match["month"])
    last_month = resolve.month_number(match["last_month"])
    given = match.groupdict().get("year")
    tense = context.tense(match.start(), match.end())
    told: tuple[int, Anchor] | None = (int(given), "calendar") if given else None
    told = told or year_of_month(last_month, context, tense)
    if told is None:
        return UNRESOLVED
    last_year, anchor = told
    first_year = last_year - (first_month > last_month)
    if match.groupdict().get("first_year"):
        first_year = int(match["first_year"])
    first, last = resolve.month(first_year, first_month), resolve.month(last_year, last_month)
    period = resolve.between(first, last)
    return period.anchored(anchor) if period else None


_RULES = (
    DateRule(
        "dates.month.of_year",
        find(rf"(?P<month>{MONTH_NAME}),?\s(?:of\s)?(?:the\syear\s)?{_YEAR}"),
        _month_of_year,
        (("They met in Rome in October 2021.", "October 2021", "2021-10"),),
        ("It may 2024 be.",),
    ),
    DateRule(
        "dates.month.numeric",
        find(rf"(?P<year>{YEAR})-(?P<digits>0[1-9]|1[0-2])(?!-)"),
        lambda match, _: resolve.month(int(match["year"]), int(match["digits"])),
        (("The notice 2024-13 is dated 2023-04.", "2023-04", "2023-04"),),
        ("The years 2023-24 count.", "On 2025-04-08 it rained."),
    ),
    DateRule(
        "dates.month.of_named_year",
        find(
            rf"{_MONTH},?\s(?:of\s)?(?P<which>this|last|next|that|the\ssame|the\sfollowing)\syear"
        ),
        _month_of_named_year,
        (
            ("Troops leave in June this year.", "June this year", "2025-06"),
            ("It began in 1998; in May of that year they left.", "May of that year", "1998-05"),
        ),
        ("They may this year agree.",),
    ),
    DateRule(
        "dates.month.week",
        find(
            rf"the\s(?P<place>first|second|third|fourth|last|final)\s(?:full\s)?week\s(?:of|in)\s{_MONTH}"
            rf"(?:,?\s(?:of\s)?{_YEAR})?{_NO_DAY}"
        ),
        _week,
        (("They met in the first week of March.", "the first week of March", "2025-W10"),),
        ("The first week of talks.",),
    ),
    DateRule(
        "dates.month.range",
        find(rf"{_MONTH}\s?[-–—/]\s?{_LAST_MONTH}(?:,?\s(?:of\s)?{_YEAR})?{_NO_DAY}"),
        _range,
        (
            ("Trade grew in January-March 2025.", "January-March 2025", "2025-01/2025-03"),
            ("Trade grew in October–December.", "October–December", "2024-10/2024-12"),
        ),
        ("They may-march there.",),
    ),
    DateRule(
        "dates.month.from_to",
        find(
            rf"(?:(?:from|between)\s(?P<first>{_MONTH}(?:,?\s(?P<first_year>{YEAR}))?)"
            r"\s(?:to|through|until|till|and)\s"
            rf"(?P<last>{_LAST_MONTH}(?:,?\s(?:of\s|in\s)?{_YEAR})?)){_NO_DAY}"
        ),
        _range,
        (
            ("It lasted from January to March 2020.", "January", "2020-01"),
            ("It lasted from January to March 2020.", "March 2020", "2020-03"),
            ("The economy shrank between October and December.", "October", "2024-10"),
        ),
        ("From Kabul to March it took.",),
    ),
    DateRule(
        "dates.month.beside",
        find(rf"{_WHICH}\s{_MONTH}{_NO_DAY}"),
        _beside,
        (
            ("He was freed last November.", "last November", "2024-11"),
            ("They marry next June.", "next June", "2025-06"),
        ),
        ("They last may ask.",),
    ),
    DateRule(
        "dates.month.after_preposition",
        find(
            r"(?:in|since|until|till|during|through|throughout|by|from|of)\s"
            rf"(?P<timex>{_SURE_MONTH}){_NO_DAY}"
        ),
        _month,
        (
            ("In January President Doe left.", "January", "2025-01"),
            ("The talks broke down in November.", "November", "2024-11"),
        ),
        ("In Januar it rained.",),
    ),
    DateRule(
        "dates.month.bare",
        find(rf"{_SURE_MONTH}{_NO_DAY}{_NOT_A_NAME}"),
        _month,
        (
            ("The November vote was close.", "November", "2024-11"),
            ("The June summit will be in Rome.", "June", "2025-06"),
        ),
        ("A letter from April Glaspie.",),
    ),
    DateRule(
        "dates.month.doubtful",
        find(
            rf"(?P<lead>{_BEFORE})[\s-](?P<timex>{_DOUBTFUL_MONTH}){_NO_DAY}"
            r"(?!\s(?:on|for)\s(?-i:[A-Z]))"
        ),
        _doubtful_month,
        (
            ("Ministers will review it in early May.", "early May", "2025-05"),
            ("They left in March.", "March", "2025-03"),
        ),
        ("They agreed to march.", "The plan of May's cabinet.", "The March on Rome began."),
    ),
)

MONTHS = RuleGroup(
    "months",
    _RULES,
)
