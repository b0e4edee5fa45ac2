"""Dates: TIMEX3 spans and values in TempEval-3 terms, and values of GUM's resolved dates.

Each article is read with its creation time as `--date`. Of WikiWars only dates are scored; of GUM,
whose dates are resolved but not all marked, the values of those that were found.
"""

import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import baselines, tei
from benchmarks.scoring import Counts, timex
from benchmarks.tasks import BASELINE, OURS, Answer, Article, Set, System, Task, one_by_one, rows
from bilatsum.api import parse_date
from bilatsum.errors import BilatsumError
from bilatsum.extract.dates import find_dates
from bilatsum.read import read_text
from bilatsum.segment import segment

_WRITTEN_ON = ("timebank_train", "aquaint_train", "tcr_train")  # ours alone is measured there
_SETS = ("timebank_dev", "meantime_dev", "wikiwars_train")
_VALUES = ("gum_dates_train", "gum_dates_dev")
_NO_TYPES: frozenset[str] = frozenset()


class Clock:
    """CPU seconds spent in finding dates, and the words read."""

    seconds = 0.0
    words = 0


def sets(data: Path) -> Iterator[Set]:
    """Yield the sets with TIMEX3 and TIMEX2."""
    for name in (*_SETS, *_WRITTEN_ON):
        yield Set(
            name,
            _articles(data, name),
            peers=name in _SETS,
            gate=name in _SETS,
        )


def value_sets(data: Path) -> Iterator[Set]:
    """Yield the sets whose found dates have their values judged."""
    for name in _VALUES:
        yield Set(name, _articles(data, name), peers=name == "gum_dates_dev")


def _articles(data: Path, name: str) -> tuple[Article, ...]:
    genre = "narrative" if name.startswith("wikiwars") else "news"
    return tuple(
        Article(row["doc_id"], row["text"], row, date=_day(row), genre=genre)
        for row in rows(data / "timex" / f"{name}.jsonl.gz")
    )


def _day(row: dict[str, str]) -> str | None:
    """Return the day of creation; some creation times are no calendar dates."""
    try:
        return str(parse_date((row.get("dct") or "")[:10]))
    except BilatsumError:
        return None


def ours(article: Article) -> Answer:
    """Return the dates that the program finds."""
    try:
        day = parse_date(article.date) if article.date else None
        document = segment(read_text(article.text, source=article.id, date=day))
    except BilatsumError:  # no English prose in it
        return {}
    began = time.process_time()
    found = find_dates(document)
    Clock.seconds += time.process_time() - began
    Clock.words += len(article.text.split())
    return {
        "timexes": [
            {
                "start": mention.span.start,
                "end": mention.span.end,
                "type": mention.type,
                "value": mention.value,
                "bounds": [str(one) if one else "" for one in (mention.start, mention.end)],
            }
            for mention in found
        ]
    }


def baseline(article: Article) -> Answer:
    """Return the dates of a few patterns."""
    return {"timexes": baselines.dates(article.text, article.date)}


def count(article: Article, answer: Answer) -> Counts:
    """Count an article."""
    types = frozenset({"DATE"}) if article.genre == "narrative" else _NO_TYPES
    return timex.count(article.gold["timexes"], answer.get("timexes", ()), types)


def count_values(article: Article, answer: Answer) -> Counts:
    """Count the values of the marked dates."""
    told = answer.get("timexes", ())
    marked = [gold for gold in article.gold["timexes"] if gold.get("value")]
    right = found = 0
    for gold in marked:
        best = max(told, key=lambda one: timex.overlap(gold, one), default=None)
        if best is None or timex.overlap(gold, best) <= 0:
            continue
        value = best["value"] or ""
        start, end = best.get("bounds") or (value.partition("/")[0], value.rpartition("/")[2])
        right += tei.agrees(gold["value"], value, start, end)
        found += 1
    return timex.count_values(right, found, len(marked))


_SYSTEMS = (
    System("bilatsum", OURS, one_by_one(ours)),
    System("date patterns", BASELINE, one_by_one(baseline)),
)
TASK = Task(
    name="dates",
    sets=sets,
    systems=_SYSTEMS,
    count=count,
    figures=timex.figures,
    gold="dates",
    headline="value F1",
    gated=("value F1", "relaxed F1", "strict F1"),
    peers="dates",
)
VALUES = Task(
    name="date values",
    sets=value_sets,
    systems=_SYSTEMS,
    count=count_values,
    figures=timex.value_figures,
    gold="dates",
    headline="right of marked",
    gated=("right of marked", "value accuracy"),
    peers="dates",
)
