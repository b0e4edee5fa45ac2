"""What is checked of a brief, one claim at a time, and what is found wrong."""

from collections import Counter
from dataclasses import dataclass, field

from bilatsum.model import Document, Span


@dataclass(frozen=True, slots=True)
class Fault:
    """A claim that does not hold: where in the brief, what is wrong, the words it is about."""

    where: str
    what: str
    text: str = ""


@dataclass(slots=True)
class Report:
    """What was checked: `checked` counts claims by kind, `faults` are in the brief's order."""

    checked: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether every claim of the brief holds."""
        return not self.faults

    def fault(self, where: str, what: str, text: str = "") -> None:
        """Take a fault into the list."""
        self.faults.append(Fault(where, what, text))


@dataclass(frozen=True, slots=True)
class Witness:
    """The article as a brief may quote it: with white space folded and hyphens closed."""

    document: Document
    whole: str

    @classmethod
    def of(cls, document: Document) -> "Witness":
        """Return the witness of an article."""
        return cls(document, document.shown(Span(0, len(document.article.text))))

    def at(self, start: object, end: object) -> str | None:
        """Return what the article shows between two offsets, None where that is no span of it."""
        if type(start) is not int or type(end) is not int:
            return None
        if not 0 <= start < end <= len(self.document.article.text):
            return None
        return self.document.shown(Span(start, end))

    def check(self, report: Report, where: str, text: object, start: object, end: object) -> None:
        """Check that `text` is what stands between the offsets `start` and `end`."""
        if not isinstance(text, str) or not text:
            report.fault(where, "holds no text")
            return
        stands = self.at(start, end)
        if stands == text:
            return
        if stands is None:
            report.fault(where, f"{start}-{end} is no stretch of the article", text)
        elif text in self.whole:
            report.fault(where, f"does not stand at {start}-{end}, but elsewhere", text)
        else:
            report.fault(where, "is not in the article", text)

    def has(self, report: Report, where: str, text: object) -> None:
        """Check that `text` stands somewhere in the article."""
        if not isinstance(text, str) or not text:
            report.fault(where, "holds no text")
        elif text not in self.whole:
            report.fault(where, "is not in the article", text)
