"""Rules for wordings that point from the publication date: yesterday, last week, this year."""

import datetime as dt
import re

from . import resolve
from .reference import from_publication
from .rule import UNRESOLVED, Context, DateRule, Meaning, RuleGroup, find
from .vocabulary import PART_OF_DAY, singular

_DAYS = {
    "the day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1,
    "the day after tomorrow": 2,
}  # fmt: skip
_UNIT = r"(?P<unit>week|month|quarter|year|decade|century)"
_WHICH = r"(?P<which>last|this\spast|this\scoming|this|next|the\scurrent|the\scoming)"
_SHIFTS = {"last": -1, "this past": -1, "next": 1, "the coming": 1,
           "this coming": 1}  # fmt: skip
_PRESENT = re.compile(
    r"\b(?:(?:world|age|era|youth|leader|people|men|women|\w+y|\w+s) of|than|even|still|world|"
    r"those)\s\Z",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\s(?:the|a|an)\s(?:world|most|largest|biggest|leading|key|major)\b", re.IGNORECASE
)
# "Today's talks" were held today; "today's world" and "yesterday's men" have no date.
_OF_AN_EVENT = re.compile(
    r"['’]s\s(?:[\w-]+\s){0,3}?(?:announce\w*|votes?|meetings?|talks|summits?|statements?|attacks?|"
    r"strikes?|decisions?|rulings?|visits?|calls?|sessions?|hearings?|elections?|events?|speech\w*|"
    r"agreements?|signings?|ceremon\w+|releases?|news|launch\w*|discussions?|briefings?|conferences?|"
    r"actions?|deals?|earthquakes?|flights?|editions?|papers?|victor\w+|defeats?|bombings?|raids?|"
    r"killings?|debates?|deadlines?|designations?|sanctions|incidents?|explosions?|dinner|lunch|"
    r"protests?|rall\w+|referendum\w*|exchanges?|report\w*|interviews?|quiz|market|trading|close)\b",
    re.IGNORECASE,
)
_WEEKEND_STARTS = 5
_REACH = 80


