"""Which rules need to be tried on a text: those whose strings it holds (data/date_cues.tsv)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bilatsum.data import date_cues

from .rule import DateRule, RuleGroup

_ANY_DIGIT = "#"
_DIGIT = re.compile(r"\d")


class Cues:
    """The rules in their order, each with the sets of strings of which a match holds one each."""

    def __init__(self, groups: Iterable[RuleGroup]) -> None:
        """Read the cues of the rules of `groups`."""
        cues = date_cues()
        numbers: dict[frozenset[str], int] = {}
        self._rules: list[tuple[DateRule, list[int]]] = [
            (rule, [numbers.setdefault(one, len(numbers)) for one in cues.get(rule.name, ())])
            for group in groups
            for rule in group.rules
        ]
        self._sets: Sequence[frozenset[str]] = list(numbers)

    def rules_for(self, text: str) -> Iterator[DateRule]:
        """Yield the rules that may find something in `text`, in their order."""
        small = text.lower()
        digits = _DIGIT.search(text) is not None
        held = [
            (digits and _ANY_DIGIT in one) or any(string in small for string in one)
            for one in self._sets
        ]
        for rule, needed in self._rules:
            if all(held[number] for number in needed):
                yield rule
