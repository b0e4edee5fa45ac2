"""Words around a date that belong to it, and what they do to its bounds.

TimeML counts "early", "nearly" and "the end of" in the extent of a date. "Early", "mid" and "late"
narrow its bounds by convention: the thirds of a month (days 1-10, 11-20, 21 and on) and of a year,
and years 0-3, 4-6 and 6-9 of a decade. "Since" and "until", outside the extent, open a bound.
"""

import datetime as dt
import re
from calendar import monthrange

from bilatsum.model import PartialDate

from . import resolve
from .joins import Finding
from .rule import Meaning

_PART = (
    r"(?P<part>(?P<the>the\s)?(?:very\s)?(?:early|mid|late|earlier|later|sometime)(?:\sin)?[\s-]"
    r"(?:the\s)?)"
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

_SINCE = re.compile(
    r"(?<!\w)(?:(?:ever\s)?since|as\sof|starting(?:\sin|\son)?|beginning(?:\sin|\son)|effective)"
    r"\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?<!\w)(?:(?:up\s)?until|until\sat\sleast|till|through|by|before|up\sto|no\slater\sthan|"
    r"prior\sto|ahead\sof)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<!\w)from\s\Z", re.IGNORECASE)
_ONWARD = re.compile(r"\s(?:on(?:wards?)?(?=[\s,.;])|forward)", re.IGNORECASE)
# With what the words before a date end where these patterns find any. This is asked first: ending
# with one of so many strings takes a fraction of a search, and most dates have no such words.
_ENDS_BEFORE = (
    *(
        f"{part}{within}{apart}{article}"
        for part in ("early", "mid", "late", "earlier", "later", "sometime")
        for within in ("", " in")
        for apart in (" ", "-")
        for article in ("", "the ")
    ),
    *("of ", "of the ", "post-", "pre-", "about ", "around ", "nearly ", "almost ", "roughly "),
    *("approximately ", "than ", "least ", "most ", "over ", "under "),
)
_ENDS_OPEN = tuple(
    f"{word} {article}"
    for word in (
        *("since", "as of", "starting", "starting in", "starting on", "effective", "beginning"),
        *("beginning in", "beginning on", "until", "least", "till", "through", "by", "before"),
        *("up to", "later than", "prior to", "ahead of", "from"),
    )
    for article in ("", "the ")
)
_THIRDS = {"early": 0, "mid": 1, "late": 2}


def widen(finding: Finding, text: str, published: dt.date | None) -> Finding:
    """Return a date with its modifiers in its extent and with the bounds that they set."""
    start, end, meaning = finding.start, finding.end, finding.meaning
    for _ in range(_MOST_MODIFIERS):
        if not _lead(text, start).endswith(_ENDS_BEFORE):
            break
        match = _BEFORE.search(text, max(0, start - _REACH), start)
        if not match or not _modifies(match, meaning, finding.rule):
            break
        if match["part"]:
            meaning = _narrowed(meaning, match["part"].lower(), published)
        start = match.start()
        if match["the"] and not _LONG.search(meaning.value):
            start = match.end("the")
    match = _AFTER.match(text, end, end + _REACH)
    if match and meaning.type != "SET":
        end = match.end()
    return Finding(start, end, _opened(text, start, end, meaning), finding.rule)


def _lead(text: str, start: int) -> str:
    """Return the end of what stands before a date, in small letters."""
    return text[max(0, start - _REACH) : start].lower()


def _modifies(match: re.Match[str], meaning: Meaning, rule: str) -> bool:
    """Whether the words before a date can modify one of its kind."""
    if match["about"]:
        return _measures(meaning, match["about"], rule)
    if match["part"]:
        return meaning.type in {"DATE", "TIME"}
    return meaning.type == "DATE"


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
    word = re.sub(r"^(?:the\s)?(?:very\s)?", "", words).split()[0].split("-")[0]
    if meaning.start is None or meaning.end is None:
        return meaning
    if word in {"earlier", "later"} and published:
        today = resolve.partial(published)
        if not _holds(meaning.start, meaning.end, today):
            return meaning
        return meaning._replace(end=today) if word == "earlier" else meaning._replace(start=today)
    third = _THIRDS.get(word)
    bounds = _third(meaning, third) if third is not None else None
    return meaning._replace(start=bounds[0], end=bounds[1]) if bounds else meaning


def _third(meaning: Meaning, third: int) -> tuple[PartialDate, PartialDate] | None:
    """Return the bounds of a third (0-2) of a decade, a month or a year, None of other times."""
    first = meaning.start
    if first is None:
        return None
    if meaning.value.endswith("X"):
        low, high = ((0, 3), (4, 6), (6, 9))[third]
        return PartialDate(first.year + low), PartialDate(first.year + high)
    if first != meaning.end or first.day:
        return None
    if first.month:
        low, high = ((1, 10), (11, 20), (21, monthrange(first.year, first.month)[1]))[third]
        return (
            PartialDate(first.year, first.month, low),
            PartialDate(first.year, first.month, high),
        )
    low, high = ((1, 4), (5, 8), (9, 12))[third]
    return PartialDate(first.year, low), PartialDate(first.year, high)


def _holds(first: PartialDate, last: PartialDate, day: PartialDate) -> bool:
    """Whether a period holds a day, at the precision of its bounds."""
    low = PartialDate(day.year, day.month if first.month else 0, day.day if first.day else 0)
    high = PartialDate(day.year, day.month if last.month else 0, day.day if last.day else 0)
    return first <= low and high <= last


def _opened(text: str, start: int, end: int, meaning: Meaning) -> Meaning:
    """Return the meaning without the bound that "since" or "until" leaves open."""
    if meaning.type not in {"DATE", "TIME"} or meaning.start is None or meaning.anchor == "vague":
        return meaning
    if not _lead(text, start).endswith(_ENDS_OPEN):
        return meaning
    lead = text[max(0, start - _REACH) : start]
    if _SINCE.search(lead) or (_FROM.search(lead) and _ONWARD.match(text, end)):
        return meaning._replace(end=None)
    if _UNTIL.search(lead):
        return meaning._replace(start=None)
    return meaning
