"""Rules for times of day; the day is the one beside it, else the one the sentence speaks of."""

import re

from .rule import Context, DateRule, Meaning, RuleGroup, find
from .vocabulary import ONES, PARTS_OF_DAY

_ZONE = (
    r"(?:\s(?P<zone>GMT|UTC|Z|(?-i:[ECMP][SD]?T|[A-Z]{1,2}ST|CES?T|MSK|AEDT|NZDT|PKT|HKT)|"
    r"Eastern(?:\s(?:Standard\s|Daylight\s)?Time)?|Pacific(?:\s(?:Standard\s|Daylight\s)?Time)?|"
    r"Central\sTime|(?:local|Beijing|Moscow|Tokyo|Kyiv|London|Washington)\stime)"
    r"(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?)"
)
_HALF = r"(?P<half>[ap])\.?\s?m(?:\.|\b)"
_NOON, _MIDNIGHT = 12, 24
_LATEST_HOUR, _LATEST_MINUTE = 24, 59


def _time(hour: int, minute: int, zone: str | None) -> Meaning | None:
    if hour > _LATEST_HOUR or minute > _LATEST_MINUTE:
        return None
    universal = "Z" if zone and zone.upper() in {"GMT", "UTC", "Z"} else ""
    return Meaning("TIME", f"T{hour:02d}:{minute:02d}{universal}")


def _half_day(match: re.Match[str], _: Context) -> Meaning | None:
    hour = int(match["hour"]) if match["hour"] else ONES[match["word"].lower()]
    if not 1 <= hour <= _NOON:
        return None
    afternoon = match["half"].lower() == "p"
    return _time(hour % _NOON + _NOON * afternoon, int(match["minute"] or 0), match["zone"])


def _full_day(match: re.Match[str], _: Context) -> Meaning | None:
    return _time(int(match["hour"]), int(match["minute"]), match["zone"])


def _named(match: re.Match[str], _: Context) -> Meaning | None:
    word = match["named"].lower()
    return _time(_MIDNIGHT if word == "midnight" else _NOON, 0, match["zone"])


def _oclock(match: re.Match[str], _: Context) -> Meaning | None:
    hour = int(match["hour"]) if match["hour"] else ONES[match["word"].lower()]
    part = (match["part"] or match["part2"] or "").lower()
    if part in {"afternoon", "evening", "night"} and hour < _NOON:
        hour += _NOON
    return _time(hour, int(match["minute"] or 0), match["zone"])


def _bare_part(match: re.Match[str], _: Context) -> Meaning | None:
    part = match["part"] or match["session"]
    return Meaning("TIME", f"T{PARTS_OF_DAY[part.lower()]}")


def _part(match: re.Match[str], _: Context) -> Meaning | None:
    return Meaning("TIME", f"T{PARTS_OF_DAY[match['part'].lower()]}")


_RULES = (
    DateRule(
        "dates.clock.half_day",
        find(
            rf"(?:(?P<hour>0?[1-9]|1[0-2])|(?P<word>one|two|three|four|five|six|seven|eight|nine|ten|"
            rf"eleven|twelve))(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF}{_ZONE}?"
        ),
        _half_day,
        (
            ("They met at 3 p.m. EST.", "3 p.m. EST", "2025-04-08T15:00"),
            ("They will meet at 9:30 a.m. Friday.", "9:30 a.m. Friday", "2025-04-11T09:30"),
        ),
        ("The 3 pms met.", "It is 13 p.m. there."),
    ),
    DateRule(
        "dates.clock.full_day",
        find(
            r"(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?"
            rf"(?:{_ZONE}|\s?(?:hours|hrs)\b)"
        ),
        _full_day,
        (("The ship sank at 14:05 GMT.", "14:05 GMT", "2025-04-08T14:05Z"),),
        ("The verse 12:05 is long.",),
    ),
    DateRule(
        "dates.clock.at",
        find(r"(?<=at\s)(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?P<zone>)(?!:)"),
        _full_day,
        (("The ship sank at 14:05 off Oman.", "14:05", "2025-04-08T14:05"),),
        ("The score was 12:05.",),
    ),
    DateRule(
        "dates.clock.military",
        find(
            r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)"
            rf"(?:\s?(?:hours|hrs)\b(?P<zone>)|{_ZONE.replace('zone', 'universal')})"
        ),
        lambda match, _: _time(int(match["hour"]), int(match["minute"]),
                               match["universal"] or match["zone"]),
        (("The ship sank at 1405 GMT.", "1405 GMT", "2025-04-08T14:05Z"),),
        ("The 1405 men left.",),
    ),
    DateRule(
        "dates.clock.oclock",
        find(
            rf"(?:(?P<hour>[1-9]|1[0-2])(?::(?P<minute>[0-5]\d))?|(?P<word>one|two|three|four|five|six|"
            rf"seven|eight|nine|ten|eleven|twelve))(?:\so['’]?clock(?:\sin\sthe\s(?P<part>morning|afternoon|evening))?|"
            rf"\sin\sthe\s(?P<part2>morning|afternoon|evening)){_ZONE}?"
        ),
        _oclock,
        (("They met at five o'clock in the afternoon.", "five o'clock in the afternoon",
          "2025-04-08T17:00"),),
        ("They met at five.",),
    ),
    DateRule(
        "dates.clock.named",
        find(rf"(?P<named>noon|midnight|midday){_ZONE}?"),
        _named,
        (("The truce began at noon Monday.", "noon Monday", "2025-04-07T12:00"),),
        ("The afternoon was long.",),
    ),
    DateRule(
        "dates.clock.bare_part",
        find(
            r"(?:(?<=in\s)|(?<=during\s))the\s(?:(?:early|late)\s)?(?P<part>morning|afternoon|evening)"
            r"(?!\sof)|(?P<session>morning|afternoon|evening)(?=\s(?:trading|session|rush\shour|news))"
        ),
        _bare_part,
        (
            ("On Monday they met; shells fell in the evening.", "the evening", "2025-04-07TEV"),
            ("Shells fall in the evening.", "the evening", ""),
        ),
        ("It was a long evening.",),
    ),
    DateRule(
        "dates.clock.part_of_day",
        find(
            r"(?:the\s)?(?:(?:early|late|mid)[\s-])?(?P<part>morning|afternoon|evening|night)"
            r"(?=\s(?:of\s(?:the\s)?)?(?:(?-i:[A-Z][a-z]+day|January|February|March|April|May|June|"
            r"July|August|September|October|November|December)|\d{1,2}(?:st|nd|rd|th)?\s(?-i:[A-Z])|"
            r"yesterday))"
        ),
        _part,
        (("It began on the night of 3 May.", "the night of 3 May", "2025-05-03TNI"),),
        ("The night was long.",),
    ),
)  # fmt: skip

CLOCK = RuleGroup(
    "times of day", _RULES,
)  # fmt: skip
