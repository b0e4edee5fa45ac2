"""The house method: a trained ranker of sentences, and a choice of them as a set."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import compress, count, repeat
from math import sqrt
from operator import add, mul, sub

from bilatsum.data import SentenceRanker, sentence_ranker
from bilatsum.model import Actor, DateMention, Document

from .features import FEATURES, Described, describe
from .method import Ranking
from .reasons import reasons
from .selection import Candidate, ordered, within
from .table import Table

# The figures below were chosen on cnndm_dev, our own extracts that are held back, and the 17
# development briefs (docs/evaluation.md).
# A sentence that is nothing but a quotation does not say who speaks.
_UNFIT = ("boilerplate", "hanging", "unfinished", "lower_start", "quoted")
_UNFIT_COLUMNS = [FEATURES.index(name) for name in _UNFIT]
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
    size = len(document.sentences)
    dense = _density_share(described.table.same, wanted)
    density: Iterable[float] = repeat(0.0, size)
    gain: Iterable[float] = repeat(0.0, size)
    scales: list[tuple[int, float, float]] = []
    if dense:
        density = ranker.density.values(described.column, size)
    if dense < 1:
        trees = _standard(list(ranker.gain.values(described.column, size)))
        scales, linear = _weighted(described.values, ranker.weights, size)
        gain = _standard(list(map(add, trees, _standard(linear))))
    penalties = _penalties(described.table)
    densities = list(map(sub, density, penalties))
    gains = map(sub, gain, penalties)
    scores = [dense * a + (1 - dense) * b for a, b in zip(densities, gains, strict=True)]
    candidate = _candidates(document, described, scores, densities)
    return Ranking(
        order=tuple(ordered(scores, candidate)),
        scores=scores,
        reasons=partial(_reasons, ranker, described, scales, dense),
        unfit=frozenset(compress(count(), described.table["boilerplate"])),
        within=partial(within, scores, described.texts.lengths, candidate, density_share=dense),
    )


def _density_share(article: Mapping[str, float], wanted: float) -> float:
    """Return how far sentences are judged by each of their words: 0 (not at all) to 1."""
    news = min(1.0, article["saying_share"] / _NEWS_SAYING)
    return news * min(1.0, max(0.0, (_ROOMY - wanted) / (_ROOMY - _TIGHT)))


def _penalties(table: Table) -> Iterable[float]:
    """Return what each sentence loses that is boilerplate, a fragment or a bare quotation."""
    unfit = map(any, zip(*[table[name] for name in _UNFIT], strict=True))
    return [
        _UNFIT_PENALTY * (bad or length < _FEWEST_WORDS)
        for bad, length in zip(unfit, table["length"], strict=True)
    ]


def _candidates(
    document: Document,
    described: Described,
    scores: Sequence[float],
    densities: Sequence[float],
) -> Callable[[int], Candidate]:
    """Return a function that gives a sentence, by its index, as one that may be chosen."""
    texts, table, worths = described.texts, described.table, described.worths
    lengths, starts, shared, total = texts.lengths, texts.starts, texts.shared, table["worth"]
    mean = table.same["mean_length"]
    # Of an article in one block it is not known which sentences belong together.
    several = table.same["paragraph_mean"] > 0

    def candidate(index: int) -> Candidate:
        terms = texts.terms[starts[index] : starts[index + 1]]
        return Candidate(
            index,
            scores[index],
            densities[index],
            lengths[index] / mean,
            lengths[index],
            total[index],
            [(term, worths[term]) for term in terms if term in shared],
            document.sentences[index].paragraph if several else -1 - index,
        )

    return candidate


def _weighted(
    column: Callable[[int], Sequence[float]], weights: Sequence[float], size: int
) -> tuple[list[tuple[int, float, float]], list[float]]:
    """Return what the features with a weight add up to for each sentence.

    Beside it column, mean, and weight over standard deviation of each of these features.
    """
    scales: list[tuple[int, float, float]] = []
    sums = [0.0] * size
    for at, weight in enumerate(weights):
        if weight:
            mean, deviations, spread = _deviations(column(at))
            scale = weight / (spread + _LEAST_SPREAD)
            scales.append((at, mean, scale))
            sums = [
                total + deviation * scale for total, deviation in zip(sums, deviations, strict=True)
            ]
    return scales, sums


def _reasons(
    ranker: SentenceRanker,
    described: Described,
    scales: Sequence[tuple[int, float, float]],
    dense: float,
    index: int,
) -> tuple[str, ...]:
    """Return what spoke most for or against a sentence."""
    row = described.row(index)
    parts = [(at, -_UNFIT_PENALTY * bool(row[at])) for at in _UNFIT_COLUMNS]
    if dense:
        parts += [(at, dense * value) for at, value in ranker.density.parts(row).items()]
    if dense < 1:
        parts += [(at, (1 - dense) * value) for at, value in ranker.gain.parts(row).items()]
        parts += [(at, (1 - dense) * ((row[at] - mean) * weight)) for at, mean, weight in scales]
    return reasons(parts)


def _standard(values: Sequence[float]) -> list[float]:
    """Return the values in standard deviations from their mean, less where they differ little."""
    _, deviations, spread = _deviations(values)
    return [deviation / (spread + _SPREAD) for deviation in deviations]


def _deviations(values: Sequence[float]) -> tuple[float, list[float], float]:
    """Return the mean of at least one value, how far each is from it, and their spread."""
    mean = sum(values) / len(values)
    deviations = [value - mean for value in values]
    return mean, deviations, sqrt(sum(map(mul, deviations, deviations)) / len(values))
