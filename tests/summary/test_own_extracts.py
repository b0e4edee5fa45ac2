"""The articles whose summary sentences we marked."""

import csv
from itertools import pairwise
from pathlib import Path

TABLE = Path(__file__).parents[2] / "training" / "own_extracts" / "extracts.tsv"


def rows() -> list[dict[str, str]]:
    """Return the rows of the table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def spans(text: str) -> list[tuple[int, int]]:
    """Return the offsets of a cell."""
    return [(int(start), int(end)) for start, end in (one.split("-") for one in text.split(","))]


def test_the_table_holds_offsets_and_no_text() -> None:
    assert set(rows()[0]) == {"part", "genre", "source", "place", "sentences"}
    for row in rows():
        found = spans(row["sentences"])
        assert all(start < end for start, end in found)
        if row["place"]:
            ((first, last),) = spans(row["place"])
            assert all(first <= start and end <= last for start, end in found)


def test_no_sentence_is_chosen_twice() -> None:
    for row in rows():
        found = sorted(spans(row["sentences"]))
        assert all(a[1] <= b[0] for a, b in pairwise(found)), row["source"]


def test_what_is_held_back_is_not_trained_on() -> None:
    parts = {
        part: {r["source"] for r in rows() if r["part"] == part} for part in ("train", "held back")
    }
    assert parts["train"]
    assert parts["held back"]
    assert parts["train"].isdisjoint(parts["held back"])
