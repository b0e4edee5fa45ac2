"""The commands and options of bilatsum as records, read off the program.

For its man page and completions, which must say what the program does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from typer.main import get_command

from bilatsum.cli.app import app

PROGRAM = "bilatsum"


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its names, short ones first; what it takes, None for a switch; its help."""

    names: tuple[str, ...]
    metavar: str | None
    choices: tuple[str, ...]
    help: str
    default: str | None

    @property
    def takes_path(self) -> bool:
        """Whether its value is a file or a folder."""
        return self.metavar in {"FILE", "PATH"}


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, "" for the program itself; arguments with their help; options."""

    name: str
    help: str
    arguments: tuple[tuple[str, str], ...]
    options: tuple[Option, ...]
    epilog: str


def program() -> Command:
    """Return the program itself, with the options that stand before a command."""
    return _command("", get_command(app))


def commands() -> tuple[Command, ...]:
    """Return the commands in the order of --help."""
    group: Any = get_command(app)
    return tuple(_command(name, command) for name, command in group.commands.items())


def _command(name: str, command: Any) -> Command:  # noqa: ANN401 - Typer exports no type for it
    return Command(
        name=name,
        help=command.help,
        arguments=tuple(
            (one.metavar, one.help) for one in command.params if one.param_type_name == "argument"
        ),
        options=tuple(_options(command)),
        epilog=(command.epilog or "").replace("\b\n", ""),
    )


def _options(command: Any) -> Iterator[Option]:  # noqa: ANN401 - as above
    for one in command.params:
        if one.param_type_name != "option":
            continue
        names = tuple(sorted(one.opts, key=lambda name: name.startswith("--")))
        choices = tuple(getattr(one.type, "choices", None) or ())
        takes = None if one.is_flag else one.metavar or names[-1].lstrip("-").upper()
        default = one.default.value if isinstance(one.default, Enum) else one.default
        shown = str(default) if takes and default is not None else None
        yield Option(names, takes, choices, one.help, shown)
        if one.secondary_opts:
            yield Option(tuple(one.secondary_opts), None, (), f"Without that: {one.help}", None)
    yield Option(("-h", "--help"), None, (), "Show this message and exit.", None)
