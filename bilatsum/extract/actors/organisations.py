"""Organisations that no gazetteer knows: found by how their names are built.

"Ministry of Climate and Environment", "Drug Regulatory Authority of Pakistan", "Djibouti Ports and
Free Zones Authority", "Chamber of Industrial Gas Users", and long names with their acronym in
brackets.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from .lexicon import Token
from .tokens import Line
from .vocabulary import (
    BODY_HEADS,
    BODY_OPENERS,
    CONNECTORS,
    INSTITUTIONS,
    LEADS_SENTENCE,
    NOT_BODIES,
)

_JOINTS = frozenset({"of", "for", "and", "on", "the", "&", "in", ","})
_LISTING = frozenset({"and", ",", "&"})
_SMALL_IN_ACRONYMS = frozenset({"of", "for", "and", "the"})
_DEFINITION = re.compile(r" ?\((?P<acronym>[A-Z][A-Za-z&.\-]{1,11})\)")
_BLANK = frozenset({" ", ""})
_BEARS_OUT = INSTITUTIONS | BODY_HEADS
_MIN_WORDS = 2
_MAX_WORDS = 12


class OrganisationFound(NamedTuple):
    """An organisation's name at a place in a text.

    `countries` are the codes of the state named in it, before it or behind it; `acronym` is the
    one that the text defines in brackets behind the name, at `acronym_at`.
    """

    start: int
    end: int
    name: str
    rule: str
    countries: tuple[str, ...]
    acronym: str = ""
    acronym_at: tuple[int, int] | None = None


def find_organisations(
    line: Line, tagged: Sequence[tuple[int, int]] = ()
) -> Sequence[OrganisationFound]:
    """Return the organisations found by the build of their names, or by the tagger, in order.

    `tagged` are the places that the tagger takes for names of bodies; it is believed where the
    name holds a word for a body ("Miami Herald", "Augusta Victoria Hospital").
    """
    found: list[OrganisationFound] = []
    tokens = line.tokens
    if "(" in line.text or any(tokens[at].of_body for at in line.large):
        free = 0
        for at in line.large:
            end = _run_end(line, at) if at >= free else at
            if end > at:
                free = end
                made = _organisation(line, at, end)
                if made:
                    found.append(made)
    if not tagged:
        return tuple(found)
    taken = [(body.start, body.end) for body in found]
    for start, stop in tagged:
        if not any(a < stop and start < b for a, b in taken):
            body = _tagged(line, start, stop)
            found += [body] if body else []
    return sorted(found, key=lambda body: body.start)


def _tagged(line: Line, start: int, stop: int) -> OrganisationFound | None:
    """Return the organisation at a place that the tagger named, None if nothing bears it out."""
    tokens = line.tokens
    at, end = bisect_left(line.starts, start), bisect_left(line.starts, stop)
    while at < end and _is_before_name(tokens[at]):
        at += 1
    run = tokens[at:end]
    capitals = sum([token.capitalised for token in run])
    if capitals < _MIN_WORDS or run[0].text in CONNECTORS or not run[0].capitalised:
        return None
    doubtful = any(
        token.label in {"office", "honorific"} or token.text in {",", "–", "—"} for token in run
    )
    borne_out = any(token.text in _BEARS_OUT for token in run)
    if doubtful or not borne_out or any(token.text in NOT_BODIES for token in run):
        return None
    return OrganisationFound(
        start=line.starts[at],
        end=line.end(end - 1),
        name=line.text[line.starts[at] : line.end(end - 1)],
        rule="actors.organisation.tagger",
        countries=_countries(tokens, at, end),
    )


def owner_before(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """Return the state that owns what is named from token `at` on: "Chile's Senate"."""
    before = tokens[at - 1] if at else None
    if before and (before.label == "demonym" or before.possessive):
        return before.states
    return ()


def _run_end(line: Line, at: int) -> int:
    """Return the end of the run of capitalised words, and joints between them, that begins here."""
    tokens = line.tokens
    if not _is_capital(tokens[at]):
        return at
    end = at + 1
    while end < len(tokens) and end - at < _MAX_WORDS and _touches(line, end):
        token = tokens[end]
        if not _is_capital(token) and not (
            token.text in _JOINTS and _joint_leads_on(tokens, at, end)
        ):
            break
        end += 1
    while end > at and not _is_capital(tokens[end - 1]):
        end -= 1
    return end


def _is_capital(token: Token) -> bool:
    if token.label == "honorific":
        return False
    if token.label == "office":
        return token.text in BODY_HEADS
    return token.capitalised


def _touches(line: Line, at: int) -> bool:
    """Whether the token may belong to the name that the one before it belongs to."""
    before = line.tokens[at - 1]
    owner = before.possessive and before.label not in {"", "organisation"}
    return not owner and line.gap(at) in _BLANK


def _joint_leads_on(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a joint at `end` leads to another capitalised word of the same name."""
    joint = tokens[end].text
    opened = _is_opened(tokens, at, end)
    if joint == "," and not opened:
        return False
    if joint == "and" and tokens[end - 1].text in BODY_HEADS and not opened:
        return False
    next_word = end + 1
    if next_word < len(tokens) and tokens[next_word].text in {"the", "and"}:
        next_word += 1
    if next_word >= len(tokens) or not _is_capital(tokens[next_word]):
        return False
    return _is_same_name(tokens, at, end, next_word)


