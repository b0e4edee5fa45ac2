"""Calendar points of partial precision, and the date expressions of an article."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from .span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

Anchor = Literal["calendar", "published", "text", "event", "vague"]
"""What fixes a date: the calendar alone, the publication date, another date in the text, an event
that the text does not date, or nothing ("soon")."""


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day: as much as is known, and never more.

    Fields: `year` 1-9999, `month` 1-12 or 0 if unknown, `day` 1-31 or 0 if unknown.
    Raises ValueError for a date that no calendar has.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        """Refuse February 30, and a day without a month."""
        dt.date(self.year, self.month or 1, self.day or 1)
        if self.day and not self.month:
            message = "a day needs a month"
            raise ValueError(message)

    def __str__(self) -> str:
        """Return the ISO 8601 form at the precision known: 2025, 2025-04 or 2025-04-08."""
        if self.day:
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        if self.month:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}"


@dataclass(frozen=True, slots=True)
class DateMention:
    """One time expression (a TIMEX3 in the terms of TimeML).

    `value` is the TIMEX3 value (`2025-04-08`, `2025-W14`, `199X`, `P20Y`, `FUTURE_REF`, or
    `start/end` for a range); it is empty where the wording is relative to a date nobody gave.
    `start` and `end` bound the period as partial dates; one of them is None where the period is
    open ("since 2019"), both where it is unknown. `anchor` is what fixed the meaning, `rule` the
    dotted name of the rule that found the mention.
    """

    span: Span
    type: TimexType
    value: str
    start: PartialDate | None
    end: PartialDate | None
    anchor: Anchor
    rule: str
