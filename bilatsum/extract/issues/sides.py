"""Whose issue it is: who raises a matter or opposes it, where the clause says so."""

from collections.abc import Callable, Iterator, Sequence

from bilatsum.model import Actor, Side, Span, Stance

from .lines import Line

_RAISING = frozenset("""
    raised raises raise urged urges urge called calls call stressed stresses underscored underscores
    emphasised emphasises emphasized emphasizes demanded demands proposed
    proposes pressed presses requested requests asked asks insisted insists appealed appeals sought
    seeks warned warns pushed pushes advocated advocates invited invites
    encouraged encourages wants reminded reminds
""".split())  # fmt: skip
_OPPOSING = frozenset("""
    rejected rejects reject opposed opposes oppose condemned condemns condemn criticised criticises
    criticized criticizes denounced denounces refused refuses refuse protested
    protests accused accuses accuse objected objects blamed blames deplored deplores disputed
    disputes complained complains boycotted boycotts resisted resists dismissed dismisses vetoed
    threatened threatens decried decries
""".split())  # fmt: skip
# What may stand between who acts and the verb.
_BETWEEN = frozenset("""
    has have had also again strongly firmly repeatedly both further once publicly and on sunday
    monday tuesday wednesday thursday friday saturday officials official government leaders leader
    ministry authorities administration state's country side in turn jointly earlier later
""".split())  # fmt: skip
_MAX_BETWEEN = 4
_BOTH = frozenset(["sides", "leaders", "countries", "parties", "ministers", "governments",
                   "presidents", "two", "nations"])  # fmt: skip
_PREPOSITIONS = frozenset(["to", "in", "with", "from", "at", "for", "on", "by", "against", "between",
                           "about", "over", "towards", "toward"])  # fmt: skip
_MAX_SIDES = 3
_IF_REACH = 6


def find_sides(
    line: Line,
    actors: Sequence[Actor],
    pair: tuple[str, str] | None,
    bullet: Span,
) -> tuple[Side, ...]:
    """Return who raises or opposes what the bullet says, in the order of the text."""
    named = _named(actors, bullet)
    sides: dict[tuple[str, Stance], Side] = {}
    for number, word in enumerate(line.words):
        stance = _stance(word.raw)
        if stance is None or not bullet.covers(line.view.span(word.start, word.end)):
            continue
        for actor in _who(line, number, named, pair, actors):
            sides.setdefault((actor.name, stance), Side(actor.name, actor.country, stance))
    return tuple(sides.values())[:_MAX_SIDES]


def _stance(raw: str) -> Stance | None:
    if raw in _RAISING:
        return "raises"
    return "opposes" if raw in _OPPOSING else None


def _named(actors: Sequence[Actor], within: Span) -> list[tuple[Span, Actor]]:
    """Return the places within the bullet where actors are named."""
    return [
        (mention.span, actor)
        for actor in actors
        for mention in actor.mentions
        if within.covers(mention.span)
    ]


def _who(
    line: Line,
    verb: int,
    named: Sequence[tuple[Span, Actor]],
    pair: tuple[str, str] | None,
    actors: Sequence[Actor],
) -> Iterator[Actor]:
    """Yield the subject of the verb: the actor right before it, or "by" whom it is done."""
    words, view = line.words, line.view

    def actor_at(number: int) -> Actor | None:
        span = view.span(words[number].start, words[number].end)
        return next((actor for place, actor in named if place.covers(span)), None)

    raw = [word.raw for word in words[: verb + 3]]
    if verb and raw[verb - 1] in {"was", "were", "been", "is", "are", "being"}:
        if raw[verb + 1 : verb + 2] == ["by"] and verb + 2 < len(words):
            agent = actor_at(verb + 2) or (actor_at(verb + 3) if verb + 3 < len(words) else None)
            if agent:
                yield agent
        return
    at = verb - 1
    while at >= 0 and verb - at <= _MAX_BETWEEN and raw[at] in _BETWEEN and not actor_at(at):
        at -= 1
    if at < 0:
        return
    if "if" in raw[max(0, at - _IF_REACH) : at]:
        return
    subject = actor_at(at)
    if subject is not None:
        if _is_led(actor_at, raw, at):
            return
        yield from _joined(actor_at, raw, at)
        yield subject
    elif raw[at] in _BOTH and pair and {"both", "two", "the"} & set(raw[max(0, at - 2) : at]):
        for code in pair:
            state = next((a for a in actors if a.kind == "state" and a.country == code), None)
            if state:
                yield state


def _is_led(actor_at: Callable[[int], Actor | None], raw: Sequence[str], last: int) -> bool:
    """Whether a preposition leads the name that ends at `last`: "the visit to Yemen"."""
    actor, at = actor_at(last), last
    while at > 0 and actor_at(at - 1) is actor:
        at -= 1
    if at and raw[at - 1] == "the":
        at -= 1
    return at > 0 and raw[at - 1] in _PREPOSITIONS


def _joined(
    actor_at: Callable[[int], Actor | None], raw: Sequence[str], subject: int
) -> Iterator[Actor]:
    """Yield the actor that "and" joins to the subject: "Mr Biden and King Abdullah urged"."""
    last = actor_at(subject)
    at = subject
    while at > 0 and actor_at(at) is last:
        at -= 1
    for before in range(at, max(-1, at - 2), -1):
        if raw[before] == "and" and before and (other := actor_at(before - 1)):
            yield other
            return
