"""The brief on a terminal."""

import io
from collections.abc import Iterable
from typing import assert_never

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from bilatsum.model import Brief

from .outline import Block, Bullets, Heading, Paragraph, Table, View, outline
from .runs import Line
from .safe import to_ascii, visible

# Only the sixteen colours of the user's own theme, and none that fades on a light or a dark one.
_STYLES = {"plain": "", "strong": "bold", "muted": "dim", "cite": "cyan", "mark": "magenta"}
_TITLE, _SECTION = "bold", "bold cyan"
_MIN_WIDTH, _MAX_WIDTH = 40, 120


def render(  # noqa: PLR0913 - what the terminal can show and what is wanted, by name
    brief: Brief,
    *,
    width: int = 80,
    colour: bool = False,
    ascii_only: bool = False,
    cite: bool = True,
    explain: bool = False,
    context: bool = True,
) -> str:
    """Return the brief as lines of at most `width` columns, with ANSI colours if `colour`."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=max(_MIN_WIDTH, min(width, _MAX_WIDTH)),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(
        Group(*_draw(outline(brief, View(cite, explain, context)), ascii_only=ascii_only))
    )
    text = "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"
    return to_ascii(text) if ascii_only else text


def _draw(blocks: Iterable[Block], *, ascii_only: bool) -> Iterable[RenderableType]:
    for block in blocks:
        if isinstance(block, Heading):
            yield from _heading(block, ascii_only=ascii_only)
        elif isinstance(block, Paragraph):
            yield Padding(Text("\n").join(_text(line) for line in block.lines), (0, 1))
        elif isinstance(block, Bullets):
            yield Padding(_bullets(block, ascii_only=ascii_only), (0, 1))
        elif isinstance(block, Table):
            yield Padding(_table(block), (0, 1))
        else:
            assert_never(block)


def _heading(block: Heading, *, ascii_only: bool) -> Iterable[RenderableType]:
    text = _text(block.text)
    if block.level == 1:
        text.stylize(_TITLE)
        yield Padding(text, (1, 1, 0, 1))
        yield Padding(Rule(style="dim", characters="-" if ascii_only else "─"), (0, 1))
        return
    text.stylize(_SECTION)
    yield Padding(text, (1, 1, 0, 1))


def _bullets(block: Bullets, *, ascii_only: bool) -> Grid:
    grid = Grid.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(width=1, no_wrap=True)
    grid.add_column(ratio=1)
    for lines in block.items:
        body = Text("\n").join(_text(line) for line in lines)
        grid.add_row(Text("*" if ascii_only else "•", style="dim"), body)
    return grid


def _table(block: Table) -> Grid:
    grid = Grid(
        box=None,
        padding=(0, 2, 0, 0),
        pad_edge=False,
        expand=True,
        header_style="dim",
        show_edge=False,
    )
    for number, name in enumerate(block.columns):
        wide = number == block.wide
        grid.add_column(
            name,
            ratio=2 if wide else None,
            max_width=None if wide else 34,
            justify="right" if name == "Times" else "left",
        )
    for row in block.rows:
        grid.add_row(*(_text(line) for line in row))
    return grid


def _text(line: Line) -> Text:
    text = Text()
    for run in line:
        text.append(visible(run.text), style=_STYLES[run.style])
    return text
