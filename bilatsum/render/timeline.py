"""The dated facts of a brief, in order: what lies behind its publication and what lies ahead."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass

from bilatsum.model import Brief, DateMention, PartialDate

_CLOCK = re.compile(r"T(?P<time>\d\d:\d\d)(?P<universal>Z?)|T(?P<part>[A-Z]{2})")
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline: when, how far that reaches, and the mentions that say so."""

    when: str
    reach: str
    mentions: tuple[DateMention, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The entries before and on the day of publication, and those after it, each in order."""

    past: tuple[Entry, ...]
    ahead: tuple[Entry, ...]


def timeline(brief: Brief) -> Timeline:
    """Gather the dates that say when something was or will be.

    Left out are vague wordings, durations, centuries and what stayed unresolved; JSON keeps them.
    Mentions of the same time are one entry, and so are the two ends of a range.
    """
    groups: dict[tuple[object, ...], list[DateMention]] = {}
    for mention in sorted(_dated(brief), key=lambda mention: (_order(mention), mention.span)):
        clock = _CLOCK.search(mention.value)
        key = (mention.start, mention.end, clock.group() if clock else "")
        groups.setdefault(key, []).append(mention)
    past: list[Entry] = []
    ahead: list[Entry] = []
    for mentions in groups.values():
        comes = _lies_ahead(mentions[0], brief.article.published)
        side = ahead if comes else past
        side.append(Entry(_when(mentions[0], comes=comes), _reach(mentions[0]), tuple(mentions)))
    return Timeline(tuple(past), tuple(ahead))


def _dated(brief: Brief) -> Iterable[DateMention]:
    """Yield the mentions of sentences that are fixed to at least a decade."""
    for mention in brief.dates:
        if (
            mention.type in {"DATE", "TIME"}
            and mention.anchor != "vague"
            and (mention.start or mention.end)
            and not re.fullmatch(r"\d\d", mention.value)  # a century dates nothing
            and brief.document.sentence_at(mention.span.start) is not None
        ):
            yield mention


def _order(mention: DateMention) -> tuple[tuple[int, int, int], tuple[int, int, int], str]:
    first = mention.start or mention.end
    last = mention.end or mention.start
    if first is None or last is None:
        return ((0, 0, 0), (0, 0, 0), "")
    end = (last.year, last.month or _LAST_MONTH, last.day or 31)
    return ((first.year, first.month, first.day), end, mention.value)


def _lies_ahead(mention: DateMention, published: PartialDate | None) -> bool:
    """Whether a time begins after the day of publication, or is a term that ends after it."""
    if published is None or not published.day:
        return False
    today = (published.year, published.month, published.day)
    if mention.start is None and mention.end is not None:
        end = mention.end
        month = end.month or _LAST_MONTH
        return (end.year, month, end.day or monthrange(end.year, month)[1]) > today
    if mention.start is None:
        return False
    start = (mention.start.year, mention.start.month or 1, mention.start.day or 1)
    # "Later this year" begins on the day of publication; "today" ends on it as well.
    return start > today or (start == today and mention.end not in {mention.start, None})


def _when(mention: DateMention, *, comes: bool) -> str:
    """Return when an entry is, at the precision that its words have."""
    start, end = mention.start, mention.end
    clock = _CLOCK.search(mention.value)
    if clock and start:
        time = clock["time"] and f"{clock['time']}{' UTC' if clock['universal'] else ''}"
        return f"{start} {time or _PARTS.get(clock['part'], '')}".rstrip()
    if start is None:
        return f"up to {end}"
    if end is None:
        return f"{'from' if comes else 'since'} {mention.value or start}"
    if _is_range(mention) or "/" in mention.value:
        return f"{start} to {end}"
    return mention.value


def _reach(mention: DateMention) -> str:
    """Return the bounds of a time whose value does not show them: a week, a season, a part."""
    start, end = mention.start, mention.end
    if start and end is None:  # a fiscal year begins in the year before
        return "" if mention.value in {"", str(start)} else f"from {start}"
    if start is None or end is None or start == end or "/" in mention.value:
        return ""
    if _is_range(mention):
        return ""
    return f"{start} to {end}"


def _is_range(mention: DateMention) -> bool:
    """Return whether the value is where a stretch begins: "from 3 to 5 May" is 05-03."""
    return str(mention.start) == mention.value and mention.start != mention.end
