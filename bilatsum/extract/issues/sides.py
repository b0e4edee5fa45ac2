"""Whose issue it is: who raises a matter or opposes it, where the clause says so."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from bilatsum.data import wordings
from bilatsum.model import Actor, Side, Span, Stance

from .lines import Line

# What may stand between who acts and the verb.
_BETWEEN = frozenset("""
    has have had also again strongly firmly repeatedly both further once publicly and on sunday
    monday tuesday wednesday thursday friday saturday officials official government leaders leader
    ministry authorities administration state's country side in turn jointly earlier later
""".split())  # fmt: skip
_MAX_BETWEEN = 4
_BOTH = frozenset(["sides", "leaders", "countries", "parties", "ministers", "governments",
                   "presidents", "two", "nations"])  # fmt: skip
_PREPOSITIONS = frozenset(["to", "in", "with", "from", "at", "for", "on", "by", "against",
                           "between", "about", "over", "towards", "toward"])  # fmt: skip
_MAX_SIDES = 3
_MAX_VERBS = 10
_REACH = 12
_OPENING = 3
_BE = frozenset(["was", "were", "been", "is", "are", "being"])


def find_sides(
    line: Line,
    actors: Sequence[Actor],
    pair: tuple[str, str] | None,
    bullet: Span,
) -> tuple[Side, ...]:
    """Return who raises or opposes what the bullet says, in the order of the text."""
    known = _stances()
    stances = [
        (number, known[raw])
        for number, raw in enumerate(line.raws)
        if raw in known and bullet.covers(line.view.span(line.starts[number], line.ends[number]))
    ][:_MAX_VERBS]
    if not stances:
        return ()
    named = _named(line, actors, bullet)
    states = [actor for actor in actors if actor.kind == "state" and actor.country in (pair or ())]
    sides: dict[tuple[str, Stance], Side] = {}
    for number, stance in stances:
        for actor in _who(line.raws, number, named, states):
            sides.setdefault((actor.name, stance), Side(actor.name, actor.country, stance))
    return tuple(sides.values())[:_MAX_SIDES]


@cache
def _stances() -> Mapping[str, Stance]:
    """Return the verbs by which a matter is raised or opposed."""
    stances: dict[str, Stance] = dict.fromkeys(wordings()["opposes"], "opposes")
    stances.update(dict.fromkeys(wordings()["raises"], "raises"))
    return stances


def _named(line: Line, actors: Sequence[Actor], bullet: Span) -> dict[int, Actor]:
    """Return the numbers of the words within the bullet that name an actor."""
    start, end = bullet.start, bullet.end
    places = [
        (mention.span, actor)
        for actor in actors
        for mention in actor.mentions
        if start <= mention.span.start and mention.span.end <= end
    ]
    places.sort(key=lambda place: place[0])
    named: dict[int, Actor] = {}
    numbers = iter(sorted(line.names))
    number = next(numbers, None)
    for span, actor in places:
        while number is not None:
            word = line.view.span(line.starts[number], line.ends[number])
            if word.start >= span.end:
                break
            if span.covers(word):
                named[number] = actor
            number = next(numbers, None)
    return named


def _who(
    raws: tuple[str, ...], verb: int, named: Mapping[int, Actor], pair: Sequence[Actor]
) -> Iterator[Actor]:
    """Yield the subject of the verb: the actor right before it, or "by" whom it is done."""
    before = raws[max(0, verb - _REACH) : verb]
    if before and before[-1] in _BE:
        agents = [named[at] for at in (verb + 2, verb + 3) if at in named]
        if raws[verb + 1 : verb + 2] == ("by",):
            yield from agents[:1]
        return
    if before[-1:] == ("and",):
        # "Peru welcomed the talks and urged": the subject opens the sentence.
        yield from [named[at] for at in range(_OPENING) if at in named][:1]
        return
    if "if" not in before:
        yield from _subject(raws, verb, named, pair)


def _subject(
    raws: tuple[str, ...], verb: int, named: Mapping[int, Actor], pair: Sequence[Actor]
) -> Iterator[Actor]:
    """Yield who stands before an active verb, with at most a few small words between."""
    at = verb - 1
    while at >= 0 and verb - at <= _MAX_BETWEEN and raws[at] in _BETWEEN and at not in named:
        at -= 1
    if at in named:
        first = _first_of(named, at)
        leading = raws[first - 1] if first else ""
        if leading == "the" and first > 1:
            leading = raws[first - 2]
        if leading not in _PREPOSITIONS:
            yield from _joined(raws, named, first)
            yield named[at]
    elif at > 0 and raws[at] in _BOTH and raws[at - 1] in {"both", "two", "the"}:
        yield from pair


def _first_of(named: Mapping[int, Actor], last: int) -> int:
    """Return the first word of the name that ends with the word `last`."""
    first = last
    while named.get(first - 1) is named[last]:
        first -= 1
    return first


def _joined(raws: tuple[str, ...], named: Mapping[int, Actor], subject: int) -> Iterator[Actor]:
    """Yield the actor that "and" joins to a subject: "Mr Biden and King Abdullah urged"."""
    for number in range(subject - 1, max(0, subject - _MAX_BETWEEN), -1):
        if raws[number] == "and" and number - 1 in named:
            yield named[number - 1]
            return
