"""What stands inside quotation marks."""

import re

from bilatsum.model import Span

# An apostrophe is no quotation mark: single quotes count only as a pair around whole words. What
# kind a mark is, is asked behind it, so that the search leaps from mark to mark.
_MARKS = re.compile(
    r"[“«„”»\"‘’'](?:(?P<open>(?<=[“«„]))|(?P<close>(?<=[”»]))|(?P<straight>(?<=\"))"
    r"|(?P<single_open>(?<=[‘'])(?<![\w’'].)(?=\w))"
    r"|(?P<single_close>(?<=[’'])(?<=[\w.,!?…].)(?!\w)))"
)
_PAIRS = {"“": "”", "„": "”", "«": "»"}


def quotations(text: str, start: int, end: int) -> list[Span]:
    """Return the outermost quotations between the offsets `start` and `end`, marks included.

    A quotation that is not closed within the paragraph runs to its end, as newspapers leave the
    mark off where the next paragraph goes on quoting.
    """
    found: list[Span] = []
    opened: int | None = None
    mark = ""
    single: int | None = None
    for match in _MARKS.finditer(text, start, end):
        kind = match.lastgroup
        if opened is None:
            if kind == "open" or (kind == "straight" and _opens(text, match, start)):
                opened, mark, single = match.start(), match.group(), None
            elif kind == "single_open" and single is None:
                single = match.start()
            elif kind == "single_close" and single is not None:
                found.append(Span(single, match.end()))
                single = None
        elif (kind == "straight" and mark == '"') or (
            kind == "close" and _PAIRS.get(mark) == match.group()
        ):
            found.append(Span(opened, match.end()))
            opened = None
    if opened is not None:
        found.append(Span(opened, end))
    return found


def _opens(text: str, match: re.Match[str], start: int) -> bool:
    before = text[match.start() - 1] if match.start() > start else " "
    return not before.isalnum() and before not in ".,!?"
