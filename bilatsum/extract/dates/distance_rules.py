"""Rules for distances in time: three weeks ago, a year later, the past decade, two days after."""

import re

from . import resolve
from .reference import from_publication
from .rule import UNRESOLVED, Context, DateRule, Meaning, RuleGroup, find
from .vocabulary import CALENDAR_UNIT, NUMBER, QUANTITY, UNIT, duration, quantity, singular

_COUNT = rf"(?P<count>{QUANTITY})"
_MORE = r"(?:(?:more|full|long|short|whole|additional|further)\s)?"
_UNIT = rf"(?P<unit>{UNIT})"
_OR_SO = r"(?:\sor\s(?:so|more|two))?"
_LEAD = r"(?:the|these|those|its|his|her|their|our)"
_PAST = r"(?:past|last|previous|preceding)"
_NEXT = r"(?:next|coming|following|upcoming)"
_SPAN = rf"(?:{NUMBER}\s?(?:-|–|to|or)\s?)?"
_CLOCK_UNITS = {"second", "minute", "hour"}
_EVENT = r"(?:after|before|following|prior\sto|ahead\sof|into|of\sthe\sstart)"


def _ago(match: re.Match[str], context: Context) -> Meaning | None:
    if match["some"]:
        return Meaning("DATE", "PAST_REF", anchor="vague")
    if match["count"].lower() == "a" and match["unit"] == "year" and context.reference.quarter:
        # Accounts compare quarters.
        return resolve.quarter_again(context.reference.quarter, -1).anchored("text")
    return _away(match, context, -1)


def _from_now(match: re.Match[str], context: Context) -> Meaning | None:
    return _away(match, context, +1)


def _away(match: re.Match[str], context: Context, sign: int) -> Meaning | None:
    """Return what lies so far from a day; vague counts and hours only say on which side."""
    count, unit = quantity(match["count"]), singular(match["unit"])
    side = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if count is None:
        return Meaning("DATE", side, anchor="vague")
    if unit in _CLOCK_UNITS:
        return Meaning("DURATION", duration(count, unit), anchor="vague")
    if not context.published:
        return UNRESOLVED
    whole = count == int(count)
    unit, count = (unit, count) if whole else ("month", 12 * count if unit == "year" else count)
    meaning = resolve.shift(context.published, sign * round(count), unit)
    exact = resolve.away(context.published, sign * count, unit)
    if meaning is None:
        return None
    if exact and unit in {"week", "fortnight"}:  # the day itself, at the precision of a week
        meaning = Meaning("DATE", meaning.value, exact, exact)
    return from_publication(meaning)


