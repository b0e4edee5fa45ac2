"""Lines of text in runs, each with a style that says what it is, not how it looks."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "strong", "muted", "cite", "mark"]


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one style. `cite` runs are sentence numbers, `mark` runs are our own words."""

    text: str
    style: Style = "plain"


Line = tuple[Run, ...]
