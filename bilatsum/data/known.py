"""What was found out once is kept at hand, within bounds."""

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_MOST = 30_000  # keys
_LONGEST = 100  # characters of a key that is kept: a longer word hardly comes again


class Known(dict[K, V]):
    """What a rule makes of each key, the same in all texts: found once, then kept at hand.

    Only to be asked in brackets, or by `__getitem__`.
    """

    def __init__(self, rule: Callable[[K], V]) -> None:
        """Begin with nothing."""
        super().__init__()
        self._rule = rule

    def __missing__(self, key: K) -> V:
        """Ask the rule. There is no end of words: when there are very many, begin anew."""
        found = self._rule(key)
        if isinstance(key, str) and len(key) > _LONGEST:
            return found
        if len(self) >= _MOST:
            self.clear()
        self[key] = found
        return found
