"""The role that stands beside a name, as the text states it.

Before the name ("Pakistan's Foreign Minister Ishaq Dar", "India's foreign minister, Vasudha
Rangnekar,") or in apposition behind it ("Ishaq Dar, Pakistan's foreign minister,").
"""

from collections.abc import Sequence
from typing import NamedTuple

from bilatsum.data import stop_words

from .tokens import Token
from .vocabulary import (
    ARTICLES,
    BODY_HEADS,
    CONNECTORS,
    ENDS_ROLE,
    MODIFIERS,
    NOT_SURNAMES,
    SAYS,
    VERBS,
)

_MAX_WORDS = 16
_MAX_FIELD_WORDS = 3
_MAX_PLACE_WORDS = 4
_MAX_WORDS_TO_OFFICE = 5
_OPENING_WORDS = 4
_ENDS = frozenset({",", ".", ";", ":", "?", "!", ")", "–", "—", "-", '"', "”", "“"})
_OPENS_APPOSITION = frozenset({",", "(", "–", "—", "-"})
_NEVER_FIRST = frozenset({",", "/", ")", "&", "according", "included", "including"})
_WEAK_ALONE = frozenset({"deputy", "official", "leader", "head", "dictator", "chief"})


class Role(NamedTuple):
    """A role at a place in a text."""

    tokens: tuple[Token, ...]

    @property
    def says_little(self) -> bool:
        """Whether the role is one word that says nothing of a person unless more is said."""
        return len(self.tokens) == 1 and self.tokens[0].text.lower() in _WEAK_ALONE

    @property
    def start(self) -> int:
        """Where the role begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the role ends."""
        return self.tokens[-1].end


def role_before(text: str, tokens: Sequence[Token], at: int) -> Role | None:
    """Return the role that ends right before the token `at`, with or without a comma between."""
    last = at - 1
    while last >= 0 and tokens[last].label == "honorific":
        last -= 1
    comma = last >= 0 and tokens[last].text == ","
    if comma:
        last -= 1
    first = last + 1
    while first > 0 and last - first < _MAX_WORDS and _joined(text, tokens, first - 1, last):
        belongs = _belongs(tokens, first - 1, last)
        if not belongs and not (comma and _ends_scope_of_office(tokens, first - 1)):
            break
        first -= 1
    first = _with_field(tokens, first, last)
    if comma and first > 0 and tokens[first - 1].label == "honorific":
        return None  # "Mr. Secretary, Putin will"
    return _trimmed(tokens, first, last + 1)


