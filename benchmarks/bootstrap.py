"""Intervals by resampling documents: the percentile bootstrap (Efron 1979).

Every set is resampled with the same seed, so that two systems on one set see the same resamples
and their difference is a paired one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.scoring import Counts, Figures

RESAMPLES = 1_000
SEED = 20_261_123
LEVEL = 95  # per cent


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, its 95 % interval, and its standard error, all in the figure's unit."""

    value: float
    low: float
    high: float
    error: float


@dataclass(frozen=True, slots=True)
class Sampled:
    """The figures of a system on a set and on each of its resamples."""

    figures: Figures
    resampled: dict[str, list[float]]

    def estimate(self, name: str) -> Estimate:
        """Return a figure with its interval."""
        return _estimate(self.figures[name], self.resampled[name])

    def difference(self, other: "Sampled", name: str) -> Estimate:
        """Return how far this is above another system on the same set, paired."""
        pairs = zip(self.resampled[name], other.resampled[name], strict=True)
        return _estimate(self.figures[name] - other.figures[name], [a - b for a, b in pairs])


def sample(rows: Sequence[Counts], figures: Callable[[Counts], Figures]) -> Sampled:
    """Return the figures of documents' counts and of their resamples."""
    keys = sorted({key for row in rows for key in row})
    matrix = np.array([[row[key] for key in keys] for row in rows], dtype=float)
    generator = np.random.default_rng(SEED)
    size = len(rows)
    weights = generator.multinomial(size, [1 / size] * size, size=RESAMPLES)
    of_all = figures(_counts(keys, matrix.sum(axis=0)))
    resampled: dict[str, list[float]] = {name: [] for name in of_all}
    for totals in weights @ matrix:
        for name, value in figures(_counts(keys, totals)).items():
            resampled[name].append(value)
    return Sampled(of_all, resampled)


def _counts(keys: Sequence[str], totals: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> Counts:
    counts = Counts()
    for key, total in zip(keys, totals.tolist(), strict=True):
        counts[key] = total  # type: ignore[assignment]  # sums of shares are counted too
    return counts


def _estimate(value: float, resampled: Sequence[float]) -> Estimate:
    tail = (100 - LEVEL) / 2
    low, high = np.percentile(resampled, [tail, 100 - tail]).tolist()
    return Estimate(value, low, high, float(np.std(resampled)))
