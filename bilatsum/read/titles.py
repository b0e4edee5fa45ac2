"""The title: a line or two at the top that is built like one."""

from collections.abc import Callable

from bilatsum.model import Span

from .lines import Line, Lines

_MAX_WORDS = 32
_MAX_LINES = 3
_MAX_WORDS_IF_FOLDED = 20
_PARAGRAPH_LENGTH = 120
_PARAGRAPH_FACTOR = 1.5
_LIST_OR_QUOTE = ("- ", "* ", "• ", "> ", '"', "“")


def title_at(rows: Lines, at: int, is_head_line: Callable[[Line], bool]) -> Span | None:
    """Return the span of the title that begins at line `at`, None if that line is prose.

    A title is not the whole text, and it does not end as a sentence does.
    """
    last = _last_line(rows, at, is_head_line)
    if last is None or all(line.blank for line in rows.part(last + 1, last + 200)):
        return None
    text = " ".join(line.text for line in rows.part(at, last + 1))
    folded = last > at and rows[at + 1].text[:1].islower()
    if (folded and len(text.split()) > _MAX_WORDS_IF_FOLDED) or not _is_built(text):
        return None
    first = rows[at]
    start = first.start + len(first.text) - len(first.text.lstrip("# "))
    return Span(start, rows[last].end)


def _last_line(rows: Lines, at: int, is_head_line: Callable[[Line], bool]) -> int | None:
    """Return the last line of a title that begins at `at`, None if too many lines follow."""
    last = at
    while last - at < _MAX_LINES and rows.reach(last + 1) and not rows[last + 1].blank:
        last += 1
    if last == at or rows[at].text.startswith("#"):
        return at
    following = rows[at + 1]
    if is_head_line(following) or _dwarfs(following, rows[at]):
        return at
    return None if last - at >= _MAX_LINES else last


def _dwarfs(line: Line, title: Line) -> bool:
    """Whether a paragraph follows the line without a blank line between them."""
    return len(line.text) > max(_PARAGRAPH_LENGTH, _PARAGRAPH_FACTOR * len(title.text))


def _is_built(text: str) -> bool:
    words = text.lstrip("# ").split()
    if not 0 < len(words) <= _MAX_WORDS or words[0][:1].islower():
        return False
    if not any(character.isalpha() for character in text):
        return False
    last = words[-1].rstrip("\"'”’)]*_")
    dotted = last.count(".") > 1  # "... nuclear materials to U.S."
    if text.startswith(_LIST_OR_QUOTE) and last.endswith(".") and not dotted:
        return False
    return dotted or not last.endswith((".", ":", ";", ","))
