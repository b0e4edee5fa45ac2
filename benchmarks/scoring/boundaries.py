"""Sentence boundaries, compared by the characters before them that are not white space."""

from collections.abc import Sequence
from itertools import accumulate

from benchmarks.scoring import Counts, Figures, precision_recall_f1, share


def count(text: str, gold: Sequence[Sequence[int]], told: Sequence[Sequence[int]]) -> Counts:
    """Count a document; its end is no boundary."""
    before = [0, *accumulate(not character.isspace() for character in text)]
    wanted, found = ({before[end] for _, end in spans} - {0, before[-1]} for spans in (gold, told))
    return Counts(
        gold=len(wanted),
        told=len(found),
        right=len(wanted & found),
        exact=int(wanted == found),
        documents=1,
    )


def figures(total: Counts) -> Figures:
    """Return F1 of the boundaries, and the share of documents without an error."""
    precision, recall, f1 = precision_recall_f1(
        total["right"], total["told"], total["right"], total["gold"]
    )
    return {
        "F1": f1,
        "precision": precision,
        "recall": recall,
        "exact": share(total["exact"], total["documents"]),
    }
