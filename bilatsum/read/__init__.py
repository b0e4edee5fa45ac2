"""Bytes of an article to an Article: decoding, repairs, and everything that is not prose.

In: bytes or a string, and the name of where they came from. Out: an Article whose furniture
(title, byline, dateline, date lines, labels, headers, markup) is marked.
"""

import hashlib

from bilatsum.errors import InputError
from bilatsum.model import Article, PartialDate

from .dateline import find_dateline, find_inline_date
from .decode import decode
from .email import find_email_header, find_signature
from .findings import Findings
from .head import find_head
from .labels import is_label
from .language import looks_english
from .lines import Lines, lines
from .markdown import find_front_matter, find_markup
from .repair import repair

__all__ = ["read_bytes", "read_text"]


def read_bytes(data: bytes, *, source: str, date: PartialDate | None = None) -> Article:
    """Read the bytes of a text file.

    `source` names the input in messages; `date` is the publication date to take where the article
    does not state its own. Raises InputError where the bytes are no English text.
    """
    text, notes = decode(data, source)
    return _article(text, source, hashlib.sha256(data).hexdigest(), date, notes)


def read_text(text: str, *, source: str, date: PartialDate | None = None) -> Article:
    """Read an article that is already a string; see `read_bytes`."""
    data = text.encode("utf-8", errors="surrogatepass")
    return _article(text, source, hashlib.sha256(data).hexdigest(), date, ())


def _article(
    text: str, source: str, sha256: str, date: PartialDate | None, notes: tuple[str, ...]
) -> Article:
    text, repairs = repair(text)
    if not text or text.isspace():
        message = f"{source} holds no text"
        raise InputError(message)
    if not looks_english(text):
        message = f"{source} does not look like English"
        raise InputError(message, hint="bilatsum reads English only")
    found = _find_furniture(text, source)
    if found.published is None and date is not None:
        found.published, found.published_from = date, "option"
    elif date is not None and found.published != date:
        found.notes.append(f"the article gives its date as {found.published}; {date} was not used")
    furniture = sorted(found.furniture, key=lambda piece: (piece.span, piece.kind))
    return Article(
        text=text,
        source=source,
        sha256=sha256,
        title=found.title,
        byline=found.byline,
        published=found.published,
        published_from=found.published_from,
        furniture=tuple(furniture),
        notes=(*notes, *repairs, *found.notes),
    )


def _find_furniture(text: str, source: str) -> Findings:
    """Look for each kind of furniture from the top down, each where the one before ended."""
    found = Findings()
    rows = Lines(text)
    at = find_front_matter(rows, found)
    at = find_email_header(rows, at, found)
    at = find_head(rows, at, found)
    if rows.reach(at):
        start = rows[at].start
        find_inline_date(text, start, found)
        find_dateline(rows[at], found)
        find_signature(text, start, found)
        for line in lines(text, start):
            if is_label(line.text):
                found.add("label", line.span)
    find_markup(text, source, found)
    return found
