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
_NEEDS = 2  # sets of strings at most
_DIGIT = re.compile(r"\d")
_CAPITALS = re.compile(rf"[A-Z]{{1,{_REACH}}}")
_BEGINNINGS = re.compile(rf"{BEGINNING}(?=\S)", re.IGNORECASE)
# Letters that a pattern takes for plain ones where it ignores case.
_PLAIN = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"})
_MOST_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 40


class _Word(NamedTuple):
    """What a word of a text gives: the needs of rules it meets, and which may begin where in it.

    Rules are sets of bits: bit n is the rule n. The second needs are above the first.
    """

    meets: int
    begins: tuple[tuple[int, int], ...]


class Cues:
    """The rules in their order, each with its cues."""

    def __init__(self, groups: Iterable[RuleGroup]) -> None:
        """Read the cues of the rules of `groups`."""
        cues = date_cues()
        self._rules = [rule for group in groups for rule in group.rules]
        self._met = 0  # the needs of rules that have none
        self._begins: dict[str, int] = {}
        needs: dict[str, int] = {}
        for number, rule in enumerate(self._rules):
            cue = cues[rule.name]
            for string in cue.begins:
                self._begins[string] = self._begins.get(string, 0) | 1 << number
            for nth in range(_NEEDS):
                bit = 1 << number + nth * len(self._rules)
                if nth >= len(cue.needs):
                    self._met |= bit
                    continue
                for string in cue.needs[nth]:
                    needs[string] = needs.get(string, 0) | bit
        self._digit_meets = needs.pop(_ANY_DIGIT)
        self._needs: dict[str, list[tuple[str, int]]] = {}
        for string, bits in needs.items():
            self._needs.setdefault(string[:2], []).append((string, bits))
        self._words: dict[str, _Word] = {}

    def matches(self, text: str) -> Iterator[tuple[int, DateRule, re.Match[str]]]:
        """Yield for each rule, with its number, what its pattern finds in `text`.

        The same as `rule.pattern.finditer(text)` for each rule, but in no order between rules.
        """
        places = []
        met = self._met
        at = 0
        known = self._words
        for word in text.split(" "):
            seen = known.get(word) or self._look_at(word)
            met |= seen.meets
            for offset, rules in seen.begins:
                places.append((at + offset, rules))
            at += len(word) + 1
        met &= met >> len(self._rules)
        ends: dict[int, int] = {}
        for place, rules in places:
            left = rules & met
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

    def _look_at(self, word: str) -> _Word:
        small = word.translate(_PLAIN).lower()
        seen = _Word(self._met_by(small), tuple(self._begun_in(word, small)))
        if len(word) <= _LONGEST_REMEMBERED:
            if len(self._words) >= _MOST_REMEMBERED:
                self._words.clear()
            self._words[word] = seen
        return seen

    def _met_by(self, small: str) -> int:
        """Return the needs that a word in small letters meets."""
        meets = self._digit_meets if _DIGIT.search(small) else 0
        for start in range(len(small)):
            for length in (1, 2):
                for string, bits in self._needs.get(small[start : start + length], ()):
                    if small.startswith(string, start):
                        meets |= bits
        return meets

    def _begun_in(self, word: str, small: str) -> Iterator[tuple[int, int]]:
        """Yield each place in a word where rules may begin, with these rules."""
        heads = _DIGIT.sub(_ANY_DIGIT, small) + " "
        for place in _BEGINNINGS.finditer(word):
            start = place.start()
            rules = 0
            for length in range(1, _REACH + 1):
                rules |= self._begins.get(heads[start : start + length], 0)
            capitals = _CAPITALS.match(word, start)
            for length in range(1, len(capitals[0]) + 1 if capitals else 0):
                rules |= self._begins.get(_CAPITAL * length, 0)
            if rules:
                yield start, rules
