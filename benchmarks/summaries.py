r"""Score summaries on CNN/Daily Mail development articles.

    python benchmarks/summaries.py ../shared/data/summaries/cnndm_dev.jsonl.gz \\
        ../shared/score/summaries.py --method bilat --words 70 [--only foreign_affairs]

The summary is what `-w` gives: whole sentences in text order, never more words than asked for, so
that the scorer has nothing to cut. `--fill` gives as many of the best sentences as reach `--words`
instead, and the scorer cuts the last one: the first 70 words of an article are
`--method lead --fill`.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bilatsum import Brief, summarize

MORE_THAN_ENOUGH = 12


def within(article: str, method: str, words: int) -> list[str]:
    """Return the summary of at most so many words."""
    brief = summarize(article, method=method, words=words, issues=0)
    return _shown(brief)


def _shown(brief: Brief) -> list[str]:
    document = brief.document
    return [document.shown(document.sentences[one.index].span) for one in brief.summary.sentences]


def fill(article: str, method: str, words: int) -> list[str]:
    """Return the fewest best sentences that hold at least `words` words, in text order."""
    for count in range(1, MORE_THAN_ENOUGH):
        brief = summarize(article, method=method, sentences=count, issues=0)
        chosen = _shown(brief)
        if sum(len(sentence.split()) for sentence in chosen) >= words or len(chosen) < count:
            break
    return chosen


def main() -> None:
    """Predict, then hand over to the scorer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--method", default="bilat")
    parser.add_argument("--words", type=int, default=70)
    parser.add_argument("--only", default=None)
    parser.add_argument("--fill", action="store_true")
    options = parser.parse_args()
    with (
        gzip.open(options.gold, "rt", encoding="utf-8") as lines,
        tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file,
    ):
        for line in lines:
            document = json.loads(line)
            if options.only and not document.get(options.only):
                continue
            choose = fill if options.fill else within
            summary = choose(document["article"], options.method, options.words)
            file.write(json.dumps({"id": document["id"], "summary": summary}) + "\n")
        file.flush()
        command = [sys.executable, str(options.scorer), str(options.gold), file.name]
        command += ["--words", str(options.words)]
        command += ["--only", options.only] if options.only else []
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
