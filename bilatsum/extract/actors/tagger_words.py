"""Words as the name tagger sees them: what is known of a word alone, looked up once for each.

A word is one object however often it is met, so that sums over words can be kept by it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import compress, count
from operator import attrgetter
from typing import Protocol

from bilatsum.data.known import Known
from bilatsum.data.name_tagger import key_code

from .vocabulary import HONORIFICS

# The groups of a word: bits of the values of the table of groups.
(
    GIVEN, SURNAME, CITY, STATE, DEMONYM, CAPITAL, ORGANISATION, OFFICE, KNOWN, REGION, COMPANY,
) = (1 << i for i in range(11))  # fmt: skip
FINE_SHIFT, COARSE_SHIFT = 11, 21  # two clusters of words of like use: ten bits and six
FINE_MASK, COARSE_MASK = 0x3FF, 0x3F
REACH_SHIFT = 27  # words in the longest listed phrase that opens with the word: three bits
PHRASES = STATE | DEMONYM | CAPITAL | CITY | ORGANISATION | OFFICE | REGION | COMPANY
LONGEST = 6
SMALL = "~"  # before a key that stands for a word in any letters
_LETTERS = (
    (GIVEN, "g"), (SURNAME, "f"), (CITY, "t"), (STATE, "s"), (DEMONYM, "d"), (CAPITAL, "c"),
    (ORGANISATION, "o"), (OFFICE, "m"), (KNOWN, "k"), (REGION, "r"),
    (COMPANY, "b"),
)  # fmt: skip

# Small words that open a name of a person, those that hold a name together, and what else may stand
# between two words with capitals in one name. The model was trained on them, so that the lists of
# the rules (vocabulary.py) must be free to change without these.
_OPENING = frozenset("al bin da das de del den der des di dos du el ibn la le van von".split())
HOLDING = _OPENING | frozenset("- & and for of the".split())
_JOINS = HOLDING | frozenset(", . ' \" / 's at e en et in on pour por to und without y zu".split())
_LONGEST_JOIN = 3

OUTSIDE = "<>"  # stands for what is beyond the ends of a sentence
# Features of several words: the word before with a word, a word with the one behind, and both.
LEFT, RIGHT, AROUND = "bw", "wa", "ba"
_RUNS = re.compile(r"(.)\1\1+")
_SHOUTED = 0.6


class Groups(Protocol):
    """A table from a word or phrase to its groups, 0 for none."""

    def get(self, key: str) -> int:
        """Return the groups of `key`."""
        ...


@dataclass(slots=True, eq=False)
class Word:
    """A word as the tagger sees it; equal to itself alone.

    `kinds` is one letter for each of its groups, `mark` its part in a listed phrase when it is
    taken alone. A `lettered` word begins with a letter, and a `shouted` one is all in capitals.
    """

    text: str
    lower: str
    shape: str
    groups: int
    kinds: str
    fine: int
    coarse: int
    capital: bool
    large: bool
    """Whether a capital is anywhere in it, as in "al-Shabaab"."""
    known: bool
    """Whether it is an ordinary word."""
    reach: int
    """Words in the longest listed phrase that begins with it, 0 if none does."""
    mark: str
    lettered: bool
    shouted: bool
    letters: bytes = field(init=False)
    left: int = field(init=False)
    right: int = field(init=False)
    around: int = field(init=False)
    ending: bytes = field(init=False)
    """What the codes of features of several words are made from. A code is a CRC-32, which can be
    taken up where another ended: that of LEFT is made of the word before's `left` and the word's
    `letters`, RIGHT likewise, and AROUND of the word before's `around`, the `letters` of the one
    behind and the word's `ending`, its shape."""

    def __post_init__(self) -> None:
        """Make the parts of codes."""
        self.letters = self.lower.encode("utf-8", "surrogatepass")
        self.left = key_code(f"{LEFT}{self.lower}|")
        self.right = key_code(f"{RIGHT}{self.lower}|")
        self.around = key_code(f"{AROUND}{self.lower}|")
        self.ending = f"|{self.shape}".encode("utf-8", "surrogatepass")


def outside(fine: int) -> Word:
    """Return what stands beyond the ends of a sentence, as if it were of the cluster `fine`."""
    return Word(
        OUTSIDE, OUTSIDE, "", 0, "", fine, 0, capital=False, large=False, known=False, reach=0,
        mark="", lettered=False, shouted=False,
    )  # fmt: skip


EDGE = outside(fine=-1)  # stands twice before, between and behind sentences


_SHOUTS, _LETTERED = attrgetter("shouted"), attrgetter("lettered")
_LARGE, _LOWER = attrgetter("large"), attrgetter("lower")


