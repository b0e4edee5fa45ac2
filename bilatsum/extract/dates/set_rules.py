"""Rules for what happens again and again: every day, weekly, on Mondays, $2 billion a year."""

import re

from bilatsum.data.calendar import WEEKDAYS

from . import resolve
from .rule import Context, DateRule, Meaning, RuleGroup, find
from .vocabulary import (
    FULL_MONTH,
    NUMBER,
    PART_OF_DAY,
    PARTS_OF_DAY,
    SEASON,
    SEASONS,
    UNIT,
    duration,
    number,
    ordinal,
)

_WEEKDAY = rf"(?-i:{'|'.join(name.title() for name in WEEKDAYS if name.endswith('day'))})"
_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W",
    "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y",
    "biannual": "P6M", "biennial": "P2Y", "everyday": "P1D",
}  # fmt: skip


def _adverb(match: re.Match[str], _: Context) -> Meaning | None:
    return Meaning("SET", _ADVERBS.get(match.group().lower(), "P1Q"))


def _every(match: re.Match[str], _: Context) -> Meaning | None:
    if match["weekday"]:
        return Meaning("SET", f"XXXX-WXX-{resolve.weekday_number(match['weekday']) + 1}")
    if match["month"]:
        return Meaning("SET", f"XXXX-{resolve.month_number(match['month']):02d}")
    if match["season"]:
        return Meaning("SET", f"XXXX-{SEASONS[match['season'].lower()]}")
    if match["part"]:
        return Meaning("SET", f"XXXX-XX-XXT{PARTS_OF_DAY[match['part'].lower()]}")
    if match["count"]:
        word = match["count"].lower()
        count = 2.0 if word == "other" else number(word) or float(ordinal(word))
    else:
        count = 1.0
    return Meaning("SET", duration(count, match["unit"]))


def _plural(match: re.Match[str], _: Context) -> Meaning | None:
    value = f"XXXX-WXX-{resolve.weekday_number(match['weekday']) + 1}"
    if match["part"]:
        value += f"T{PARTS_OF_DAY[match['part'].lower().removesuffix('s')]}"
    return Meaning("SET", value)


def _rate(match: re.Match[str], _: Context) -> Meaning | None:
    return Meaning("SET", duration(1, match["unit"]))


_RULES = (
    DateRule(
        "dates.set.every",
        find(
            rf"(?:every|each)\s(?:(?:(?P<count>other|second|third|fourth|{NUMBER})\s)?"
            rf"(?P<unit>{UNIT})|(?P<weekday>{_WEEKDAY})|(?P<month>{FULL_MONTH})|(?P<season>{SEASON})"
            rf"|(?P<part>{PART_OF_DAY}))"
        ),
        _every,
        (
            ("They meet every year.", "every year", "P1Y"),
            ("They meet every two weeks.", "every two weeks", "P2W"),
            ("They meet each Monday.", "each Monday", "XXXX-WXX-1"),
        ),
        ("Every man left.",),
    ),
    DateRule(
        "dates.set.adverb",
        find(rf"{'|'.join(_ADVERBS)}|quarterly(?=[.,;]|\sand\b|\Z)"),
        _adverb,
        (("They meet annually.", "annually", "P1Y"),),
        ("The Daily Telegraph wrote.", "They met once."),
    ),
    DateRule(
        "dates.set.weekdays",
        find(
            rf"(?:(?P<weekday>{_WEEKDAY})s(?:\s(?P<part>{PART_OF_DAY}s?))?|"
            rf"(?P<weekday2>{_WEEKDAY})\s(?P<part2>{PART_OF_DAY})s)"
        ),
        lambda match, context: _plural(match, context) if match["weekday"] else Meaning(
            "SET", f"XXXX-WXX-{resolve.weekday_number(match['weekday2']) + 1}"
            f"T{PARTS_OF_DAY[match['part2'].lower()]}"
        ),
        (("It is closed on Fridays.", "Fridays", "XXXX-WXX-5"),),
        ("It is closed on Friday's eve.",),
    ),
    DateRule(
        "dates.set.rate",
        find(
            r"(?:(?:(?<=once\s)|(?<=twice\s)|(?<=times\s)|(?<=flights\s)|(?<=barrels\s)|(?<=tons\s)|"
            r"(?<=lion\s)|(?<=percent\s)|(?<=dollars\s)|(?<=\d\s))an?|per|(?<=\d%\s)a)\s"
            r"(?P<unit>hour|day|week|month|quarter|year|decade)"
            r"(?!\s(?:ago|earlier|later|before|after|old))(?!-)"
        ),
        _rate,
        (
            ("Aid of $2 billion a year was cut.", "a year", "P1Y"),
            ("They pump 2 million barrels per day.", "per day", "P1D"),
        ),
        ("It lasted a year.", "It cost $2 billion a year ago."),
    ),
)  # fmt: skip

SETS = RuleGroup(
    "again and again",
    _RULES,
)
