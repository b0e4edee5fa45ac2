"""Where which rules need to be tried: at words they may begin with, where all cues are at hand.

data/date_cues.tsv says for each wording of a rule with what strings a match begins, and of which
strings it holds one each. A text is read word by word: what a word begins and holds is looked up
once and remembered, so that a sentence without dates costs no more than its words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from bilatsum.data import date_cues
from bilatsum.data.known import Known

from .rule import BEGINNING, DateRule, RuleGroup
from .vocabulary import small

_ANY_DIGIT = "#"
_CAPITAL = "^"
_REACH = 4  # characters of a beginning, as training/date_cues.py cuts them
_FIRST = 2  # characters of a beginning at least
_LEAST = 3  # characters of a string that a match holds, but for "#"
_ARTICLE = "the "  # most rules may begin with it, so that the word after it is looked at too
_NEEDS = 2  # sets of strings at most
_BLANK = re.compile(r"\s")
_DIGIT = re.compile(r"\d")
_CAPITALS = re.compile(rf"[A-Z]{{1,{_REACH}}}")
_MARKS = '.,;:?!)"”’'
# What a beginning within a word stands behind; to look for all of them takes ten times as long.
_INNER = re.compile(r"[^\w$€£¥/.,:-]|(?:mid|late|early|post|pre)-")
_BEGINNINGS = re.compile(rf"{BEGINNING}(?=\S)", re.IGNORECASE)


_Given = tuple[int, tuple[tuple[int, int], ...], int, int]  # the first four fields of a kind


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


class Cues:
    """The rules in their order, each with its cues: one for each of its wordings."""

    def __init__(self, groups: Iterable[RuleGroup]) -> None:
        """Read the cues of the rules of `groups`."""
        known = date_cues()
        self._rules = [rule for group in groups for rule in group.rules]
        self._patterns: list[re.Pattern[str] | None] = [None] * len(self._rules)
        cues = [
            (number, cue) for number, rule in enumerate(self._rules) for cue in known[rule.name]
        ]
        self._numbers = [number for number, _ in cues]
        self._count = len(cues)
        self._met = 0  # the needs of cues that have none
        heads: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        self._all: list[int] = [0] * len(self._rules)
        needs: dict[str, int] = {}
        for at, (number, cue) in enumerate(cues):
            self._all[number] |= 1 << at
            for string in cue.begins:
                head = string.removeprefix(_ARTICLE) or string
                heads[head][head != string] |= 1 << at
            for nth in range(_NEEDS):
                bit = 1 << at + nth * self._count
                if nth >= len(cue.needs):
                    self._met |= bit
                    continue
                for string in cue.needs[nth]:
                    needs[string] = needs.get(string, 0) | bit
        self._capitals = [heads.pop(_CAPITAL * length, [0, 0])[0] for length in range(_REACH + 1)]
        self._heads = dict(heads)
        self._firsts = {head[:_FIRST] for head in heads}
        self._digit_meets = needs.pop(_ANY_DIGIT)
        self._abbreviated = tuple(string[:-1] for string in needs if string.endswith("."))
        self._needs: dict[tuple[str, ...], list[tuple[str, int]]] = {}
        for string, bits in needs.items():
            self._needs.setdefault(tuple(string[:_LEAST]), []).append((string, bits))
        self._kinds = Known(_kind)
        self._words = Known(self._of_word)

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
        met = self._met
        for at in range(len(kinds) - 1, -1, -1):  # what a match holds stands behind its beginning
            kind = kinds[at]
            met |= kind.meets
            if kind in telling:
                possible = met & met >> self._count
                start = starts[at] + at
                places += [(start + offset, cues & possible) for offset, cues in kind.begins]
                if at and kind.continues & possible and (article := kinds[at - 1].article) >= 0:
                    places.append((starts[at - 1] + at - 1 + article, kind.continues & possible))
        places.sort()
        return self._tried(text, places)

    def _tried(
        self, text: str, places: list[tuple[int, int]]
    ) -> list[tuple[int, DateRule, re.Match[str]]]:
        """Return what the rules find that may begin at places in text order."""
        found = []
        ends: dict[int, int] = {}
        for place, cues in places:
            left = cues
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

    def _of_word(self, word: str) -> _Kind:
        """Return the kind of a word."""
        bare = word.rstrip(_MARKS)
        if len(bare) < len(word) and self._is_as_before_marks(bare):
            return self._words[bare]
        return self._kinds[self._look_at(word)]

    def _is_as_before_marks(self, word: str) -> bool:
        """Whether a word gives the same alone and with marks behind it.

        It is too long for a beginning to hold the marks, and ends with no abbreviation.
        """
        return (
            len(word) > _REACH
            and word.isalpha()
            and not small(word[-_REACH:]).endswith(self._abbreviated)
        )

    def _look_at(self, word: str) -> _Given:
        """Return what a word gives, as the first four fields of its kind."""
        letters = small(word)
        if word.isalpha():
            begins, continues = self._begun_at(0, word, f"{letters} ")
            article = 0 if letters == _ARTICLE.rstrip() else -1
            return self._met_by(letters), ((0, begins),) if begins else (), article, continues
        heads = f"{_DIGIT.sub(_ANY_DIGIT, letters)} "
        places = [0] if word else []
        if _INNER.search(letters):
            places = [match.start() for match in _BEGINNINGS.finditer(word)]
        found = [(place, self._begun_at(place, word, heads)[0]) for place in places]
        article = len(letters) - len(_ARTICLE.rstrip())
        return (
            self._met_by(letters) | (self._digit_meets if _ANY_DIGIT in heads else 0),
            tuple((place, cues) for place, cues in found if cues),
            article if heads.endswith(_ARTICLE) and article in places else -1,
            self._begun_at(0, word, heads)[1],
        )

    def _met_by(self, letters: str) -> int:
        """Return the needs that a word in small letters meets, without those of digits."""
        meets = 0
        openings = zip(letters, letters[1:], letters[2:], strict=False)
        for needs in filter(None, map(self._needs.get, openings)):
            for string, bits in needs:
                if string in letters:
                    meets |= bits
        return meets

    def _begun_at(self, start: int, word: str, heads: str) -> tuple[int, int]:
        """Return the cues that may begin at a place in a word, and those with a "the" before it."""
        begins = continues = 0
        if heads[start : start + _FIRST] in self._firsts:
            for end in range(start + _FIRST, start + _REACH + 1):
                if known := self._heads.get(heads[start:end]):
                    begins |= known[0]
                    continues |= known[1]
        if "A" <= word[start : start + 1] <= "Z" and (capitals := _CAPITALS.match(word, start)):
            for length in range(1, len(capitals[0]) + 1):
                begins |= self._capitals[length]
        return begins, continues


def _kind(given: _Given) -> _Kind:
    """Return the kind with these first fields."""
    _, begins, _, may = given
    for _, cues in begins:
        may |= cues
    return _Kind(*given, may)
