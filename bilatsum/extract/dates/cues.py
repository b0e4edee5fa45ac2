"""Where which rules need to be tried: at words they may begin with, where all cues are at hand.

data/date_cues.tsv says for each rule with what strings a match begins, and of which strings it
holds one each. A text is read word by word: what a word begins and holds is looked up once and
remembered, so that a sentence without dates costs no more than its words.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bilatsum.data import date_cues

from .rule import BEGINNING, DateRule, RuleGroup

_ANY_DIGIT = "#"
_CAPITAL = "^"
_REACH = 4  # characters of a beginning, as training/date_cues.py cuts them
_DIGIT = re.compile(r"\d")
_CAPITALS = re.compile(r"[A-Z]+")
_BEGINNINGS = re.compile(rf"{BEGINNING}(?=\S)", re.IGNORECASE)
# Letters that a pattern takes for plain ones where it ignores case.
_PLAIN = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"})
_MOST_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 40


class _Word(NamedTuple):
    """What a word of a text gives: the cues it holds, and which rules may begin where in it.

    Cues and rules are sets of bits.
    """

    holds: int
    begins: tuple[tuple[int, int], ...]


class Cues:
    """The rules in their order, each with its cues."""

    def __init__(self, groups: Iterable[RuleGroup]) -> None:
        """Read the cues of the rules of `groups`."""
        cues = date_cues()
        self._rules = [rule for group in groups for rule in group.rules]
        sets: dict[frozenset[str], int] = {}
        self._needs: list[int] = []
        self._begins: dict[str, int] = {}
        for number, rule in enumerate(self._rules):
            cue = cues[rule.name]
            needed = 0
            for one in cue.needs:
                needed |= 1 << sets.setdefault(one, len(sets))
            self._needs.append(needed)
            for string in cue.begins:
                self._begins[string] = self._begins.get(string, 0) | 1 << number
        self._holds: dict[str, int] = {}
        for strings, number in sets.items():
            for string in strings:
                self._holds[string] = self._holds.get(string, 0) | 1 << number
        self._lengths = sorted({len(string) for string in self._holds})
        self._words: dict[str, _Word] = {}
        self._allowed: dict[int, int] = {}

    def matches(self, text: str) -> Iterator[tuple[int, DateRule, re.Match[str]]]:
        """Yield for each rule, with its number, what its pattern finds in `text`.

        The same as `rule.pattern.finditer(text)` for each rule, but in no order between rules.
        """
        places = []
        held = at = 0
        known = self._words
        for word in text.split(" "):
            seen = known.get(word) or self._look_at(word)
            held |= seen.holds
            for offset, rules in seen.begins:
                places.append((at + offset, rules))
            at += len(word) + 1
        allowed = self._allowed_by(held)
        if not allowed:
            return
        ends: dict[int, int] = {}
        for place, rules in places:
            left = rules & allowed
            while left:
                number = left.bit_length() - 1
                left ^= 1 << number
                if ends.get(number, 0) > place:
                    continue
                rule = self._rules[number]
                match = rule.pattern.match(text, place)
                if match:
                    ends[number] = match.end()
                    yield number, rule, match

    def _allowed_by(self, held: int) -> int:
        """Return the rules that may find something in a text with these cues."""
        allowed = self._allowed.get(held)
        if allowed is None:
            allowed = 0
            for number, needed in enumerate(self._needs):
                if needed & held == needed:
                    allowed |= 1 << number
            if len(self._allowed) >= _MOST_REMEMBERED:
                self._allowed.clear()
            self._allowed[held] = allowed
        return allowed

    def _look_at(self, word: str) -> _Word:
        small = word.translate(_PLAIN).lower()
        holds = 0
        for length in self._lengths:
            for start in range(len(small) - length + 1):
                holds |= self._holds.get(small[start : start + length], 0)
        heads = small
        if _DIGIT.search(small):
            holds |= self._holds[_ANY_DIGIT]
            heads = _DIGIT.sub(_ANY_DIGIT, small)
        heads += " "
        begins = []
        for place in _BEGINNINGS.finditer(word):
            start = place.start()
            rules = 0
            for length in range(1, _REACH + 1):
                rules |= self._begins.get(heads[start : start + length], 0)
            capitals = _CAPITALS.match(word, start)
            for length in range(1, len(capitals[0]) + 1 if capitals else 0):
                rules |= self._begins.get(_CAPITAL * length, 0)
            if rules:
                begins.append((start, rules))
        seen = _Word(holds, tuple(begins))
        if len(word) <= _LONGEST_REMEMBERED:
            if len(self._words) >= _MOST_REMEMBERED:
                self._words.clear()
            self._words[word] = seen
        return seen