def _joined(text: str, tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether nothing but a blank or a possessive ending stands behind token `i`."""
    gap = text[tokens[i].end : tokens[i + 1].start] if i < last else ""
    return gap.strip("'’s") in {" ", ""}


def _belongs(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether the token `i` may be part of a role that ends with the token `last`."""
    token = tokens[i]
    if token.label in {"office", "state", "demonym", "organisation"}:
        return True
    if token.text in _JOINTS:
        return 0 < i < last and _JOINTS[token.text](tokens, i)
    if token.text.lower() in CONNECTORS:
        return i < last
    if token.text.lower() in MODIFIERS:
        return True
    of_title = token.common or token.text.isupper() or token.text in BODY_HEADS
    # "President Biden's National Security Advisor": his, not the role
    return token.capitalised and of_title and not token.possessive


def _joins_list(tokens: Sequence[Token], i: int) -> bool:
    """Whether a comma stands in "Health Services, Regulations, and Coordination"."""
    following = tokens[i + 1]
    if following.text == "and" and i + 2 < len(tokens):
        following = tokens[i + 2]
    return all(token.common and token.capitalised for token in (following, tokens[i - 1]))


def _encloses_acronym(tokens: Sequence[Token], i: int) -> bool:
    """Whether a bracket stands in "Agency for International Development (USAID) Administrator"."""
    beside = (tokens[i - 1], tokens[i + 1])
    return any(token.label == "organisation" or token.text.isupper() for token in beside)


def _joins_two_fields(tokens: Sequence[Token], i: int) -> bool:
    """Whether "and" joins parts of one role; "the Secretary and King Abdullah" are two people."""
    before, following = tokens[i - 1], tokens[i + 1]
    if before.text == "," and i > 1:  # "Health Services, Regulations, and Coordination"
        return _joins_list(tokens, i - 1)
    if before.label == "office":
        return following.label != "office"
    return before.common


_JOINTS = {
    ",": _joins_list,
    "/": _joins_list,
    "(": _encloses_acronym,
    ")": _encloses_acronym,
    "and": _joins_two_fields,
}


def _ends_scope_of_office(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word ends "Chief Minister of West Bengal" or "vice minister of commerce"."""
    start = at
    while (
        start > 0
        and at - start < _MAX_PLACE_WORDS
        and (tokens[start].capitalised or _is_field_word(tokens[start]))
        and tokens[start].text not in CONNECTORS
    ):
        start -= 1
    joint = tokens[start].text in {"of", "for", "the"}
    return joint and any(token.label == "office" for token in tokens[max(0, start - 3) : start])


def _with_field(tokens: Sequence[Token], first: int, last: int) -> int:
    """Take in the small words of a role: "South Korea's vice oceans minister"."""
    at = first
    if tokens[first].text in CONNECTORS or tokens[first - 1].text in CONNECTORS:
        return first  # "Portugal waits for Prime Minister"
    while at > 0 and first - at < _MAX_FIELD_WORDS and _is_field_word(tokens[at - 1]):
        at -= 1
    if at in {0, first} or first > last:
        return first
    owned = tokens[at - 1].label in {"state", "demonym", "organisation"}
    return at - 1 if owned else first


def _is_field_word(token: Token) -> bool:
    word = token.text
    return (
        not token.label
        and word.isalpha()
        and not token.capitalised
        and not word.endswith(("ed", "ly"))
        and word not in SAYS | _NEVER_FIRST
        and (word in {"of", "for", "and"} or word not in stop_words())
    )


def _trimmed(tokens: Sequence[Token], first: int, end: int) -> Role | None:
    """Return the tokens `first` to `end` as a role if they hold an office where one must be."""
    while first < end and not _may_open(tokens[first]):
        first += 1
    part = tuple(tokens[first:end])
    offices = [i for i, token in enumerate(part) if token.label == "office"]
    if not offices:
        return None
    own = _start_of_own_office(part, offices[-1])
    part, offices = part[own:], [i - own for i in offices if i >= own]
    behind = part[offices[-1] + 1 :]
    if behind and behind[0].text.lower() not in CONNECTORS | {"/"}:
        return None
    return None if part[-1].possessive else Role(part)


def _start_of_own_office(part: Sequence[Token], office: int) -> int:
    """Return where the role of the person named behind begins.

    "Readout of President" and "assistant to Prime Minister" name another thing or person of the
    office; "Assistant to the President" and "Central Bank of Kenya Governor" are one role.
    """
    owner = office
    while owner > 0 and part[owner - 1].label in {"state", "demonym"}:
        owner -= 1
    if owner == 0 or office < len(part) - 1:
        return 0
    has_office = any(token.label == "office" for token in part[:owner])
    joint = part[owner - 1].text.lower()
    if joint in ARTICLES:
        return office if has_office and owner < office else 0
    first = part[owner]
    of_body = first.label == "state" and not first.possessive and not first.text.isupper()
    named = any(token.label for token in part[:owner])
    if joint not in CONNECTORS or (not has_office and (of_body or named)):
        return 0
    return owner


def _may_open(token: Token) -> bool:
    """Whether a role may begin with this word; "According to Britain's" does not belong to it."""
    word = token.text.lower()
    closed = stop_words() | ARTICLES | CONNECTORS | _NEVER_FIRST
    return bool(token.label) or (word not in closed and not word.endswith("ly"))


def role_behind(tokens: Sequence[Token], end: int) -> Role | None:
    """Return the role in apposition behind the name that ends at `end`."""
    if end >= len(tokens) or tokens[end].text not in _OPENS_APPOSITION:
        return None
    first = end + 1
    if first < len(tokens) and tokens[end].text == "-" == tokens[first].text:
        first += 1  # a dash of two hyphens
    while first < len(tokens) and (
        tokens[first].text.lower() in ARTICLES or _is_common_owner(tokens[first])
    ):
        first += 1
    if first >= len(tokens) or not _may_open(tokens[first]) or not _opens_role(tokens, first):
        return None
    office = _find_office(tokens, first)
    if office is None:
        return None
    last = office + 1
    while last < len(tokens) and last - first < _MAX_WORDS and not _stops(tokens, last):
        last += 1
    if _is_title_of_next(tokens, first, office, last):
        return None
    return Role(tuple(tokens[first:last]))


def _is_common_owner(token: Token) -> bool:
    """Whether "the organisation's" or "Rau's" stands before an office: whose, not which."""
    person = token.capitalised and not token.common
    return token.possessive and not token.label and (person or not token.capitalised)


def _opens_role(tokens: Sequence[Token], at: int) -> bool:
    """Whether a state, a body, an office, or a word or two before an office stands at `at`."""
    token = tokens[at]
    if token.label in {"state", "demonym", "organisation", "office"}:
        return True
    if token.text.endswith("ed"):
        return False
    near = tokens[at : at + _OPENING_WORDS]
    return any(other.label == "office" for other in near) and not any(
        other.text in VERBS | SAYS for other in near[:2]
    )


def _find_office(tokens: Sequence[Token], first: int) -> int | None:
    """Return where the office of an apposition stands; only words of a role may precede it."""
    for i, token in enumerate(tokens[first : first + _MAX_WORDS_TO_OFFICE + 1], first):
        if token.label == "office":
            return i
        fits = (
            token.label in {"state", "demonym", "organisation", "decoy"}
            or token.text.lower() in MODIFIERS | CONNECTORS
            or token.common
        )
        if not fits:
            return None
    return None


def _stops(tokens: Sequence[Token], at: int) -> bool:
    """Whether the apposition has ended before the token `at`."""
    token = tokens[at]
    word = token.text.lower()
    if word == "and":
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return following is None or not (
            following.label == "office" or (following.capitalised and following.common)
        )
    if word == "to" and _is_sent_to(tokens, at):
        return False
    return token.text in _ENDS or word in ENDS_ROLE | VERBS


def _is_sent_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether the "to" of "ambassador to Canada", "adviser to the president" stands at `at`."""
    following = [token for token in tokens[at + 1 : at + 3] if token.text.lower() != "the"]
    return tokens[at - 1].label == "office" and bool(following) and following[0].label != ""


def _is_title_of_next(tokens: Sequence[Token], first: int, office: int, last: int) -> bool:
    """Whether what looks like an apposition is the title of the next person in a list."""
    follows = tokens[last] if last < len(tokens) else None
    if last == first + 1 and follows is not None and follows.text not in _ENDS:
        return True
    if office + 1 < last and _may_be_name(tokens[office + 1]):
        return True
    name = last
    while name > office and _may_be_name(tokens[name - 1]):
        name -= 1
    return last - name > 1 and tokens[name - 1].text.lower() not in CONNECTORS | ARTICLES


def _may_be_name(token: Token) -> bool:
    """Whether a token looks like a part of a person's name."""
    return (
        token.capitalised
        and not token.label
        and not token.common
        and not token.text.isupper()
        and token.text not in NOT_SURNAMES
    )
