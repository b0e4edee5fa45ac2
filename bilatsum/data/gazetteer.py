"""States, organisations and offices: the name lists behind the actors."""

from functools import cache
from typing import NamedTuple

from .tables import read_table, read_text


class State(NamedTuple):
    """A state under all its names.

    `iso3` is the ISO 3166-1 alpha-3 code (XKX, SUN, YUG, CSK and DDR are not or no longer in the
    standard); `seats` stand for its government ("Kremlin"); `ambiguous` are those of its forms
    that often mean something else ("Jordan").
    """

    iso3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    ambiguous: frozenset[str]


class Organisation(NamedTuple):
    """A body that acts in foreign affairs; `country` is None where it belongs to no one state."""

    name: str
    acronyms: tuple[str, ...]
    aliases: tuple[str, ...]
    country: str | None
    kind: str


@cache
def states() -> tuple[State, ...]:
    """Return the states of states.tsv, sorted by code."""
    return tuple(
        State(
            row["iso3"],
            row["name"],
            _cell(row["aliases"]),
            _cell(row["demonyms"]),
            _cell(row["capitals"]),
            _cell(row["seats"]),
            frozenset(_cell(row["ambiguous"])),
        )
        for row in read_table("states.tsv")
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    """Return the organisations and groups of organisations.tsv, sorted by name."""
    return tuple(
        Organisation(
            row["name"],
            _cell(row["acronyms"]),
            _cell(row["aliases"]),
            row["country"] or None,
            row["kind"],
        )
        for row in read_table("organisations.tsv")
    )


@cache
def offices() -> dict[str, str]:
    """Return the heads of titles and offices in lower case, each with its branch of power."""
    return {row["head"]: row["kind"] for row in read_table("offices.tsv")}


def _cell(value: str) -> tuple[str, ...]:
    return tuple(value.split("|")) if value else ()


@cache
def given_names() -> frozenset[str]:
    """Return given names seen in tagged news, as written; a clue to persons, not a full list."""
    return frozenset(read_text("given_names.txt").splitlines())


@cache
def decoys() -> tuple[str, ...]:
    """Return names that contain a state's name and mean something else ("Gulf of Mexico")."""
    return tuple(read_text("decoys.txt").splitlines())
