"""Summaries of news: ROUGE F1 (x 100) against the editors' highlights, at most 70 words.

Ours is what `-w 70` gives: whole sentences, never more words than asked for. Of a peer as many of
its best sentences are taken as reach 70 words, in the order of the text, and the last one is cut
there, so that every word of the limit is used, and likewise of “first 70 words”.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks import baselines
from benchmarks.scoring import Counts, Figures
from benchmarks.scoring.rouge import rouge
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
from bilatsum import summarize

WORDS = 70
_PER_CENT = 100


def sets(data: Path) -> Iterator[Set]:
    """Yield the validation articles; part of them are on foreign affairs."""
    articles = tuple(
        Article(row["id"], row["article"], row)
        for row in rows(data / "summaries" / "cnndm_dev.jsonl.gz")
    )
    foreign = frozenset(one.id for one in articles if one.gold.get("foreign_affairs"))
    yield Set("cnndm_dev", articles, (Part("foreign affairs", foreign), Part("")))


def sentences(text: bytes | str, method: str, words: int) -> list[str]:
    """Return our summary of at most so many words."""
    brief = summarize(text, method=method, words=words, issues=0)
    document = brief.document
    return [document.shown(document.sentences[one.index].span) for one in brief.summary.sentences]


def ours(article: Article) -> Answer:
    """Return the summary of the house method."""
    return {"summary": sentences(article.text, "bilat", WORDS)}


def first_sentences(article: Article) -> Answer:
    """Return the summary of our method `lead`."""
    return {"summary": sentences(article.text, "lead", WORDS)}


def first_words(article: Article) -> Answer:
    """Return the beginning of the article."""
    return filled(baselines.lead(article.text), WORDS)


def filled(ranked: Sequence[Sequence[Any]], words: int) -> Answer:
    """Return the fewest best sentences that reach so many words, in text order, cut there."""
    chosen: list[tuple[int, str]] = []
    for place, sentence in ranked:
        if sum(len(one.split()) for _, one in chosen) >= words:
            break
        chosen.append((place, sentence))
    left, kept = words, []
    for _, sentence in sorted(chosen):
        kept.append(" ".join(sentence.split()[:left]))
        left -= len(kept[-1].split())
    return {"summary": [sentence for sentence in kept if sentence]}


def whole(ranked: Sequence[Sequence[Any]], words: int) -> Answer:
    """Return the best sentences that together have at most so many words, in text order."""
    chosen: list[tuple[int, str]] = []
    for place, sentence in ranked:
        words -= len(sentence.split())
        if words < 0:
            break
        chosen.append((place, sentence))
    return {"summary": [sentence for _, sentence in sorted(chosen)]}


def count(article: Article, answer: Answer) -> Counts:
    """Count an article; the highlights of several editors count alike."""
    summary = answer.get("summary", ())
    references = article.gold["references"]
    counts = Counts(gold=len(references), documents=1)
    counts["words"] = sum(len(sentence.split()) for sentence in summary)
    text = " ".join(article.text.split())
    counts["not verbatim"] = sum(" ".join(one.split()) not in text for one in summary)
    for reference in references:
        for name, value in rouge([one for one in reference.split("\n") if one], summary).items():
            counts[name] += _PER_CENT * value / len(references)  # type: ignore[assignment]
    return counts


def figures(total: Counts) -> Figures:
    """Return means over articles."""
    names = ("ROUGE-1", "ROUGE-2", "ROUGE-Lsum", "words")
    means = {name: total[name] / total["documents"] for name in names}
    return {**means, "not verbatim": total["not verbatim"]}


TASK = Task(
    name="summaries",
    sets=sets,
    systems=(
        System("bilatsum", OURS, one_by_one(ours)),
        System("bilatsum --method lead", OURS, one_by_one(first_sentences)),
        System("first 70 words", BASELINE, one_by_one(first_words)),
    ),
    count=count,
    figures=figures,
    gold="highlights",
    headline="ROUGE-1",
    gated=("ROUGE-1", "ROUGE-2"),
    unit=_PER_CENT,
    peers="summaries",
    from_peer=lambda _, answer: filled(answer.get("ranked", ()), WORDS),
)
