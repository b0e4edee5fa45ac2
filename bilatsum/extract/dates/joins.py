"""Findings that stand side by side: a time of day with its day, the two ends of a range."""

import re
from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from . import resolve
from .rule import Context, Meaning

_BESIDE = frozenset({" ", ", "})
_APART = frozenset({" on ", ", on ", " at ", ", at ", " of ", " of the ", " on the "})
_PART_OF_DAY = re.compile(r"T[A-Z]{2}")


class Finding(NamedTuple):
    """One time expression of a stretch of text: where it is, what it means, by which rule."""

    start: int
    end: int
    meaning: Meaning
    rule: str


def joined(findings: Iterable[Finding], text: str, context: Context) -> list[Finding]:
    """Give each time of day its day, and make one of the two where they stand side by side."""
    result: list[Finding] = []
    waiting = deque(findings)
    while waiting:
        finding = waiting.popleft()
        if not _is_clock(finding):
            following = waiting[0] if waiting else None
            if following and _is_clock(following) and _is_day(finding):
                gap = text[finding.end : following.start]
                if gap in _BESIDE:
                    waiting[0] = _merged(finding, following, following, finding)
                    continue
                if gap in _APART:
                    waiting[0] = following._replace(meaning=_at(finding.meaning, following))
            result.append(finding)
            continue
        following = waiting[0] if waiting else None
        if following and _is_day(following):
            gap = text[finding.end : following.start]
            if gap in _BESIDE or (gap in {" of ", " of the "}):
                waiting[0] = _merged(finding, following, finding, following)
                continue
            if gap in _APART:
                result.append(finding._replace(meaning=_at(following.meaning, finding)))
                continue
        result.append(_alone(finding, result, context))
    return result


def _is_clock(finding: Finding) -> bool:
    return finding.meaning.type == "TIME" and finding.meaning.value.startswith("T")


def _is_day(finding: Finding) -> bool:
    """Whether a finding is one day, known or not."""
    meaning = finding.meaning
    if meaning.type != "DATE" or meaning.anchor == "vague":
        return False
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", meaning.value)) or (
        meaning.value == "" and "day" in finding.rule
    )


def _merged(first: Finding, last: Finding, clock: Finding, day: Finding) -> Finding:
    return Finding(first.start, last.end, _at(day.meaning, clock), clock.rule)


def _at(day: Meaning, clock: Finding) -> Meaning:
    """Return the meaning of a time of day on a day; unresolved where the day is."""
    value = f"{day.value}{clock.meaning.value}" if day.value else ""
    return Meaning("TIME", value, day.start or day.end, day.end or day.start, day.anchor)


def _alone(clock: Finding, before: list[Finding], context: Context) -> Finding:
    """Return a time of day on the day last named in its sentence, else that of publication."""
    days = [other.meaning for other in before if _is_day(other)]
    if days:
        return clock._replace(meaning=_at(days[-1], clock).anchored("text"))
    if _PART_OF_DAY.fullmatch(clock.meaning.value):  # "in the evening" of a day nobody named
        return clock._replace(meaning=Meaning("TIME", "", anchor="event"))
    if context.published is None:
        return clock._replace(meaning=Meaning("TIME", "", anchor="published"))
    today = resolve.of_date(context.published).anchored("published")
    return clock._replace(meaning=_at(today, clock))
