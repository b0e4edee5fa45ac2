"""Rules for wordings that look back to a date in the text: that year, the following day."""

import re

from . import resolve
from .reference import from_publication
from .rule import UNRESOLVED, Context, DateRule, Meaning, RuleGroup, cue, find
from .vocabulary import PART_OF_DAY

_UNIT = r"(?P<unit>day|week|month|quarter|year|decade)"
_SAME = r"(?:that|the\ssame|that\ssame|that\svery|the\svery\ssame)"


def _beside(match: re.Match[str], context: Context, shift: int) -> Meaning | None:
    """Return the day, month or year that lies `shift` of them from the one just named."""
    unit = (match["unit"] or match["after"]).lower()
    reference = context.reference
    known = reference.at(unit)
    if known is None and unit in {"year", "month", "quarter"} and context.published and shift < 0:
        return from_publication(resolve.shift(context.published, shift, unit))
    if known is None:
        return UNRESOLVED
    meaning = resolve.shift(resolve.first_day(known), shift, unit)
    return resolve.part_of_day(meaning.anchored("text"), match["part"]) if meaning else None


def _next_part(match: re.Match[str], context: Context) -> Meaning | None:
    day = context.reference.day
    if day is None:
        return UNRESOLVED
    shift = 0 if match["which"].lower() in {"that", "the same"} else 1
    meaning = resolve.shift(resolve.first_day(day), shift, "day")
    return resolve.part_of_day(meaning.anchored("text"), match["part"]) if meaning else None


def _year_earlier(_: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "the year-earlier quarter": the same quarter, or the year, before the one named."""
    reference = context.reference
    if reference.quarter:
        return resolve.quarter_again(reference.quarter, -1).anchored("text")
    if context.published:
        return from_publication(resolve.year(context.published.year - 1))
    return UNRESOLVED


def _same_last_year(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "the same month a year ago" to the month just named, or the quarter, of last year."""
    reference, unit = context.reference, match["unit"].lower()
    if reference.quarter and unit in {"quarter", "period"}:
        return resolve.quarter_again(reference.quarter, -1).anchored("text")
    if reference.month and unit != "day":
        return resolve.month(reference.month.year - 1, reference.month.month).anchored("text")
    if not context.published:
        return UNRESOLVED
    return from_publication(resolve.year(context.published.year - 1))


def _the_quarter(_: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "the quarter", "the latest quarter": the one just named, else the latest over."""
    reference = context.reference
    if reference.quarter:
        return resolve.quarter_again(reference.quarter).anchored("text")
    if not context.published:
        return UNRESOLVED
    return from_publication(resolve.shift(context.published, -1, "quarter"))


_RULES = (
    DateRule(
        "dates.text.same",
        find(rf"{_SAME}\s{_UNIT}(?P<part>)"),
        lambda match, context: _beside(match, context, 0),
        (
            ("In 1971 war came, and that year ended in ruin.", "that year", "1971"),
            ("On May 5, 2024 they met; the same day they signed.", "the same day", "2024-05-05"),
        ),
        ("The day that came.",),
    ),
    DateRule(
        "dates.text.following",
        find(
            r"(?:the\s(?:following|next|ensuing|subsequent)\s(?P<unit>day|week|month|year|quarter|"
            r"decade)|the\s(?P<after>day|week|month|year)\s(?:after|afterwards)(?=[.,;]|\Z))"
            rf"(?:['’]s)?(?:\s(?P<part>{PART_OF_DAY}))?"
        ),
        lambda match, context: _beside(match, context, +1),
        (("On May 5, 2024 they met. They signed the following day.", "the following day",
          "2024-05-06"),),
        ("The following dozen.", "The next of kin."),
    ),
    DateRule(
        "dates.text.previous",
        find(
            r"(?:(?:the|that)\s(?:previous|preceding|prior)\s(?P<unit>day|week|month|year|quarter|"
            r"decade)|the\s(?P<after>day|week|month|year)\s(?:before|earlier|previous|prior)"
            rf"(?=[.,;]|\Z))(?:\s(?P<part>{PART_OF_DAY}))?"
        ),
        lambda match, context: _beside(match, context, -1),
        (("Aid fell in 2021 after growing the previous year.", "the previous year", "2020"),),
        ("The previous dayflower.",),
    ),
    DateRule(
        "dates.text.part_of_day",
        find(rf"(?P<which>that|the\ssame|the\snext|the\sfollowing)\s(?P<part>{PART_OF_DAY})"),
        _next_part,
        (("On May 5, 2024 they met and signed that night.", "that night", "2024-05-05TNI"),),
        ("That knight left.",),
    ),
    DateRule(
        "dates.text.same_last_year",
        find(
            r"the\s(?:same|corresponding|comparable)\s(?P<unit>day|week|month|quarter|period|time)\s(?:(?:of\s"
            r"|in\s)?(?:the\s)?(?:last|previous|prior)\syear|a\syear\s(?:ago|earlier|before))"
        ),
        _same_last_year,
        (("Sales fell in January 2025 against the same month a year ago.",
          "the same month a year ago", "2024-01"),),
        ("At the same time last week.",),
    ),
    DateRule(
        "dates.text.year_earlier",
        find(
            r"(?:(?:the\s)?(?:(?:corresponding|comparable|same)\s)?year[\s-](?:earlier|ago)\s"
            r"(?:quarter|period|(?:first|second|third|fourth)\squarter|month|(?:three|six|nine)\s"
            r"months)|year-(?:earlier|ago))"
        ),
        _year_earlier,
        (("It fell from the year-earlier period.", "the year-earlier period", "2024"),),
        ("The year earned.",),
    ),
    DateRule(
        "dates.text.quarter",
        find(
            r"the\s(?:(?:latest|current|most\srecent|recent|same|reported)\s)?quarter"
            r"(?!\s(?:of|century|final|finals|mile|to|past)\b)(?!-)"
            r"|the\slatest\speriod|the\s(?:quarter|period)\sended"
        ),
        _the_quarter,
        (("Aid rose in the quarter.", "the quarter", "2025-Q1"),),
        ("The quarter of the city burned.", "They went to the quarterfinal."),
    ),
)  # fmt: skip


TEXT_RULES = RuleGroup(
    "looking back in the text",
    cue(
        r"(?:that|same|following|next|previous|preceding|ensuing|subsequent|prior)\s(?:very\s|same\s){0,2}"
        r"(?:day|week|month|quarter|year|decade|period|time|morning|afternoon|evening|night)|year-|"
        r"the\s(?:day|week|month|year)\s(?:before|after|earlier|previous|prior)|quarter|\speriod|"
        r"year\s(?:earlier|ago)"
    ),
    _RULES,
)
