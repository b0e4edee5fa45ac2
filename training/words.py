"""Count words for bilatsum/data/words.tsv: which are common, how common, and how they are written.

    python training/words.py ../shared/data

Columns: the word in lower case; `documents`, in how many of 100,000 documents it stands; `lower`,
the share (0-100) of its occurrences within sentences that begin with a small letter.
Counted on the releases of `articles/us_gov_press` (US government works), the news of
`ner/gmb_train` (public domain) and the articles of `summaries/cnndm_train` (counts only).
Deterministic; half a minute on one core.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parents[1] / "bilatsum" / "data" / "words.tsv"
SOURCES = (
    ("articles/us_gov_press.jsonl.gz", "text"),
    ("ner/gmb_train.jsonl.gz", "text"),
    ("summaries/cnndm_train.jsonl.gz", "article"),
)
MIN_DOCUMENTS = 12
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SENTENCE_START = re.compile(r"(?:^|[.?!:\n]\s*|[\"“‘(\[]\s*)$")


def texts(data: Path) -> Iterator[str]:
    """Yield every training text."""
    for source, field in SOURCES:
        with gzip.open(data / source, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)[field].replace("\xa0", " ").replace("’", "'")


def main(data: Path) -> None:
    """Count and write."""
    documents: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    total = 0
    for text in texts(data):
        total += 1
        seen = set()
        for match in WORD.finditer(text):
            word = match.group()
            folded = word.lower().removesuffix("'s")
            seen.add(folded)
            if not SENTENCE_START.search(text[max(0, match.start() - 3) : match.start()]):
                inside[folded] += 1
                lower[folded] += word[0].islower()
        documents.update(seen)
    rows = ["word\tdocuments\tlower"]
    for word in sorted(documents):
        if documents[word] >= MIN_DOCUMENTS:
            share = round(100 * lower[word] / inside[word]) if inside[word] else 0
            rows.append(f"{word}\t{round(100_000 * documents[word] / total)}\t{share}")
    OUT.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(len(rows) - 1, "words of", total, "documents,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
