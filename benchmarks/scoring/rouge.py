"""ROUGE-1, -2 and -Lsum as the package rouge-score computes them (stemmed F1), from scratch.

Written anew because stems and references repeat over dozens of systems, and caching them makes a
run an order faster; a test holds it to rouge-score where that is installed.

Lin, C.-Y. (2004): ROUGE: a package for automatic evaluation of summaries.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from nltk.stem.porter import PorterStemmer

_STEMMER = PorterStemmer()
_STEMMED_FROM = 4  # letters: shorter words are left as they are


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return str(_STEMMER.stem(word)) if len(word) >= _STEMMED_FROM else word


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """Return the stemmed words of a text: runs of Latin letters and digits."""
    return tuple(_stem(word) for word in re.findall(r"[a-z0-9]+", text.lower()))


def rouge(reference: Sequence[str], summary: Sequence[str]) -> dict[str, float]:
    """Return the F1 of ROUGE-1, -2 and -Lsum, from 0 to 1, of two lists of sentences."""
    pair = [[words(sentence) for sentence in sentences] for sentences in (reference, summary)]
    flat = [[word for sentence in sentences for word in sentence] for sentences in pair]
    return {
        "ROUGE-1": _f1_of_grams(flat[0], flat[1], 1),
        "ROUGE-2": _f1_of_grams(flat[0], flat[1], 2),
        "ROUGE-Lsum": _lsum(pair[0], pair[1]),
    }


def _f1_of_grams(reference: Sequence[str], summary: Sequence[str], size: int) -> float:
    wanted, told = (
        Counter(zip(*(text[start:] for start in range(size)), strict=False))
        for text in (reference, summary)
    )
    return _f1((wanted & told).total(), wanted.total(), told.total())


def _f1(common: int, wanted: int, told: int) -> float:
    return 2 * common / (wanted + told) if common else 0.0


def _lsum(reference: Sequence[Sequence[str]], summary: Sequence[Sequence[str]]) -> float:
    """Return the F1 of the union of longest common subsequences (Lin 2004, 3.2)."""
    left = [Counter(word for text in side for word in text) for side in (reference, summary)]
    sizes = [counter.total() for counter in left]
    common = 0
    for sentence in reference:
        union = {place for other in summary for place in _subsequence(sentence, other)}
        for place in sorted(union):
            word = sentence[place]
            if left[0][word] > 0 and left[1][word] > 0:
                common += 1
                left[0][word] -= 1
                left[1][word] -= 1
    return _f1(common, *sizes)


def _subsequence(one: Sequence[str], other: Sequence[str]) -> list[int]:
    """Return the places in `one` of a longest common subsequence, read as rouge-score reads it."""
    rows = [[0] * (len(other) + 1)]
    for word in one:
        row = [0]
        above = rows[-1]
        for place, other_word in enumerate(other):
            longest = above[place] + 1 if word == other_word else max(above[place + 1], row[-1])
            row.append(longest)
        rows.append(row)
    found = []
    i, j = len(one), len(other)
    while i and j:
        if one[i - 1] == other[j - 1]:
            found.append(i - 1)
            i, j = i - 1, j - 1
        elif rows[i][j - 1] > rows[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return found
