"""What a user adds: people, organisations, names of states, offices, and topics of issues."""

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
class OwnTopic:
    """A topic of key issues, or further terms for the one of ours that has its `code`.

    `terms` are pairs of a word or phrase in small letters and its weight, 1 to 3; `negatives`
    contain a term and mean something else; `plover` and `iptc` are codes of other schemes.
    """

    code: str
    label: str = ""
    definition: str = ""
    terms: tuple[tuple[str, float], ...] = ()
    negatives: tuple[str, ...] = ()
    plover: tuple[str, ...] = ()
    iptc: tuple[str, ...] = ()


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
    topics: tuple[OwnTopic, ...] = ()
    sha256: str = ""
