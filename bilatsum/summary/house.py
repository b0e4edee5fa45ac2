"""The house method: a trained ranker of sentences, and a choice of them as a set."""

import math
from collections.abc import Iterator, Sequence
from functools import partial

from bilatsum.data import SentenceRanker, sentence_ranker
from bilatsum.model import Actor, DateMention, Document

from .features import FEATURES, describe
from .method import Ranking
from .reasons import reasons
from .selection import Candidate, ordered, within

# The figures below were chosen on cnndm_dev, our own extracts that are held back, and the 17
# development briefs (docs/evaluation.md).
# A sentence that is nothing but a quotation does not say who speaks.
_UNFIT = ("boilerplate", "hanging", "unfinished", "lower_start", "quoted")
_UNFIT_PENALTY = 5.0
_FEWEST_WORDS = 4
_SPREAD = 0.05
_LEAST_SPREAD = 1e-6
# A news story reports what people say; the more of its sentences do, up to this share.
_NEWS_SAYING = 0.1
# Above the first share of an article's words every good sentence finds room; below the second one
# must be sparing with words.
_ROOMY, _TIGHT = 0.45, 0.3


def rank(
    document: Document,
    actors: Sequence[Actor],
    dates: Sequence[DateMention],
    wanted: float,
    ranker: SentenceRanker | None = None,
) -> Ranking:
    """Rank the sentences of the document, the best first.

    `wanted` is the share of the article's words that the summary may have; `ranker` is the one
    that is shipped, unless given.
    """
    if not document.sentences:
        return Ranking((), ())
    ranker = ranker or sentence_ranker()
    described = describe(document, actors, dates, ranker)
    rows = described.rows
    dense = _density_share(rows, wanted)
    density = ranker.density.values(rows) if dense else [0.0] * len(rows)
    gain = [0.0] * len(rows)
    scales = list(_scales(rows, ranker.weights)) if dense < 1 else []
    if dense < 1:
        trees = _standard(ranker.gain.values(rows))
        linear = _standard([sum(_weighted(row, scales).values()) for row in rows])
        gain = _standard([a + b for a, b in zip(trees, linear, strict=True)])
    penalty = [_UNFIT_PENALTY * _unfit(row) for row in rows]
    density = [value - minus for value, minus in zip(density, penalty, strict=True)]
    gain = [value - minus for value, minus in zip(gain, penalty, strict=True)]
    scores = [dense * a + (1 - dense) * b for a, b in zip(density, gain, strict=True)]
    mean = sum([text.length for text in described.texts]) / (len(rows) or 1)
    # Of an article in one block it is not known which sentences belong together.
    several = len({sentence.paragraph for sentence in document.sentences}) > 1
    candidates = [
        Candidate(
            sentence.index,
            scores[sentence.index],
            density[sentence.index],
            text.length / mean,
            text.length,
            text.terms,
            described.worths,
            sentence.paragraph if several else -1 - sentence.index,
        )
        for sentence, text in zip(document.sentences, described.texts, strict=True)
    ]
    return Ranking(
        order=tuple(ordered(candidates)),
        scores=tuple(scores),
        reasons=partial(_reasons, ranker, rows, scales, dense),
        unfit=frozenset(i for i, row in enumerate(rows) if row[_BOILERPLATE]),
        within=partial(within, candidates, density_share=dense),
    )


def _density_share(rows: Sequence[Sequence[float]], wanted: float) -> float:
    """Return how far sentences are judged by each of their words: 0 (not at all) to 1."""
    if not rows:
        return 0.0
    news = min(1.0, rows[0][_SAYING] / _NEWS_SAYING)
    return news * min(1.0, max(0.0, (_ROOMY - wanted) / (_ROOMY - _TIGHT)))


_BOILERPLATE, _LENGTH = FEATURES.index("boilerplate"), FEATURES.index("length")
_SAYING = FEATURES.index("saying_share")
_UNFIT_COLUMNS = [FEATURES.index(name) for name in _UNFIT]


def _scales(
    rows: Sequence[Sequence[float]], weights: Sequence[float]
) -> Iterator[tuple[int, float, float]]:
    """Yield column, mean, and weight over standard deviation of the features that have a weight."""
    for column, weight in enumerate(weights):
        if weight:
            mean, spread = _mean_and_spread([row[column] for row in rows])
            yield column, mean, weight / (spread + _LEAST_SPREAD)


def _weighted(row: Sequence[float], scales: Sequence[tuple[int, float, float]]) -> dict[int, float]:
    """Return what each feature with a weight adds, in standard deviations within the article."""
    return {column: (row[column] - mean) * weight for column, mean, weight in scales}


def _reasons(
    ranker: SentenceRanker,
    rows: Sequence[Sequence[float]],
    scales: Sequence[tuple[int, float, float]],
    dense: float,
    index: int,
) -> tuple[str, ...]:
    """Return what spoke most for or against a sentence."""
    row = rows[index]
    parts = [(name, -_UNFIT_PENALTY * bool(row[FEATURES.index(name)])) for name in _UNFIT]
    if dense:
        density = ranker.density.parts(row)
        parts += [(FEATURES[column], dense * value) for column, value in density.items()]
    if dense < 1:
        for gain in (ranker.gain.parts(row), _weighted(row, scales)):
            parts += [(FEATURES[column], (1 - dense) * value) for column, value in gain.items()]
    return reasons(parts)


def _unfit(row: Sequence[float]) -> bool:
    """Whether a sentence is boilerplate, a fragment or a quotation without its speaker."""
    return row[_LENGTH] < _FEWEST_WORDS or any(row[column] for column in _UNFIT_COLUMNS)


def _standard(values: Sequence[float]) -> list[float]:
    """Return the values in standard deviations from their mean, less where they differ little."""
    mean, spread = _mean_and_spread(values)
    return [(value - mean) / (spread + _SPREAD) for value in values]


def _mean_and_spread(values: Sequence[float]) -> tuple[float, float]:
    """Return mean and standard deviation of at least one value."""
    mean = sum(values) / len(values)
    return mean, math.sqrt(sum([(value - mean) ** 2 for value in values]) / len(values))
