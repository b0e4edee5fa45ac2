"""The lines of an article put together into paragraphs.

A line break is one of three things: the end of a paragraph, the place where a mail program or a
wire service folded a line, or nothing at all. Blank lines, list markers and furniture end a
paragraph. For the rest, folded text gives itself away: the next line's first word would not have
fitted on the line before.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bilatsum.data import is_known_word
from bilatsum.model import Article, Paragraph, ParagraphKind, Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_QUOTE_MARK = re.compile(r"(?:>[ \t]?)+")
_ITEM = re.compile(r"(?:[-*•‣⁃◦▪●–—·]|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)])[ \t]+(?=\S)")
_BULLET = frozenset("-*•‣⁃◦▪●–—·")
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+")
_ENDS_SENTENCE = re.compile(r"[.?!:;…][\"'”’)\]*_]*$")
_BROKEN_WORD = re.compile(r"([^\W\d_]{1,40})[-\u2010]$")
_HYPHENS = ("-", "\u2010")
_LETTERS = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"(?<!\w)[^\W\d_]+-[^\W\d_]+")
_MAX_PART = 41

_MIN_WIDTH, _MAX_WIDTH = 40, 110
_MIN_FOLDED_LINES = 3
_SHORT_LINE = 0.5
_MAX_HEADING_WORDS = 14


class _Line(NamedTuple):
    """A line of prose: where its text begins and ends, and how it stood on the page."""

    start: int
    end: int
    text: str
    indent: int
    item: int
    follows_blank: bool


class Layout(NamedTuple):
    """The paragraphs of an article, and what of them is not shown."""

    paragraphs: tuple[Paragraph, ...]
    hidden: tuple[Span, ...]


def lay_out(article: Article) -> Layout:
    """Find the paragraphs of the article's prose."""
    markup = [piece.span for piece in article.furniture if piece.kind == "markup"]
    furniture = [piece.span for piece in article.furniture if piece.kind != "markup"]
    hidden = [*markup, *_invisible(article.text)]
    lines, marks = _prose_lines(article.text, furniture, markup)
    hidden += marks
    width = _width(lines)
    groups = list(_group(lines, width))
    hidden += _closed_hyphens(groups, article.text)
    spans = [Span(group[0].start, group[-1].end) for group in groups]
    kinds = _kinds(groups)
    paragraphs = tuple(
        Paragraph(i, span, kind) for i, (span, kind) in enumerate(zip(spans, kinds, strict=True))
    )
    return Layout(paragraphs, _merged(hidden))


def _invisible(text: str) -> list[Span]:
    """Return the characters that are never seen; in most texts all but line ends can be printed."""
    if text.isascii() or text.replace("\n", "").isprintable():
        return []
    return [Span(match.start(), match.end()) for match in _INVISIBLE.finditer(text)]


def _prose_lines(
    text: str, furniture: Sequence[Span], markup: Sequence[Span]
) -> tuple[list[_Line], list[Span]]:
    """Return the lines that hold prose, and the marks of quoted lines ("> ") before them."""
    lines: list[_Line] = []
    marks: list[Span] = []
    starts = [span.start for span in furniture]
    ends = {span.start: span.end for span in markup}
    previous_end = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        gap = text.count("\n", previous_end, start) + text.count("\x0c", previous_end, start)
        blank = gap > 1 or text.count("\r", previous_end, start) > max(1, gap)
        raw_start = start
        start, end = _strip(text, start, end)
        quoted = _QUOTE_MARK.match(text, start, end)
        if quoted:
            marks.append(Span(start, quoted.end()))
            start, end = _strip(text, quoted.end(), end)
        while start in ends:  # "# " before a title
            start, end = _strip(text, min(ends[start], end), end)
        kept = _outside(start, end, furniture, starts)
        if kept is None or kept.start >= kept.end:
            previous_end = raw_start if start < end else previous_end
            continue
        start = kept.start
        while start in ends:  # "## " before a heading
            start, end = _strip(text, min(ends[start], end), end)
        if start >= end:
            continue
        item = _ITEM.match(text, start, end)
        follows_blank = blank or start != kept.start or not lines
        lines.append(
            _Line(
                start=item.end() if item else start,
                end=end,
                text=text[item.end() if item else start : end],
                indent=start - raw_start,
                item=item.end() - start if item else 0,
                follows_blank=follows_blank or _furniture_between(lines[-1].end, start, starts),
            )
        )
        previous_end = match.end()
    return lines, marks


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _outside(start: int, end: int, furniture: Sequence[Span], starts: Sequence[int]) -> Span | None:
    """Return what is left of a line after furniture at its start (a dateline) is taken off."""
    at = bisect_right(starts, start) - 1
    while at >= 0 and at < len(furniture) and furniture[at].end > start:
        if furniture[at].end >= end:
            return None
        start = furniture[at].end
        at += 1
        if at < len(furniture) and furniture[at].start > start:
            break
    return Span(start, end)


