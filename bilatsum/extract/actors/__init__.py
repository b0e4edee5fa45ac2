"""Who the article is about: states, people, organisations and groups.

In: a Document. Out: Actors, the most salient first, and the pair of states the article is about.

The steps, in this order: find names of the gazetteer, then people and organisations by their
context, put the mentions of each actor together, add surnames that stand alone, weigh.
"""

import re
from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from bilatsum.model import Actor, Document, Span, View

from .build import build_actors, country_of_body
from .link import Mention, link, surnames
from .names import Name, find_names
from .organisations import OrganisationFound, find_organisations, owner_before
from .people import PersonFound, find_people
from .salience import pair_of
from .states import StateName, is_american_georgia, read_states, unambiguous
from .tokens import Token, tokenize

__all__ = ["find_actors"]

# "Ned Price, Department Spokesperson" over a statement speaks in it; "By Jane Doe" reports it.
_SPEAKS = re.compile(r"(?!by |written by |media |press |photo|reporting|editing|related|©)", re.IGNORECASE)
_TITLE_WEIGHT = 3.0
_LEAD_WEIGHT = 2.0
_LEAD_SENTENCES = 3
_ADJECTIVE_SHARE = 0.5
_MAX_ALONE = 5


@dataclass(frozen=True, slots=True)
class _Block:
    """A stretch of text with what was found in it."""

    view: View
    names: list[Name]
    tokens: list[Token]
    weight: float
    headline: bool


def find_actors(document: Document) -> tuple[tuple[Actor, ...], tuple[str, str] | None]:
    """Find the actors of `document`, and the two states it is about, the more central one first."""
    blocks = list(_blocks(document))
    known = unambiguous(name for block in blocks for name in block.names)
    mentions = [mention for block in blocks for mention in _mentions(block, known)]
    mentions += _alone(blocks, mentions)
    clusters = link(mentions)
    pair = pair_of(clusters)
    return build_actors(clusters, document), pair


def _blocks(document: Document) -> Iterator[_Block]:
    american_georgia = is_american_georgia(document.article.text)
    for span, weight, headline in _stretches(document):
        view = document.view(span)
        names = [
            name
            for name in find_names(view.text)
            if not (american_georgia and name.form.text == "Georgia" and _in_america(view.text, name))
        ]
        yield _Block(view, names, tokenize(view.text, names), weight, headline)


def _in_america(text: str, name: Name) -> bool:
    before = text[max(0, name.start - 24) : name.start]
    return "state of" in before or before.rstrip().endswith((",", "Atlanta", "Savannah"))


def _stretches(document: Document) -> Iterator[tuple[Span, float, bool]]:
    """Yield the stretches to search, their weight, and whether they are headlines."""
    article = document.article
    if article.title:
        yield article.title, _TITLE_WEIGHT, True
    for piece in article.furniture:
        if piece.kind in {"byline", "label"} and _SPEAKS.match(document.shown(piece.span)):
            yield piece.span, 0.5, False
    for sentence in document.sentences:
        weight = _LEAD_WEIGHT if sentence.index < _LEAD_SENTENCES else 1.0
        yield sentence.span, weight, False
    with_sentences = {sentence.paragraph for sentence in document.sentences}
    for paragraph in document.paragraphs:
        if paragraph.index not in with_sentences:
            yield paragraph.span, 1.0, True


def _mentions(block: _Block, known: Counter[str]) -> Iterator[Mention]:
    text, view = block.view.text, block.view
    people = find_people(text, block.tokens, headline=block.headline)
    organisations = [] if block.headline else find_organisations(text, block.tokens)
    organisations = [o for o in organisations if not _overlaps(o, people)]
    covered = [(found.start, found.end) for found in (*people, *organisations)]
    for person in people:
        yield _of_person(view, person, known, block.weight)
    for organisation in organisations:
        yield from _of_organisation(view, organisation, known, block.weight)
    free = [n for n in block.names if not any(s <= n.start and n.end <= e for s, e in covered)]
    for state in read_states(text, free, known):
        yield _of_state(view, state, block.weight)
    for name in free:
        if name.form.kind in {"organisation", "group"}:
            yield _of_body(view, name, block.tokens, known, block.weight)


