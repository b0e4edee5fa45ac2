"""A brief in Markdown, read back line by line and looked up in the article.

Only what `bilatsum.render.markdown` writes is understood: the title, the lists under "Summary" and
"Key issues", the tables under "Actors", "Upcoming dates" and "Timeline". What stands in emphasis is
the program's own words (standings, labels, what --explain adds) and claims nothing.
"""

import re
from collections.abc import Iterator

from bilatsum.errors import InputError
from bilatsum.model import Document
from bilatsum.render.safe import visible

from .claims import Report, Witness

_CITE = re.compile(r" \[(S\d{1,9}(?:, S\d{1,9})*)\]$")
_UNTITLED = "Untitled article ("
_DATES = frozenset({"Upcoming dates", "Timeline"})
_SECTIONS = frozenset({"Summary", "Key issues", "Actors", *_DATES})
_SEPARATOR = "| --- "


def is_markdown_brief(text: str) -> bool:
    """Return whether `text` looks like a brief in Markdown: a title, then known sections."""
    return text.startswith("# ") and any(name in _SECTIONS for name in _sections(text))


def check_markdown(text: str, source: str, document: Document) -> Report:
    """Check every quotation of a brief against its article.

    Raises InputError where `text` holds several briefs or is none.
    """
    lines = text.splitlines()
    if not is_markdown_brief(text):
        message = f"{source} is no brief in JSON or Markdown"
        raise InputError(message, hint="write one with bilatsum summarize ARTICLE -f json")
    if sum(line.startswith("# ") for line in lines) > 1:
        message = f"{source} holds several briefs"
        raise InputError(message, hint="write each into a file of its own: -o FOLDER/")
    report = Report()
    witness = Witness(document, visible(Witness.of(document).whole))
    section = ""
    header = False
    for number, line in enumerate(lines, start=1):
        where = f"line {number}"
        if line.startswith("## "):
            section, header = line[3:].strip(), False
            if section not in _SECTIONS:
                report.fault(where, "is no section of a brief", section)
        elif line.startswith("# "):
            _check_title(_plain(line[2:]), where, witness, report)
        elif line.startswith(_SEPARATOR):
            header = True
        elif line.startswith("| ") and header:
            _check_row(_cells(line), section, where, witness, report)
        elif section:
            _check_line(line, section, where, witness, report)
    return report


def _check_line(line: str, section: str, where: str, witness: Witness, report: Report) -> None:
    """Check a line of a list; a line that is none of ours is a fault."""
    if section == "Summary" and line.startswith("- "):
        report.checked["summary sentences"] += 1
        _check_quotation(line[2:], where, witness, report, whole=True)
    elif section == "Key issues" and line.startswith("  ") and not _is_ours(line):
        report.checked["bullets"] += 1
        _check_quotation(line, where, witness, report, whole=False)
    elif line.strip() and not _is_known(line, section):
        report.fault(where, "is no line of a brief", _plain(line))


def _check_title(title: str, where: str, witness: Witness, report: Report) -> None:
    if not title.startswith(_UNTITLED):
        report.checked["head lines"] += 1
        witness.has(report, where, title)


def _check_quotation(
    line: str, where: str, witness: Witness, report: Report, *, whole: bool
) -> None:
    """Check a sentence or the beginning of one, and that it is from the sentence it cites."""
    text = _plain(line)
    cite = _CITE.search(text)
    text = _without_dots(text[: cite.start()] if cite else text, witness)
    if text not in witness.whole:
        report.fault(where, "is not in the article", text)
        return
    if cite is None:
        return
    numbers = [int(number) for number in re.findall(r"\d+", cite[1])]
    sentences = witness.document.sentences
    if not all(1 <= number <= len(sentences) for number in numbers):
        report.fault(where, f"there is no sentence {cite[1]}", text)
        return
    sentence = visible(witness.document.shown(sentences[numbers[0] - 1].span)).strip()
    if text != sentence if whole else text not in sentence:
        report.fault(where, f"is in the article, but not sentence S{numbers[0]}", text)


def _check_row(
    cells: list[str], section: str, where: str, witness: Witness, report: Report
) -> None:
    """Check the words of a date, the role of an actor."""
    if section in _DATES and len(cells) > 1:
        report.checked["dates"] += 1
        witness.has(report, where, _without_dots(_plain(cells[1]), witness))
    elif section == "Actors" and len(cells) > 1 and not _is_ours(cells[0]):
        report.checked["actors"] += 1
        role = _plain(cells[1])
        if role:
            report.checked["roles"] += 1
            witness.has(report, where, role)


def _without_dots(text: str, witness: Witness) -> str:
    """Take off the dots that say that the sentence begins before or goes on behind."""
    if text in witness.whole:
        return text
    return text.removeprefix("… ").removesuffix(" …")


def _is_ours(line: str) -> bool:
    """Whether a line or cell holds nothing but emphasis: our own words."""
    return not _plain(line)


def _is_known(line: str, section: str) -> bool:
    """Whether a line needs no check: a table's head, an issue's label, a line in emphasis."""
    return (
        line.startswith("| ")
        or _is_ours(line)
        or (section == "Key issues" and line.startswith("- **"))
    )


def _sections(text: str) -> Iterator[str]:
    return (line[3:].strip() for line in text.splitlines() if line.startswith("## "))


def _cells(row: str) -> list[str]:
    """Return the cells of a table's row; a bar that is escaped is none."""
    return [cell.strip() for cell in re.findall(r"((?:[^|\\]|\\.?)*+)(?:\||$)", row[1:])]


def _plain(line: str) -> str:
    """Return a line without escapes, without the marks of strong words, and without emphasis."""
    kept: list[str] = []
    emphasis = False
    at = 0
    while at < len(line):
        if line[at] == "\\" and at + 1 < len(line):
            if not emphasis:
                kept.append(line[at + 1])
            at += 2
        elif line.startswith("**", at):
            at += 2
        elif line[at] == "*":
            emphasis = not emphasis
            at += 1
        else:
            if not emphasis:
                kept.append(line[at])
            at += 1
    return "".join(kept).strip()
