"""Sentence boundaries: F1 over all boundaries of a set.

None of GUM, EWT and the golden rules was used to train our Punkt parameters. Our rules were written
looking at every other news document of gum_train ("tuned on"), at its other genres and at the
golden rules; the faults in the rest of the news ("held back") were looked at once, at the end, and
one was mended: a web address before a full stop.
"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks import baselines
from benchmarks.scoring import Counts, boundaries
from benchmarks.tasks import (
    BASELINE,
    OURS,
    Answer,
    Article,
    Part,
    Set,
    System,
    Task,
    one_by_one,
    rows,
)
from bilatsum.read import read_text
from bilatsum.segment import segment


def sets(data: Path) -> Iterator[Set]:
    """Yield the news of GUM, its development part, EWT and the golden rules."""
    train, dev = _articles(data, "gum_train"), _articles(data, "gum_dev")
    news = [article for article in train if article.genre == "news"]
    dev_news = [article for article in dev if article.genre == "news"]
    tuned_on = frozenset(article.id for article in news[::2])
    held_back = frozenset(article.id for article in [*news[1::2], *dev_news])
    parts = (Part(""), Part("held back", held_back), Part("tuned on", tuned_on))
    yield Set("GUM news", (*news, *dev_news), parts)
    yield Set("gum_dev", dev)
    yield Set("ud_ewt_dev", _articles(data, "ud_ewt_dev"))
    yield Set("golden rules", _articles(data, "golden_rules_dev"))


def _articles(data: Path, name: str) -> tuple[Article, ...]:
    return tuple(
        Article(row["doc_id"], row["text"], row, genre=row.get("genre") or "")
        for row in rows(data / "segmentation" / f"{name}.jsonl.gz")
    )


def ours(article: Article) -> Answer:
    """Return our sentences, headings and furniture lines: all that the gold counts as sentences."""
    document = segment(read_text(article.text, source="text"))
    spans = [sentence.span for sentence in document.sentences]
    with_sentences = {sentence.paragraph for sentence in document.sentences}
    spans += [p.span for p in document.paragraphs if p.index not in with_sentences]
    spans += [
        piece.span
        for piece in document.article.furniture
        if piece.kind not in {"markup", "dateline"}
    ]
    return {"spans": sorted((span.start, span.end) for span in spans)}


def baseline(article: Article) -> Answer:
    """Return what stands between full stops before capitals."""
    return {"spans": baselines.sentences(article.text)}


def count(article: Article, answer: Answer) -> Counts:
    """Count an article."""
    return boundaries.count(article.text, article.gold["sentence_spans"], answer.get("spans", ()))


TASK = Task(
    name="segmentation",
    sets=sets,
    systems=(
        System("bilatsum", OURS, one_by_one(ours)),
        System("full stops", BASELINE, one_by_one(baseline)),
    ),
    count=count,
    figures=boundaries.figures,
    gold="boundaries",
    headline="F1",
    gated=("F1",),
    peers="segmentation",
)
