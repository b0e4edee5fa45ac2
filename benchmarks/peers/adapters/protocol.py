"""How a peer is asked: articles in, answers out, one JSON object a line.

The adapters run in the environments of their peers, so this file needs the standard library alone
and every adapter beside it is a script of its own.

    adapter --version            prints the peer's version, or exits with 3 and a line that says why
                                 the peer cannot run here
    adapter TASK < articles      answers each article: {"id", "text", "date", "title", "genre"}

An answer has the article's "id" and, by TASK: dates "timexes" [{"start", "end", "type", "value"}],
names "entities" [{"start", "end", "type"}], summaries "ranked" [[place, sentence]] best first,
segmentation "spans" [[start, end]]. Offsets count characters of the article's text.
"""

import json
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from typing import Any

ABSENT = 3
Article = dict[str, Any]
Answer = dict[str, Any]


def version_of(*distributions: str) -> str:
    """Return the versions of installed packages, as in "3.8.18, model 3.8.0"."""
    try:
        return ", ".join(metadata.version(name) for name in distributions)
    except metadata.PackageNotFoundError as error:
        absent(f"{error} is not installed")
        raise  # not reached


def absent(reason: str) -> None:
    """End this process: the peer cannot run here."""
    print(reason, file=sys.stderr)
    sys.exit(ABSENT)


def serve(version: Callable[[], str], answers: dict[str, Callable[[Article], Answer]]) -> None:
    """Answer what the command line asks."""
    task = sys.argv[1]
    if task == "--version":
        print(version())
        return
    for article in articles():
        print(json.dumps({"id": article["id"], **answers[task](article)}), flush=True)


def articles() -> Iterator[Article]:
    """Yield the articles of the standard input."""
    for line in sys.stdin:
        yield json.loads(line)


def by_lines(text: str, split: Callable[[str], Iterator[tuple[int, int]]]) -> list[list[int]]:
    """Return the sentences of each line for itself, for a peer that knows no paragraphs."""
    spans: list[list[int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        spans += [[start + first, start + last] for first, last in split(line)]
        start += len(line)
    return spans


def nearest(text: str, words: str, place: int) -> tuple[int, int] | None:
    """Return the occurrence of some words that is nearest to a place, or None."""
    found = [at for at in _occurrences(text, words) if at >= 0]
    if not found:
        return None
    start = min(found, key=lambda at: abs(at - place))
    return start, start + len(words)


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
