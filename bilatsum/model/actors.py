"""Who is named in an article."""

from dataclasses import dataclass
from typing import Literal

from .span import Span

ActorKind = Literal["person", "state", "organisation", "group"]


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One place where an actor is named, and the dotted name of the rule that found it.

    `role` is where the text states the actor's role beside the name, None where it does not.
    """

    span: Span
    rule: str
    role: Span | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor under all its names.

    `name` is the fullest form in the text; `country` the ISO 3166-1 alpha-3 code of the state it
    is or speaks for, None for international bodies or where the text does not say; `roles` as the
    text states them; `aliases` every other form found; `salience` 0-1, actors are sorted by it;
    `why` says for each fact (country, role) which rule or wording gave it.
    """

    name: str
    kind: ActorKind
    country: str | None
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    mentions: tuple[ActorMention, ...]
    salience: float
    why: tuple[str, ...] = ()