def _of_body(
    view: View, name: Name, tokens: list[Token], known: Counter[str], weight: float
) -> Mention:
    """"Chile's Senate" is not the Senate of the gazetteer: the state before it decides."""
    owner = _one(owner_before(tokens, name.start), known)
    home = country_of_body(name.form.keys[0])
    acronym = name.form.text.isupper()
    foreign = owner is not None and home is not None and owner != home and not acronym
    return Mention(
        view.span(name.start, name.end),
        name.form.text,
        "group" if name.form.kind == "group" else "organisation",
        f"{name.form.text} ({owner})" if foreign else name.form.keys[0],
        "actors.gazetteer.organisation",
        weight,
        country=owner if foreign else None,
    )


def _overlaps(found: OrganisationFound, people: list[PersonFound]) -> bool:
    return any(found.start < person.end and person.start < found.end for person in people)


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


def _of_person(view: View, found: PersonFound, known: Counter[str], weight: float) -> Mention:
    return Mention(
        view.span(found.start, found.end),
        found.name,
        "person",
        found.name,
        found.rule,
        weight,
        role=view.text[slice(*found.role)] if found.role else "",
        role_span=view.span(*found.role) if found.role else None,
        country=_one(found.countries, known) or _country_of_body(found.organisation),
    )


def _of_organisation(
    view: View, found: OrganisationFound, known: Counter[str], weight: float
) -> Iterator[Mention]:
    country = _one(found.countries, known)
    span = view.span(found.start, found.end)
    yield Mention(
        span, found.name, "organisation", found.name, found.rule, weight, country=country
    )
    if found.acronym and found.acronym_at:
        yield Mention(
            view.span(*found.acronym_at),
            found.acronym,
            "organisation",
            found.name,
            found.rule,
            0.0,
            country=country,
        )


def _one(codes: tuple[str, ...], known: Counter[str]) -> str | None:
    """Return the code if there is one, or the one of several that the article surely names."""
    if len(codes) == 1:
        return codes[0]
    meant = [code for code in codes if known[code]]
    return meant[0] if len(meant) == 1 else None


def _country_of_body(name: str | None) -> str | None:
    return country_of_body(name) if name else None


def _alone(blocks: list[_Block], mentions: list[Mention]) -> Iterator[Mention]:
    """Yield surnames and defined acronyms that stand alone: "Rubio", "the IDB"."""
    owners = surnames(link(mentions))
    acronyms = {m.text: m for m in mentions if m.kind == "organisation" and m.text != m.key and m.text.isupper() and m.weight == 0.0}
    taken = {m.span.start: m.span.end for m in mentions if not m.adjective}
    ends = sorted(taken.items())
    for block in blocks:
        at = 0
        while at < len(block.tokens):
            at += yield from _alone_at(block, at, owners, acronyms, ends)


def _alone_at(
    block: _Block,
    at: int,
    owners: dict[str, str],
    acronyms: dict[str, Mention],
    taken: list[tuple[int, int]],
) -> Generator[Mention, None, int]:
    """Yield the name that begins at token `at`, if one does; return how many tokens it takes."""
    text, tokens = block.view.text, block.tokens
    first = tokens[at]
    if first.label in {"office", "honorific", "organisation", "demonym"} or not first.text[0].isalpha():
        return 1
    if at > 1 and tokens[at - 1].text == "of" and tokens[at - 2].capitalised:
        return 1  # "Gulf of Aden" is not Ms Aden
    for length in range(min(_MAX_ALONE, len(tokens) - at), 0, -1):
        words = text[first.start : tokens[at + length - 1].end]
        owner, acronym = owners.get(words), acronyms.get(words)
        if (not owner and not acronym) or (owner and length == 1 and first.label == "state"):
            continue
        span = block.view.span(first.start, tokens[at + length - 1].end)
        if any(start <= span.start < end for start, end in taken):
            return length
        if owner:
            yield Mention(span, words, "person", owner, "actors.person.surname", block.weight)
        elif acronym:
            yield Mention(
                span, words, "organisation", acronym.key, acronym.rule, block.weight,
                country=acronym.country,
            )
        return length
    return 1
