"""Trivial systems that keep everybody honest: what a line or two of code already reaches."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[A-Z\"“‘'(\[])|\s*\n\s*")
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_MONTH = f"(?P<month>{'|'.join(_MONTHS)}|(?:{'|'.join(m[:3] for m in _MONTHS)})\\b\\.?)"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b",
        rf"\b{_MONTH} (?P<day>\d\d?)(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?\b",
        rf"\b(?P<day>\d\d?)(?:st|nd|rd|th)? {_MONTH}(?:,? (?P<year>\d{{4}}))?\b",
        rf"\b{_MONTH},? (?P<year>\d{{4}})\b",
        r"\b(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<today>today|Today)\b",
    )
)
_STARTERS = frozenset({"The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "But", "And"})


def sentences(text: str) -> list[tuple[int, int]]:
    """Return what stands between line ends, and full stops before a capital."""
    spans, start = [], 0
    for gap in [*_SENTENCE_END.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            spans.append((start, end))
        start = gap.end() if gap else end
    return spans


def lead(text: str) -> list[list[Any]]:
    """Return the sentences in their order, which is a ranking."""
    return [[place, text[start:end]] for place, (start, end) in enumerate(sentences(text))]


def capitalised_tags(words: Sequence[str]) -> list[str]:
    """Return tags for runs of capitalised words.

    A run of several is a person, an abbreviation an organisation, one word a place.
    """
    tags = ["O"] * len(words)
    place = 0
    while place < len(words):
        end = place
        while end < len(words) and words[end][:1].isupper() and words[end] not in _STARTERS:
            end += 1
        run = words[place:end]
        if run and not (place == 0 and len(run) == 1):
            several = "PER" if len(run) > 1 else "LOC"
            kind = "ORG" if len(run) == 1 and run[0].isupper() and len(run[0]) > 1 else several
            tags[place:end] = [f"{'I' if i else 'B'}-{kind}" for i in range(len(run))]
        place = end + 1
    return tags


def names(text: str) -> list[dict[str, Any]]:
    """Return runs of capitalised words in a text, with offsets."""
    found = []
    for start, end in sentences(text):
        words = list(re.finditer(r"[\w.’'-]*\w|[^\w\s]", text[start:end]))
        tags = [*capitalised_tags([word[0] for word in words]), "O"]
        for place, tag in enumerate(tags[:-1]):
            if tag.startswith("B-"):
                last = place
                while tags[last + 1].startswith("I-"):
                    last += 1
                span = {"start": start + words[place].start(), "end": start + words[last].end()}
                found.append({**span, "type": tag[2:]})
    return found


def dates(text: str, published: str | None) -> list[dict[str, Any]]:
    """Return days, months and years that are written out; a day without year is the nearest."""
    taken: list[tuple[int, int]] = []
    found = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                taken.append(match.span())
                value = _value(match.groupdict(), published)
                span = {"start": match.start(), "end": match.end()}
                found.append({**span, "type": "DATE", "value": value})
    return sorted(found, key=lambda timex: timex["start"])


def _value(parts: dict[str, str | None], published: str | None) -> str:
    if parts.get("today"):
        return published or "PRESENT_REF"
    name = parts.get("month")
    month = int(parts.get("number") or 0)
    if name:
        month = next(i for i, full in enumerate(_MONTHS, 1) if full.startswith(name[:3]))
    year = parts.get("year") or (published or "XXXX")[:4]
    if not parts.get("year") and published and parts.get("day"):
        around = [int(year) + step for step in (-1, 0, 1)]
        near = date.fromisoformat(published)
        day = min(int(parts["day"] or 1), 28)
        year = str(min(around, key=lambda one: abs(date(one, month, day) - near)))
    value = f"{year}-{month:02d}" if month else year
    return f"{value}-{int(parts['day'] or 0):02d}" if parts.get("day") else value
