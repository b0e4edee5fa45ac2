"""Where which rules need to be tried: at words they may begin with, where all cues are at hand.

data/date_cues.tsv says for each wording of a rule with what strings a match begins, and of which
strings it holds one each. A text is read word by word: what a word begins and holds is looked up
once and remembered, so that a sentence without dates costs no more than its words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from bilatsum.data import date_cues

from .rule import BEGINNING, DateRule, RuleGroup

_ANY_DIGIT = "#"
_CAPITAL = "^"
_REACH = 4  # characters of a beginning, as training/date_cues.py cuts them
_LEAST = 3  # characters of a string that a match holds, but for "#"
_ARTICLE = "the "  # most rules may begin with it, so that the word after it is looked at too
_NEEDS = 2  # sets of strings at most
_BLANK = re.compile(r"\s")
_DIGIT = re.compile(r"\d")
_CAPITALS = re.compile(rf"[A-Z]{{1,{_REACH}}}")
_BEGINNINGS = re.compile(rf"{BEGINNING}(?=\S)", re.IGNORECASE)
# Letters that a pattern takes for plain ones where it ignores case.
_PLAIN = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"})
_MOST_REMEMBERED = 40_000
_LONGEST_REMEMBERED = 40


@dataclass(frozen=True, slots=True, eq=False)
class _Kind:
    """What words of a kind give: the needs of cues they meet, and which may begin where in them.

    Cues are sets of bits: bit n is the cue n. The second needs are above the first. `article` is
    where in the word a "the" ends it, -1 if none does; `continues` are the cues that may begin
    with "the" and this word; `may` are those and all that `begins` holds.
    """

    meets: int
    begins: tuple[tuple[int, int], ...]
    article: int
    continues: int
    may: int


class _Words(dict[str, _Kind]):
    """Words with their kinds, each looked at when it is first asked for."""

    def __init__(self, cues: "Cues") -> None:
        self._cues = cues
        self._kinds: dict[tuple[object, ...], _Kind] = {}

    def __missing__(self, word: str) -> _Kind:
        """Return the kind of a word that is not known, and remember it."""
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
            self._kinds.clear()
        meets, begins, article, continues = seen = self._cues.look_at(word)
        kind = self._kinds.get(seen)
        if kind is None:
            may = continues
            for _, cues in begins:
                may |= cues
            kind = self._kinds[seen] = _Kind(meets, begins, article, continues, may)
        if len(word) <= _LONGEST_REMEMBERED:
            self[word] = kind
        return kind


class Cues:
    """The rules in their order, each with its cues: one for each of its wordings."""

    def __init__(self, groups: Iterable[RuleGroup]) -> None:
        """Read the cues of the rules of `groups`."""
        known = date_cues()
        self._rules = [rule for group in groups for rule in group.rules]
        self._patterns: list[re.Pattern[str] | None] = [None] * len(self._rules)
        cues = [(number, cue) for number, rule in enumerate(self._rules) for cue in known[rule.name]]
        self._numbers = [number for number, _ in cues]
        self._count = len(cues)
        self._met = 0  # the needs of cues that have none
        self._begins: dict[str, int] = {}
        self._continues: dict[str, int] = {}
        self._all: list[int] = [0] * len(self._rules)
        needs: dict[str, int] = {}
        for at, (number, cue) in enumerate(cues):
            self._all[number] |= 1 << at
            for string in cue.begins:
                first, head = self._begins, string
                if string.startswith(_ARTICLE) and string != _ARTICLE:
                    first, head = self._continues, string.removeprefix(_ARTICLE)
                first[head] = first.get(head, 0) | 1 << at
            for nth in range(_NEEDS):
                bit = 1 << at + nth * self._count
                if nth >= len(cue.needs):
                    self._met |= bit
                    continue
                for string in cue.needs[nth]:
                    needs[string] = needs.get(string, 0) | bit
        self._digit_meets = needs.pop(_ANY_DIGIT)
        self._needs: dict[str, list[tuple[str, int]]] = {}
        for string, bits in needs.items():
            self._needs.setdefault(string[:_LEAST], []).append((string, bits))
        self._words = _Words(self)

    def matches(self, text: str) -> list[tuple[int, DateRule, re.Match[str]]]:
        """Return for each rule, with its number, what its pattern finds in `text`.

        The same as `rule.pattern.finditer(text)` for each rule, but in no order between rules.
        """
        words = (text if text.isprintable() else _BLANK.sub(" ", text)).split(" ")
        kinds = list(map(self._words.__getitem__, words))
        different = set(kinds)
        met = self._met
        for kind in different:
            met |= kind.meets
        met &= met >> self._count
        telling = {kind for kind in different if kind.may & met}
        if not telling:
            return []
        starts = list(accumulate(map(len, words), initial=0))  # without the blanks between
        places = []
        for at, kind in enumerate(kinds):
            if kind in telling:
                if at and kind.continues and (article := kinds[at - 1].article) >= 0:
                    places.append((starts[at - 1] + at - 1 + article, kind.continues & met))
                start = starts[at] + at
                places += [(start + offset, cues & met) for offset, cues in kind.begins]
        return self._tried(text, places)

    def _tried(
        self, text: str, places: list[tuple[int, int]]
    ) -> list[tuple[int, DateRule, re.Match[str]]]:
        """Return what the rules find that may begin at places, which are in text order."""
        found = []
        ends: dict[int, int] = {}
        for place, left in places:
            while left:
                number = self._numbers[left.bit_length() - 1]
                left &= ~self._all[number]
                if ends.get(number, 0) > place:
                    continue
                match = (self._patterns[number] or self._pattern(number)).match(text, place)
                if match:
                    ends[number] = match.end()
                    found.append((number, self._rules[number], match))
        return found

    def _pattern(self, number: int) -> re.Pattern[str]:
        pattern = self._patterns[number] = self._rules[number].pattern
        return pattern

    def look_at(self, word: str) -> tuple[int, tuple[tuple[int, int], ...], int, int]:
        """Return what a word gives, as the first four fields of its kind."""
        small = (word if word.isascii() else word.translate(_PLAIN)).lower()
        if word.isalpha():
            heads = f"{small} "
            places = [0]
        else:
            heads = f"{_DIGIT.sub(_ANY_DIGIT, small)} "
            places = [match.start() for match in _BEGINNINGS.finditer(word)]
        begins = [(place, self._begun_at(place, word, heads)) for place in places]
        article = len(small) - len(_ARTICLE.rstrip())
        return (
            self._met_by(small, digits=_ANY_DIGIT in heads),
            tuple((place, cues) for place, cues in begins if cues),
            article if heads.endswith(_ARTICLE) and article in places else -1,
            _known(self._continues, heads, 0),
        )

    def _met_by(self, small: str, *, digits: bool) -> int:
        """Return the needs that a word in small letters meets."""
        meets = self._digit_meets if digits else 0
        for start in range(len(small) - _LEAST + 1):
            for string, bits in self._needs.get(small[start : start + _LEAST], ()):
                if small.startswith(string, start):
                    meets |= bits
        return meets

    def _begun_at(self, start: int, word: str, heads: str) -> int:
        """Return the cues that may begin at a place in a word."""
        cues = _known(self._begins, heads, start)
        if word[start].isupper() and (capitals := _CAPITALS.match(word, start)):
            for length in range(1, len(capitals[0]) + 1):
                cues |= self._begins.get(_CAPITAL * length, 0)
        return cues


def _known(heads: dict[str, int], text: str, start: int) -> int:
    """Return the cues of all heads that stand at a place in a text."""
    cues = 0
    for end in range(start + 1, start + _REACH + 1):
        cues |= heads.get(text[start:end], 0)
    return cues
