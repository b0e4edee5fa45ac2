r"""Score dates on TimeML, TIMEX2 and TEI development sets, and time them.

    python benchmarks/dates.py ../shared/data/timex ../shared/score/timex.py \
        timebank_dev meantime_dev wikiwars_train gum_dates_dev

Each document is read with its document creation time as `--date`. Of WikiWars only dates are
scored; of GUM, whose dates are resolved but not all marked, the values of those that were found.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tei

from bilatsum.api import parse_date
from bilatsum.errors import BilatsumError
from bilatsum.extract.dates import find_dates
from bilatsum.model import DateMention
from bilatsum.read import read_text
from bilatsum.segment import segment


class Clock:
    """CPU seconds spent in finding dates, and the words read."""

    seconds = 0.0
    words = 0


def mentions(document: dict[str, Any]) -> tuple[DateMention, ...]:
    """Return the dates of a document of the data."""
    try:
        date = parse_date((document.get("dct") or "")[:10])
    except BilatsumError:  # some creation times are no calendar dates
        date = None
    try:
        read = segment(read_text(document["text"], source=document["doc_id"], date=date))
    except BilatsumError:  # no English prose in it
        return ()
    started = time.process_time()
    found = find_dates(read)
    Clock.seconds += time.process_time() - started
    Clock.words += len(document["text"].split())
    return found


def prediction(document: dict[str, Any]) -> dict[str, Any]:
    """Return the dates of a document in the terms of the scorer."""
    timexes = [
        {"start": m.span.start, "end": m.span.end, "type": m.type, "value": m.value}
        for m in mentions(document)
    ]
    return {"doc_id": document["doc_id"], "timexes": timexes}


def documents(gold: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of a set."""
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def score_values(gold: Path) -> str:
    """Return how many of the TEI dates that were found have the value that the gold says."""
    right = total = 0
    for document in documents(gold):
        found = mentions(document)
        for timex in document["timexes"]:
            overlaps = [
                (min(m.span.end, timex["end"]) - max(m.span.start, timex["start"]), m)
                for m in found
            ]
            best = max(overlaps, key=lambda pair: pair[0], default=None)
            if not timex.get("value") or best is None or best[0] <= 0:
                continue
            mention = best[1]
            start, end = (str(date) if date else "" for date in (mention.start, mention.end))
            right += tei.agrees(timex["value"], mention.value, start, end)
            total += 1
    return f"value accuracy over found spans {right / total:.4f} ({right} of {total})"


def main(data: Path, scorer: Path, *names: str) -> None:
    """Predict each set, then hand over to the scorer."""
    for name in names:
        gold = data / f"{name}.jsonl.gz"
        print(name, flush=True)
        if name.startswith("gum_dates"):
            print(score_values(gold), flush=True)
            continue
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            for document in documents(gold):
                file.write(json.dumps(prediction(document)) + "\n")
            file.flush()
            command = [sys.executable, str(scorer), str(gold), file.name]
            if name.startswith("wikiwars"):
                command += ["--types", "DATE"]
            subprocess.run(command, check=True)
    print(f"{60 * Clock.words / Clock.seconds:,.0f} words a minute in extract/dates")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
