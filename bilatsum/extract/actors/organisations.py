"""Organisations that no gazetteer knows: found by how their names are built.

"Ministry of Climate and Environment", "Drug Regulatory Authority of Pakistan", "Djibouti Ports and
Free Zones Authority", "Chamber of Industrial Gas Users", and long names with their acronym in
brackets.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .tokens import Token

_HEADS = frozenset(
    "Ministry Department Secretariat Agency Council Commission Committee Organization Organisation "
    "Bank Court Tribunal University Institute Institution Authority Directorate Administration "
    "Corporation Company Party Association Foundation Fund Parliament Assembly Embassy Consulate "
    "Bureau Chamber Federation Confederation Alliance Movement Union League Brigade Brigades "
    "Corps Observatory Forum Service Board Customs Police Navy Army Army's Society Centre Center "
    "Inspectorate Delegation Front Congress Senate Office".split()
)
_OPENERS = frozenset(
    "Ministry Department Secretariat Office Bureau Chamber Bank University Directorate Embassy "
    "Council Board Institute Federation Association Party House Court Union League Organization "
    "Organisation Agency Commission Committee Academy Administration".split()
)
# What is built like an organisation's name but is a paper, a meeting or a plan.
_NO_ACTORS = re.compile(
    r"\b(?:Agreement|Treaty|Convention|Act|Programme?|Initiative|Project|Mechanism|Dialogue|"
    r"Framework|Plan|Strategy|Resolution|Declaration|Protocol|Statement|Accord|Accords|Pact|"
    r"Memorandum|Conference|Summit|Year|Week|Day|War|Games|Cup|Charter|Partnership|Law|Code|"
    r"Process|Fellowship|Scholarship|Campaign|Facility|Review|Report|Index|Meeting|Session|Talks|"
    r"Security Assistance|Road|Corridor|Route|Review|Parties)\b"
)
_LEADING = frozenset(
    "The A An Through Under In On At By For From With To As And But Of Its His Her Their Our This "
    "That While When After Before Since Both Each Every All Some Any No New Former".split()
)
_JOINTS = frozenset({"of", "for", "and", "on", "the", "&", "in", ","})
_DEFINITION = re.compile(r"\((?P<acronym>[A-Z][A-Za-z&.\-]{1,11})\)")
_MIN_NAME = 2
_MAX_NAME = 12


@dataclass(frozen=True, slots=True)
class OrganisationFound:
    """An organisation's name at a place in a text; `countries` are those of a state in or before it."""

    start: int
    end: int
    name: str
    rule: str
    countries: tuple[str, ...]
    acronym: str = ""
    acronym_at: tuple[int, int] | None = None


def find_organisations(text: str, tokens: Sequence[Token]) -> list[OrganisationFound]:
    """Return the organisations found by the build of their names, in order."""
    found: list[OrganisationFound] = []
    at = 0
    while at < len(tokens):
        end = _run_end(text, tokens, at)
        made = _organisation(text, tokens, at, end) if end > at else None
        if made:
            found.append(made)
        at = max(end, at + 1)
    return found


def _run_end(text: str, tokens: Sequence[Token], at: int) -> int:
    """Return the end of the run of capitalised words, with joints between them, that begins here."""
    if not _capital(tokens[at]):
        return at
    end = at + 1
    while end < len(tokens) and end - at < _MAX_NAME:
        token = tokens[end]
        if text[tokens[end - 1].end : token.start] not in {" ", ""} or (
            tokens[end - 1].possessive and tokens[end - 1].label not in {"", "organisation"}
        ):
            break
        if _capital(token):
            end += 1
        elif token.text in _JOINTS and _opens_further(text, tokens, at, end):
            end += 1
        else:
            break
    while end > at and not _capital(tokens[end - 1]):
        end -= 1
    return end


