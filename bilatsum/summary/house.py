"""The house method: a trained ranker of sentences, and a choice of them as a set."""

import math
from collections.abc import Sequence
from functools import partial

from bilatsum.data import sentence_ranker
from bilatsum.model import Actor, DateMention, Document

from .features import FEATURES, Described, describe
from .method import Ranking
from .selection import Candidate, ordered, within

# The ranker learned from one broadcaster's highlights. What holds for every kind of writing is
# added by hand: a prior over a few features, weighed against the ranker. Set on the 17 development
# briefs and cnndm_dev (benchmarks/briefs.py, benchmarks/summaries.py).
PRIOR = {
    "reciprocal": 1.0,
    "central": 1.0,
    "title": 0.5,
    "actors": 0.4,
    "leaning": -0.35,
    "short": -0.5,
    "question": -0.4,
    "quoted": -0.3,
}
_UNFIT = ("boilerplate", "hanging", "unfinished", "lower_start")
_UNFIT_PENALTY = 5.0
_PRIOR_SHARE = 0.6
_SPREAD = 0.05
_MAX_REASONS = 3


def rank(document: Document, actors: Sequence[Actor], dates: Sequence[DateMention]) -> Ranking:
    """Rank the sentences of the document, the best first."""
    ranker = sentence_ranker()
    described = describe(document, actors, dates, ranker)
    learned = _standard([ranker.trees.value(row) for row in described.rows])
    prior = _standard([_prior(row) for row in described.rows])
    scores = [
        (a + _PRIOR_SHARE * b) / (1 + _PRIOR_SHARE) - _UNFIT_PENALTY * _unfit(row)
        for a, b, row in zip(learned, prior, described.rows, strict=True)
    ]
    candidates = _candidates(document, described, scores)
    return Ranking(
        order=tuple(ordered(candidates)),
        scores=tuple(scores),
        within=partial(within, candidates),
    )


def _candidates(
    document: Document, described: Described, scores: Sequence[float]
) -> list[Candidate]:
    return [
        Candidate(
            sentence.index,
            scores[sentence.index],
            text.length,
            {term: described.worths[term] for term in text.terms},
            sentence.paragraph,
        )
        for sentence, text in zip(document.sentences, described.texts, strict=True)
    ]


_PRIOR_COLUMNS = [(FEATURES.index(name), weight) for name, weight in PRIOR.items()]
_UNFIT_COLUMNS = [FEATURES.index(name) for name in _UNFIT]


def _prior(row: Sequence[float]) -> float:
    return sum([weight * row[column] for column, weight in _PRIOR_COLUMNS])


def _unfit(row: Sequence[float]) -> bool:
    """Whether a sentence is boilerplate or a fragment."""
    return any(row[column] for column in _UNFIT_COLUMNS)


def _standard(values: Sequence[float]) -> list[float]:
    """Return the values in standard deviations from their mean."""
    if not values:
        return []
    mean = sum(values) / len(values)
    spread = math.sqrt(sum([(value - mean) ** 2 for value in values]) / len(values))
    return [(value - mean) / (spread + _SPREAD) for value in values]
