"""Front matter, and the characters of Markdown that are not part of what is read."""

import re
from itertools import islice

from bilatsum.model import Span

from .findings import STATED, UPDATED, Findings
from .lines import Line, Lines
from .published import date_within

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_FIELD = re.compile(r"(?P<key>[A-Za-z_]+)\s*[:=]\s*(?P<value>\S.*)")
_MAX_FRONT_MATTER = 60

_SIGNS = re.compile(r"^(?:#{1,6} \S|\* \S|- \S|> \S|```)|\]\(https?://|\*\*\w", re.MULTILINE)
_HINTS = ("#", "* ", "- ", "> ", "```")
_HINTS_WITHIN = (*(f"\n{hint}" for hint in _HINTS), "](http", "**")
_HEADING = re.compile(r"^#{1,6}[ \t]+|(?<=[^ \t])[ \t]+#+[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\s]{1,500}\)")
_LINK_TARGET = r"\]\((?:https?:|/|#|mailto:)[^)\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)"
_LINK_OPEN = re.compile(rf"(?<!!)\[(?=[^\]\[\n]{{1,300}}{_LINK_TARGET})")
_LINK_CLOSE = re.compile(_LINK_TARGET)
_STRONG = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)([^*_\n]{1,400}?)(?<=\S)\1(?![\w*])")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,400}?)(?<=[^\s*_])\1(?![\w*_])")
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,20}\]")
_CODE_FENCE = re.compile(r"^(?:```|~~~).*$", re.MULTILINE)
_MIN_SIGNS = 2


def find_front_matter(rows: Lines, found: Findings) -> int:
    """Take a block of YAML or TOML scalars at the top into `found`; return the line after it."""
    closing = _FENCES.get(rows[0].text)
    if not closing:
        return 0
    top = rows.part(1, _MAX_FRONT_MATTER)
    end = next((i for i, line in enumerate(top, 1) if line.text in closing), None)
    fields = [_FIELD.fullmatch(line.text) for line in rows.part(1, end)] if end else []
    if end is None or not any(fields):
        return 0
    for line, match in zip(rows.part(1, end), fields, strict=True):
        if match:
            _take(line, match, found)
    found.add("header", Span(rows[0].start, rows[end].end))
    return end + 1


def _take(line: Line, match: re.Match[str], found: Findings) -> None:
    key = match["key"].lower()
    value = match["value"]
    bare = value.strip("\"'[]")
    start = line.start + match.start("value") + value.index(bare)
    span = Span(start, start + len(bare))
    if key in {"title", "headline"}:
        found.title = span
    elif key in {"author", "authors", "byline", "by"}:
        found.byline = span
    elif key in {"date", "published", "pubdate", "publishdate", "created"}:
        found.publish(date_within(value), "header", STATED)
    elif key in {"updated", "lastmod", "modified"}:
        found.publish(date_within(value), "header", UPDATED)


def _has_signs(text: str) -> bool:
    """Whether a text has signs of Markdown enough; what most texts do not hold is asked first."""
    if not text.startswith(_HINTS) and not any(map(text.__contains__, _HINTS_WITHIN)):
        return False
    return sum(1 for _ in islice(_SIGNS.finditer(text), _MIN_SIGNS)) == _MIN_SIGNS


def find_markup(text: str, source: str, found: Findings) -> None:
    """Note the markup characters of `text` if it is Markdown.

    It is when its file's name says so, or when it has at least two signs of it.
    """
    named = source.lower().endswith((".md", ".markdown"))
    if not named and not _has_signs(text):
        return
    spans = [
        Span(match.start(), match.end())
        for pattern in (_HEADING, _IMAGE, _LINK_OPEN, _LINK_CLOSE, _FOOTNOTE, _CODE_FENCE)
        for match in pattern.finditer(text)
    ]
    for pattern in (_STRONG, _EMPHASIS):
        for match in pattern.finditer(text):
            spans.append(Span(match.start(), match.start(2)))
            spans.append(Span(match.end(2), match.end()))
    for span in spans:
        if span.start < span.end:
            found.add("markup", span)
