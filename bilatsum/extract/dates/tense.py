"""The tense of the clause around a date: does it speak of the past or of what is to come."""

import re

from .rule import Tense

_FUTURE = (
    r"will|won['’]t|shall|would|'ll|’ll|going to|due|expected|scheduled|set to|set for|slated|"
    r"plan(?:s|ned|ning)? to|plans? for|intends? to|hopes? to|aims? to|about to|looks? forward|"
    r"upcoming|forthcoming|ahead of|deadline|to (?:be|begin|start|hold|meet|visit|travel|discuss|"
    r"attend|sign|return|leave|take|join|open|host|arrive|address|vote|resume|continue|replace)|"
    r"(?:is|are) (?:to|travell?ing|visiting|meeting|arriving|leaving|heading|flying|hosting)|"
    r"flies|travels|visits|meets|arrives|departs|heads|begins|opens|starts|takes place|expires"
)
_PAST = (
    r"was|were|had|has|have|did|said|told|met|held|took|came|went|made|gave|began|became|led|left|"
    r"saw|spoke|wrote|won|lost|broke|sent|rose|fell|found|brought|thought|put|read|paid|built|shot|"
    r"stood|sat|flew|ran|drew|grew|hit|cut|struck|sought|bought|sold|caught|fought|got|kept|knew|"
    r"laid|lay|overtook|overthrew|quit|shut|split|spent|swore|taught|threw|understood|withdrew|"
    r"(?!(?:need|speed|exceed|succeed|proceed|indeed|united|hundred|red|seed|feed|breed|embed|"
    r"expected|scheduled|planned|allied)\b)[a-z]{2,}ed"
)
_MARKERS = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.IGNORECASE)
_BREAK = re.compile(r"[;:—–]|,? (?:and|but|while|whereas|before|after|when|that|which|who) ")
_REACH = 240


def tense(text: str, start: int, end: int) -> Tense:
    """Return past, future or unknown for the words `start` to `end` of a sentence.

    The nearest marker before them in their clause decides, then the nearest behind them, then
    the nearest before them at all.
    """
    before = text[max(0, start - _REACH) : start]
    after = text[end : end + _REACH]
    breaks = list(_BREAK.finditer(before))
    clause = before[breaks[-1].end() :] if breaks else before
    stop = _BREAK.search(after)
    for stretch, last in (
        (clause, True),
        (after[: stop.start()] if stop else after, False),
        (before, True),
        (after, False),
    ):
        markers = list(_MARKERS.finditer(stretch))
        if markers:
            return markers[-1 if last else 0].lastgroup or "unknown"
    return "unknown"
