r"""Score sentence boundaries beside NLTK's plain tokenizer and pysbd.

    python benchmarks/segmentation.py ../shared/data/segmentation ../shared/score/segmentation.py \\
        [--nltk-data FOLDER]

Prints boundary F1, and for the golden rules how many of the 48 cases are wholly right. A peer that
is not installed is left out with a line; NLTK's plain tokenizer needs its `punkt_tab` data, whose
folder `--nltk-data` names. None of GUM, EWT and the golden rules was used to train our Punkt
parameters. Our rules were written looking at every other news document of gum_train ("tuned on"
below), at its other genres and at the golden rules; the faults in the rest of the news ("held
back") were looked at once, at the end, and one was mended: a web address before a full stop.
"""

import argparse
import gzip
import importlib.util
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bilatsum.read import read_text
from bilatsum.segment import segment

Spans = list[tuple[int, int]]


def ours(text: str) -> Spans:
    """Return our sentences, headings and furniture lines: all that the gold counts as sentences."""
    document = segment(read_text(text, source="text"))
    spans = [sentence.span for sentence in document.sentences]
    with_sentences = {sentence.paragraph for sentence in document.sentences}
    spans += [p.span for p in document.paragraphs if p.index not in with_sentences]
    spans += [
        piece.span
        for piece in document.article.furniture
        if piece.kind not in {"markup", "dateline"}
    ]
    return sorted((span.start, span.end) for span in spans)


def by_lines(split: Callable[[str], Iterator[tuple[int, int]]]) -> Callable[[str], Spans]:
    """Let a peer, which knows no paragraphs, split each line for itself."""

    def spans(text: str) -> Spans:
        found: Spans = []
        start = 0
        for line in text.splitlines(keepends=True):
            found += [(start + first, start + last) for first, last in split(line)]
            start += len(line)
        return found

    return spans


def nltk_plain(folder: str | None) -> Callable[[str], Spans] | None:
    """Return NLTK's tokenizer with the parameters it is distributed with."""
    import nltk  # noqa: PLC0415 - a peer

    if folder:
        nltk.data.path[:] = [folder]
    try:
        tokenizer = nltk.tokenize.PunktTokenizer("english")
    except LookupError:
        print("NLTK's plain tokenizer left out: its data is not here (--nltk-data)")
        return None
    return by_lines(tokenizer.span_tokenize)


def pysbd() -> Callable[[str], Spans] | None:
    """Return pysbd's segmenter."""
    if importlib.util.find_spec("pysbd") is None:
        print("pysbd left out: not installed")
        return None
    import pysbd  # noqa: PLC0415 - a peer

    segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)

    def split(line: str) -> Iterator[tuple[int, int]]:
        for sentence in segmenter.segment(line):
            yield sentence.start, sentence.end

    return by_lines(split)


def documents(data: Path, name: str) -> list[dict[str, Any]]:
    """Return the documents of a gold file."""
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def sets(data: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the sets that are scored, by the names of the table."""
    train, dev = documents(data, "gum_train"), documents(data, "gum_dev")
    news = [document for document in train if document["genre"] == "news"]
    dev_news = [document for document in dev if document["genre"] == "news"]
    return {
        "GUM news, all (22)": news + dev_news,
        "GUM news, held back (12)": news[1::2] + dev_news,
        "GUM news, tuned on (10)": news[::2],
        "gum_dev, all genres (30)": dev,
        "ud_ewt_dev (318)": documents(data, "ud_ewt_dev"),
        "golden rules (48)": documents(data, "golden_rules_dev"),
    }


def load_scorer(path: Path) -> Any:  # noqa: ANN401 - a module
    """Import the scorer from its file."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        message = f"no scorer at {path}"
        raise SystemExit(message)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Score every system on every set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--nltk-data", default=None)
    options = parser.parse_args()
    scorer = load_scorer(options.scorer)
    systems = {"bilatsum": ours, "NLTK plain": nltk_plain(options.nltk_data), "pysbd": pysbd()}
    present = {name: split for name, split in systems.items() if split}
    print("| set | " + " | ".join(present) + " |")
    print("| --- |" + " --- |" * len(present))
    for name, gold in sets(options.data).items():
        cells = []
        for split in present.values():
            predicted = [
                {"doc_id": document["doc_id"], "sentence_spans": split(document["text"])}
                for document in gold
            ]
            result = scorer.score(gold, predicted)
            right = f" ({round(result['exact'] * len(gold))} right)" if "golden" in name else ""
            cells.append(f"{result['boundary'][2]:.3f}{right}")
        print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
