"""Of whom a sentence speaks that opens with "He" or "The two sides"."""

import re
from collections.abc import Sequence

from bilatsum.model import Actor, Document

_ONE = re.compile(r"[\"“'‘]?(He|She)\b(?!,? or )")
_BOTH = re.compile(r"((?:The two|Both) (?:sides|countries|nations|governments|states))\b")
_TWO_PEOPLE = re.compile(
    r"((?:The two|Both) (?:leaders|ministers|presidents|officials|diplomats))\b"
)
_REACH = 3
_PAIR = 2


def context(
    document: Document, actors: Sequence[Actor], pair: tuple[str, str] | None, index: int
) -> tuple[str, tuple[str, ...]] | None:
    """Return the opening words of a sentence and the names of the actors they stand for.

    None where the sentence opens otherwise, and where the text leaves any doubt: "He" is the one
    person of the nearest earlier sentence that names any, "The two leaders" the two; "The two
    sides" are the two states of the brief.
    """
    text = document.shown(document.sentences[index].span)
    if match := _BOTH.match(text):
        names = _states(actors, pair)
        return (match[1], names) if len(names) == _PAIR else None
    for pattern, number in ((_ONE, 1), (_TWO_PEOPLE, _PAIR)):
        if match := pattern.match(text):
            people = _people_before(document, actors, index)
            return (match[1], people) if len(people) == number else None
    return None


def _states(actors: Sequence[Actor], pair: tuple[str, str] | None) -> tuple[str, ...]:
    """Return the names that the article has for the two states."""
    found = {actor.country: actor.name for actor in reversed(actors) if actor.kind == "state"}
    return tuple(found[code] for code in pair or () if code in found)


def _people_before(document: Document, actors: Sequence[Actor], index: int) -> tuple[str, ...]:
    """Return the people named in the nearest sentence before `index` that names any."""
    first = max(0, index - _REACH)
    named: dict[int, dict[str, int]] = {}
    for actor in actors:
        if actor.kind != "person":
            continue
        for mention in actor.mentions:
            at = document.sentence_at(mention.span.start)
            if at is not None and first <= at < index:
                named.setdefault(at, {}).setdefault(actor.name, mention.span.start)
    if not named:
        return ()
    people = named[max(named)]
    return tuple(sorted(people, key=people.__getitem__))
