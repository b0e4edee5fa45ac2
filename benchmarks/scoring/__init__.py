"""What a gold answer and an answer are worth to each other, counted document by document.

In: one document's gold and one system's answer to it. Out: counts (`Counts`), which add up over
documents; each file turns sums of counts into figures. Corpus-level figures are thus those of the
sums, and resampling documents (`bootstrap.py`) is resampling counts.

A test holds the figures to those of the scorers in `../shared/score` where these are present.
"""

from collections import Counter

Counts = Counter[str]
Figures = dict[str, float]


def precision_recall_f1(
    right_told: float, told: float, right_gold: float, gold: float
) -> tuple[float, float, float]:
    """Return the three; with nothing to find and nothing told all are 1."""
    precision = right_told / told if told else float(not gold)
    recall = right_gold / gold if gold else 1.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def share(part: float, whole: float) -> float:
    """Return a part of a whole, 1 where there is nothing to get wrong."""
    return part / whole if whole else 1.0
