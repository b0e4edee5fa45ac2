"""What a date rule is: a name, a pattern, what it means, and examples that prove it."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from bilatsum.model import PartialDate, TimexType

Tense = str
"""past · future · unknown"""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides its match.

    `text` is the shown text of the sentence; `published` the anchor of relative wordings, None
    where nobody knows it; `tense` tells from the words around an offset whether they speak of
    the past or of what is to come.
    """

    text: str
    published: dt.date | None
    tense: Callable[[int, int], Tense]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a wording means: TIMEX3 type and value, and the period it bounds."""

    type: TimexType
    value: str
    start: PartialDate | None = None
    end: PartialDate | None = None


UNRESOLVED = Meaning("DATE", "")
"""A relative wording with nothing to relate it to."""


@dataclass(frozen=True, slots=True)
class DateRule:
    """A rule that finds one kind of wording.

    Where the pattern has a group named `timex`, that is the extent of the mention; else the whole
    match is. `resolve` returns None where the match is no date after all. `finds` are sentences,
    read as of Tuesday 2025-04-08, each with the words found and their value; `ignores` are
    sentences in which this rule must find nothing.
    """

    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Context], Meaning | None]
    finds: tuple[tuple[str, str, str], ...]
    ignores: tuple[str, ...] = ()
