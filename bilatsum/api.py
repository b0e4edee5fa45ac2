"""The Python face of bilatsum."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from bilatsum import model
from bilatsum.errors import OptionError
from bilatsum.model import Article, Options, OwnNames, PartialDate

_FIRST_YEAR, _LAST_YEAR = 1600, 2999


@dataclass(frozen=True, slots=True)
class Brief(model.Brief):
    """A brief with its three written forms; its fields are those of `bilatsum.model.Brief`."""

    def to_dict(self) -> dict[str, Any]:
        """Return the brief as the JSON format has it (schema 1, see docs/brief-format.md)."""
        from bilatsum.render.json import to_dict  # noqa: PLC0415 - loaded when asked for

        return to_dict(self)

    def to_json(self) -> str:
        """Return the brief as one line of JSON."""
        from bilatsum.render.json import render  # noqa: PLC0415

        return render(self)

    def to_markdown(self, *, cite: bool = True) -> str:
        """Return the brief as Markdown; `cite` puts sentence numbers beside every line."""
        from bilatsum.render.markdown import render  # noqa: PLC0415

        return render(self, cite=cite)

    def _repr_markdown_(self) -> str:
        """Return what a notebook shows where a brief is the last expression of a cell."""
        return self.to_markdown()


def summarize(  # noqa: PLR0913 - the options of the command line, all but one by name
    text: str | bytes | Article,
    *,
    method: str = "bilat",
    sentences: int | None = None,
    words: int | None = None,
    ratio: float | None = None,
    issues: int = 6,
    date: str | None = None,
    gazetteer: str | Path | None = None,
    source: str = "text",
) -> Brief:
    """Make the brief of an article.

    `text` is the article: a string, the bytes of a text file, or an Article that was read before.
    `method` is one of the names that `bilatsum summarize --help` lists; `sentences`, `words` or
    `ratio` (a share of the article's words, above 0 and at most 1) bound the summary; at most
    `issues` key issues are given; `date` (YYYY-MM-DD) is the publication date of an article that
    does not state its own; `gazetteer` is the path of a TOML file with names of your own
    (docs/gazetteer.md); `source` names the article in messages.

    Raises InputError where the text is empty or not English, OptionError for a value that an
    option cannot have.
    """
    from bilatsum.data import read_own_names  # noqa: PLC0415 - read when asked for
    from bilatsum.pipeline import make_brief  # noqa: PLC0415 - NLTK is slow to import
    from bilatsum.read import read_bytes, read_text  # noqa: PLC0415

    try:
        published = parse_date(date) if date else None
        own = read_own_names(Path(gazetteer)) if gazetteer else OwnNames()
        options = Options(method, sentences, words, issues, published, own, ratio)
    except OptionError:
        raise
    except ValueError as error:
        raise OptionError(str(error)) from error
    if isinstance(text, bytes):
        text = read_bytes(text, source=source, date=published)
    elif isinstance(text, str):
        text = read_text(text, source=source, date=published)
    record = make_brief(text, options)
    return Brief(**{field.name: getattr(record, field.name) for field in fields(record)})


def parse_date(text: str) -> PartialDate:
    """Return the date that "YYYY-MM-DD" names. Raises OptionError if it names none."""
    try:
        year, month, day = (int(part) for part in text.split("-"))
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            raise ValueError  # noqa: TRY301 - told below, as every other wrong date is
        return PartialDate(year, month, day)
    except ValueError:
        message = f"{text!r} is not a date"
        raise OptionError(message, hint="write it as YYYY-MM-DD, for example 2025-04-08") from None
