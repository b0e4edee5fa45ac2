"""Names that stand alone after they were introduced: "Rubio", "the IDB"."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .blocks import Block
from .lexicon import Token
from .link import Mention, Taken, link, surnames
from .tokens import Line

_MAX_WORDS = 5
_HEAD = 3
_NAMED = frozenset({"office", "honorific", "organisation", "demonym"})


class _Known(NamedTuple):
    """Whose a short form is, and where names were found already."""

    people: Mapping[str, str]
    acronyms: Mapping[str, Mention]
    taken: Taken


def named_again(
    blocks: Sequence[Block], mentions: Sequence[Mention], size: int
) -> Iterator[Mention]:
    """Yield the mentions by surname or by defined acronym that `mentions` lack.

    `size` is the number of characters of the article.
    """
    people = surnames(link([mention for mention in mentions if mention.kind == "person"]))
    acronyms = {
        mention.text: mention
        for mention in mentions
        if mention.kind == "organisation" and mention.weight == 0.0 and mention.text.isupper()
    }
    heads = frozenset(form[:n] for form in (*people, *acronyms) for n in range(1, _HEAD + 1))
    if not heads:
        return
    taken = Taken(size, [mention.span for mention in mentions if not mention.adjective])
    known = _Known(people, acronyms, taken)
    large = all(head[0].isupper() for head in heads)
    for block in blocks:
        line = block.line
        tokens = line.tokens
        free = 0
        for at in line.large if large else range(len(tokens)):
            if tokens[at].text[:_HEAD] in heads and at >= free and _may_be_named(tokens, at):
                mention, length = _at(block, line, at, known)
                free = at + length
                if mention is not None:
                    yield mention


def _may_be_named(tokens: Sequence[Token], at: int) -> bool:
    first = tokens[at]
    if first.label in _NAMED or not first.text[0].isalpha():
        return False
    # "Gulf of Aden" is not Ms Aden
    return not (at > 1 and tokens[at - 1].text == "of" and tokens[at - 2].capitalised)


def _at(block: Block, line: Line, at: int, known: _Known) -> tuple[Mention | None, int]:
    """Return the name that begins at token `at`, if a new one does, and how many tokens it has."""
    start = line.starts[at]
    for length in range(min(_MAX_WORDS, len(line.tokens) - at), 0, -1):
        end = line.end(at + length - 1)
        words = line.text[start:end]
        owner, acronym = known.people.get(words), known.acronyms.get(words)
        if owner and length == 1 and line.tokens[at].label == "state":
            owner = None
        if owner is None and acronym is None:
            continue
        span = block.view.span(start, end)
        if known.taken.holds(span.start):
            return None, length
        if owner is not None:
            rule = "actors.person.surname"
            return Mention(span, words, "person", owner, rule, block.weight), length
        if acronym is not None:
            again = Mention(span, words, "organisation", acronym.key, acronym.rule, block.weight,
                            country=acronym.country)  # fmt: skip
            return again, length
    return None, 1
