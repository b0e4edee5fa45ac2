"""Sentences on foreign affairs whose names we marked by reading: training/own_names/.

`sentences.tsv` (file, start, end) and `names.tsv` (file, start, end, type) hold offsets only, in
characters of the texts of ../shared/data/articles; the conventions are in GUIDE.md there.
"""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bilatsum.model import View
from bilatsum.segment.words import words

_HERE = Path(__file__).parent / "own_names"


def own_names(data: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents, as the rows of the other sets: `doc_id`, `tokens` and BIO `tags`."""
    sentences, names = _table("sentences.tsv"), _table("names.tsv")
    texts = _texts(data / "articles", set(sentences))
    for file, places in sentences.items():
        tokens, tags = [], []
        for start, end, _ in places:
            piece = re.sub(r"\s", " ", texts[file][start:end])
            (found,) = words(View(piece, start), [(0, len(piece))])
            spans = [(word.start, word.end) for word in found]
            tokens.append([texts[file][slice(*span)] for span in spans])
            tags.append(_tags(spans, names[file]))
        yield {"doc_id": file, "genre": "foreign affairs", "tokens": tokens, "tags": tags}


def _table(name: str) -> dict[str, list[tuple[int, int, str]]]:
    rows = defaultdict(list)
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        file, start, end, *kind = line.split("\t")
        rows[file].append((int(start), int(end), "".join(kind)))
    return rows


def _texts(articles: Path, files: set[str]) -> dict[str, str]:
    texts = {
        file: (articles / file).read_text(encoding="utf-8")
        for file in files
        if file.endswith(".txt")
    }
    with gzip.open(articles / "us_gov_press.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["url"] in files:
                texts[row["url"]] = row["text"]
    return texts


def _tags(spans: list[tuple[int, int]], names: list[tuple[int, int, str]]) -> list[str]:
    """Return a tag for each word; a word that a name overlaps belongs to it."""
    tags: list[str] = []
    last: tuple[int, int, str] | None = None
    for start, end in spans:
        name = next((name for name in names if name[0] < end and start < name[1]), None)
        tags.append("O" if name is None else f"{'I' if name == last else 'B'}-{name[2]}")
        last = name
    return tags
