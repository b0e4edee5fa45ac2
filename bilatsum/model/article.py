"""What the reader makes of the bytes it is given."""

from dataclasses import dataclass
from typing import Literal

from .dates import PartialDate
from .span import Span

FurnitureKind = Literal["title", "byline", "dateline", "date", "label", "header", "markup"]
PublishedFrom = Literal["header", "dateline", "option"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the article that is not its prose.

    title · byline · dateline ("ISLAMABAD, April 8 (Reuters) -") · date (a line that says when it
    was published) · label ("For Immediate Release", "End text.") · header (front matter, e-mail
    header lines, signatures) · markup (characters of Markdown that are not shown).
    """

    kind: FurnitureKind
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """A decoded article.

    `text` is the decoded input; every offset of every record points into it. The reader changed
    characters only where it must, and `notes` says each time what and how often.
    `published` is a full date or None; `published_from` says where it was found.
    `sha256` is the hexadecimal digest of the bytes that came in.
    """

    text: str
    source: str
    sha256: str
    title: Span | None = None
    byline: Span | None = None
    published: PartialDate | None = None
    published_from: PublishedFrom | None = None
    language: str = "en"
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[str, ...] = ()
