"""People spoken of by their office alone: "the foreign minister", "Peru's president".

Only where one person of the article holds such an office, and was named before.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from .blocks import Block
from .link import BY_TITLE, Mention, link
from .tokens import Token

_SHARE = 0.5  # of the weight of a name
_NOT_THE_SAME = r"(?<!vice )(?<!vice-)(?<!deputy )(?<!former )(?<!under )(?<!assistant )(?<!then )"
_THE = frozenset({"the", "The"})
# "the president of the club" and "the minister for fisheries" may be others.
_GOES_ON = frozenset({"of", "for", "-", "to", "in"})


def titles(blocks: Sequence[Block], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions of people by an office that `mentions`, which have names, tell them by."""
    taken = {mention.span.start for mention in mentions}
    roles = [m.role_span for m in mentions if m.role_span]
    inside = {offset for span in roles for offset in range(span.start, span.end)}
    holders: dict[tuple[str, tuple[str, ...]], Mention | None] = {}
    people = _people(mentions)
    for block in blocks:
        for at, token in enumerate(block.tokens):
            if token.label != "office" or block.headline:
                continue
            span = block.view.span(token.start, token.end)
            if span.start in inside or span.start in taken or not _stands_alone(block, at):
                continue
            owner = block.tokens[at - 1].states
            office = token.text.lower()
            if (office, owner) not in holders:
                holders[office, owner] = _holder(office, owner, people)
            holder = holders[office, owner]
            if holder is not None and holder.span.start < span.start:
                yield Mention(span, token.text, "person", holder.key, BY_TITLE,
                              block.weight * _SHARE)  # fmt: skip


def _stands_alone(block: Block, at: int) -> bool:
    """Whether an office has "the" or a state before it and no name or field behind it."""
    tokens = block.tokens
    if at == 0 or not (tokens[at - 1].text in _THE or _owns(tokens[at - 1])):
        return False
    if at + 1 == len(tokens):
        return True
    following = tokens[at + 1]
    apart = block.view.text[tokens[at].end : following.start] != " "
    named = following.capitalised or following.label in {"office", "honorific"}
    return apart or not (named or following.text in _GOES_ON)


def _owns(token: Token) -> bool:
    return bool(token.states) and (token.possessive or token.label == "demonym")


def _people(mentions: Sequence[Mention]) -> Mapping[str, list[Mention]]:
    """Return the mentions of each person by the first full form of the name, roles of all forms."""
    return {cluster.key: cluster.mentions for cluster in link(mentions) if cluster.kind == "person"}


def _holder(
    office: str, owner: tuple[str, ...], people: Mapping[str, Sequence[Mention]]
) -> Mention | None:
    """Return the first mention of the one person with the office, None if none or several."""
    pattern = re.compile(rf"{_NOT_THE_SAME}\b{re.escape(office)}\b(?!-)", re.IGNORECASE)
    found = []
    for mentions in people.values():
        held = any(pattern.search(mention.role) for mention in mentions)
        home = next((mention.country for mention in mentions if mention.country), None)
        if held and (not owner or home in owner):
            found.append(mentions[0])
    return found[0] if len(found) == 1 else None
