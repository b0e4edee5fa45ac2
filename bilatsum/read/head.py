"""The head of an article: title, byline, date lines, labels, and the dateline of a wire story.

The lines from the top are sorted into kinds until the first one that is prose. What a line is,
is decided by the first row of LINE_KINDS that recognises it; a line that none recognises is the
title if it can be one.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bilatsum.data import offices, organisations
from bilatsum.data.calendar import MONTH, WEEKDAY
from bilatsum.model import Furniture, FurnitureKind, PartialDate, PublishedFrom, Span

from .labels import is_label
from .lines import Line
from .published import date_at_start, date_within

_MAX_HEAD_LINES = 16
_MAX_TITLE_WORDS = 32
_MAX_TITLE_LINES = 3

_DATE_PREFIX = re.compile(
    r"(?:(?:first |last |date )?(?:published|posted|updated|modified|issued|released|dated?|"
    r"publication date)(?: on| at)?\s*[:\-–—]?\s+)",
    re.IGNORECASE,
)
_ISSUED_ON = re.compile(
    r"(?:the |this )?(?:press release|statement|article|readout|speech|text|communiqu[eé])"
    r"(?: was)?(?: first)? (?:issued|released|published|delivered|made)\b[^.]{0,120}?\bon ",
    re.IGNORECASE,
)
_NOTHING_MORE = re.compile(r"(?:\s*[(\[|][^)\]]{0,40}[)\]]?)?\W*")
_MAX_PLACE = 90
_FIELD = re.compile(
    r"(?P<key>title|headline|subtitle|author|authors|by|byline|source|publication|date|published|"
    r"posted|updated|last updated|url|link|section|language|copyright|words|word count|"
    r"classification|reference|ref|subject)\s*:\s*(?P<value>\S.{0,300})",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|written by)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_SMALL_IN_NAMES = frozenset(
    "and in of for the at on de da del della di du la le van von der den bin ibn al el y".split()
)
_MAX_BYLINE_WORDS = 18
_SPEECH_BY = re.compile(
    r"(?:opening |closing |keynote )?(?:speech|remarks|statement|address|lecture|intervention)"
    r" (?:by|of) (?:[^.]|(?<=[A-Z][a-z])\.|(?<=[A-Z][a-z]{2})\.|(?<=[A-Z])\.){2,160}",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(
    r"(?:the )?(?:office|bureau|department|ministry) (?:of|for) [^.]{2,80}", re.IGNORECASE
)
_NAME_AND_OFFICE = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.’'\-]*(?: [A-ZÀ-Þ][\w.’'\-]*){1,4}), (?P<office>.{4,80})"
)

_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'\-]*(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.’'\-]*){0,4}"
_MIXED_PLACE = r"[A-ZÀ-Þ][\w.’'\-]+(?:[ /][A-ZÀ-Þ][\w.’'\-]+){0,3}"
_DATELINE_DATE = (
    rf"(?:{WEEKDAY},?\s+)?(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+(?:19|20)\d\d)?"
)
_DASH = r"(?:\s*(?:--|—|–)\s*|\s+-\s+)"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?P<state>,\s+(?!{MONTH}\s+\d){_MIXED_PLACE})?"
    rf"(?:,?\s+(?P<date>{_DATELINE_DATE}))?(?:\s*,)?(?:\s*\((?P<agency>[^()]{{2,50}})\))?"
    rf"(?P<end>{_DASH}|:\s+)"
)
_MIXED_DATELINE = re.compile(
    rf"(?P<place>{_MIXED_PLACE})(?P<state>,\s+(?!{MONTH}\s+\d){_MIXED_PLACE})?"
    rf"(?:,?\s+(?P<date>{_DATELINE_DATE}))?(?:\s*,)?(?:\s*\((?P<agency>[^()]{{2,50}})\))?"
    rf"(?P<end>{_DASH})"
)
_MIN_BARE_PLACE = 4


@dataclass(slots=True)
class Head:
    """What was found at the top of an article."""

    furniture: list[Furniture] = field(default_factory=list)
    title: Span | None = None
    byline: Span | None = None
    published: PartialDate | None = None
    published_from: PublishedFrom | None = None
    notes: list[str] = field(default_factory=list)
    rank: int = 0
    """How far the publication date is to be trusted; see `publish`."""

    def add(self, kind: FurnitureKind, span: Span) -> None:
        """Note a stretch of furniture."""
        self.furniture.append(Furniture(kind, span))

    def publish(self, date: PartialDate | None, source: PublishedFrom, rank: int) -> None:
        """Take `date` unless one of the same or a higher rank is known.

        Ranks: 3 a "Published" line, 2 any other date line, 1 an "Updated" line.
        """
        if date and rank > self.rank:
            self.published, self.published_from, self.rank = date, source, rank


def _take_label(line: Line, head: Head) -> bool:
    if not is_label(line.text):
        return False
    head.add("label", line.span)
    return True


def _take_date(line: Line, head: Head) -> bool:
    """A line that is nothing but a date, with the words or the place that introduce one."""
    text = line.text.strip("()[]*_ ")
    prefix = _ISSUED_ON.match(text) or _DATE_PREFIX.match(text)
    for start in [prefix.end()] if prefix else [*_after_commas(text), 0]:
        found = date_at_start(text[start : start + 80])
        if found and _NOTHING_MORE.fullmatch(text, start + found[1]):
            lead = text[:start].lower()
            rank = 1 if "updated" in lead or "modified" in lead else 2 + bool(prefix)
            head.publish(found[0], "header", rank)
            head.add("date", line.span)
            return True
    return False


def _after_commas(text: str) -> list[int]:
    """Return where a date may begin after a place: "Penhallow House, London, 14 May 2025"."""
    if not text[:1].isupper():
        return []
    return [match.end() for match in re.finditer(r",\s", text[:_MAX_PLACE])]


def _take_field(line: Line, head: Head) -> bool:
    """A "Key: value" line of an export or a clipping service."""
    match = _FIELD.fullmatch(line.text)
    if not match:
        return False
    key = match["key"].lower()
    start = line.span.start + match.start("value")
    if key in {"title", "headline", "subject"} and head.title is None:
        head.title = Span(start, line.span.end)
    elif key in {"author", "authors", "by", "byline"} and head.byline is None:
        head.byline = Span(start, line.span.end)
    elif key in {"date", "published", "posted"}:
        head.publish(date_within(match["value"]), "header", 3)
    elif key in {"updated", "last updated"}:
        head.publish(date_within(match["value"]), "header", 1)
    head.add("header", line.span)
    return True


def _take_byline(line: Line, head: Head) -> bool:
    text = line.text.strip("*_ ")
    if not (
        _is_by(text)
        or _SPEECH_BY.fullmatch(text)
        or _OFFICE_OF.fullmatch(text)
        or _is_name_and_office(text)
    ):
        return False
    if head.byline is None:
        head.byline = line.span
    head.add("byline", line.span)
    return True


def _is_by(text: str) -> bool:
    """Whether the line reads "By Jane Doe and John Roe in Geneva": names and small words only."""
    match = _BY.match(text)
    if not match:
        return False
    words = re.findall(r"[^\W\d_][^\s,|]*", text[match.end() :])
    return 0 < len(words) <= _MAX_BYLINE_WORDS and all(
        word[0].isupper() or word.lower() in _SMALL_IN_NAMES for word in words
    )


def _is_name_and_office(text: str) -> bool:
    """Whether the line reads "Jane Doe, Department Spokesperson"."""
    match = _NAME_AND_OFFICE.fullmatch(text)
    if not match or text.endswith((".", "!", "?", ":")):
        return False
    words = re.findall(r"[a-z\-]+", match["office"].lower())
    return any(word in offices() for word in words) and not _has_verb(words)


def _has_verb(words: Sequence[str]) -> bool:
    return not {"will", "has", "have", "says", "said", "is", "was", "to", "meets"}.isdisjoint(words)


LINE_KINDS: tuple[Callable[[Line, Head], bool], ...] = (
    _take_label,
    _take_date,
    _take_field,  # after dates: "Published: 8 April 2025" is a date line
    _take_byline,
)


def find_head(rows: Sequence[Line], head: Head) -> int:
    """Sort the lines from the top of `rows` into `head`; return the index of the first of prose.

    A title line takes the place of a title that only a header named (a subject, front matter).
    """
    at = seen = 0
    titled = False
    while at < len(rows) and seen < _MAX_HEAD_LINES:
        line = rows[at]
        if line.blank:
            at += 1
            continue
        seen += 1
        if any(take(line, head) for take in LINE_KINDS):
            at += 1
            continue
        span = None if titled or _is_section(line, head) else _title(rows, at)
        if span is None:
            break
        head.title = span
        head.add("title", span)
        titled = True
        while at < len(rows) and rows[at].span.start < span.end:
            at += 1
    return at


def _is_section(line: Line, head: Head) -> bool:
    return head.title is not None and line.text.startswith("##")


def _title(rows: Sequence[Line], at: int) -> Span | None:
    """Return the span of the title that begins at line `at`, or None if that line is prose."""
    last = at
    while last + 1 < len(rows) and not rows[last + 1].blank and last - at < _MAX_TITLE_LINES:
        last += 1
    first = rows[at]
    markdown = first.text.startswith("#")
    alone = last == at or _starts_head_line(rows[at + 1]) or _dwarfs(rows[at + 1], first)
    if alone or markdown:
        last = at
    if last - at >= _MAX_TITLE_LINES or not any(not line.blank for line in rows[last + 1 :]):
        return None
    text = " ".join(line.text for line in rows[at : last + 1])
    if last > at and (rows[at + 1].text[:1].islower() and len(text.split()) > 20):
        return None
    if not _title_like(text):
        return None
    start = first.span.start + len(first.text) - len(first.text.lstrip("# "))
    return Span(start, rows[last].span.end)


def _starts_head_line(line: Line) -> bool:
    return any(take(line, Head()) for take in LINE_KINDS)


def _dwarfs(line: Line, title: Line) -> bool:
    """Whether a paragraph follows the line without a blank line between them."""
    return len(line.text) > max(120, 1.5 * len(title.text))


def _title_like(text: str) -> bool:
    words = text.lstrip("# ").split()
    if not words or len(words) > _MAX_TITLE_WORDS:
        return False
    if not any(character.isalpha() for character in text) or words[0][:1].islower():
        return False
    last = words[-1].rstrip("\"'”’)]*_")
    dotted = last.count(".") > 1  # "... materials to U.S."
    if text.startswith(("- ", "* ", "• ", "> ", '"', "“")) and not dotted and last.endswith("."):
        return False
    return dotted or not last.endswith((".", ":", ";", ","))


def find_dateline(line: Line, head: Head) -> None:
    """Find a dateline at the start of the first line of prose."""
    match = _DATELINE.match(line.text) or _MIXED_DATELINE.match(line.text)
    if not match or not _is_dateline(match, line.text):
        return
    head.add("dateline", Span(line.span.start, line.span.start + match.end()))
    if match["date"]:
        date = date_within(match["date"])
        if date:
            head.publish(date, "dateline", 2)
        elif not head.published:
            head.notes.append(f"the dateline says {match['date']} without a year")


def _is_dateline(match: re.Match[str], text: str) -> bool:
    place = match["place"]
    if match["end"].strip() == ":":
        return place.isupper() and len(place) >= _MIN_BARE_PLACE and bool(match["date"])
    if match["date"] or match["agency"]:
        return True
    follows = text[match.end() : match.end() + 1]
    acronyms = {acronym for row in organisations() for acronym in row.acronyms}
    return (
        place.isupper()
        and len(place) >= _MIN_BARE_PLACE
        and place not in acronyms
        and (follows.isupper() or follows in "\"“‘'")
    )


def find_inline_date(text: str, start: int, head: Head) -> None:
    """Find a header that runs into the text: "date 2025-04-08 The relationship between ..."."""
    match = _DATE_PREFIX.match(text, start)
    if not match:
        return
    found = date_at_start(text[match.end() : match.end() + 80])
    if found:
        head.publish(found[0], "header", 3)
        end = match.end() + found[1]
        blanks = re.compile(r"\s*").match(text, end)
        head.add("date", Span(start, blanks.end() if blanks else end))