def _day(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "today"; in "the world of today" it means these times, no day."""
    before = context.text[max(0, match.start() - _REACH) : match.start()]
    after = context.text[match.end() : match.end() + _REACH]
    word = match["day"].lower()
    if re.match(r"['’]s\b", after) and not _OF_AN_EVENT.match(after):
        return None
    if word == "today" and (_PRESENT.search(before) or _SUPERLATIVE.match(after)):
        return Meaning("DATE", "PRESENT_REF", anchor="vague")
    if not context.published:
        return UNRESOLVED
    day = from_publication(resolve.shift(context.published, _DAYS[word], "day"))
    return resolve.part_of_day(day, match["part"])


def _part_of_day(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "last night" and "this morning"."""
    if not context.published:
        return UNRESOLVED
    shift = -1 if match["which"].lower() == "last" else 0
    day = from_publication(resolve.shift(context.published, shift, "day"))
    return resolve.part_of_day(day, match["part"])


def _tonight(_: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    return resolve.part_of_day(from_publication(resolve.of_date(context.published)), "night")


def _period(match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    shift = _SHIFTS.get(match["which"].lower(), 0)
    return from_publication(resolve.shift(context.published, shift, match["unit"].lower()))


def _weekend(match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    published, which = context.published, match["which"].lower()
    tense = context.tense(match.start(), match.end())
    shift = {"last": -1, "next": 1}.get(which, 0)
    past = tense in {"past", "done"} or (which == "the" and tense != "future")
    if shift == 0 and past and published.weekday() < _WEEKEND_STARTS:
        shift = -1
    return from_publication(resolve.weekend(published + dt.timedelta(weeks=shift)))


def _end_of(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "the end of the year": that of the publication, or the year just named."""
    unit = singular(match["unit"])
    reference = context.reference
    latest = reference.month if unit == "month" else reference.year
    named = None
    if match["this"] is None:
        named = reference.sentence or (latest if reference.history else None)
    if named and unit in {"year", "month"} and (unit == "year" or named.month):
        meaning = resolve.shift(resolve.first_day(named), 0, unit)
        return meaning.anchored("text") if meaning else None
    if not context.published:
        return UNRESOLVED
    meaning = from_publication(resolve.shift(context.published, 0, unit))
    today = resolve.partial(context.published)
    if meaning and match["side"].lower() in {"end", "close", "rest", "remainder"}:
        return meaning._replace(start=today)
    if meaning and match["side"].lower() in {"beginning", "start"}:
        return meaning._replace(end=today)
    return meaning


def _within(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "later in the day" by the day just named, as far as the text names one."""
    unit, reference = match["unit"].lower(), context.reference
    known = reference.at(unit)
    if known and (unit == "day" or reference.history):
        meaning = resolve.shift(resolve.first_day(known), 0, unit)
        return meaning.anchored("text") if meaning else None
    if not context.published:
        return UNRESOLVED
    return from_publication(resolve.shift(context.published, 0, unit))


def _year_end(_: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    return from_publication(resolve.year(context.published.year))


_RULES = (
    DateRule(
        "dates.deictic.day",
        find(
            r"(?P<day>the\sday\sbefore\syesterday|the\sday\safter\stomorrow|today|yesterday|"
            rf"tomorrow)(?:\s(?P<part>{PART_OF_DAY}))?"
        ),
        _day,
        (
            ("They spoke yesterday in Geneva.", "yesterday", "2025-04-07"),
            ("Today the tap has two keys.", "Today", "2025-04-08"),
            ("Earlier today they met.", "Earlier today", "2025-04-08"),
            ("We live in the world of today.", "today", "PRESENT_REF"),
        ),
        ("USA Today reported it.", "It divides today's river by yesterday's averages."),
    ),
    DateRule(
        "dates.deictic.part_of_day",
        find(rf"(?P<which>this|last)\s(?P<part>{PART_OF_DAY})"),
        _part_of_day,
        (
            ("He said so last night.", "last night", "2025-04-07TNI"),
            ("She told me this morning.", "this morning", "2025-04-08TMO"),
        ),
        ("It was a cold night.",),
    ),
    DateRule(
        "dates.deictic.tonight",
        find("tonight"),
        _tonight,
        (("The ministers dine tonight.", "tonight", "2025-04-08TNI"),),
        ("It was a cold night.",),
    ),
    DateRule(
        "dates.deictic.period",
        find(rf"{_WHICH}\s{_UNIT}(?![\s-](?:old|long))"),
        _period,
        (
            ("Inflation rose last month.", "last month", "2025-03"),
            ("The summit is planned for next year.", "next year", "2026"),
            ("Talks resume this week.", "this week", "2025-W15"),
            ("They will meet later this year.", "later this year", "2025"),
        ),
        ("The last months were hard.", "That year was hard."),
    ),
    DateRule(
        "dates.deictic.weekend",
        find(r"(?P<which>last|this|next|the|this\spast|this\scoming)\sweekend"),
        _weekend,
        (("They will travel this weekend.", "this weekend", "2025-W15-WE"),),
        ("At weekends it is closed.",),
    ),
    DateRule(
        "dates.deictic.end_of_period",
        find(
            r"(?:the\s)?(?:very\s)?(?P<side>beginning|start|middle|end|close|rest|remainder)\sof\s"
            r"(?:the|(?P<this>this|the\scurrent))\s(?P<unit>year|month|week|decade|century|quarter|day)"
            r"(?!\s\d)"
        ),
        _end_of,
        (("A decision is due by the end of the year.", "the end of the year", "2025"),),
        ("In the end of times.",),
    ),
    DateRule(
        "dates.deictic.within",
        find(
            r"(?:earlier|later|early|late)\s(?:on\s)?in\s(?:the|this)\s(?P<unit>day|week|month|year|"
            r"decade|century)"
        ),
        _within,
        (("They will meet again later in the week.", "later in the week", "2025-W15"),),
        ("Later in the text.",),
    ),
    DateRule(
        "dates.deictic.the_period",
        find(
            r"(?:(?<=for\s)|(?<=end\s)|(?<=ended\s)|(?<=ending\s)|(?<=finish\s)|(?<=finished\s)|"
            r"(?<=finishing\s)|(?<=close\s)|(?<=closed\s)|(?<=closing\s)|(?<=start\s)|(?<=started\s)|"
            r"(?<=begin\s)|(?<=began\s)|(?<=months\sof\s)|(?<=weeks\sof\s)|(?=the\sweek['’]s))the\s(?P<unit>day|week|month|year)"
            r"(?!\s(?:end|after|before|when|that|of\s(?![$£€\d])|she|he|they|we|ahead|to\scome|\d))(?!-)"
        ),
        _within,
        (("Exports fell two percent for the week.", "the week", "2025-W15"),),
        ("For the year ended May 31 it fell.",),
    ),
    DateRule(
        "dates.deictic.full_year",
        find(r"the\sfull\syear|(?<=for\s)the\s(?:entire|whole)\syear"),
        _year_end,
        (("It expects growth for the full year.", "the full year", "2025"),),
        ("A full year passed.",),
    ),
    DateRule(
        "dates.deictic.year_end",
        find(r"(?:the\s)?year(?:['’]s)?[\s-]end(?!ing|ed)"),
        _year_end,
        (("It is due by year's end.", "year's end", "2025"),),
        ("The year ended well.",),
    ),
)

DEICTICS = RuleGroup(
    "pointing from the publication date", _RULES,
)  # fmt: skip
