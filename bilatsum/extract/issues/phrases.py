"""Noun phrases without a parser: what is at stake, and what a text keeps returning to.

A phrase grows from a word to both sides until a verb, a pronoun or punctuation ends it. Words are
told apart by lists, for a tagger of parts of speech would cost more than it brings here.
"""

import re

from bilatsum.data import rarity, stop_words

from .forms import is_verb
from .lines import Line
from .word_lists import JOINS, NARROWING, TOUCHING, lists

_MAX_WORDS = 12
_MAX_LINKS = 3
_RARE_ENOUGH = 8.0
_CURRENCY = re.compile(r"(?:\b[A-Z]{1,3})?[$€£¥]\Z")  # C$66 million are not $66 million
_LONGEST_CURRENCY = 4
# What stands before a verb that no list knows: "to cap prices", "prices they cap".
_BEFORE_VERBS = frozenset(
    "to can could will would may might must should they we who that which".split()
)


def stake(line: Line, first: int, last: int) -> tuple[int, int]:
    """Return the offsets in the line of the noun phrase around the words `first` to `last`.

    A phrase that begins with a verb ("withdraw its troops") begins there.
    """
    low = first
    begins_with_verb = last > first and is_verb(line.raws[first])
    if not begins_with_verb:
        while low > 0 and touch(line, low - 1) and is_content(line, low - 1):
            low -= 1
        low = _over_link(line, low, last)
    high = _to_the_right(line, low, last)
    while low < first and (line.raws[low] in lists().openers or _is_infinitive(line, low)):
        low += 1
    start = line.starts[low]
    currency = _CURRENCY.search(line.view.text, max(0, start - _LONGEST_CURRENCY), start)
    return currency.start() if currency else start, line.ends[high]


def worth(line: Line, first: int, behind: int) -> float:
    """Return how much the words from `first` to the one before `behind` tell.

    It is the rarity of the words, each once, few counting fully.
    """
    rarities = {
        form: min(_RARE_ENOUGH, rarity(raw))
        for raw, form in zip(line.raws[first:behind], line.forms[first:behind], strict=True)
        if raw not in stop_words()
    }
    falling = sorted(rarities.values(), reverse=True)
    return sum(value / (1 + order / 3) for order, value in enumerate(falling))


def _over_link(line: Line, low: int, last: int) -> int:
    """Return where the phrase begins if the noun before a preposition is its head."""
    at = low - 1
    if at > 0 and line.raws[at] in lists().determiners and touch(line, at):
        at -= 1
    if at < 1 or line.raws[at] not in lists().left_links or not touch(line, at):
        return low
    head = at - 1
    if not touch(line, head) or not is_content(line, head):
        return low
    if head in line.names and line.raws[at] != "of":  # "told off in Chile for arms sales"
        return low
    raw = line.raws[head]
    weak = line.forms[head] in lists().weak_heads or raw in lists().times
    if weak or raw.endswith(("ing", "ed")):
        return low
    while (
        head > 0
        and last - head < _MAX_WORDS - 2
        and touch(line, head - 1)
        and is_content(line, head - 1)
    ):
        head -= 1
    return head


def _to_the_right(line: Line, low: int, last: int) -> int:
    """Return the last word of a phrase that begins with `low` and holds at least `last`."""
    high = whole = last
    links = 0
    while True:
        while (
            high + 1 < len(line.raws)
            and (high + 1 - low < _MAX_WORDS or {high, high + 1} <= line.names)
            and touch(line, high)
            and is_content(line, high + 1)
        ):
            high += 1
        beyond = _beyond_link(line, high) if links < _MAX_LINKS else None
        if beyond is None:
            return _trimmed(line, last, high)
        if beyond - low >= _MAX_WORDS - 1:
            # Rather no second noun than one without its own: "including freedom (of the press)".
            return _trimmed(line, last, whole if links else high)
        links += 1
        whole, high = high, beyond


def _beyond_link(line: Line, high: int) -> int | None:
    """Return the first noun behind the preposition or "and" that follows a phrase."""
    raws = line.raws
    at = high + 1
    if at + 1 >= len(raws):
        return None
    link = raws[at]
    between = line.view.text[line.ends[high] : line.starts[at]].strip()
    if between == "," and raws[high] in lists().adjectives and link not in lists().links:
        # "humanitarian, military and economic aid": the noun is still to come.
        return at + 1 if link in JOINS else at if is_content(line, at) else None
    if between and not (between == "," and link in NARROWING):
        return None
    if link not in NARROWING | JOINS and link not in lists().links:
        return None
    determined = raws[at + 1] in lists().determiners and at + 2 < len(raws)
    follows = at + 2 if determined else at + 1
    touches = touch(line, at) and (not determined or touch(line, at + 1))
    return follows if touches and _can_follow(line, link, follows, determined=determined) else None


def _can_follow(line: Line, link: str, at: int, *, determined: bool) -> bool:
    """Whether the word `at` is a noun that `link` joins to what stands before."""
    noun = line.raws[at]
    if noun in lists().times or noun[0].isdigit() or not is_content(line, at):
        return False
    if determined or at in line.names:
        return True
    # "trade and called for": a verb is joined, no noun; "to" may open an infinitive.
    if link in JOINS:
        return not is_verb(noun)
    before = line.raws[at - 2]
    return link != "to" or noun.endswith("s") or before in lists().before_to


def _is_infinitive(line: Line, at: int) -> bool:
    """Whether the word is a verb behind "to" or "can", which no list knows: "to cap prices"."""
    start = line.starts[at]
    return (
        at > 0
        and line.raws[at - 1] in _BEFORE_VERBS
        and line.view.text[start : start + 1].islower()
    )


def _trimmed(line: Line, last: int, high: int) -> int:
    """Return the last word of a phrase without what says nothing at its end."""
    while high > last and high not in line.names:
        raw = line.raws[high]
        if not (
            raw in lists().closers
            or (raw.endswith(("ly", "ing", "ed")) and raw not in lists().nouns)
        ):
            break
        high -= 1
    # "border security and efforts to fight crime": the infinitive would be missed.
    behind = line.raws[high + 1] if high + 1 < len(line.raws) else ""
    if behind == "to" and high - 1 > last and line.raws[high - 1] in JOINS:
        high -= 2
    return high


def touch(line: Line, at: int) -> bool:
    """Whether only a blank, a hyphen or a possessive is between the words `at` and `at` + 1."""
    between = line.view.text[line.ends[at] : line.starts[at + 1]]
    if between in {",", "."}:
        return line.raws[at][-1].isdigit() and line.raws[at + 1][0].isdigit()
    return between in TOUCHING


def is_content(line: Line, at: int) -> bool:
    """Whether a word can stand within a noun phrase where it stands."""
    if at in line.names:
        return True
    raw = line.raws[at]
    if raw in stop_words() or raw in NARROWING:
        return _is_compound(line, at)
    if not is_verb(raw) or _is_compound(line, at):
        return True
    if raw.endswith(("ed", "ing")) and at:
        before = line.raws[at - 1]
        return before in lists().leaders and touch(line, at - 1)
    return False


def _is_compound(line: Line, at: int) -> bool:
    """Whether a word is part of one with a hyphen: "no-fly zone", "U.S.-led"."""
    text, start, end = line.view.text, line.starts[at], line.ends[at]
    return text[end : end + 1] == "-" or text[max(0, start - 1)] == "-"
