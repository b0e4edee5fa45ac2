"""The house method: a trained ranker of sentences, and a choice of them as a set."""

import math
from collections.abc import Sequence
from functools import partial

from bilatsum.data import SentenceRanker, sentence_ranker
from bilatsum.model import Actor, DateMention, Document

from .features import FEATURES, describe
from .method import Ranking
from .reasons import reasons
from .selection import Candidate, ordered, within

# The ranker learned from one broadcaster's highlights. What holds for every kind of writing is
# added by hand: a prior over a few features, each in standard deviations within the article. Its
# few figures, and those below, were chosen on the 17 development briefs and cnndm_dev
# (benchmarks/briefs.py, benchmarks/summaries.py; docs/evaluation.md).
PRIOR = {
    "actors": 1.0,
    "central": 1.0,
    "quoted": -0.5,
    "leaning": -0.4,
    "near_previous": -0.4,
    "length_before": -0.4,
}
_UNFIT = ("boilerplate", "hanging", "unfinished", "lower_start")
_UNFIT_PENALTY = 5.0
_FEWEST_WORDS = 4
_SPREAD = 0.05
# A news story reports what people say; the more of its sentences do, up to this share.
_NEWS_SAYING = 0.1
# Above the first share of an article's words every good sentence finds room; below the second one
# must be sparing with words.
_ROOMY, _TIGHT = 0.36, 0.26


def rank(
    document: Document, actors: Sequence[Actor], dates: Sequence[DateMention], wanted: float
) -> Ranking:
    """Rank the sentences of the document, the best first.

    `wanted` is the share of the article's words that the summary may have.
    """
    if not document.sentences:
        return Ranking((), ())
    ranker = sentence_ranker()
    described = describe(document, actors, dates, ranker)
    rows = described.rows
    dense = _density_share(rows, wanted)
    density = ranker.density.values(rows) if dense else [0.0] * len(rows)
    gain = [0.0] * len(rows)
    if dense < 1:
        learned = _standard(ranker.gain.values(rows))
        gain = _standard([a + b for a, b in zip(learned, _prior(rows), strict=True)])
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
        reasons=partial(_reasons, ranker, rows, dense),
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
_PRIOR_COLUMNS = [(FEATURES.index(name), weight) for name, weight in PRIOR.items()]
_UNFIT_COLUMNS = [FEATURES.index(name) for name in _UNFIT]


def _prior(rows: Sequence[Sequence[float]]) -> list[float]:
    total = [0.0] * len(rows)
    for column, weight in _PRIOR_COLUMNS:
        values = _standard([row[column] for row in rows])
        total = [a + weight * b for a, b in zip(total, values, strict=True)]
    return _standard(total)


def _reasons(
    ranker: SentenceRanker, rows: Sequence[Sequence[float]], dense: float, index: int
) -> tuple[str, ...]:
    """Return what spoke most for or against a sentence."""
    row = rows[index]
    parts = [(name, -_UNFIT_PENALTY * bool(row[FEATURES.index(name)])) for name in _UNFIT]
    if dense:
        density = ranker.density.parts(row)
        parts += [(FEATURES[column], dense * value) for column, value in density.items()]
    if dense < 1:
        gain = ranker.gain.parts(row)
        parts += [(FEATURES[column], (1 - dense) * value) for column, value in gain.items()]
        for column, weight in _PRIOR_COLUMNS:
            value = _standard([other[column] for other in rows])[index]
            parts.append((FEATURES[column], (1 - dense) * weight * value))
    return reasons(parts)


def _unfit(row: Sequence[float]) -> bool:
    """Whether a sentence is boilerplate or a fragment."""
    return row[_LENGTH] < _FEWEST_WORDS or any(row[column] for column in _UNFIT_COLUMNS)


def _standard(values: Sequence[float]) -> list[float]:
    """Return the values in standard deviations from their mean."""
    if not values:
        return []
    mean = sum(values) / len(values)
    spread = math.sqrt(sum([(value - mean) ** 2 for value in values]) / len(values))
    return [(value - mean) / (spread + _SPREAD) for value in values]
