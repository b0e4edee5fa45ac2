"""The code blocks of the documentation: which can be run, on what, and what they print.

A fenced block of shell commands or Python is run; one of TOML or JSON is read. A block that cannot
be run has a line above it that says why: `<!-- not run: reason -->`. A block of text right below
shell commands is what they print. All blocks of a page are run in order, in one folder that holds
sample articles of ours under the names that the pages use (`lay_out`).
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples"
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")],
    key=lambda page: page.relative_to(ROOT).as_posix(),
)
PAGES = [page for page in PAGES if EXAMPLES not in page.parents or page.name == "README.md"]
_FENCE = re.compile(
    r"(?:^<!-- not run: (?P<reason>[^\n]+) -->\n)?^```(?P<language>[^\n`]*)\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its words, and the offsets of its code in the page."""

    language: str
    code: str
    start: int
    end: int
    not_run: str | None
    """Why it is not run."""
    output: bool
    """Whether it is what the block above prints."""


def blocks(page: str) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    above: re.Match[str] | None = None
    for match in _FENCE.finditer(page):
        output = (
            match["language"] == "text"
            and above is not None
            and above["language"] == "sh"
            and above["reason"] is None
            and not page[above.end() : match.start()].strip()
        )
        start, end = match.span("code")
        yield Block(match["language"], match["code"], start, end, match["reason"], output)
        above = match


def lay_out(folder: Path) -> dict[str, str]:
    """Put the sample articles into `folder`; return the environment in which blocks are run."""
    copies: dict[str, tuple[str, ...]] = {
        "wire-story.txt": ("article.txt", "articles/wire-story.txt"),
        "readout.txt": ("readout.txt", "articles/readout.txt"),
        "speech.txt": ("articles/speech.txt",),
        "email.txt": ("message.txt",),
    }
    for source, targets in copies.items():
        for target in targets:
            (folder / target).parent.mkdir(exist_ok=True)
            shutil.copy(EXAMPLES / source, folder / target)
    shutil.copytree(EXAMPLES, folder / "docs" / "examples", ignore=lambda *_: ["briefs"])
    (folder / "mail").mkdir()
    for name in ("message.eml", "mail/one.eml", "mail/two.eml"):
        (folder / name).write_bytes(_mail())
    gazetteer = (ROOT / "docs" / "gazetteer.md").read_text(encoding="utf-8")
    names = next(block.code for block in blocks(gazetteer) if block.language == "toml")
    (folder / "names.toml").write_text(names, encoding="utf-8")
    programs = folder / ".programs"
    programs.mkdir()
    for name, arguments in (("bilatsum", " -m bilatsum"), ("python", ""), ("python3", "")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}"{arguments} "$@"\n')
        program.chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "HOME": str(folder), "COLUMNS": "80", "PYTHONUTF8": "1"}


def _mail() -> bytes:
    """Return the short item as a mail of two parts, in the code in which mail is sent."""
    item = (EXAMPLES / "short-item.txt").read_text(encoding="utf-8")
    title, body = item.split("\n\n", 1)
    message = EmailMessage()
    message["From"] = "Desk <desk@example.org>"
    message["Subject"] = title
    message["Date"] = "Wed, 14 May 2025 16:00:00 +0200"
    message.set_content(body, cte="quoted-printable")
    message.add_alternative(f"<p>{body}</p>", subtype="html")
    return message.as_bytes()


def run_shell(code: str, folder: Path, environment: dict[str, str]) -> str:
    """Run commands as one typed them; return what they print. Raises RuntimeError if one fails."""
    run = subprocess.run(  # noqa: S603 - our own pages
        ["bash", "-euo", "pipefail", "-c", code],  # noqa: S607 - the reader's own shell
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    if run.returncode:
        message = f"{code}\nended with {run.returncode}: {run.stderr.decode()}"
        raise RuntimeError(message)
    return run.stdout.decode("utf-8")


def with_outputs(page: str, folder: Path) -> str:
    """Run the shell blocks of a page in `folder`; return the page with what they print in it."""
    environment = lay_out(folder)
    parts: list[str] = []
    at, printed = 0, ""
    for block in blocks(page):
        if block.output:
            parts += [page[at : block.start], printed.strip("\n") + "\n"]
            at = block.end
        elif block.language == "sh" and block.not_run is None:
            printed = run_shell(block.code, folder, environment)
    return "".join([*parts, page[at:]])
