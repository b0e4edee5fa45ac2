"""Noun phrases without a parser: what is at stake, and what a text keeps returning to.

A phrase grows from a word to both sides until a verb, a pronoun or punctuation ends it. Words are
told apart by lists, for a tagger of parts of speech would cost more than it brings here.
"""

from collections.abc import Sequence

from bilatsum.data import rarity, stop_words

from .lines import Line
from .terms import Token
from .word_lists import JOINS, NARROWING, is_verb, lists

_MAX_WORDS = 12
_MAX_LINKS = 3
_RARE_ENOUGH = 8.0
# What stands before a verb that no list knows: "to cap prices", "prices they cap".
_BEFORE_VERBS = frozenset(
    "to can could will would may might must should they we who that which".split()
)
_TOUCHING = frozenset([" ", "-", "–", "'s ", "’s ", "' ", "’ ", "/", " $", " €", " £"])


def stake(line: Line, first: int, last: int) -> tuple[int, int]:
    """Return the offsets in the line of the noun phrase around the words `first` to `last`.

    A phrase that begins with a verb ("withdraw its troops") begins there.
    """
    low = first
    begins_with_verb = last > first and is_verb(line.words[first].raw)
    if not begins_with_verb:
        while low > 0 and _touch(line, low - 1) and _is_content(line, low - 1):
            low -= 1
        low = _over_link(line, low, last)
    high = _to_the_right(line, low, last)
    while low < first and (line.words[low].raw in lists().openers or _is_infinitive(line, low)):
        low += 1
    start = line.words[low].start
    if start and line.view.text[start - 1] in "$€£":
        start -= 1
    return start, line.words[high].end


def worth(words: Sequence[Token]) -> float:
    """Return how much a phrase tells: the rarity of its words, each once, few counting fully."""
    rarities = sorted(
        {
            word.form: min(_RARE_ENOUGH, rarity(word.raw))
            for word in words
            if word.raw not in stop_words()
        }.values(),
        reverse=True,
    )
    return sum(value / (1 + order / 3) for order, value in enumerate(rarities))


def _over_link(line: Line, low: int, last: int) -> int:
    """Return where the phrase begins if the noun before a preposition is its head."""
    at = low - 1
    if at > 0 and line.words[at].raw in lists().determiners and _touch(line, at):
        at -= 1
    if at < 1 or line.words[at].raw not in lists().left_links or not _touch(line, at):
        return low
    head = at - 1
    if not _touch(line, head) or not _is_content(line, head):
        return low
    raw = line.words[head].raw
    weak = line.words[head].form in lists().weak_heads or raw in lists().times
    if weak or raw.endswith(("ing", "ed")):
        return low
    while (
        head > 0
        and last - head < _MAX_WORDS - 2
        and _touch(line, head - 1)
        and _is_content(line, head - 1)
    ):
        head -= 1
    return head


def _to_the_right(line: Line, low: int, last: int) -> int:
    """Return the last word of a phrase that begins with `low` and holds at least `last`."""
    high = whole = last
    links = 0
    while True:
        while (
            high + 1 < len(line.words)
            and (high + 1 - low < _MAX_WORDS or {high, high + 1} <= line.names)
            and _touch(line, high)
            and _is_content(line, high + 1)
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
    words = line.words
    at = high + 1
    if at + 1 >= len(words):
        return None
    link = words[at].raw
    between = line.view.text[words[high].end : words[at].start].strip()
    if between == "," and words[high].raw in lists().adjectives and link not in lists().links:
        # "humanitarian, military and economic aid": the noun is still to come.
        return at + 1 if link in JOINS else at if _is_content(line, at) else None
    if between and not (between == "," and link in NARROWING):
        return None
    if link not in NARROWING | JOINS and link not in lists().links:
        return None
    determined = words[at + 1].raw in lists().determiners and at + 2 < len(words)
    follows = at + 2 if determined else at + 1
    touches = _touch(line, at) and (not determined or _touch(line, at + 1))
    return follows if touches and _can_follow(line, link, follows, determined=determined) else None


def _can_follow(line: Line, link: str, at: int, *, determined: bool) -> bool:
    """Whether the word `at` is a noun that `link` joins to what stands before."""
    noun = line.words[at].raw
    if noun in lists().times or noun[0].isdigit() or not _is_content(line, at):
        return False
    if determined or at in line.names:
        return True
    # "trade and called for": a verb is joined, no noun; "to" may open an infinitive.
    if link in JOINS:
        return not is_verb(noun)
    before = line.words[at - 2].raw
    return link != "to" or noun.endswith("s") or before in lists().before_to


def _is_infinitive(line: Line, at: int) -> bool:
    """Whether the word is a verb behind "to" or "can", which no list knows: "to cap prices"."""
    start = line.words[at].start
    return (
        at > 0
        and line.words[at - 1].raw in _BEFORE_VERBS
        and line.view.text[start : start + 1].islower()
    )


def _trimmed(line: Line, last: int, high: int) -> int:
    """Return the last word of a phrase without what says nothing at its end."""
    while high > last and high not in line.names:
        raw = line.words[high].raw
        if not (
            raw in lists().closers
            or (raw.endswith(("ly", "ing", "ed")) and raw not in lists().nouns)
        ):
            break
        high -= 1
    # "border security and efforts to fight crime": the infinitive would be missed.
    behind = line.words[high + 1].raw if high + 1 < len(line.words) else ""
    if behind == "to" and high - 1 > last and line.words[high - 1].raw in JOINS:
        high -= 2
    return high


def _touch(line: Line, at: int) -> bool:
    """Whether only a blank, a hyphen or a possessive is between the words `at` and `at` + 1."""
    between = line.view.text[line.words[at].end : line.words[at + 1].start]
    if between in {",", "."}:
        return line.words[at].raw[-1].isdigit() and line.words[at + 1].raw[0].isdigit()
    return between in _TOUCHING


def _is_content(line: Line, at: int) -> bool:
    """Whether a word can stand within a noun phrase where it stands."""
    if at in line.names:
        return True
    raw = line.words[at].raw
    if raw in stop_words() or raw in NARROWING:
        return _is_compound(line, at)
    if not is_verb(raw) or _is_compound(line, at):
        return True
    if raw.endswith(("ed", "ing")) and at:
        before = line.words[at - 1].raw
        return before in lists().leaders and _touch(line, at - 1)
    return False


def _is_compound(line: Line, at: int) -> bool:
    """Whether a word is part of one with a hyphen: "no-fly zone", "U.S.-led"."""
    word = line.words[at]
    text = line.view.text
    return text[word.end : word.end + 1] == "-" or text[max(0, word.start - 1)] == "-"
