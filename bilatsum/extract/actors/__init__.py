"""Who the article is about: states, people, organisations and groups.

In: a Document. Out: Actors, the most salient first, and the pair of states the article is about.

The steps, in this order: find names of the gazetteer, then people and organisations by their
context, put the mentions of each actor together, add surnames and offices that stand alone, read
the country of those who have none beside their names from the context, weigh.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from bilatsum.model import Actor, ActorKind, Document, OwnNames, View

from .again import named_again
from .blocks import Block, blocks
from .build import build_actors
from .countries import infer_countries, take_own_countries
from .link import Mention, link
from .names import NOTHING, Name
from .organisations import OrganisationFound, find_organisations, owner_before
from .people import PersonFound, find_people
from .salience import country_of_body, pair_of
from .states import StateName, read_states, unambiguous
from .titles import titles

__all__ = ["find_actors"]

_ADJECTIVE_SHARE = 0.5


def find_actors(
    document: Document, own: OwnNames = NOTHING
) -> tuple[tuple[Actor, ...], tuple[str, str] | None]:
    """Find the actors of `document`, and the two states it is about, the more central one first.

    `own` is what the user adds to the gazetteer.
    """
    stretches = list(blocks(document, own))
    known = unambiguous(name for block in stretches for name in block.names)
    mentions = [
        mention._replace(issuer=block.issuer)
        for block in stretches
        for mention in _mentions(block, known, own)
    ]
    size = len(document.article.text)
    mentions += named_again(stretches, mentions, size)
    mentions += titles(stretches, mentions, size)
    clusters = link(mentions)
    take_own_countries(clusters, own)
    infer_countries(clusters, stretches, pair_of(clusters), document.article.text)
    pair = pair_of(clusters)
    return build_actors(clusters, pair), pair


def _mentions(block: Block, known: Counter[str], own: OwnNames) -> Iterator[Mention]:
    """Yield the names of one block; people go before bodies, bodies before the gazetteer."""
    view, tokens, weight = block.view, block.tokens, block.weight
    text = view.text
    people = find_people(text, tokens, headline=block.headline, tagged=block.people)
    built = [] if block.headline else find_organisations(text, tokens, block.bodies)
    people_at = [(person.start, person.end) for person in people]
    bodies = [body for body in built if not _held(body.start, body.end, people_at)]
    covered = sorted([*people_at, *((body.start, body.end) for body in bodies)])
    free = [name for name in block.names if not _held(name.start, name.end, covered)]
    for person in people:
        yield _of_person(view, person, known, weight, own)
    for body in bodies:
        yield from _of_organisation(view, body, known, weight)
    for state in read_states(text, free, known):
        yield _of_state(view, state, weight)
    for name in free:
        if name.form.kind in {"organisation", "group"}:
            yield _of_body(block, name, known, own)
        elif name.form.kind == "person":
            yield _of_own_person(block, name)


def _held(start: int, end: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the sorted, separate `stretches` overlaps the characters `start` to `end`."""
    at = bisect_right(stretches, (start, end)) - 1
    return any(
        start < other_end and other_start < end
        for other_start, other_end in stretches[max(0, at) : at + 2]
    )


def _of_state(view: View, found: StateName, weight: float) -> Mention:
    return Mention(
        view.span(found.start, found.end),
        found.text,
        "state",
        found.iso3,
        found.rule,
        weight * (_ADJECTIVE_SHARE if found.adjective else 1.0),
        adjective=found.adjective,
    )


def _of_person(
    view: View, found: PersonFound, known: Counter[str], weight: float, own: OwnNames
) -> Mention:
    key = next((one.name for one in own.people if found.name in one.aliases), found.name)
    country = _one(found.countries, known)
    if country is None and found.organisation:
        country = country_of_body(found.organisation)
    return Mention(
        view.span(found.start, found.end),
        found.name,
        "person",
        key,
        found.rule,
        weight,
        role=view.text[slice(*found.role)] if found.role else "",
        role_span=view.span(*found.role) if found.role else None,
        country=country,
    )


def _of_organisation(
    view: View, found: OrganisationFound, known: Counter[str], weight: float
) -> Iterator[Mention]:
    """Yield the name, and the acronym defined behind it, which adds no weight."""
    country = _one(found.countries, known)
    places = [(found.name, (found.start, found.end), weight)]
    if found.acronym_at:
        places.append((found.acronym, found.acronym_at, 0.0))
    for text, place, counts in places:
        span = view.span(*place)
        yield Mention(span, text, "organisation", found.name, found.rule, counts, country=country)


def _of_own_person(block: Block, name: Name) -> Mention:
    span = block.view.span(name.start, name.end)
    return Mention(span, name.form.text, "person", name.form.keys[0], "actors.own.person",
                   block.weight)  # fmt: skip


def _of_body(block: Block, name: Name, known: Counter[str], own: OwnNames) -> Mention:
    """Return the mention of a body; "Chile's Senate" is not the Senate of the gazetteer."""
    added = next((one for one in own.organisations if one.name == name.form.keys[0]), None)
    if added:
        span = block.view.span(name.start, name.end)
        return Mention(span, name.form.text, added.kind, added.name, "actors.own.organisation",
                       block.weight, country=added.country)  # fmt: skip
    place = bisect_right(block.tokens, name.start, key=lambda token: token.start) - 1
    owner = _one(owner_before(block.tokens, place), known)
    home = country_of_body(name.form.keys[0])
    acronym = name.form.text.isupper()
    foreign = owner is not None and home is not None and owner != home and not acronym
    kind: ActorKind = "group" if name.form.kind == "group" else "organisation"
    return Mention(
        block.view.span(name.start, name.end),
        name.form.text,
        kind,
        f"{name.form.text} ({owner})" if foreign else name.form.keys[0],
        "actors.gazetteer.organisation",
        block.weight,
        country=owner if foreign else None,
    )


def _one(codes: tuple[str, ...], known: Counter[str]) -> str | None:
    """Return the code if there is one, or the one of several that the article surely names."""
    if len(codes) == 1:
        return codes[0]
    meant = [code for code in codes if known[code]]
    return meant[0] if len(meant) == 1 else None
