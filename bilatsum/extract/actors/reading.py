"""What is found in one stretch of text by itself."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .blocks import Block
from .names import Name
from .organisations import OrganisationFound, find_organisations, owner_before
from .people import PersonFound, find_people
from .titles import LoneOffice, lone_offices

_BODIES = frozenset({"organisation", "group"})


class Reading(NamedTuple):
    """The people, the bodies, and the gazetteer's names in a block.

    `free` are the names that are no part of a person's or a body's; `owners` are the codes of the
    states that own one of them, by where it begins; `offices` stand alone.
    """

    block: Block
    people: Sequence[PersonFound]
    bodies: Sequence[OrganisationFound]
    names: Sequence[Name]
    free: Sequence[Name]
    owners: Mapping[int, tuple[str, ...]]
    offices: Sequence[LoneOffice]


def read(block: Block) -> Reading:
    """Return what is in a block; people go before bodies, bodies before the gazetteer."""
    line = block.line
    people = find_people(line, headline=block.headline, tagged=block.people)
    people_at = [(person.start, person.end) for person in people]
    bodies: Sequence[OrganisationFound] = ()
    if not block.headline:
        bodies = find_organisations(line, block.bodies)
        if people:
            bodies = [body for body in bodies if not _held(body.start, body.end, people_at)]
    free: Sequence[Name] = line.names
    if free and (people or bodies):
        covered = sorted([*people_at, *((body.start, body.end) for body in bodies)])
        free = [name for name in free if not _held(name.start, name.end, covered)]
    owners = {
        name.start: owner_before(line.tokens, bisect_right(line.starts, name.start) - 1)
        for name in free
        if name.form.kind in _BODIES
    }
    return Reading(block, people, bodies, line.names, free, owners, lone_offices(block, line))


def _held(start: int, end: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the sorted, separate `stretches` overlaps the characters `start` to `end`."""
    at = bisect_right(stretches, (start, end)) - 1
    return any(
        start < other_end and other_start < end
        for other_start, other_end in stretches[max(0, at) : at + 2]
    )
