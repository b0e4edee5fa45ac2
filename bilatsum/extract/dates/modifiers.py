"""Words around a date that belong to it, and what they do to its bounds.

TimeML counts "early", "nearly" and "the end of" in the extent of a date. "Early", "mid" and "late"
narrow its bounds by convention: the thirds of a month (days 1-10, 11-20, 21 and on) and of a year,
and years 0-3, 4-6 and 6-9 of a decade. "Since" and "until", outside the extent, open a bound.
"""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import replace

from bilatsum.model import PartialDate

from . import resolve
from .rule import Meaning

_PART = (
    r"(?P<part>(?P<the>the\s)?(?:very\s)?(?:early|mid|late|earlier|later|sometime)(?:\sin)?[\s-](?:the\s)?)"
)
_EDGE = (
    r"(?P<edge>(?:the\s)?(?:very\s)?(?P<side>beginning|start|middle|end|close|turn|latter\spart|"
    r"early\spart|first\spart|latter\shalf)\sof\s(?:the\s)?|(?:post|pre)-)"
)
_ABOUT = (
    r"(?P<about>(?:about|around|nearly|almost|approximately|roughly|(?:no\s|little\s|well\s)?(?:more|"
    r"less|fewer)\sthan|at\s(?:least|most)|over|under)\s)"
)
_BEFORE = re.compile(rf"(?<![\w-])(?:{_PART}|{_EDGE}|{_ABOUT})\Z", re.IGNORECASE)
_AFTER = re.compile(r"\s(?:or\s(?:so|later|earlier|thereabouts)|and\sbeyond)\b", re.IGNORECASE)
_REACH = 30
_MOST_MODIFIERS = 3
_LONG = re.compile(r"X\Z|\A\d\d\Z|-(?:SP|SU|FA|WI)\Z")
"""Values of decades, centuries and seasons, whose article belongs to them: "the late 1980s"."""

_SINCE = re.compile(r"(?<!\w)(?:(?:ever\s)?since|as\sof|starting(?:\sin|\son)?|beginning(?:\sin|\son)|"
                    r"effective)\s(?:the\s)?\Z", re.IGNORECASE)  # fmt: skip
_UNTIL = re.compile(r"(?<!\w)(?:until|till|through|by|before|until\sat\sleast|up\sto|no\slater\sthan|up\suntil|prior\sto|ahead\sof)\s(?:the\s)?\Z",
                    re.IGNORECASE)  # fmt: skip
_FROM = re.compile(r"(?<!\w)from\s\Z", re.IGNORECASE)
_ONWARD = re.compile(r"\s(?:on(?:wards?)?(?=[\s,.;])|forward)", re.IGNORECASE)
_FIXED_POINT = frozenset({"early", "mid", "late"})


def widen(
    text: str, start: int, end: int, meaning: Meaning, rule: str, published: dt.date | None
) -> tuple[int, int, Meaning]:
    """Return the extent of a date with its modifiers, and its meaning with the bounds they set."""
    for _ in range(_MOST_MODIFIERS):
        match = _BEFORE.search(text, max(0, start - _REACH), start)
        if not match or (match["about"] and not _measures(meaning, match["about"], rule)):
            break
        if match["part"]:
            if meaning.type in {"DURATION", "SET"}:
                break
            meaning = _narrowed(meaning, match["part"].lower(), published)
        elif match["edge"] and meaning.type != "DATE":
            break
        start = match.start()
        if match["the"] and not _LONG.search(meaning.value):
            start = match.end("the")
    match = _AFTER.match(text, end, end + _REACH)
    if match and meaning.type != "SET":
        end = match.end()
    return start, end, _opened(text, start, end, meaning)


def _measures(meaning: Meaning, words: str, rule: str) -> bool:
    """Whether "about", "nearly" and the like can belong to a date: durations and distances."""
    if meaning.type == "DURATION":
        return meaning.start is None and not rule.endswith(("stretch", "bare", "coming"))
    if rule.endswith(".ago"):
        return True
    return words.lower().split()[0] in {"about", "around"} and (
        meaning.type == "TIME" or rule.startswith("dates.day")
    )


def _narrowed(meaning: Meaning, words: str, published: dt.date | None) -> Meaning:
    """Return the meaning within the part that "early", "mid", "late", "later", "earlier" say."""
    first, last = meaning.start, meaning.end
    word = re.sub(r"^(?:the\s)?(?:very\s)?", "", words).split()[0].split("-")[0]
    if first is None or last is None:
        return meaning
    if word in {"earlier", "later"} and published:
        today = resolve.partial(published)
        if not _holds(first, last, today):
            return meaning
        return replace(meaning, end=today) if word == "earlier" else replace(meaning, start=today)
    if word not in _FIXED_POINT:
        return meaning
    third = {"early": 0, "mid": 1, "late": 2}[word]
    if meaning.value.endswith("X"):
        years = ((0, 3), (4, 6), (6, 9))[third]
        return replace(meaning, start=PartialDate(first.year + years[0]),
                       end=PartialDate(first.year + years[1]))  # fmt: skip
    if first != last or first.day:
        return meaning
    if first.month:
        days = ((1, 10), (11, 20), (21, monthrange(first.year, first.month)[1]))[third]
        return replace(meaning, start=PartialDate(first.year, first.month, days[0]),
                       end=PartialDate(first.year, first.month, days[1]))  # fmt: skip
    months = ((1, 4), (5, 8), (9, 12))[third]
    return replace(meaning, start=PartialDate(first.year, months[0]),
                   end=PartialDate(first.year, months[1]))  # fmt: skip


def _holds(first: PartialDate, last: PartialDate, day: PartialDate) -> bool:
    """Whether a period holds a day, at the precision of its bounds."""
    low = PartialDate(day.year, day.month if first.month else 0, day.day if first.day else 0)
    high = PartialDate(day.year, day.month if last.month else 0, day.day if last.day else 0)
    return first <= low and high <= last


def _opened(text: str, start: int, end: int, meaning: Meaning) -> Meaning:
    """Return the meaning without the bound that "since" or "until" leaves open."""
    if meaning.type not in {"DATE", "TIME"} or meaning.start is None or meaning.anchor == "vague":
        return meaning
    lead = text[max(0, start - _REACH) : start]
    if _SINCE.search(lead) or (_FROM.search(lead) and _ONWARD.match(text, end)):
        return replace(meaning, end=None)
    if _UNTIL.search(lead):
        return replace(meaning, start=None)
    return meaning
