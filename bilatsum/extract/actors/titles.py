"""People spoken of by their office alone: "the foreign minister", "Peru's president".

Only where one person of the article holds such an office, and was named before.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from bilatsum.model import Span

from .blocks import Block, LoneOffice
from .lexicon import Token
from .link import BY_TITLE, Mention, Taken, link
from .tokens import Line

_SHARE = 0.5  # of the weight of a name
_NOT_THE_SAME = r"(?<!vice )(?<!vice-)(?<!deputy )(?<!former )(?<!under )(?<!assistant )(?<!then )"
_WORD = re.compile(r"\w+")
_ANY = ""
_THE = frozenset({"the", "The"})
# "the president of the club" and "the minister for fisheries" may be others.
_GOES_ON = frozenset({"of", "for", "-", "to", "in"})


def lone_offices(block: Block, line: Line) -> Sequence[LoneOffice]:
    """Return the offices in the line of a block that stand alone there."""
    places = [at for at in line.offices if _stands_alone(line, at)]
    if not places:
        return ()
    view, tokens = block.view, line.tokens
    found = []
    for at in places:
        span = view.span(line.starts[at], line.end(at))
        office = LoneOffice(span.start, span.end, tokens[at].lower, tokens[at - 1].states)
        found.append(office)
    return found


def titles(blocks: Sequence[Block], mentions: Sequence[Mention], size: int) -> Iterator[Mention]:
    """Yield the mentions of people by an office that `mentions`, which have names, tell them by.

    `blocks` have been read; `size` is the number of characters of the article.

    An office that is spoken of before its holder is named in the text, or beside the name in one
    sentence ("The Prime Minister thanked Prime Minister Paz"), is somebody else's too: nobody's.
    """
    taken = {mention.span.start for mention in mentions}
    inside = Taken(size, [m.role_span for m in mentions if m.role_span])
    alone: dict[tuple[str, tuple[str, ...]], list[tuple[Block, LoneOffice]]] = {}
    for block in blocks:
        for lone in block.offices:
            if lone.start not in taken and not inside.holds(lone.start):
                alone.setdefault((lone.office, lone.owner), []).append((block, lone))
    if not alone:
        return
    people = _Holders(mentions, [block.shown for block in blocks if block.headline])
    for (office, owner), places in alone.items():
        holder = people.of(office, owner)
        if holder and not any(_is_anothers(lone.start, block, holder) for block, lone in places):
            for block, lone in places:
                yield Mention(Span(lone.start, lone.end), office, "person", holder[0].key,
                              BY_TITLE, block.weight * _SHARE)  # fmt: skip


def _is_anothers(start: int, block: Block, holder: Sequence[Mention]) -> bool:
    """Whether an office stands before its holder was named, or beside the holder's name."""
    if start < holder[0].span.start:
        return True
    sentence = block.shown
    at = bisect_left(holder, sentence.start, key=lambda mention: mention.span.start)
    return at < len(holder) and holder[at].span.start < sentence.end


def _stands_alone(line: Line, at: int) -> bool:
    """Whether an office has "the" or a state before it and no name or field behind it."""
    tokens = line.tokens
    if at == 0 or not (tokens[at - 1].text in _THE or _owns(tokens[at - 1])):
        return False
    if at + 1 == len(tokens):
        return True
    following = tokens[at + 1]
    named = following.capitalised or following.label in {"office", "honorific"}
    return not (named or following.text in _GOES_ON) or line.gap(at + 1) != " "


def _owns(token: Token) -> bool:
    return bool(token.states) and (token.possessive or token.label == "demonym")


class _Holders:
    """Who holds which office in an article: the people that are named in the text of it."""

    def __init__(self, mentions: Iterable[Mention], headlines: Iterable[Span]) -> None:
        """Put the mentions outside of headlines together, and their roles by the words in them."""
        people = [mention for mention in mentions if mention.kind == "person"]
        self._people = [cluster.mentions for cluster in link(_outside(people, headlines))]
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for who, named in enumerate(self._people):
            for role in dict.fromkeys(mention.role for mention in named if mention.role):
                self._holders[role].append(who)
        self._roles: defaultdict[str, list[str]] = defaultdict(list)
        for role in self._holders:
            # Whether letters beyond ASCII are the same but for their case is asked of the pattern.
            for word in set(_WORD.findall(role.lower())) if role.isascii() else {_ANY}:
                self._roles[word].append(role)

    def of(self, office: str, owner: tuple[str, ...]) -> Sequence[Mention]:
        """Return the mentions of the one person with an office, none if nobody or several have it.

        `owner` are the codes of the states whose office it may be, none if it may be any's.
        """
        pattern = _pattern(office)
        word = _WORD.search(office) if office.isascii() else None
        roles = self._roles[word.group()] + self._roles[_ANY] if word else list(self._holders)
        held = {who for role in roles if pattern.search(role) for who in self._holders[role]}
        found = [who for who in held if not owner or _home(self._people[who]) in owner]
        return self._people[found[0]] if len(found) == 1 else ()


def _outside(mentions: Iterable[Mention], spans: Iterable[Span]) -> list[Mention]:
    """Return the mentions that lie in none of the spans."""
    ordered = sorted([(span.start, span.end) for span in spans])
    starts = [start for start, _ in ordered]
    furthest = list(accumulate([end for _, end in ordered], max))
    outside = []
    for mention in mentions:
        at = bisect_right(starts, mention.span.start)
        if not at or furthest[at - 1] < mention.span.end:
            outside.append(mention)
    return outside


def _home(mentions: Iterable[Mention]) -> str | None:
    return next((mention.country for mention in mentions if mention.country), None)


@lru_cache(maxsize=256)
def _pattern(office: str) -> re.Pattern[str]:
    return re.compile(rf"{_NOT_THE_SAME}\b{re.escape(office)}\b(?!-)", re.IGNORECASE)
