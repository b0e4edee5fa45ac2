"""What is found in one stretch of text by itself."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from .blocks import Block
from .names import Name
from .organisations import OrganisationFound, find_organisations, owner_before
from .people import PersonFound, find_people
from .states import count_states
from .titles import lone_offices

_BODIES = frozenset({"organisation", "group"})
_NO_OWNERS: Mapping[int, tuple[str, ...]] = MappingProxyType({})


class Reading(NamedTuple):
    """The people, the bodies, and the gazetteer's names in a block.

    `names` are no part of a person's or a body's; `owners` are the codes of the states that own
    one of them that is a body, by where it begins.
    """

    block: Block
    people: Sequence[PersonFound]
    bodies: Sequence[OrganisationFound]
    names: Sequence[Name]
    owners: Mapping[int, tuple[str, ...]]


def read(block: Block, known: Counter[str]) -> Reading | None:
    """Return what is in a block, None if nothing; people go before bodies, these before names.

    Notes in the block what is asked of it later, and counts the states surely named in `known`.
    """
    line = block.line
    people = find_people(line, headline=block.headline, tagged=block.people)
    people_at = [(person.start, person.end) for person in people]
    bodies: Sequence[OrganisationFound] = ()
    if not block.headline:
        bodies = find_organisations(line, block.bodies)
    if bodies and people:
        bodies = [body for body in bodies if not _held(body.start, body.end, people_at)]
    names: Sequence[Name] = line.names
    if names:
        count_states(names, known)
        block.capitals = _capitals(block, names)
        if people or bodies:
            covered = sorted([*people_at, *((body.start, body.end) for body in bodies)])
            names = [name for name in names if not _held(name.start, name.end, covered)]
    if line.offices and not block.headline:
        block.offices = lone_offices(block, line)
    if not (people or bodies or names):
        return None
    owners = {
        name.start: owner_before(line.tokens, bisect_right(line.starts, name.start) - 1)
        for name in names
        if name.form.kind in _BODIES
    }
    return Reading(block, people, bodies, names, owners or _NO_OWNERS)


def _capitals(block: Block, names: Sequence[Name]) -> Sequence[tuple[int, int, str]]:
    """Return where capitals of states are named in the article, and of which."""
    capitals = [name for name in names if name.form.kind == "capital"]
    if not capitals:
        return ()
    view = block.view
    spans = [view.span(name.start, name.end) for name in capitals]
    return [
        (span.start, span.end, name.form.keys[0])
        for span, name in zip(spans, capitals, strict=True)
    ]


def _held(start: int, end: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the sorted, separate `stretches` overlaps the characters `start` to `end`."""
    at = bisect_right(stretches, (start, end)) - 1
    return any(
        start < other_end and other_start < end
        for other_start, other_end in stretches[max(0, at) : at + 2]
    )
