"""People spoken of by their office alone: "the foreign minister", "Peru's president".

Only where one person of the article holds such an office, and was named before.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from bilatsum.model import Span

from .blocks import Block
from .link import BY_TITLE, Mention, Taken, link
from .tokens import Token

_SHARE = 0.5  # of the weight of a name
_NOT_THE_SAME = r"(?<!vice )(?<!vice-)(?<!deputy )(?<!former )(?<!under )(?<!assistant )(?<!then )"
_THE = frozenset({"the", "The"})
# "the president of the club" and "the minister for fisheries" may be others.
_GOES_ON = frozenset({"of", "for", "-", "to", "in"})


def titles(blocks: Sequence[Block], mentions: Sequence[Mention], size: int) -> Iterator[Mention]:
    """Yield the mentions of people by an office that `mentions`, which have names, tell them by.

    `size` is the number of characters of the article.

    An office that is spoken of before its holder is named in the text, or beside the name in one
    sentence ("The Prime Minister thanked Prime Minister Paz"), is somebody else's too: nobody's.
    """
    taken = {mention.span.start for mention in mentions}
    inside = Taken(size, [m.role_span for m in mentions if m.role_span])
    headlines = [block.view.span(0, len(block.view.text)) for block in blocks if block.headline]
    people = _people([m for m in mentions if not any(span.covers(m.span) for span in headlines)])
    alone: dict[tuple[str, tuple[str, ...]], list[tuple[Span, Block]]] = {}
    for block in blocks:
        if block.headline:
            continue
        tokens = block.tokens
        for at in [at for at, token in enumerate(tokens) if token.label == "office"]:
            view, token = block.view, tokens[at]
            if not _stands_alone(view.text, tokens, at):
                continue
            span = view.span(token.start, token.end)
            if not inside.holds(span.start) and span.start not in taken:
                key = token.text.lower(), tokens[at - 1].states
                alone.setdefault(key, []).append((span, block))
    for (office, owner), places in alone.items():
        holder = _holder(office, owner, people)
        if holder and not any(_is_anothers(span, block, holder) for span, block in places):
            for span, block in places:
                yield Mention(span, office, "person", holder[0].key, BY_TITLE,
                              block.weight * _SHARE)  # fmt: skip


def _is_anothers(span: Span, block: Block, holder: Sequence[Mention]) -> bool:
    """Whether an office stands before its holder was named, or beside the holder's name."""
    sentence = block.view.span(0, len(block.view.text))
    return span.start < holder[0].span.start or any(
        sentence.start <= mention.span.start < sentence.end for mention in holder
    )


def _stands_alone(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether an office has "the" or a state before it and no name or field behind it."""
    if at == 0 or not (tokens[at - 1].text in _THE or _owns(tokens[at - 1])):
        return False
    if at + 1 == len(tokens):
        return True
    following = tokens[at + 1]
    apart = text[tokens[at].end : following.start] != " "
    named = following.capitalised or following.label in {"office", "honorific"}
    return apart or not (named or following.text in _GOES_ON)


def _owns(token: Token) -> bool:
    return bool(token.states) and (token.possessive or token.label == "demonym")


def _people(mentions: Sequence[Mention]) -> Mapping[str, list[Mention]]:
    """Return the mentions of each person by the first full form of the name, roles of all forms."""
    return {cluster.key: cluster.mentions for cluster in link(mentions) if cluster.kind == "person"}


def _holder(
    office: str, owner: tuple[str, ...], people: Mapping[str, Sequence[Mention]]
) -> Sequence[Mention]:
    """Return the mentions of the one person with the office, none if nobody or several have it."""
    pattern = re.compile(rf"{_NOT_THE_SAME}\b{re.escape(office)}\b(?!-)", re.IGNORECASE)
    found = []
    for mentions in people.values():
        held = any(pattern.search(mention.role) for mention in mentions)
        home = next((mention.country for mention in mentions if mention.country), None)
        if held and (not owner or home in owner):
            found.append(mentions)
    return found[0] if len(found) == 1 else ()
