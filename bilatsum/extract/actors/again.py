"""Names that stand alone after they were introduced: "Rubio", "the IDB"."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import NamedTuple

from .blocks import Block
from .link import Mention, link, surnames

_MAX_WORDS = 5


class _Known(NamedTuple):
    """Whose a short form is, and where names were found already."""

    people: Mapping[str, str]
    acronyms: Mapping[str, Mention]
    taken: frozenset[int]


def named_again(blocks: Sequence[Block], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions by surname or by defined acronym that `mentions` lack."""
    known = _Known(
        people=surnames(link(mentions)),
        acronyms={
            mention.text: mention
            for mention in mentions
            if mention.kind == "organisation" and mention.text.isupper() and mention.weight == 0.0
        },
        taken=frozenset(
            offset
            for mention in mentions
            if not mention.adjective
            for offset in range(mention.span.start, mention.span.end)
        ),
    )
    for block in blocks:
        at = 0
        while at < len(block.tokens):
            at += yield from _at(block, at, known)


def _at(block: Block, at: int, known: _Known) -> Generator[Mention, None, int]:
    """Yield the name that begins at token `at`, if one does; return how many tokens it takes."""
    text, tokens = block.view.text, block.tokens
    first = tokens[at]
    named = first.label in {"office", "honorific", "organisation", "demonym"}
    of_a_place = at > 1 and tokens[at - 1].text == "of" and tokens[at - 2].capitalised
    if named or of_a_place or not first.text[0].isalpha():  # "Gulf of Aden" is not Ms Aden
        return 1
    for length in range(min(_MAX_WORDS, len(tokens) - at), 0, -1):
        words = text[first.start : tokens[at + length - 1].end]
        owner, acronym = known.people.get(words), known.acronyms.get(words)
        if owner and length == 1 and first.label == "state":
            owner = None
        if owner is None and acronym is None:
            continue
        span = block.view.span(first.start, tokens[at + length - 1].end)
        if span.start in known.taken:
            return length
        if owner is not None:
            yield Mention(span, words, "person", owner, "actors.person.surname", block.weight)
        elif acronym is not None:
            country = acronym.country
            yield Mention(
                span,
                words,
                "organisation",
                acronym.key,
                acronym.rule,
                block.weight,
                country=country,
            )
        return length
    return 1
