"""What is found in an article that is not prose, while it is looked for."""

from dataclasses import dataclass, field

from bilatsum.model import Furniture, FurnitureKind, PartialDate, PublishedFrom, Span

STATED, PLAIN, UPDATED = 3, 2, 1
"""How far a date is to be trusted: a "Published" line, any other date line, an "Updated" line."""


@dataclass(slots=True)
class Findings:
    """The furniture found so far, and the facts read from it."""

    furniture: list[Furniture] = field(default_factory=list)
    title: Span | None = None
    byline: Span | None = None
    published: PartialDate | None = None
    published_from: PublishedFrom | None = None
    notes: list[str] = field(default_factory=list)
    trust: int = 0
    """How far the publication date is to be trusted."""

    def add(self, kind: FurnitureKind, span: Span) -> None:
        """Note a stretch of furniture."""
        self.furniture.append(Furniture(kind, span))

    def publish(self, date: PartialDate | None, source: PublishedFrom, trust: int) -> None:
        """Take `date` as the publication date unless one of the same or more trust is known."""
        if date and trust > self.trust:
            self.published, self.published_from, self.trust = date, source, trust
