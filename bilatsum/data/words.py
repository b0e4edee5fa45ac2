"""How common words are in news and government releases, and how they are written."""

import math
from functools import cache

from .tables import read_table, read_text

_PER = 100_000
_UNSEEN = 10
_MOSTLY = 50
_OFTEN = 20
_VERY_COMMON = 5_000


@cache
def _statistics() -> dict[str, tuple[int, int]]:
    """Return for each word its documents per 100,000 and its share of small initials in percent.

    See training/words.py for how they were counted.
    """
    rows = (line.split("\t") for line in read_text("words.tsv").splitlines()[1:])
    return {word: (int(documents), int(lower)) for word, documents, lower in rows}


def is_known_word(word: str) -> bool:
    """Return whether a lower-case word is an ordinary one rather than a name.

    It is when it is mostly written small ("trade"), or very common and often so ("affairs").
    """
    row = _statistics().get(word)
    return row is not None and (row[1] >= _MOSTLY or (row[1] >= _OFTEN and row[0] >= _VERY_COMMON))


def rarity(word: str) -> float:
    """Return the inverse document frequency of a lower-case word, from 0 ("the") to about 9."""
    row = _statistics().get(word)
    return math.log(_PER / max(1, row[0] if row else _UNSEEN))


@cache
def stop_words() -> frozenset[str]:
    """Return the function words that say nothing about what a text is about."""
    return frozenset(read_text("stopwords.txt").splitlines())


@cache
def cue_words() -> dict[str, frozenset[str]]:
    """Return the words that speak for ("bonus") or against ("stigma") a sentence.

    They are for Edmundson's method (H. P. Edmundson, "New Methods in Automatic Extracting",
    Journal of the ACM 16(2), 1969), chosen by us for writing on foreign affairs.
    """
    rows = read_table("cues.tsv")
    return {
        kind: frozenset(row["word"] for row in rows if row["kind"] == kind)
        for kind in ("bonus", "stigma")
    }