def _opens_further(text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a joint at `end` leads to another capitalised word of the same name."""
    if tokens[end].text == "," and not _opened(tokens, at, end):
        return False
    if tokens[end].text == "and" and tokens[end - 1].text in _HEADS and not _opened(tokens, at, end):
        return False
    following = tokens[end + 1 : end + 3]
    if not following:
        return False
    if _capital(following[0]):
        return _same_name(tokens, at, end, following[0])
    return (
        following[0].text in {"the", "and"}
        and len(following) > 1
        and _capital(following[1])
        and _same_name(tokens, at, end, following[1])
    )


def _same_name(tokens: Sequence[Token], at: int, end: int, following: Token) -> bool:
    """"Ministry of X and Y" is one; "the Ministry and the United States" or "X and Mr. Y" is not."""
    if following.label in {"office", "honorific", "state", "organisation"} and tokens[end].text in {"and", ",", "&"}:
        return False
    if tokens[end].text in {"and", ","} and following.text in _OPENERS and _of_follows(tokens, following):
        return False
    opened = _opened(tokens, at, end)
    headed = any(token.text in _HEADS for token in tokens[at:end])
    if tokens[end].text in {"of", "for", "on", "in"}:
        return headed or opened
    return opened or not headed


def _opened(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "Ministry of" or the like stands among the tokens."""
    return any(
        tokens[i].text in _OPENERS and tokens[i + 1].text in {"of", "for"}
        for i in range(at, min(end, len(tokens) - 1))
    )


def _of_follows(tokens: Sequence[Token], opener: Token) -> bool:
    """Whether a new "Ministry of ..." begins with the opener."""
    at = next(i for i, token in enumerate(tokens) if token is opener)
    return at + 1 < len(tokens) and tokens[at + 1].text in {"of", "for"}


def _capital(token: Token) -> bool:
    if token.label in {"honorific"} or token.text[:1] in {"“", '"'}:
        return False
    if token.label == "office":
        return token.capitalised and token.text in _HEADS
    return token.capitalised


def _organisation(
    text: str, tokens: Sequence[Token], at: int, end: int
) -> OrganisationFound | None:
    definition = _DEFINITION.match(text, _skip_blank(text, tokens[end - 1].end))
    acronym = definition["acronym"] if definition else ""
    while at < end and (
        tokens[at].text in _LEADING or (tokens[at].label == "state" and tokens[at].possessive)
    ):
        at += 1
    countries = _countries(tokens, at, end)
    if at > 1 and tokens[at].label == "state" and tokens[at - 1].text in {"-", "–"} and tokens[at - 2].label == "state":
        at, countries = at - 2, ()  # "Canada-Kenya Business Council"
    run = tokens[at:end]
    if not run or (len(run) == 1 and run[0].label) or all(token.label for token in run):
        return None
    name = text[run[0].start : run[-1].end]
    heads = [token for token in run if token.text in _HEADS]
    defined = bool(acronym) and _initials_match(acronym, run) and len(run) >= _MIN_NAME
    if _NO_ACTORS.search(run[-1].text) or (not heads and _NO_ACTORS.search(name)):
        return None
    if len(run) < _MIN_NAME or not (defined or _is_built(run)):
        return None
    if defined and not heads and all(token.label for token in run):
        return None
    return OrganisationFound(
        start=run[0].start,
        end=run[-1].end,
        name=name,
        rule="actors.organisation.defined" if defined else "actors.organisation.built",
        countries=countries,
        acronym=acronym if defined else "",
        acronym_at=definition.span("acronym") if definition and defined else None,
    )


def _is_built(run: Sequence[Token]) -> bool:
    """Whether a run ends in a head ("... Council") or opens with one ("Ministry of ...")."""
    first = run[0]
    opened = first.text in _OPENERS and len(run) > _MIN_NAME and run[1].text in {"of", "for"}
    headed_at = [i for i, token in enumerate(run) if token.text in _HEADS]
    if not opened and not headed_at:
        return False
    if opened:
        return True
    head = headed_at[-1]
    joints = {token.text for token in run[: head]} & {"and"}
    if joints and not any(run[i].common for i in range(head)):
        return False
    return head == len(run) - 1 and head > 0 or (0 < head < len(run) - 1 and run[head + 1].text in {"of", "for", "on"})


def _initials_match(acronym: str, run: Sequence[Token]) -> bool:
    letters = [char for char in acronym.lower() if char.isalpha()]
    initials = [
        part[0].lower()
        for token in run
        for part in re.split(r"[\s\-]+", token.text)
        if part and part[0].isalpha() and (part[0].isupper() or part in {"of", "for", "and", "the"})
    ]
    at = 0
    for initial in initials:
        if at < len(letters) and letters[at] == initial:
            at += 1
    return at == len(letters) or (at >= len(letters) - 1 and len(letters) > 2)  # noqa: PLR2004


def _countries(tokens: Sequence[Token], at: int, end: int) -> tuple[str, ...]:
    owner = owner_before(tokens, tokens[at].start) if at < len(tokens) else ()
    if owner:
        return owner
    for token in tokens[at:end]:
        if token.label in {"state", "demonym"} and token.name:
            return token.name.form.keys
    if end + 1 < len(tokens) and tokens[end].text == "of":
        token = tokens[end + 1]
        if token.text.lower() == "the" and end + 2 < len(tokens):
            token = tokens[end + 2]
        if token.label == "state" and token.name:
            return token.name.form.keys
    return ()


def owner_before(tokens: Sequence[Token], start: int) -> tuple[str, ...]:
    """Return the state whose body is named at the offset `start`: "Chile's Senate", "the Iraqi army"."""
    before = next((token for token in reversed(tokens) if token.end < start), None)
    if before and before.name and (
        before.label == "demonym" or (before.label == "state" and before.possessive)
    ):
        return before.name.form.keys
    return ()


def _skip_blank(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] == " " else at
