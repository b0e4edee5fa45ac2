r"""Score the standing of bullets against labels made by hand.

    python -m benchmarks.standing ../shared/data/articles [--faults]

standing.tsv names for each bullet the article (the file's name, or the last part of a release's
address in us_gov_press.jsonl.gz), its offsets there, the first digits of the SHA-256 of its words,
and what a careful reader took its standing to be. The words themselves are other people's and
stay with the data. Rows of the set "tuned on" were labelled before the rules were tuned, those of
"looked at" after, but their faults were looked at; those of "held back" when the rules were done.

The labels follow these rules. done: an act, a meeting, an agreement or a measure is reported as a
fact or in force. planned: announced, intended, promised, expected. called for: demanded, urged,
needed, advised. disputed: rejected, condemned, accused, protested against, refused. unclear: what
is only discussed, welcomed, praised, supported, valued or described.
"""

import argparse
import csv
import gzip
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

from bilatsum import summarize
from bilatsum.extract.issues.standing import standing
from bilatsum.model import Span

LABELS = Path(__file__).with_name("standing.tsv")


def texts(folder: Path) -> dict[str, str]:
    """Return the articles of the data folder by the names that standing.tsv uses."""
    found = {path.stem: path.read_bytes().decode("utf-8") for path in folder.glob("*.txt")}
    with gzip.open(folder / "us_gov_press.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            release = json.loads(line)
            found.setdefault(release["url"].rstrip("/").rpartition("/")[2], release["text"])
    return found


def main() -> None:
    """Judge every labelled bullet and print how many are right, by set and by label."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--faults", action="store_true", help="print what was judged wrong")
    options = parser.parse_args()
    if not (options.articles / "us_gov_press.jsonl.gz").is_file():
        sys.exit(f"skipped: {options.articles} holds no articles; the labels need their texts")
    known = texts(options.articles)
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            document = summarize(known[row["article"]], date="2022-08-01").document
            words = document.shown(Span(int(row["start"]), int(row["end"])))
            if hashlib.sha256(words.encode()).hexdigest()[:8] != row["sha256"]:
                sys.exit(f"{row['article']}: not the text that was labelled")
            got = standing(words)
            for key in ((row["set"], "all"), (row["set"], row["standing"])):
                total[key] += 1
                right[key] += got == row["standing"]
            if options.faults and got != row["standing"]:
                print(f"{row['set']}: {got}, not {row['standing']}: {words}")
    for (name, label), count in sorted(total.items()):
        part = right[name, label]
        print(f"{name:10} {label:10} {part:3} of {count:3}  {part / count:.3f}")


if __name__ == "__main__":
    main()
