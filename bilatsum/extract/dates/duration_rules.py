"""Rules for durations: how long, not when."""

import re

from . import resolve
from .rule import Context, DateRule, Meaning

_LEAD = r"(?:(?:the|these|those)\s(?:last|past|next|coming|first|final|previous)\s)?"


def _duration(match: re.Match[str], _: Context) -> Meaning | None:
    letter = resolve.unit_letter(match["unit"])
    return Meaning("DURATION", f"P{resolve.number(match['count'])}{letter}")


DURATION_RULES = (
    DateRule(
        "dates.duration.counted",
        resolve.find(
            rf"{_LEAD}(?P<count>(?!an?\s){resolve.NUMBER})[- ](?P<unit>{resolve.UNIT})(?![- ]old)"
            r"(?!\s(?:ago|earlier|later|after|before|from now))(?!['’]s)"
        ),
        _duration,
        (
            ("It is effective for up to 150 days.", "150 days", "P150D"),
            ("Over the last 30 years it grew.", "the last 30 years", "P30Y"),
            ("The five-year plan failed.", "five-year", "P5Y"),
        ),
        (
            "Two days after the summit he left.",
            "A 42-year-old man spoke.",
            "Two years ago it ended.",
        ),
    ),
)
