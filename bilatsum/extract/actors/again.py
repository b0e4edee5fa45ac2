"""Names that stand alone after they were introduced: "Rubio", "the IDB"."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import NamedTuple

from .blocks import Block
from .link import Mention, Taken, link, surnames
from .tokens import Token

_MAX_WORDS = 5
_HEAD = 3
_NAMED = frozenset({"office", "honorific", "organisation", "demonym"})


class _Known(NamedTuple):
    """Whose a short form is, by what letters one begins, and where names were found already."""

    people: Mapping[str, str]
    acronyms: Mapping[str, Mention]
    heads: frozenset[str]
    taken: Taken


def named_again(
    blocks: Sequence[Block], mentions: Sequence[Mention], size: int
) -> Iterator[Mention]:
    """Yield the mentions by surname or by defined acronym that `mentions` lack.

    `size` is the number of characters of the article.
    """
    people = surnames(link(mentions))
    acronyms = {
        mention.text: mention
        for mention in mentions
        if mention.kind == "organisation" and mention.text.isupper() and mention.weight == 0.0
    }
    heads = frozenset(form[:n] for form in (*people, *acronyms) for n in range(1, _HEAD + 1))
    if not heads:
        return
    taken = Taken(size, [mention.span for mention in mentions if not mention.adjective])
    known = _Known(people, acronyms, heads, taken)
    for block in blocks:
        tokens = block.tokens
        at = 0
        while at < len(tokens):
            if tokens[at].text[:_HEAD] in heads:
                at += yield from _at(block, tokens, at, known)
            else:
                at += 1


def _at(
    block: Block, tokens: Sequence[Token], at: int, known: _Known
) -> Generator[Mention, None, int]:
    """Yield the name that begins at token `at`, if one does; return how many tokens it takes."""
    first = tokens[at]
    of_a_place = at > 1 and tokens[at - 1].text == "of" and tokens[at - 2].capitalised
    if first.label in _NAMED or of_a_place or not first.text[0].isalpha():
        return 1  # "Gulf of Aden" is not Ms Aden
    view = block.view
    for length in range(min(_MAX_WORDS, len(tokens) - at), 0, -1):
        words = view.text[first.start : tokens[at + length - 1].end]
        owner, acronym = known.people.get(words), known.acronyms.get(words)
        if owner and length == 1 and first.label == "state":
            owner = None
        if owner is None and acronym is None:
            continue
        span = view.span(first.start, tokens[at + length - 1].end)
        if known.taken.holds(span.start):
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
