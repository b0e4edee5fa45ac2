"""What a date rule is: a name, a pattern, what it means, and examples that prove it."""

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from bilatsum.model import Anchor, PartialDate, TimexType

Tense = str
"""done · past · future · unknown"""


class Meaning(NamedTuple):
    """What a wording means: TIMEX3 type and value, the period it bounds, and what fixes it."""

    type: TimexType
    value: str
    start: PartialDate | None = None
    end: PartialDate | None = None
    anchor: Anchor = "calendar"

    def anchored(self, anchor: Anchor) -> "Meaning":
        """Return the same meaning, fixed by `anchor`."""
        return self._replace(anchor=anchor)


UNRESOLVED = Meaning("DATE", "", anchor="published")
"""A wording relative to the publication date where nobody knows it."""

REFUSED = Meaning("DATE", "", anchor="vague")
"""The words are no date, and no other rule may find one in them."""


# For so many sentences news can look back to a date.
_REMEMBERED = 8


class Reference(NamedTuple):
    """The dates that wordings such as "that year" and "the following day" look back to.

    `day`, `month` and `year` are the latest mentioned before, at that precision or a finer one,
    `quarter` the TIMEX3 value of the latest quarter of a year, "" before there is one;
    `sentence` is the latest one in the same sentence; `history` is the latest year that a text
    tells of which speaks of times long before its publication, where a bare month belongs to the
    year just named; it is 0 for news. `ages` are the sentences since the day, the month and the
    year were named.
    """

    day: PartialDate | None = None
    month: PartialDate | None = None
    year: PartialDate | None = None
    quarter: str = ""
    sentence: PartialDate | None = None
    history: int = 0
    ages: tuple[int, int, int] = (0, 0, 0)

    def at(self, unit: str) -> PartialDate | None:
        """Return what was named last, at the precision that counting in `unit`s needs."""
        known = {"day": self.day, "week": self.day, "month": self.month}
        return known.get(unit, self.year)

    def after(self, meaning: Meaning) -> "Reference":
        """Return the reference once `meaning` has been mentioned."""
        date = meaning.start or meaning.end
        if date is None or meaning.type not in {"DATE", "TIME"} or meaning.anchor == "vague":
            return self
        if "W" in meaning.value or meaning.value.endswith("X"):
            return self
        if self.history and (meaning.anchor == "published" or date.year > self.history):
            return self
        quarter = self.quarter
        if "-Q" in meaning.value and meaning.anchor != "text":
            quarter = meaning.value[:7]
        return Reference(
            date if date.day else self.day,
            PartialDate(date.year, date.month) if date.month else self.month,
            PartialDate(date.year),
            quarter,
            date,
            self.history,
            (0 if date.day else self.ages[0], 0 if date.month else self.ages[1], 0),
        )

    def next_sentence(self) -> "Reference":
        """Return the reference at the beginning of a new sentence; news forgets in time."""
        if self.year is None and not self.history:
            return self  # nothing was named that could be forgotten
        day, month, year = (age + 1 for age in self.ages)
        return Reference(
            self.day if self.history or day <= _REMEMBERED else None,
            self.month if self.history or month <= _REMEMBERED else None,
            self.year if self.history or year <= _REMEMBERED else None,
            self.quarter,
            None,
            self.history,
            (day, month, year),
        )


class Context(NamedTuple):
    """What a rule may look at besides its match.

    `text` is the shown text of the sentence; `published` the anchor of relative wordings, None
    where nobody knows it; `reference` what was mentioned before; `tense` tells from the words
    around an offset whether they speak of the past or of what is to come.
    """

    text: str
    published: dt.date | None
    reference: Reference
    tense: Callable[[int, int], Tense]


class DateRule(NamedTuple):
    """A rule that finds one kind of wording.

    Where the pattern has a group named `timex`, that is the extent of the mention; where it has
    groups named `first` and `last`, they are the two ends of a range, each a mention of its own,
    and `resolve` returns the period between them; else the whole match is the extent. `resolve`
    returns None where the match is no date after all. `finds` are sentences, read as of Tuesday
    2025-04-08, each with the words found and their value; `ignores` are sentences in which this
    rule must find nothing.
    """

    name: str
    source: str
    resolve: Callable[[re.Match[str], Context], Meaning | None]
    finds: tuple[tuple[str, str, str], ...]
    ignores: tuple[str, ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern; compiling waits until a text holds the rule's cues."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


class RuleGroup(NamedTuple):
    """Rules of one kind."""

    name: str
    rules: tuple[DateRule, ...]


BEGINNING = (
    r"(?:(?<![\w$€£¥/.,:-])|(?<=\bmid-)|(?<=\blate-)|(?<=\bearly-)|(?<=\bpost-)|(?<=\bpre-))"
)
"""Where the words of a rule may begin; "mid-2025" and "post-1990" begin behind their hyphen."""


def find(pattern: str) -> str:
    """Return a rule's pattern between word boundaries; when it is compiled, case is ignored."""
    return rf"{BEGINNING}(?:{pattern})(?![\w%])"
