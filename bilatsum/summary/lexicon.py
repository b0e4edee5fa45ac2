"""What a word brings to its sentence: found once for each word, and the same in all texts."""

import re
from functools import cache
from itertools import chain

from bilatsum.data import ByteTable, rarity, stop_words
from bilatsum.data.known import Known

from .form import MARK_BITS, mark

# By their last letter, those tried first in front.
_SUFFIXES = {
    "s": ("ations", "ings", "ies", "es", "s"), "n": ("ation",), "g": ("ing",), "t": ("ment",),
    "d": ("ed",), "y": ("ly", "y"), "e": ("e",),
}  # fmt: skip
_SHORTEST_STEM = 4
_POINTS = ".,;:!?()[]“”\"‘’'-–—…"
_MARKS = (1 << MARK_BITS) - 1

tokens = re.compile(r"[^\W_]+").findall
"""Return the words of a text: its runs of letters and digits as written."""

Entry = tuple[tuple[str, ...], tuple[str, ...], int]
"""The words of a piece of text that are no function words, in small letters; those of them that
are written with a capital; and a number that holds the marks and the vectors of all its words.
Such numbers can be added up."""


class Lexicon:
    """The entries of the pieces of text between blanks; nearly all are one word."""

    def __init__(self, vectors: ByteTable) -> None:
        """Begin with none; `vectors` give the meaning of words."""
        self._vectors = vectors
        self.entries: Known[str, Entry] = Known(self._entry)

    def marks(self, total: int) -> int:
        """Return the marks in a sum of entries' numbers; see `form.mark`."""
        return total & _MARKS

    def vector(self, total: int) -> int:
        """Return the vector in a sum of entries' numbers, packed."""
        return total >> MARK_BITS

    def _entry(self, piece: str) -> Entry:
        bare = piece.strip(_POINTS)
        if bare != piece:
            return self.entries[bare]
        entries = list(map(self._of_word, tokens(piece)))
        if len(entries) == 1:
            return entries[0]
        words, capitals, numbers = zip(*entries, strict=True) if entries else ((), (), ())
        return tuple(chain(*words)), tuple(chain(*capitals)), sum(numbers)

    def _of_word(self, written: str) -> Entry:
        word = content_word(written)
        if not word:
            return (), (), mark(written)
        number = mark(written) + (self._vectors.pack(word) << MARK_BITS)
        words = (word,)
        return words, words if written[0].isupper() else (), number


@cache
def lexicon(vectors: ByteTable) -> Lexicon:
    """Return the lexicon with the given vectors."""
    return Lexicon(vectors)


def content_word(written: str) -> str:
    """Return a word in small letters, nothing for a function word."""
    word = written.lower()
    return "" if word in stop_words() or (len(word) == 1 and not word.isdigit()) else word


def content(text: str) -> list[str]:
    """Return the words of a text that are no function words, in small letters."""
    return list(filter(None, map(content_word, tokens(text))))


def light_stem(word: str) -> str:
    """Return a word in small letters without its commonest endings: quicker than Porter's stem."""
    for suffix in _SUFFIXES.get(word[-1:], ()):
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


stems = Known(light_stem)
rarities = Known(rarity)
