"""What a user adds to the gazetteer: people, organisations, names of states, offices."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class OwnPerson:
    """A person the user follows: `country` is a code of ISO 3166-1 alpha-3 or None."""

    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class OwnOrganisation:
    """A body or group; `country` is a code of ISO 3166-1 alpha-3 or None."""

    name: str
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    country: str | None = None
    kind: Literal["organisation", "group"] = "organisation"


@dataclass(frozen=True, slots=True)
class OwnNames:
    """All that one user adds.

    `states` are pairs of a code and another name of that state, `offices` are in small letters;
    `sha256` is of the file they come from, "" where there is none.
    """

    people: tuple[OwnPerson, ...] = ()
    organisations: tuple[OwnOrganisation, ...] = ()
    states: tuple[tuple[str, str], ...] = ()
    offices: tuple[str, ...] = ()
    sha256: str = ""
