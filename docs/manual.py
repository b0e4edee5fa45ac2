"""The man page bilatsum(1), written from the program's own help, in man macros."""

import re
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

from commands import PROGRAM, Command, Option, commands, program

from bilatsum import __version__

ROOT = Path(__file__).parents[1]


def manual() -> str:
    """Return the page."""
    return "\n".join(piece for line in _lines() for piece in _wrapped(line)) + "\n"


def _wrapped(line: str) -> list[str]:
    """Return a line of text as several, which troff joins; macros and short lines stay."""
    if line.startswith("."):
        return [line]
    pieces = textwrap.wrap(line, 78, break_long_words=False, break_on_hyphens=False)
    return [rf"\&{piece}" if piece.startswith(".") else piece for piece in pieces]


def _lines() -> Iterator[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    yield f'.TH {PROGRAM.upper()} 1 "{_released()}" "{PROGRAM} {__version__}" "User Commands"'
    yield from (
        ".SH NAME",
        rf"{PROGRAM} \- a brief of an article on the relations between two states",
    )
    yield ".SH SYNOPSIS"
    for index, command in enumerate(commands()):
        if index:
            yield ".br"
        arguments = " ".join(name for name, _ in command.arguments)
        yield from (f".B {PROGRAM} {command.name}", rf"[\fIOPTION\fR]... {_plain(arguments)}")
    yield from (".SH DESCRIPTION", _plain(project["description"]))
    yield (
        "It reads plain text, Markdown and e-mail in English, from files or standard input, and "
        "needs no network. The same article always gives the same brief."
    )
    yield ".SH OPTIONS"
    yield from _options(program().options)
    for command in commands():
        yield from _section(command)
    yield from (".SH FILES", ".TP", ".I gazetteer.toml")
    yield (
        "Names and topics of your own, in the configuration folder "
        r"(on Linux \fI~/.config/bilatsum\fR)."
    )
    yield from (".SH ENVIRONMENT", ".TP", ".B NO_COLOR", "Where it is set, output has no colours.")


def _released() -> str:
    """Return the day of the version's release as the list of changes has it."""
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    match = re.search(rf"^## {re.escape(__version__)} - (.+)$", changes, re.MULTILINE)
    return match[1] if match else "unreleased"


def _section(command: Command) -> Iterator[str]:
    yield from (f".SH {PROGRAM.upper()} {command.name.upper()}", _plain(command.help))
    for name, what in command.arguments:
        yield from (".TP", rf"\fI{_plain(name)}\fR", _plain(what))
    yield from _options(command.options)
    for part in command.epilog.strip().split("\n\n"):
        if part.startswith("Examples:"):
            yield from (".SS Examples", ".nf")
            yield from (_plain(line.strip()) for line in part.splitlines()[1:])
            yield ".fi"
        else:
            title, _, codes = part.partition(": ")
            yield from (f".SS {title}", _plain(" ".join(codes.split())))


def _options(options: tuple[Option, ...]) -> Iterator[str]:
    for option in options:
        names = ", ".join(rf"\fB{_plain(name)}\fR" for name in option.names)
        takes = rf" \fI{_plain(option.metavar)}\fR" if option.metavar else ""
        yield from (".TP", names + takes, _plain(option.help))
        if option.choices:
            yield f"One of {', '.join(_plain(choice) for choice in option.choices)}."
        if option.default:
            yield f"Default: {_plain(option.default)}."


def _plain(text: str) -> str:
    """Return text with the characters escaped that mean something to troff."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return rf"\&{escaped}" if escaped.startswith(".") else escaped
