"""The tense of the clause around a date: does it speak of the past or of what is to come."""

import re
from bisect import bisect_left
from functools import cached_property

from .rule import Tense
from .vocabulary import small

_FUTURE = (
    r"(?:should|must|may|might|could|can|to|will|would|shall)(?: not)? be \w+|should|will|won['’]t|"
    r"shall|would|'ll|’ll|going to|due|expected|scheduled|set to|set for|slated|"
    r"plan(?:s|ned|ning)? (?:to|an?|the|for|talks|more|another)|intends? to|hopes? to|aims? to|"
    r"about to|looks? forward|"
    r"upcoming|forthcoming|ahead of|deadline|to (?:be|begin|start|hold|meet|visit|travel|discuss|"
    r"attend|sign|return|leave|take|join|open|host|arrive|address|vote|resume|continue|replace)|"
    r"(?:is|are) (?:to|travell?ing|visiting|meeting|arriving|leaving|heading|flying|hosting)|"
    r"flies|convenes|gathers|resumes|runs|go(?:es)? to the polls|takes effect|lapses|"
    r"(?:comes|enters) into force|"
    r"travels|visits|meets?|arrives|departs|heads|begins|opens|starts|takes place|expires|"
    r"as (?:early|soon) as|no later than|postponed (?:until|to)|delayed until|extended (?:until|to)"
)
_PAST = (
    r"(?:had|has|have) been (?:due|expected|scheduled|slated|set|planned)|"
    r"was|were|had|has|have|did|said|told|met|held|took|came|went|made|gave|began|became|led|left|"
    r"saw|spoke|wrote|won|lost|broke|sent|rose|fell|found|brought|thought|put|read|paid|built|shot|"
    r"stood|sat|flew|ran|drew|grew|hit|cut|struck|sought|bought|sold|caught|fought|got|kept|knew|"
    r"laid|lay|set (?!to\b|for\b)|overtook|overthrew|quit|shut|split|spent|swore|taught|threw|"
    r"understood|withdrew|"
    r"(?!(?:need|speed|exceed|succeed|proceed|indeed|united|hundred|red|seed|feed|breed|embed|"
    r"expected|scheduled|planned|allied)\b)[a-z]{2,}ed"
)
# These see small letters only, as ignoring case takes five times as long.
_MARKERS = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b")
_AT_ONCE = re.compile(rf",?\s(?:\w+ly\s)?(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b")
_VERB = 40
_BREAK = re.compile(r"[;:—–]|,? (?:and|but|while|whereas|before|after|when|that|which|who) ")
_REACH = 240
# "The year ended March 31", "the accord signed in May": what has been done lies behind.
_DONE = re.compile(
    rf"(?<!\bbe )(?<!\bbeing )(?<!\bto )\b(?!said|told|put|set|read)(?:{_PAST})"
    r"(?:\s(?:on|in|early in|late in))?\s\Z"
)
# "by Friday" and "until May" lie ahead, unless something lasted until then.
_AHEAD = re.compile(
    r"(?P<lead>\b(?:until|till|by|starting|beginning)\s(?:the\s|early[\s-]|late[\s-]|mid[\s-])?)\Z"
)
_LASTED = re.compile(
    r"\b(?:lasted|continued|remained|stayed|ran|raged|held|had|rose|fell|grew|reached)\b"
)
_OVER = re.compile(r"\b(?:was|were|had)\b")
_DECIDED = re.compile(r"['’]s\s(?:ruling|decision|attack|statement|announcement|vote|speech)")


class Tenses:
    """The tenses of one stretch of text; its markers are looked for once, when first asked for."""

    def __init__(self, text: str) -> None:
        """Take the text whose dates are to be judged."""
        self._text = text

    @cached_property
    def _small(self) -> str:
        return small(self._text)

    @cached_property
    def _markers(self) -> list[tuple[int, int, Tense]]:
        return [
            (match.start(), match.end(), match.lastgroup or "unknown")
            for match in _MARKERS.finditer(self._small)
        ]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self._markers]

    @cached_property
    def _breaks(self) -> list[tuple[int, int]]:
        return [match.span() for match in _BREAK.finditer(self._text)]

    def at(self, start: int, end: int) -> Tense:
        """Return done, past, future or unknown for the words `start` to `end`.

        Done is the past of a verb right before them, which is never misread.

        A verb right behind them decides ("on Friday issued"), then the nearest marker before them
        in their clause, then the nearest behind them, then the nearest before them at all.
        """
        text = self._small
        if _DECIDED.match(self._text, end):
            return "past"
        low, high = max(0, start - _REACH), min(len(text), end + _REACH)
        if _DONE.search(text, max(0, start - _VERB), start):
            return "done"
        ahead = _AHEAD.search(text, low, start)
        if ahead and ahead.start():
            over = _OVER if ahead["lead"].startswith("by") else _LASTED
            if not over.search(text, low, start):
                return "future"
        at_once = _AT_ONCE.match(text, end)
        if at_once and not at_once.group().lstrip(", ").startswith("to "):
            return at_once.lastgroup or "unknown"
        place = bisect_left(self._breaks, (start, start))
        clause = max(low, self._breaks[place - 1][1]) if place else low
        place = bisect_left(self._breaks, (end, end))
        stop = min(high, self._breaks[place][0]) if place < len(self._breaks) else high
        return (
            self._last(clause, start)
            or self._first(end, stop)
            or self._last(low, start)
            or self._first(end, high)
            or "unknown"
        )

    def _last(self, low: int, high: int) -> Tense | None:
        """Return the tense of the last marker between two offsets."""
        place = bisect_left(self._starts, high) - 1
        while place >= 0 and self._markers[place][1] > high:
            place -= 1
        return self._markers[place][2] if place >= 0 and self._starts[place] >= low else None

    def _first(self, low: int, high: int) -> Tense | None:
        """Return the tense of the first marker between two offsets."""
        place = bisect_left(self._starts, low)
        if place < len(self._markers) and self._markers[place][1] <= high:
            return self._markers[place][2]
        return None
