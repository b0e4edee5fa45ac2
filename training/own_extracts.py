"""Articles on foreign affairs whose summary sentences we marked by reading: training/own_extracts/.

`extracts.tsv` (part, genre, source, place, sentences) holds offsets only, in characters of the
texts of ../shared/data as the program reads them: `place` is the story within its text, where that
holds several, `sentences` are those of the summary, the best first. The conventions are in GUIDE.md
there. What is `held back` is not trained on.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bilatsum.model import Document
from bilatsum.read import read_text
from bilatsum.segment import segment

_TABLE = Path(__file__).parent / "own_extracts" / "extracts.tsv"
_FILES = {
    "release": ("articles/us_gov_press.jsonl.gz", "url", "text"),
    "agency": ("ner/gmb_train.jsonl.gz", "doc_id", "text"),
    "broadcaster": ("summaries/cnndm_train.jsonl.gz", "id", "article"),
}


@dataclass(frozen=True, slots=True)
class Extract:
    """An article and the indices of the sentences that a reader chose, the best first."""

    genre: str
    document: Document
    chosen: tuple[int, ...]


def own_extracts(data: Path, part: str) -> Iterator[Extract]:
    """Yield the marked articles of a part.

    Raises ValueError where a text is not the one that was marked.
    """
    lines = _TABLE.read_text(encoding="utf-8").splitlines()[1:]
    rows = [row for row in (line.split("\t") for line in lines) if row[0] == part]
    texts = dict(_texts(data, {source for _, _, source, _, _ in rows}))
    for _, genre, source, place, sentences in rows:
        document = segment(read_text(texts[source], source=source))
        shift = 0
        if place:
            start, end = _span(place)
            shift = start
            story = document.article.text[start:end]
            document = segment(read_text(story, source=source))
        spans = [_span(each) for each in sentences.split(",")]
        starts = {one.span.start + shift: one.index for one in document.sentences}
        if missing := [span for span in spans if span[0] not in starts]:
            message = f"{source}: no sentence begins at {missing[0][0]}"
            raise ValueError(message)
        yield Extract(genre, document, tuple(starts[start] for start, _ in spans))


def _span(text: str) -> tuple[int, int]:
    start, end = text.split("-")
    return int(start), int(end)


def _texts(data: Path, sources: set[str]) -> Iterator[tuple[str, str]]:
    for source in sources:
        if source.startswith("articles/"):
            yield source, (data / source).read_text(encoding="utf-8")
    for kind, (file, key, text) in _FILES.items():
        if not any(source.startswith(f"{kind}:") for source in sources):
            continue
        with gzip.open(data / file, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                source = f"{kind}:{row[key]}"
                if source in sources:
                    yield source, row[text]
