"""How common words are in news and government releases, and how they are written."""

import math
from functools import cache

from .tables import read_text

_PER = 100_000
_UNSEEN = 10
_MOSTLY = 50


@cache
def _statistics() -> dict[str, tuple[int, int]]:
    """Return for each word its documents per 100,000 and its share of small initials in percent.

    See training/words.py for how they were counted.
    """
    rows = (line.split("\t") for line in read_text("words.tsv").splitlines()[1:])
    return {word: (int(documents), int(lower)) for word, documents, lower in rows}


def is_known_word(word: str) -> bool:
    """Return whether a lower-case word is common, and more often written small than as a name."""
    row = _statistics().get(word)
    return row is not None and row[1] >= _MOSTLY


def rarity(word: str) -> float:
    """Return the inverse document frequency of a lower-case word, from 0 ("the") to about 9."""
    row = _statistics().get(word)
    return math.log(_PER / max(1, row[0] if row else _UNSEEN))
