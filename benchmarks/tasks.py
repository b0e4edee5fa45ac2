"""What a task of the benchmark is: sets of articles with gold, systems, and how to count.

Each task stands in a file of its own (`names.py`, `dates.py`, `segmentation.py`, `summaries.py`,
`briefs.py`); `__main__.py` runs them, `gate.py` runs our own program on some of their sets.
"""

import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.scoring import Counts, Figures

Answer = Mapping[str, Any]
OURS, BASELINE, PEER = "ours", "baseline", "peer"


@dataclass(frozen=True, slots=True)
class Article:
    """A text as a system is given it, and the row of gold behind it."""

    id: str
    text: str
    gold: dict[str, Any]
    date: str | None = None  # ISO 8601, where the program is told it
    title: str | None = None
    genre: str = "news"

    def asked(self) -> dict[str, Any]:
        """Return what a peer is given; no gold."""
        shown = ("id", "text", "date", "title", "genre")
        return {name: getattr(self, name) for name in shown}


@dataclass(frozen=True, slots=True)
class Part:
    """Some articles of a set: all of them, those on foreign affairs, those held back."""

    name: str
    ids: frozenset[str] | None = None  # None for all


@dataclass(frozen=True, slots=True)
class Set:
    """Articles with gold."""

    name: str
    articles: tuple[Article, ...]
    parts: tuple[Part, ...] = (Part(""),)
    peers: bool = True  # whether peers are asked too, about the first part
    gate: bool = True  # whether the quality gate reads it, that is, its first part

    def of(self, part: Part) -> list[Article]:
        """Return the articles of a part."""
        return [one for one in self.articles if part.ids is None or one.id in part.ids]


Answerer = Callable[[Sequence[Article]], Mapping[str, Answer]]


@dataclass(frozen=True, slots=True)
class System:
    """A program, or a way of using it, by the name in the tables."""

    name: str
    kind: str
    answers: Answerer


@dataclass(frozen=True, slots=True)
class Task:
    """A task: its sets under a data folder, our own systems and baselines, and its scoring."""

    name: str
    sets: Callable[[Path], Iterator[Set]]
    systems: Sequence[System]
    count: Callable[[Article, Answer], Counts]
    figures: Callable[[Counts], Figures]
    gold: str  # what is counted, for the sizes in the tables
    headline: str  # the figure by which peers are ordered
    gated: tuple[str, ...]  # the figures that the quality gate holds, higher is better
    unit: float = 1  # what a figure is at best
    peers: str | None = None  # the task of their adapters
    from_peer: Callable[[Article, Answer], Answer] = field(default=lambda _, answer: answer)


def one_by_one(answer: Callable[[Article], Answer]) -> Answerer:
    """Return an answerer that reads articles one after the other."""
    return lambda articles: {article.id: answer(article) for article in articles}


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of a set; none where its file is not here."""
    if path.is_file():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)