def _is_same_name(tokens: Sequence[Token], at: int, end: int, next_word: int) -> bool:
    """Tell "Ministry of X and Y" from "the Ministry and the United States", "X and Mr. Y"."""
    joint, following = tokens[end].text, tokens[next_word]
    opens_another = following.text in BODY_OPENERS and _is_opened(tokens, next_word, next_word + 1)
    if joint in _LISTING and (following.label not in {"", "demonym", "decoy"} or opens_another):
        return False
    opened = _is_opened(tokens, at, end)
    headed = any(token.text in BODY_HEADS for token in tokens[at:end])
    return headed or opened if joint not in _LISTING else opened or not headed


def _is_opened(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "Ministry of" or the like stands among the tokens."""
    return any(
        tokens[i].text in BODY_OPENERS and tokens[i + 1].text in {"of", "for"}
        for i in range(at, min(end, len(tokens) - 1))
    )


def _organisation(line: Line, at: int, end: int) -> OrganisationFound | None:
    """Return the organisation that the tokens `at` to `end` name, None if they name none."""
    tokens, text = line.tokens, line.text
    stop = line.end(end - 1)
    defined = text.startswith(("(", " ("), stop)
    if not defined and not any(token.of_body for token in tokens[at:end]):
        return None
    while at < end and _is_before_name(tokens[at]):
        at += 1
    countries = _countries(tokens, at, end)
    if at < end and _is_second_of_pair(tokens, at):
        at, countries = at - 2, ()  # "Canada-Kenya Business Council"
    run = tokens[at:end]
    if len(run) < _MIN_WORDS or all(token.label for token in run):
        return None
    definition = _DEFINITION.match(text, stop) if defined else None
    acronym = definition["acronym"] if definition and _spells(definition["acronym"], run) else ""
    headed = any(token.text in BODY_HEADS for token in run)
    if _is_something_else(run, headed=headed) or not (acronym or _is_built(run)):
        return None
    return OrganisationFound(
        start=line.starts[at],
        end=stop,
        name=text[line.starts[at] : stop],
        rule="actors.organisation.defined" if acronym else "actors.organisation.built",
        countries=countries,
        acronym=acronym,
        acronym_at=definition.span("acronym") if definition and acronym else None,
    )


def _is_before_name(token: Token) -> bool:
    return token.text in LEADS_SENTENCE or (token.label == "state" and token.possessive)


def _is_second_of_pair(tokens: Sequence[Token], at: int) -> bool:
    return (
        at > 1
        and tokens[at].label == "state" == tokens[at - 2].label
        and tokens[at - 1].text in {"-", "–"}
    )


def _is_something_else(run: Sequence[Token], *, headed: bool) -> bool:
    """Whether the run names a paper, a meeting or a plan."""
    if run[-1].text in NOT_BODIES:
        return True
    return not headed and any(token.text in NOT_BODIES for token in run)


def _is_built(run: Sequence[Token]) -> bool:
    """Whether a run ends in a head ("... Council") or opens with one ("Ministry of ...")."""
    if len(run) > _MIN_WORDS and _is_opened(run, 0, 1):
        return True
    heads = [i for i, token in enumerate(run) if token.text in BODY_HEADS]
    if not heads or heads[-1] == 0:
        return False
    head = heads[-1]
    if any(token.text == "and" for token in run[:head]) and not any(
        token.common for token in run[:head]
    ):
        return False  # "Jones and Smith Council"
    return head == len(run) - 1 or run[head + 1].text in {"of", "for", "on"}


def _spells(acronym: str, run: Sequence[Token]) -> bool:
    """Whether the letters of an acronym are initials of the words in this order, one may lack."""
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    initials = [
        part[0].lower()
        for token in run
        for part in re.split(r"[\s\-]+", token.text)
        if part and (part[0].isupper() or part in _SMALL_IN_ACRONYMS)
    ]
    at = 0
    for initial in initials:
        if at < len(letters) and letters[at] == initial:
            at += 1
    return at == len(letters) or at == len(letters) - 1 > 1


def _countries(tokens: Sequence[Token], at: int, end: int) -> tuple[str, ...]:
    """Return the state before the name, in it, or behind it ("... of Pakistan")."""
    owner = owner_before(tokens, at) if at < len(tokens) else ()
    if owner:
        return owner
    for token in tokens[at:end]:
        if token.states:
            return token.states
    behind = [token for token in tokens[end : end + 3] if token.text != "the"]
    if len(behind) > 1 and behind[0].text == "of" and behind[1].label == "state":
        return behind[1].states
    return ()
