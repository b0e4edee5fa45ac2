r"""Score dates on TimeML development sets.

    python benchmarks/dates.py ../shared/data/timex ../shared/score/timex.py \
        timebank_dev meantime_dev

Each document is read with its document creation time as `--date`.
"""

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bilatsum import summarize


def prediction(document: dict[str, Any]) -> dict[str, Any]:
    """Return the dates of a document in the terms of the scorer."""
    created = (document.get("dct") or "")[:10]
    try:
        brief = summarize(document["text"], date=created or None, issues=0)
    except ValueError:  # some creation times are no calendar dates
        brief = summarize(document["text"], issues=0)
    timexes = [
        {
            "start": mention.span.start,
            "end": mention.span.end,
            "type": mention.type,
            "value": mention.value,
        }
        for mention in brief.dates
    ]
    return {"doc_id": document["doc_id"], "timexes": timexes}


def main(data: Path, scorer: Path, *names: str) -> None:
    """Predict each set, then hand over to the scorer."""
    for name in names:
        gold = data / f"{name}.jsonl.gz"
        with (
            gzip.open(gold, "rt", encoding="utf-8") as lines,
            tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file,
        ):
            for line in lines:
                file.write(json.dumps(prediction(json.loads(line))) + "\n")
            file.flush()
            print(name, flush=True)
            subprocess.run([sys.executable, str(scorer), str(gold), file.name], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
