"""The brief as Markdown: CommonMark with the tables of GitHub."""

import re
from collections.abc import Iterable
from typing import assert_never

from bilatsum.model import Brief

from .outline import Block, Bullets, Heading, Paragraph, Table, View, outline
from .runs import Line
from .safe import visible

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
# What would begin a block at the start of a line.
_OPENER = re.compile(r"^(\s*)(?:([#+\-=>])|(\d{1,9})([.)]))(?=\s|$)")
_ENTITY_OPENERS = re.compile(r"^(\s*)([#+\-=]+)$")


def render(brief: Brief, *, cite: bool = True, explain: bool = False, context: bool = True) -> str:
    """Return the brief as a Markdown document that ends in a line break."""
    blocks = [_block(block) for block in outline(brief, View(cite, explain, context))]
    return "\n\n".join(blocks) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {_line(block.text).rstrip('#').rstrip()}"
    if isinstance(block, Paragraph):
        return "  \n".join(_line(line) for line in block.lines)
    if isinstance(block, Bullets):
        return "\n".join(_item(lines) for lines in block.items)
    if isinstance(block, Table):
        return _table(block)
    assert_never(block)


def _item(lines: Iterable[Line]) -> str:
    return "- " + "  \n  ".join(_line(line) for line in lines)


def _table(block: Table) -> str:
    rows = [block.columns, ("---",) * len(block.columns)]
    rows += [tuple(_line(cell) for cell in row) for row in block.rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _line(line: Line) -> str:
    parts: list[str] = []
    for run in line:
        text = escape(run.text)
        bare = text.strip()
        if run.style == "strong" and bare:
            text = text.replace(bare, f"**{bare}**", 1)
        elif run.style in {"muted", "mark"} and bare:
            text = text.replace(bare, f"*{bare}*", 1)
        parts.append(text)
    return _escape_opener("".join(parts).strip())


def escape(text: str) -> str:
    """Return `text` so that Markdown shows it as it stands, on one line."""
    return _SPECIAL.sub(r"\\\1", visible(text))


def _escape_opener(text: str) -> str:
    match = _OPENER.match(text)
    if not match:
        return text
    at = match.start(2) if match[2] else match.start(4)
    return f"{text[:at]}\\{text[at:]}"
