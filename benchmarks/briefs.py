r"""Score whole briefs on gold articles.

    python benchmarks/briefs.py ../shared/data/briefs ../shared/score/briefs.py \
        [--method NAME] [--per-doc]

Every article is read as the program reads it; the gold's publication date is given as `--date`
only where the gold says that the text does not state one. The summary is asked for in at most
130 words.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bilatsum import Brief, summarize

SUMMARY_WORDS = 130


def prediction(name: str, brief: Brief) -> dict[str, Any]:
    """Return a brief in the terms of the scorer."""
    document = brief.document
    shown = document.shown
    states = [actor.country for actor in brief.actors if actor.kind == "state"]
    pair = list(brief.pair or ())
    return {
        "id": name,
        "published": str(brief.article.published) if brief.article.published else None,
        "states": pair + [code for code in states if code not in pair],
        "actors": [
            {
                "name": actor.name,
                "aliases": list(actor.aliases),
                "type": actor.kind,
                "country": actor.country,
                "role": "; ".join(actor.roles) or None,
            }
            for actor in brief.actors
        ],
        "dates": [
            {
                "text": mention.span.of(brief.article.text),
                "start": mention.span.start,
                "end": mention.span.end,
                "value": mention.value,
                "type": mention.type,
            }
            for mention in brief.dates
        ],
        "issues": [
            {
                "label": f"{issue.label}: {shown(issue.stake)}" if issue.stake else issue.label,
                "evidence": [shown(document.sentences[i].span) for i in issue.evidence],
            }
            for issue in brief.issues
        ],
        "summary": [
            shown(document.sentences[chosen.index].span) for chosen in brief.summary.sentences
        ],
    }


def main() -> None:
    """Predict, then hand over to the scorer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--method", default="bilat")
    parser.add_argument("--per-doc", action="store_true")
    options = parser.parse_args()
    predictions = []
    for path in sorted((options.data / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        stated = gold["published_in_text"] or gold["published"] is None
        brief = summarize(
            (options.data / f"{path.stem}.txt").read_bytes(),
            method=options.method,
            words=SUMMARY_WORDS,
            date=None if stated else gold["published"],
            source=path.stem,
        )
        predictions.append(prediction(path.stem, brief))
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(predictions, file)
        file.flush()
        command = [sys.executable, str(options.scorer), file.name, str(options.data)]
        command += ["--per-doc"] if options.per_doc else []
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
