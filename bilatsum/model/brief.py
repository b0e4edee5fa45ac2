"""What is asked for, and the brief that answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .actors import Actor
from .article import Article
from .dates import DateMention, PartialDate
from .document import Document
from .issues import Issue
from .own import OwnNames
from .summary import Summary


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for, checked once, when it is made.

    `method` names a row of the summarizers' table; `sentences`, `words` or `ratio`, a share (0-1)
    of the article's words, bound the summary (at most one of them), which otherwise grows gently
    with the article; `issues` is the largest
    number of key issues, 0 for none; `date` is the publication date of an article that does not
    state its own; `own` is what the user adds to the gazetteer.

    Raises ValueError where a number is out of range or two options contradict each other.
    """

    method: str = "bilat"
    sentences: int | None = None
    words: int | None = None
    issues: int = 6
    date: PartialDate | None = None
    own: OwnNames = field(default_factory=OwnNames)
    ratio: float | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if sum(x is not None for x in (self.sentences, self.words, self.ratio)) > 1:
            message = (
                "give the length of the summary in sentences, in words or as a ratio, not both"
            )
            raise ValueError(message)
        if self.ratio is not None and not 0 < self.ratio <= 1:
            message = f"ratio must be above 0 and at most 1, not {self.ratio}"
            raise ValueError(message)
        for name, value, least in (
            ("sentences", self.sentences, 1),
            ("words", self.words, 1),
            ("issues", self.issues, 0),
        ):
            if value is not None and value < least:
                message = f"{name} must be at least {least}, not {value}"
                raise ValueError(message)
        if self.date is not None and not self.date.day:
            message = f"the publication date must be a whole date, not {self.date}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything found in one article, and all that is needed to find it again.

    `pair` are the ISO 3166-1 alpha-3 codes of the two states the article is about, the more
    central one first, or None. `versions` map bilatsum and the libraries that took part to their
    versions.
    """

    article: Article
    document: Document
    pair: tuple[str, str] | None
    dates: tuple[DateMention, ...]
    actors: tuple[Actor, ...]
    issues: tuple[Issue, ...]
    summary: Summary
    options: Options
    versions: Mapping[str, str]
