"""What an article says the two sides are dealing with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from .span import Span

Standing = Literal["done", "planned", "called for", "disputed", "unclear"]


@dataclass(frozen=True, slots=True)
class Issue:
    """A key issue, its evidence, and the bullet that words it.

    `topic` is the taxonomy's code, `label` its name; `score` is comparable within one brief only;
    `evidence` are sentence indices, the bullet's sentence first; `bullet` is the part of that
    sentence which is shown, verbatim; `standing` is read from the wording of the bullet; `actors`
    are names of actors in the evidence; `codes` map crosswalk schemes (plover, iptc) to codes.
    """

    topic: str
    label: str
    score: float
    evidence: tuple[int, ...]
    bullet: Span
    standing: Standing
    actors: tuple[str, ...]
    codes: Mapping[str, tuple[str, ...]]
    why: tuple[str, ...] = ()
