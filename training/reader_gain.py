"""Which sentences readers take into a summary, learned from our own extracts.

Two models of it, over the features of `bilatsum/summary/features.py`: boosted regression trees, and
an elastic net (H. Zou and T. Hastie, "Regularization and Variable Selection via the Elastic Net",
2005) over the features in standard deviations within the article, which keeps some twenty of them.
Neither may use the features of genre.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from sentence_trees import boosted, trees_of
from sklearn.linear_model import ElasticNet  # type: ignore[import-not-found]

from bilatsum.data import SentenceRanker
from bilatsum.model import Actor, DateMention, Document
from bilatsum.summary.features import FEATURES
from bilatsum.summary.genre import GENRE_FEATURES
from bilatsum.summary.house import rank

TREES = {"learning_rate": 0.05, "num_leaves": 8, "min_data_in_leaf": 60, "feature_fraction": 0.3}
ROUNDS = 80
STRENGTH, SPARSE = 0.02, 0.8
# Our readers took a sentence that leans on another, or that only quotes, where they had to; ours
# should not. Chosen on the extracts held back and the 17 development briefs.
STANDS_ALONE = {"leaning": 0.04, "quote_share": 0.02}
RANK_LOSS = 0.1  # what each later of the chosen sentences counts less than the one before
WORDS = 130
LEARNED = [i for i, name in enumerate(FEATURES) if name not in GENRE_FEATURES]
Table = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Marked:
    """An article, its sentences' features, and which of them a reader chose, the best first."""

    genre: str
    document: Document
    actors: Sequence[Actor]
    dates: Sequence[DateMention]
    chosen: tuple[int, ...]
    rows: "Table"


def fit_gain(extracts: Sequence[Marked], ranker: SentenceRanker) -> SentenceRanker:
    """Return the ranker with what the extracts teach."""
    answers = np.concatenate([_answers(one) for one in extracts])
    # A long article has more sentences to learn from, but no more of them are chosen.
    weight = np.concatenate([np.full(len(x.rows), 4 / len(x.rows) ** 0.5) for x in extracts])
    raw = np.concatenate([one.rows for one in extracts])
    raw[:, [i for i in range(len(FEATURES)) if i not in LEARNED]] = 0
    standard = np.concatenate([_deviations(one.rows)[:, LEARNED] for one in extracts])
    net = ElasticNet(alpha=STRENGTH, l1_ratio=SPARSE, max_iter=5000)
    weights = np.zeros(len(FEATURES))
    weights[LEARNED] = net.fit(standard, answers, sample_weight=weight).coef_
    for name, less in STANDS_ALONE.items():
        weights[FEATURES.index(name)] -= less
    trees = trees_of(boosted(raw, answers, weight, ROUNDS, **TREES))
    return replace(ranker, gain=trees, weights=tuple(weights.tolist()))


def across_genres(
    extracts: Sequence[Marked], ranker: SentenceRanker
) -> list[tuple[str, float, float]]:
    """Return `sentence_f1` where each genre is judged by what the others teach."""
    lines = []
    for genre in sorted({one.genre for one in extracts}):
        others = [one for one in extracts if one.genre != genre]
        own = [one for one in extracts if one.genre == genre]
        lines += list(sentence_f1(own, fit_gain(others, ranker)))[:1]
    return lines


def sentence_f1(
    extracts: Sequence[Marked], ranker: SentenceRanker
) -> Iterator[tuple[str, float, float]]:
    """Yield genre, F1 of the ranker's sentences and of the first ones, within WORDS words."""
    counts: dict[str, Table] = defaultdict(lambda: np.zeros((2, 3)))
    articles: dict[str, int] = defaultdict(int)
    for one in extracts:
        lengths = [len(one.document.shown(x.span).split()) for x in one.document.sentences]
        share = min(1.0, WORDS / sum(lengths))
        ranking = rank(one.document, one.actors, one.dates, share, ranker)
        ours = ranking.within(WORDS) if ranking.within else []
        for row, picked in enumerate((ours, _first(lengths))):
            right = len(set(picked) & set(one.chosen))
            counts[one.genre][row] += (right, len(picked), len(one.chosen))
        articles[one.genre] += 1
    counts["all"] = np.sum(list(counts.values()), axis=0)
    articles["all"] = len(extracts)
    for genre, table in counts.items():
        right, chosen, wanted = table.T
        ours_f1, lead_f1 = 2 * right / (chosen + wanted)
        yield f"{genre} ({articles[genre]})", ours_f1, lead_f1


def _first(lengths: Sequence[int]) -> list[int]:
    return [i for i, words in enumerate(np.cumsum(lengths)) if words <= WORDS]


def _answers(one: Marked) -> "Table":
    answers = np.zeros(len(one.rows))
    for place, index in enumerate(one.chosen):
        answers[index] = 1 - RANK_LOSS * place
    standard: Table = (answers - answers.mean()) / (answers.std() + 0.05)
    return standard


def _deviations(rows: "Table") -> "Table":
    wide = rows.astype(float)
    standard: Table = (wide - wide.mean(0)) / (wide.std(0) + 1e-6)
    return standard
