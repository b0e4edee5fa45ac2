"""The house method: a weighted sum of features, and a choice that does not repeat itself.

Selection is maximal marginal relevance (J. Carbonell and J. Goldstein, "The Use of MMR,
Diversity-Based Reranking", SIGIR 1998).
"""

from collections.abc import Sequence

from bilatsum.model import Actor, Document

from .features import FEATURES, Described, describe
from .method import Ranking
from .vectors import similarity

# Set by hand on the 17 development briefs, with an eye on cnndm_dev, where news pulls towards a
# heavier lead (benchmarks/briefs.py, benchmarks/summaries.py; figures in docs/evaluation.md).
WEIGHTS = {
    "lead": 1.0,
    "opening": 0.15,
    "central": 1.0,
    "title": 0.5,
    "actors": 0.4,
    "leaning": -0.35,
    "short": -0.5,
    "long": -0.2,
    "question": -0.4,
    "quoted": -0.3,
    "hanging": -2.0,
    "boilerplate": -3.0,
}
_REPETITION = 0.6
_MAX_REASONS = 3
# Beyond this many sentences only the best are compared with each other, to stay linear.
_MAX_COMPARED = 200


def rank(document: Document, actors: Sequence[Actor]) -> Ranking:
    """Rank the sentences of the document, the best first."""
    described = describe(document, actors)
    scores = [
        sum(WEIGHTS[name] * getattr(features, name) for name in FEATURES)
        for features in described.features
    ]
    return Ranking(
        order=_diverse(scores, described),
        scores=tuple(scores),
        reasons=tuple(_reasons(features) for features in described.features),
    )


def _diverse(scores: Sequence[float], described: Described) -> tuple[int, ...]:
    """Order sentences so that each is good and unlike those before it."""
    best_first = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
    pool, rest = best_first[:_MAX_COMPARED], best_first[_MAX_COMPARED:]
    likeness = dict.fromkeys(pool, 0.0)
    order: list[int] = []
    while pool:
        chosen = max(pool, key=lambda i: (scores[i] - _REPETITION * likeness[i], -i))
        pool.remove(chosen)
        order.append(chosen)
        for index in pool:
            alike = similarity(described.vectors[index], described.vectors[chosen])
            likeness[index] = max(likeness[index], alike)
    return (*order, *rest)


def _reasons(features: object) -> tuple[str, ...]:
    """Name the features that spoke most for or against a sentence."""
    parts = [(WEIGHTS[name] * float(getattr(features, name)), name) for name in FEATURES]
    strongest = sorted(
        (part for part in parts if part[0]), key=lambda part: (-abs(part[0]), part[1])
    )
    return tuple(f"{name} {value:+.2f}" for value, name in strongest[:_MAX_REASONS])