class Words:
    """The words met so far, seen through a table of groups."""

    def __init__(self, table: Groups) -> None:
        """Begin with no word."""
        self._table = table
        self._words = Known(self._look)
        self._phrases = Known(self._groups_of)

    def sentence(self, tokens: Sequence[str]) -> list[Word]:
        """Return the words of a sentence; shouted ones are written as in a sentence."""
        words = list(map(self._words.__getitem__, tokens))
        shouted = sum(map(_SHOUTS, words))
        if shouted:
            lettered = sum(map(_LETTERED, words))
            if lettered > LONGEST // 2 and shouted > _SHOUTED * lettered:
                return [self._words[self._calm(token)] for token in tokens]
        if "'" in tokens or "’" in tokens:
            for i in range(1, len(words)):
                if words[i - 1].text == "'" and words[i].text == "s":
                    words[i - 1] = words[i] = self._words["'s"]
        return words

    def marks(self, words: Sequence[Word]) -> dict[int, str]:
        """Return the parts of words in the longest listed phrases that they are in, by place."""
        marks = {at: word.mark for at, word in enumerate(words) if word.mark}
        free = 0
        for at in [at for at, word in enumerate(words) if word.reach > 1]:
            if at < free:
                continue
            length = 1
            phrase = words[at].text
            for end in range(at + 1, min(at + words[at].reach, len(words))):
                phrase = f"{phrase} {words[end].text}"
                groups = self._phrases[phrase]
                if groups:
                    length, found = end + 1 - at, groups
            if length > 1:
                kinds = _kinds(found)
                marks[at] = f"B{kinds}"
                marks.update(dict.fromkeys(range(at + 1, at + length), f"I{kinds}"))
            free = at + length
        return marks

    def _groups_of(self, phrase: str) -> int:
        """Return the groups of a phrase as such."""
        return (self._table.get(phrase) | self._table.get(SMALL + phrase.lower())) & PHRASES

    def _look(self, text: str) -> Word:
        """Look up a word."""
        plain = text.replace("’", "'")
        if plain != text:
            return self._words[plain]
        lower = text.lower()
        exact = self._table.get(text)
        small = self._table.get(SMALL + lower)
        groups = (exact | small) & ((1 << FINE_SHIFT) - 1)
        source = exact if exact >> FINE_SHIFT & FINE_MASK else small
        kinds = _kinds(groups)
        if lower.rstrip(".").capitalize() in HONORIFICS:
            kinds += "h"
        lettered = text[:1].isalpha()
        shape = _shape(text)
        return Word(
            text,
            lower,
            shape,
            groups,
            kinds,
            fine=source >> FINE_SHIFT & FINE_MASK,
            coarse=source >> COARSE_SHIFT & COARSE_MASK,
            capital=text[:1].isupper(),
            large=lower != text,
            known=bool(groups & KNOWN),
            reach=max(exact >> REACH_SHIFT, small >> REACH_SHIFT),
            mark="1" + _kinds(groups & PHRASES) if groups & PHRASES else "",
            lettered=lettered,
            shouted=lettered and len(text) > 1 and text.isupper(),
        )

    def _calm(self, token: str) -> str:
        if not token.isupper() or len(token) == 1 or "." in token:
            return token
        if self._table.get(SMALL + token.lower()) & KNOWN:
            return token.lower()
        title = token.capitalize()
        return token if self._table.get(token) & PHRASES and not self._table.get(title) else title


def capital_runs(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the bounds of the runs of capitalised words; a known word that opens is not in one.

    `words` are sentences with EDGE before, between and behind them.
    """
    runs: list[tuple[int, int]] = []
    start = end = 0
    for i in [i for i, word in enumerate(words) if word.capital]:
        if words[i].known and words[i - 1] is EDGE:
            continue
        if i > end:
            if end > start:
                runs.append((start, end))
            start = i
        end = i + 1
    if end > start:
        runs.append((start, end))
    return runs


def stretches(words: Sequence[Word], marks: Iterable[int]) -> list[tuple[int, int]]:
    """Return the bounds of the stretches of words that may be in names; the others are plain.

    Those are words with capitals, small words that open names before them, words in listed phrases
    (at the places `marks`), and what joins them in a name. `words` are as for `capital_runs`.
    """
    bounds: list[tuple[int, int]] = []
    start = end = 0
    for i in sorted({*compress(count(), map(_LARGE, words)), *marks}):
        between = words[end:i] if i - end <= _LONGEST_JOIN else ()
        if i > end and not (between and _JOINS.issuperset(map(_LOWER, between))):
            bounds.append((start, end))
            start = i
            while words[start - 1].text in _OPENING and start > end:
                start -= 1
        end = i + 1
    bounds.append((start, end))
    return bounds[1:]


@cache
def _kinds(groups: int) -> str:
    return "".join(letter for bit, letter in _LETTERS if groups & bit)


class _Classes(dict[int, str]):
    """What each character is in a shape: X for a capital, x for a small letter, 9 for a digit."""

    def __missing__(self, code: int) -> str:
        c = chr(code)
        kind = "X" if c.isupper() else "x" if c.islower() else "9" if c.isdigit() else c
        self[code] = kind
        return kind


_CLASSES = _Classes()


def _shape(text: str) -> str:
    return _RUNS.sub(r"\1\1", text.translate(_CLASSES))
