"""What an article says the two sides are dealing with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .span import Span

Standing = Literal["done", "planned", "called for", "disputed", "unclear"]


Stance = Literal["raises", "opposes"]


@dataclass(frozen=True, slots=True)
class Side:
    """Who raises or opposes a matter: an actor's `name`, and its `country` (ISO 3166-1 alpha-3)."""

    name: str
    country: str | None
    stance: Stance


@dataclass(frozen=True, slots=True)
class Issue:
    """A key issue, its evidence, and the bullet that words it.

    `topic` is the taxonomy's code, `label` its name; for a matter outside the taxonomy they are
    "other" and the phrase that the text keeps returning to. `stake` is the noun phrase of the
    bullet that says what the matter is here, None where it would say no more than the label.
    `score` is comparable within one brief only; `evidence` are sentence indices, the bullet's
    sentence first; `bullet` is the part of that sentence which is shown, verbatim; `standing` is
    read from the wording of the bullet; `actors` are names of actors in the bullet's sentence,
    `sides` those that raise or oppose the matter; `codes` map crosswalk schemes (plover, iptc)
    to codes.
    """

    topic: str
    label: str
    stake: Span | None
    score: float
    evidence: tuple[int, ...]
    bullet: Span
    standing: Standing
    actors: tuple[str, ...]
    sides: tuple[Side, ...]
    codes: Mapping[str, tuple[str, ...]]
    why: tuple[str, ...] = ()
