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
_ARTICLE = "the "  # most rules may begin with it, so that the word after it is looked at too
_NEEDS = 2  # sets of strings at most
_BLANK = re.compile(r"\s")
_DIGIT = re.compile(r"\d")
_CAPITALS = re.compile(rf"[A-Z]{{1,{_REACH}}}")
_BEGINNINGS = re.compile(rf"{BEGINNING}(?=\S)", re.IGNORECASE)
# Letters that a pattern takes for plain ones where it ignores case.
_PLAIN = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"})
_MOST_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 40


class _Word(NamedTuple):
    """What a word of a text gives: the needs of rules it meets, and which may begin where in it.

    Rules are sets of bits: bit n is the rule n. The second needs are above the first. `article` is
    where in the word a "the" ends it, -1 if none does; `continues` are the rules that may begin
    with "the" and this word.
    """

    meets: int
    begins: tuple[tuple[int, int], ...]
    article: int
    continues: int


class Cues:
    """The rules in their order, each with its cues."""

    def __init__(self, groups: Iterable[RuleGroup]) -> None:
        """Read the cues of the rules of `groups`."""
        cues = date_cues()
        self._rules = [rule for group in groups for rule in group.rules]
        self._met = 0  # the needs of rules that have none
        self._begins: dict[str, int] = {}
        self._continues: dict[str, int] = {}
        needs: dict[str, int] = {}
        for number, rule in enumerate(self._rules):
            cue = cues[rule.name]
            for string in cue.begins:
                known, head = self._begins, string
                if string.startswith(_ARTICLE) and string != _ARTICLE:
                    known, head = self._continues, string.removeprefix(_ARTICLE)
                known[head] = known.get(head, 0) | 1 << number
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
        self._patterns: dict[int, re.Pattern[str]] = {}
        self._words: dict[str, _Word] = {}

    def matches(self, text: str) -> Iterator[tuple[int, DateRule, re.Match[str]]]:
        """Yield for each rule, with its number, what its pattern finds in `text`.

        The same as `rule.pattern.finditer(text)` for each rule, but in no order between rules.
        """
        places = []
        met = self._met
        at = 0
        article = -1
        known = self._words
        for word in (text if text.isprintable() else _BLANK.sub(" ", text)).split(" "):
            meets, begins, the, continues = known.get(word) or self._look_at(word)
            met |= meets
            if article >= 0 and continues:
                places.append((article, continues))
            article = at + the if the >= 0 else -1
            for offset, rules in begins:
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
                pattern = self._patterns.get(number) or self._pattern(number)
                match = pattern.match(text, place)
                if match:
                    ends[number] = match.end()
                    yield number, self._rules[number], match

    def _pattern(self, number: int) -> re.Pattern[str]:
        return self._patterns.setdefault(number, self._rules[number].pattern)

    def _look_at(self, word: str) -> _Word:
        small = word.translate(_PLAIN).lower()
        heads = _DIGIT.sub(_ANY_DIGIT, small) + " "
        beginnings = [match.start() for match in _BEGINNINGS.finditer(word)]
        article = len(small) - len(_ARTICLE.rstrip())
        seen = _Word(
            self._met_by(small),
            tuple(
                (start, rules)
                for start in beginnings
                if (rules := self._begun_at(start, word, heads))
            ),
            article if heads.endswith(_ARTICLE) and article in beginnings else -1,
            _known(self._continues, heads, 0),
        )
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

    def _begun_at(self, start: int, word: str, heads: str) -> int:
        """Return the rules that may begin at a place in a word."""
        rules = _known(self._begins, heads, start)
        capitals = _CAPITALS.match(word, start)
        for length in range(1, len(capitals[0]) + 1 if capitals else 0):
            rules |= self._begins.get(_CAPITAL * length, 0)
        return rules


def _known(heads: dict[str, int], text: str, start: int) -> int:
    """Return the rules of all heads that stand at a place in a text."""
    rules = 0
    for length in range(1, _REACH + 1):
        rules |= heads.get(text[start : start + length], 0)
    return rules
