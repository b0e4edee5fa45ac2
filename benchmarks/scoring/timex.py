"""Dates in TempEval-3 terms (task A): relaxed and strict spans, and values by string equality."""

from collections.abc import Sequence
from typing import Any

from benchmarks.scoring import Counts, Figures, precision_recall_f1, share

Timex = dict[str, Any]


def overlap(one: Timex, other: Timex) -> int:
    """Return how many characters two spans share, 0 or less where none."""
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def pairs(gold: Sequence[Timex], told: Sequence[Timex]) -> list[tuple[int, int]]:
    """Match one to one: equal spans first, then the largest overlaps."""
    candidates = sorted(
        (span(one) != span(other), -overlap(one, other), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(told)
        if overlap(one, other) > 0
    )
    used_gold, used_told, matched = set(), set(), []
    for _, _, i, j in candidates:
        if i not in used_gold and j not in used_told:
            used_gold.add(i)
            used_told.add(j)
            matched.append((i, j))
    return matched


def span(timex: Timex) -> tuple[int, int]:
    """Return the offsets of a timex."""
    return timex["start"], timex["end"]


def count(gold: Sequence[Timex], told: Sequence[Timex], types: frozenset[str]) -> Counts:
    """Count a document; where `types` are named, only those of the gold, and what touches others
    is neither right nor wrong.
    """  # noqa: D205
    every = [timex for timex in gold if not timex.get("nested")]
    gold = [timex for timex in every if not types or timex["type"] in types]
    told = list({span(timex): timex for timex in reversed(told)}.values())[::-1]
    matched = pairs(gold, told)
    if types:
        others = [timex for timex in every if timex["type"] not in types]
        hits = {j for _, j in matched}
        counted = sum(
            j in hits
            or (timex.get("type") in types and not any(overlap(o, timex) > 0 for o in others))
            for j, timex in enumerate(told)
        )
    else:
        counted = len(told)
    counts = Counts(gold=len(gold), told=counted, relaxed=len(matched))
    for i, j in matched:
        counts["strict"] += span(gold[i]) == span(told[j])
        if gold[i].get("value"):
            counts["valued"] += 1
            counts["value"] += gold[i]["value"] == told[j].get("value")
    return counts


def figures(total: Counts) -> Figures:
    """Return the figures of summed counts; value F1 is the accuracy of values times relaxed F1."""
    told, gold = total["told"], total["gold"]
    precision, recall, relaxed = precision_recall_f1(total["relaxed"], told, total["relaxed"], gold)
    accuracy = total["value"] / total["valued"] if total["valued"] else float(not gold)
    return {
        "value F1": accuracy * relaxed,
        "relaxed F1": relaxed,
        "strict F1": precision_recall_f1(total["strict"], told, total["strict"], gold)[2],
        "precision": precision,
        "recall": recall,
        "value accuracy": accuracy,
    }


def count_values(right: int, found: int, marked: int) -> Counts:
    """Count a document of which not every date is marked, so that only marked ones are judged."""
    return Counts(gold=marked, found=found, right=right)


def value_figures(total: Counts) -> Figures:
    """Return the share of marked dates found with the right value, and of the found ones."""
    return {
        "right of marked": share(total["right"], total["gold"]),
        "value accuracy": share(total["right"], total["found"]),
        "found": share(total["found"], total["gold"]),
    }