def _apart(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "a year earlier" and "two days later" against the date they look back to."""
    count, unit = quantity(match["count"]), singular(match["unit"])
    sign = +1 if match["side"].lower() in {"later", "after", "afterwards"} else -1
    unknown = Meaning("DURATION", duration(count, unit), anchor="event")
    if count is None or unit in _CLOCK_UNITS or unit in {"decade", "century"}:
        return unknown
    meaning = _looked_back(sign * round(count), unit, context)
    tense = context.tense(match.start(), match.end())
    if meaning is None or _contradicted(meaning, context, tense):
        return unknown
    return meaning


def _looked_back(count: int, unit: str, context: Context) -> Meaning | None:
    """Return what lies `count` units from the date that the text has just named."""
    reference = context.reference
    known = reference.at(unit)
    if unit == "year" and reference.quarter and count < 0:
        return resolve.quarter_again(reference.quarter, count).anchored("text")
    if known is None and unit in {"year", "quarter"} and context.published and count < 0:
        return from_publication(resolve.shift(context.published, count, unit))
    meaning = resolve.shift(resolve.first_day(known), count, unit) if known else None
    return meaning.anchored("text") if meaning else None


def _contradicted(meaning: Meaning, context: Context, tense: str) -> bool:
    """Whether what is told as past would lie ahead: it looks back to some other date."""
    if tense not in {"past", "done"} or meaning.start is None or context.published is None:
        return False
    return resolve.first_day(meaning.start) > context.published


def _stretch(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "the past decade", "the next five years": so long, up to or from publication."""
    words = (match["count"] or "a").lower()
    count, unit = quantity(words), singular(match["unit"])
    value = duration(count, unit)
    past = re.search(rf"\b{_PAST}\b", match.group(), re.IGNORECASE) is not None
    if count is None or unit in _CLOCK_UNITS or not context.published:
        return Meaning("DURATION", value, anchor="vague" if context.published else "published")
    today = resolve.partial(context.published)
    far = resolve.away(context.published, -count if past else count, unit)
    start, end = (far, today) if past else (today, far)
    return Meaning("DURATION", value, start, end, "published")


def _coming(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "the coming weeks": from now to the end of the next unit above."""
    above = {"day": "week", "week": "month", "month": "year", "year": "decade"}
    unit = singular(match["unit"])
    value = duration(None, unit)
    if not context.published or unit not in above:
        return Meaning("DURATION", value, anchor="vague")
    last = resolve.shift(context.published, 1, above[unit])
    return Meaning(
        "DURATION", value, resolve.partial(context.published), last.end if last else None, "vague"
    )


def _named_or_stretch(match: re.Match[str], context: Context) -> Meaning | None:
    if not match["count"] and match.group().lower().split()[0] in {"last", "next"}:
        return None  # "last year" is a year, not a stretch
    if not match["count"] and match["side"].lower() in {"following", "previous", "preceding"}:
        return None  # "the following year" looks back in the text
    if not match["count"] and match["unit"].lower() == "day":
        return None
    if not match["count"] and match["unit"].lower() == "quarter" and context.published:
        shift = -1 if re.search(_PAST, match.group(), re.IGNORECASE) else 1
        return from_publication(resolve.shift(context.published, shift, "quarter"))
    if not match["count"] and match["unit"].lower().endswith("s"):
        return _vague_stretch(match, context)
    return _stretch(match, context)


def _vague_stretch(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "the past years", and "the coming weeks" by the rule for it."""
    if re.search(rf"\b{_NEXT}\b", match.group(), re.IGNORECASE):
        return _coming(match, context)
    return Meaning("DATE", "PAST_REF", anchor="vague")


def _coming_or_ahead(match: re.Match[str], context: Context) -> Meaning | None:
    if match["unit"]:
        return _coming(match, context)
    if match["later"].lower() in {"year", "decade"} and not match.group().lower().startswith("the"):
        return None
    if match["later"].lower() in {"year", "decade"}:
        return Meaning("DATE", "FUTURE_REF", anchor="vague")
    return Meaning("DURATION", duration(None, match["later"]), anchor="vague")


def _of_event(_match: re.Match[str], _context: Context) -> Meaning | None:
    """Find "the day after the vote"; when the vote was is not ours to say."""
    return Meaning("DATE", "", anchor="event")


def _event(match: re.Match[str], _: Context) -> Meaning | None:
    """Measure the way to an event; when the event was is not ours to say."""
    count = quantity(match["count"]) if match["count"] else None
    return Meaning("DURATION", duration(count, match["unit"]), anchor="event")


_RULES = (
    DateRule(
        "dates.distance.ago",
        find(
            rf"(?:{_COUNT}[\s-]{_MORE}{_UNIT}{_OR_SO}[\s-](?:ago|back(?=[,.;]|\Z))|"
            r"(?P<some>days|weeks|months|years|decades|centuries)\sago)"
        ),
        _ago,
        (
            ("Two centuries ago he fought.", "Two centuries ago", "18"),
            ("It began three weeks ago.", "three weeks ago", "2025-W12"),
            ("It ended nearly five years ago.", "nearly five years ago", "2020"),
        ),
        ("Not long ago it rained.",),
    ),
    DateRule(
        "dates.distance.from_now",
        find(rf"{_COUNT}\s{_MORE}{_UNIT}\s(?:from\s(?:now|today)|hence)"),
        _from_now,
        (("It will open two months from now.", "two months from now", "2025-06"),),
        ("Two months from May it opened.",),
    ),
    DateRule(
        "dates.distance.apart",
        find(
            rf"{_COUNT}[\s-]{_MORE}(?P<unit>{CALENDAR_UNIT}){_OR_SO}[\s-]"
            r"(?P<side>earlier|later|afterwards|previously|before(?=[.,;]|\Z)|after(?=[.,;]|\Z))"
        ),
        _apart,
        (
            ("It was signed in 2009 and broken two years later.", "two years later", "2011"),
            ("Prices were lower in March 2024 than a month earlier.", "a month earlier",
             "2024-02"),
        ),
        ("Two years ago it ended.",),
    ),
    DateRule(
        "dates.distance.stretch",
        find(
            rf"(?:{_LEAD}\s)?(?P<side>{_PAST}|{_NEXT})\s(?:{_SPAN}(?P<count>{QUANTITY})[\s-](?:full\s|"
            rf"academic\s|straight\s|consecutive\s)?)?(?P<unit>{UNIT}){_OR_SO}"
        ),
        _named_or_stretch,
        (
            ("Over the last 30 years it grew.", "the last 30 years", "P30Y"),
            ("It will cost more over the next five years.", "the next five years", "P5Y"),
            ("It grew in the past decade.", "the past decade", "P10Y"),
        ),
        ("Last year it grew.",),
    ),
    DateRule(
        "dates.distance.coming",
        find(
            r"(?:(?:the|these)\s)?(?:(?:coming|next\sfew|next\sseveral|upcoming|following)\s"
            r"(?P<unit>days|weeks|months|years|decades|quarters)(?:\s(?:and|or)\s(?:weeks|months|years))?|"
            r"(?P<later>weeks|months|years|days|decades|decade|year)\s(?:ahead|to\scome))"
        ),
        _coming_or_ahead,
        (("They wait for the years ahead.", "the years ahead", "PXY"),),
        ("He is coming for weeks.",),
    ),
    DateRule(
        "dates.distance.day_of_event",
        find(
            r"(?P<timex>the\s(?P<unit>day|night|week|month|year|morning|evening))\s(?:after|before|"
            r"following|preceding)(?=\s(?!that\b)\w)"
        ),
        _of_event,
        (("The day before the vote he left.", "The day", ""),),
        ("They met the year before.",),
    ),
    DateRule(
        "dates.distance.event",
        find(
            rf"(?P<timex>(?:(?P<count>{QUANTITY})\s)?{_MORE}(?P<unit>{UNIT}))"
            rf"(?=\s(?:{_EVENT})\s\w)"
        ),
        lambda match, context: _event(match, context) if match["count"] or match["unit"].lower()
        .endswith("s") else None,
        (
            ("He left two days after the summit.", "two days", "P2D"),
            ("It fell hours before the vote.", "hours", "PTXH"),
        ),
        ("The day after the vote he left.", "Two days later he left."),
    ),
)  # fmt: skip


DISTANCES = RuleGroup(
    "distances",
    _RULES,
)
