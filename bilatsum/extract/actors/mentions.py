"""From what is found in each stretch of text to mentions of actors."""

from collections import Counter
from collections.abc import Iterator

from bilatsum.model import ActorKind, OwnNames, View

from .blocks import Block
from .link import Mention
from .names import Name
from .organisations import OrganisationFound
from .people import PersonFound
from .reading import Reading
from .salience import country_of_body
from .states import StateName, read_states

_ADJECTIVE_SHARE = 0.5


def mentions_of(reading: Reading, known: Counter[str], own: OwnNames) -> Iterator[Mention]:
    """Yield the mentions of a block; `known` counts the states that the article surely names."""
    block = reading.block
    view = block.view
    for person in reading.people:
        yield _of_person(block, view, person, known, own)
    for body in reading.bodies:
        yield from _of_organisation(block, view, body, known)
    for state in read_states(view.text, reading.names, known):
        yield _of_state(block, view, state)
    for name in reading.names:
        owners = reading.owners.get(name.start)
        if owners is not None:
            yield _of_body(block, view, name, _one(owners, known), own)
        elif name.form.kind == "person":
            yield _of_own_person(block, view, name)


def _of_state(block: Block, view: View, found: StateName) -> Mention:
    return Mention(
        view.span(found.start, found.end),
        found.text,
        "state",
        found.iso3,
        found.rule,
        block.weight * _ADJECTIVE_SHARE if found.adjective else block.weight,
        adjective=found.adjective,
        issuer=block.issuer,
    )


def _of_person(
    block: Block, view: View, found: PersonFound, known: Counter[str], own: OwnNames
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
        block.weight,
        issuer=block.issuer,
        role=view.text[slice(*found.role)] if found.role else "",
        role_span=view.span(*found.role) if found.role else None,
        country=country,
    )


def _of_organisation(
    block: Block, view: View, found: OrganisationFound, known: Counter[str]
) -> Iterator[Mention]:
    """Yield the name, and the acronym defined behind it, which adds no weight."""
    country = _one(found.countries, known)
    places = [(found.name, (found.start, found.end), block.weight)]
    if found.acronym_at:
        places.append((found.acronym, found.acronym_at, 0.0))
    for text, place, counts in places:
        yield Mention(view.span(*place), text, "organisation", found.name, found.rule, counts,
                      issuer=block.issuer, country=country)  # fmt: skip


def _of_own_person(block: Block, view: View, name: Name) -> Mention:
    span = view.span(name.start, name.end)
    return Mention(span, name.form.text, "person", name.form.keys[0], "actors.own.person",
                   block.weight, issuer=block.issuer)  # fmt: skip


def _of_body(block: Block, view: View, name: Name, owner: str | None, own: OwnNames) -> Mention:
    """Return the mention of a body; "Chile's Senate" is not the Senate of the gazetteer."""
    text, body = name.form.text, name.form.keys[0]
    span = view.span(name.start, name.end)
    added = next((one for one in own.organisations if one.name == body), None)
    if added:
        return Mention(span, text, added.kind, added.name, "actors.own.organisation", block.weight,
                       issuer=block.issuer, country=added.country)  # fmt: skip
    home = country_of_body(body)
    foreign = owner is not None and home is not None and owner != home and not text.isupper()
    kind: ActorKind = "group" if name.form.kind == "group" else "organisation"
    return Mention(
        span,
        text,
        kind,
        f"{text} ({owner})" if foreign else body,
        "actors.gazetteer.organisation",
        block.weight,
        issuer=block.issuer,
        country=owner if foreign else None,
    )


def _one(codes: tuple[str, ...], known: Counter[str]) -> str | None:
    """Return the code if there is one, or the one of several that the article surely names."""
    if len(codes) == 1:
        return codes[0]
    meant = [code for code in codes if known[code]]
    return meant[0] if len(meant) == 1 else None
