"""The work of `bilatsum verify`: a brief and its article in, every fault on standard output."""

from pathlib import PurePath

from bilatsum.errors import InputError
from bilatsum.model import Document
from bilatsum.render.safe import visible
from bilatsum.verify import Report, check_json, check_markdown, is_markdown_brief, json_briefs

from .exits import Exit
from .streams import STDIN, name_of, read_source, write_stdout

_BRIEF_FACTOR = 20
"""A brief in JSON holds the article and more: it may be so many times the article's limit."""


def verify(brief: str, article: str, max_bytes: int) -> Exit:
    """Check the brief in the file `brief` against the file `article`, and say what was found.

    Raises InputError where one of them cannot be read or is not what it should be.
    """
    if brief == article == STDIN:
        message = "the brief and the article cannot both come from standard input"
        raise InputError(message)
    data = read_source(brief, max_bytes * _BRIEF_FACTOR)
    from bilatsum.read import read_bytes  # noqa: PLC0415 - nothing is loaded before it is needed

    read = read_bytes(read_source(article, max_bytes), source=name_of(article))
    from bilatsum.segment import segment  # noqa: PLC0415 - NLTK is slow to import

    report = _check(data, name_of(brief), segment(read))
    write_stdout([_written(report, name_of(brief), name_of(article))])
    return Exit.OK if report.holds else Exit.UNTRUE


def _check(data: bytes, source: str, document: Document) -> Report:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{source} is no brief: it is not in UTF-8"
        raise InputError(message) from error
    suffix = PurePath(source).suffix.lower()
    if suffix in {".md", ".markdown"} or is_markdown_brief(text):
        return check_markdown(text, source, document)
    briefs = json_briefs(text, source)
    ours = [one for one in briefs if _sha256(one) == document.article.sha256] or briefs
    if len(ours) > 1 and len(briefs) == len(ours):
        message = f"{source} holds {len(briefs)} briefs, none of this article"
        raise InputError(message)
    return check_json(ours[0], document)


def _sha256(brief: dict[str, object]) -> object:
    article = brief.get("article")
    return article.get("sha256") if isinstance(article, dict) else None


def _written(report: Report, brief: str, article: str) -> str:
    """Return the report: one line if all holds, else a line for each fault as well."""
    kinds = ", ".join(f"{kind} {number}" for kind, number in report.checked.items())
    checked = f"checked {kinds or 'nothing'}"
    if report.holds:
        return visible(f"{brief}: true to {article}; {checked}") + "\n"
    count = len(report.faults)
    lines = [f"{brief}: {count} {'fault' if count == 1 else 'faults'} against {article}; {checked}"]
    for fault in report.faults:
        quoted = f": “{fault.text}”" if fault.text else ""
        lines.append(f"{fault.where}: {fault.what}{quoted}")
    return "".join(f"{visible(line)}\n" for line in lines)