def _furniture_between(start: int, end: int, starts: Sequence[int]) -> bool:
    return bisect_right(starts, end) > bisect_right(starts, start)


def _width(lines: Sequence[_Line]) -> int:
    """Return the column at which the article was folded, or 0 if it was not."""
    folded = sorted(
        len(line.text) + line.indent + line.item
        for line, following in pairwise(lines)
        if not following.follows_blank and not following.item
    )
    if len(folded) < _MIN_FOLDED_LINES:
        return 0
    widest = folded[-1]
    if not _MIN_WIDTH <= widest <= _MAX_WIDTH:
        return 0
    return widest


def _group(lines: Sequence[_Line], width: int) -> Iterator[list[_Line]]:
    """Put the lines of each paragraph together."""
    group: list[_Line] = []
    for line in lines:
        if group and _begins_paragraph(group, line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins_paragraph(group: Sequence[_Line], line: _Line, width: int) -> bool:
    last = group[-1]
    if line.follows_blank or line.item:
        return True
    if _broken_word(last.text) and line.text[:1].islower():
        return False
    if not _ENDS_SENTENCE.search(last.text) and line.text[:1].islower():
        return False
    if not width:
        return True
    length = last.indent + last.item + len(last.text)
    if line.indent >= last.indent + 2 and not group[0].item and _ENDS_SENTENCE.search(last.text):
        return True
    first_word = line.text.split(maxsplit=1)[0]
    return length < _SHORT_LINE * width or length + 1 + len(first_word) <= width - 1


def _kinds(groups: Sequence[Sequence[_Line]]) -> list[ParagraphKind]:
    kinds: list[ParagraphKind] = []
    for i, group in enumerate(groups):
        if i + 1 < len(groups) and _is_heading(group):
            kinds.append("heading")
        else:
            kinds.append("item" if group[0].item else "prose")
    if all(kind == "heading" for kind in kinds[:-1]) and len(kinds) > 1:
        last = " ".join(line.text for line in groups[-1])
        if len(last.split()) <= _MAX_HEADING_WORDS and not _ENDS_SENTENCE.search(last):
            return ["prose"] * len(kinds)  # nothing but headings: a list of short lines
    return kinds


def _is_heading(group: Sequence[_Line]) -> bool:
    """Whether the group is a short line without a full stop that begins with a capital."""
    if len(group) > 1 or (group[0].item and group[0].text[:1].islower()):
        return False
    text = group[0].text
    if group[0].item and not _roman_or_number(group[0]):
        return False
    words = text.split(maxsplit=_MAX_HEADING_WORDS)  # one more at most: that is too many
    return (
        len(words) <= _MAX_HEADING_WORDS
        and not re.search(r"[.!;,:…][\"'”’)\]*_]*$", text)
        and (text[:1].isupper() or text[:1].isdigit() or text[:1] in '"“‘*_')
    )


def _roman_or_number(line: _Line) -> bool:
    return line.item > 2  # noqa: PLR2004 - longer than a bullet: "II. Trade and Labour"


def _closed_hyphens(groups: Iterable[Sequence[_Line]], text: str) -> Iterator[Span]:
    """Yield what is left out where a word was divided at a line end."""
    divided = [
        (line, following, left, right[0])
        for group in groups
        for line, following in pairwise(group)
        if (left := _broken_word(line.text)) and (right := _LETTERS.match(following.text))
    ]
    if not divided:
        return
    compounds = frozenset(match[0].lower() for match in _COMPOUND.finditer(text))
    for line, following, left, rest in divided:
        joins = following.text[0].islower() and _is_one_word(left, rest, compounds)
        yield Span(line.end - 1 if joins else line.end, following.start)


def _broken_word(line: str) -> str | None:
    """Return the part of a word before a hyphen at the end of a line."""
    match = _BROKEN_WORD.search(line[-_MAX_PART:]) if line.endswith(_HYPHENS) else None
    return match[1] if match else None


def _is_one_word(left: str, right: str, compounds: frozenset[str]) -> bool:
    """Whether "coopera-/tion" is one word; "long-/term" keeps its hyphen."""
    left, right = left.lower(), right.lower()
    if is_known_word(left + right):
        return True
    if f"{left}-{right}" in compounds:
        return False
    return not (is_known_word(left) and is_known_word(right))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, overlapping ones joined."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
