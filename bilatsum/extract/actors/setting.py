"""The state of officials that news names without one: "Australia ... Foreign minister Smith".

News names the state that acts and then speaks of "the prime minister". An official, or a body that
every state has, belongs to the one state spoken of just before: in the sentence, or else in the
one before it. Nothing is guessed where a second state or a capital is named there, where the state
belongs to another person's office, or where one side meets or answers another.
"""

import re

from .link import Mention
from .scene import NOT_AMERICAN, USA, Scene, bare_president

# Offices of a government or a state; "president of the club" is none.
_OF_STATE = re.compile(
    r"\b(?:president|prime minister|premier|PM|chancellor|\w*minister|"
    r"secretary|chief of staff|army chief|attorney general|speaker|opposition|senator)\b",
    re.IGNORECASE,
)
_NOT_OF_STATE = re.compile(
    r"\b(?:general secretary|secretary.general|party|club|bank|company|university|union|council|"
    r"group|institute|foundation|commission)\b|president (?:of|for|at)\b|self|so.called|rebel",
    re.IGNORECASE,
)
_BODY_OF_STATE = re.compile(
    r"\b(?:Ministry|Directorate|Electoral Commission|Election Commission|Supreme Court|"
    r"Constitutional Court|Central Bank|Customs|Parliament|National Assembly|Air Force|Navy|Army)\b"
)
# One side and another: the second is not of the state of the first.
_TWO_SIDES = re.compile(
    r"\b(?:met|meets?|meeting|told|tells|visit\w*|talks|counterparts?|host\w*|welcom\w+|"
    r"greet\w+|received|call(?:s|ed)|phoned?|wrote|letter|ambassador|envoy|invit\w+|accus\w+|"
    r"blam\w+|prais\w+|thank\w*|urg\w+|ask\w+|join\w*|between)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(?:with|by|from|to|and|against)\b")
# "the club's president", "your president", but "the country's president".
_OWNED = re.compile(
    r"(?:(?<!country)(?<!nation)(?<!government)(?:['’]s|s['’])|\b(?:my|your|our|his|her|their))\s\Z",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:denie[ds]|deny|reject\w*|respon\w+|repl\w+|retort\w*|dismiss\w*|retaliat\w+|react\w*)\b",
    re.IGNORECASE,
)


def setting(mention: Mention, scene: Scene) -> str | None:
    """Return the state of an official from what is spoken of just before, None if unsure."""
    if scene.issuer or not _OF_STATE.search(mention.role) or _NOT_OF_STATE.search(mention.role):
        return None
    if _OWNED.search(scene.before(mention)):
        return None
    return _spoken_of(mention, scene, of_person=True)


def body_setting(mention: Mention, scene: Scene) -> str | None:
    """Return the state of a body that every state has from what is spoken of just before."""
    if not _BODY_OF_STATE.search(mention.text):
        return None
    return _spoken_of(mention, scene, of_person=False)


def _spoken_of(mention: Mention, scene: Scene, *, of_person: bool) -> str | None:
    """Return the one state spoken of before a mention in its sentence, or in the one before."""
    lead = scene.before(mention)
    where, named = scene, _named(scene, len(lead))
    near = bool(named)
    if not near and scene.previous and not _answers(lead, scene):
        where, named = scene.previous, _subject(_named(scene.previous, len(scene.previous.text)))
    if len({code for _, _, code in named}) != 1:
        return None
    start, end, code = named[-1]
    if (scene.pair and code not in scene.pair) or not (near or code in scene.opening):
        return None
    if of_person:
        between = lead[end:] if near else ""
        of_another = any(begin <= start < stop for begin, stop, _ in where.people)
        apart = _TWO_SIDES.search(between) or _JOINED.search(between)
        if of_another or apart or not _may_hold(mention, code, scene, near=near):
            return None
    return code


def _subject(named: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the state that a sentence opens with, if one does; else all that it names."""
    return named[:1] if named and named[0][0] <= len("The ") else named


def _answers(lead: str, scene: Scene) -> bool:
    """Whether a sentence turns from one side to another."""
    return bool(_TWO_SIDES.search(lead) or _ANSWERS.search(scene.text))


def _named(scene: Scene, stop: int) -> list[tuple[int, int, str]]:
    """Return the states and capitals named before the character `stop`, in order."""
    return sorted(mark for mark in (*scene.states, *scene.marks) if mark[1] <= stop)


def _may_hold(mention: Mention, code: str, scene: Scene, *, near: bool) -> bool:
    """Whether an officer of the state can bear the office, and nobody else is as likely.

    "President X" may be the American in any article that has to do with the United States, and is
    anybody's where several are called so.
    """
    if bare_president(mention) and scene.presidents > 1:
        return False
    if code == USA:
        return not NOT_AMERICAN.search(mention.role)
    return near or USA not in (scene.pair or ()) or bool(NOT_AMERICAN.search(mention.role))
