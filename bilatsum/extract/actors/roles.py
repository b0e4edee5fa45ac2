"""The role that stands beside a name, as the text states it.

Before the name ("Pakistan's Foreign Minister Ishaq Dar", "India's foreign minister, Vasudha
Rangnekar,") or in apposition behind it ("Ishaq Dar, Pakistan's foreign minister,").
"""

from collections.abc import Sequence
from typing import NamedTuple

from bilatsum.data import stop_words

from .lexicon import Token
from .tokens import Line
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
_NOTHING = frozenset({" ", ""})
_GOES_ON = CONNECTORS | {"/"}
_NO_FIELD = SAYS | _NEVER_FIRST
_OPENS_NO_ROLE = ARTICLES | CONNECTORS | _NEVER_FIRST
_MODIFIERS = MODIFIERS | CONNECTORS
_VERBS = VERBS | SAYS
_ENDS_WITH_WORD = ENDS_ROLE | VERBS
_SMALL_WORDS = CONNECTORS | ARTICLES
_WEAK_ALONE = frozenset({"deputy", "official", "leader", "head", "dictator", "chief"})


class Role(NamedTuple):
    """A role at a place in a text."""

    tokens: Sequence[Token]
    start: int
    end: int

    @property
    def says_little(self) -> bool:
        """Whether the role is one word that says nothing of a person unless more is said."""
        return len(self.tokens) == 1 and self.tokens[0].lower in _WEAK_ALONE


def role_before(line: Line, at: int) -> Role | None:
    """Return the role that ends right before the token `at`, with or without a comma between."""
    if not line.offices or line.offices[0] >= at:
        return None
    tokens = line.tokens
    last = at - 1
    while last >= 0 and tokens[last].label == "honorific":
        last -= 1
    comma = last >= 0 and tokens[last].text == ","
    if comma:
        last -= 1
    first = last + 1
    while first > 0 and last - first < _MAX_WORDS and _joined(line, first - 1, last):
        belongs = _belongs(tokens, first - 1, last)
        if not belongs and not (comma and _ends_scope_of_office(tokens, first - 1)):
            break
        first -= 1
    first = _with_field(tokens, first, last)
    if comma and first > 0 and tokens[first - 1].label == "honorific":
        return None  # "Mr. Secretary, Putin will"
    return _trimmed(line, first, last + 1)


def _joined(line: Line, i: int, last: int) -> bool:
    """Whether nothing but a blank or a possessive ending stands behind token `i`."""
    return i >= last or line.gap(i + 1).strip("'’s") in _NOTHING


def _belongs(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether the token `i` may be part of a role that ends with the token `last`."""
    token = tokens[i]
    if token.label in {"office", "state", "demonym", "organisation"}:
        return True
    if token.text in _JOINTS:
        return 0 < i < last and _JOINTS[token.text](tokens, i)
    if token.lower in CONNECTORS:
        return i < last
    if token.lower in MODIFIERS:
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
        and word not in _NO_FIELD
        and (word in {"of", "for", "and"} or word not in stop_words())
    )


def _trimmed(line: Line, first: int, end: int) -> Role | None:
    """Return the tokens `first` to `end` as a role if they hold an office where one must be."""
    tokens = line.tokens
    while first < end and not _may_open(tokens[first]):
        first += 1
    offices = [at for at in line.offices if first <= at < end]
    if not offices:
        return None
    first += _start_of_own_office(tokens[first:end], offices[-1] - first)
    behind = offices[-1] + 1
    if behind < end and tokens[behind].lower not in _GOES_ON:
        return None
    return None if tokens[end - 1].possessive else _role(line, first, end)


def _role(line: Line, first: int, end: int) -> Role:
    return Role(line.tokens[first:end], line.starts[first], line.end(end - 1))


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
    joint = part[owner - 1].lower
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
    if token.label:
        return True
    word = token.lower
    closed = word in _OPENS_NO_ROLE or word in stop_words()
    return not closed and not word.endswith("ly")


def role_behind(line: Line, end: int) -> Role | None:
    """Return the role in apposition behind the name that ends at `end`."""
    if not line.offices or line.offices[-1] <= end:
        return None
    tokens = line.tokens
    if tokens[end].text not in _OPENS_APPOSITION:
        return None
    first = end + 1
    if first < len(tokens) and tokens[end].text == "-" == tokens[first].text:
        first += 1  # a dash of two hyphens
    while first < len(tokens) and (
        tokens[first].lower in ARTICLES or _is_common_owner(tokens[first])
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
    return None if _is_title_of_next(tokens, first, office, last) else _role(line, first, last)


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
        other.text in _VERBS for other in near[:2]
    )


def _find_office(tokens: Sequence[Token], first: int) -> int | None:
    """Return where the office of an apposition stands; only words of a role may precede it."""
    for i, token in enumerate(tokens[first : first + _MAX_WORDS_TO_OFFICE + 1], first):
        if token.label == "office":
            return i
        fits = (
            token.label in {"state", "demonym", "organisation", "decoy"}
            or token.lower in _MODIFIERS
            or token.common
        )
        if not fits:
            return None
    return None


def _stops(tokens: Sequence[Token], at: int) -> bool:
    """Whether the apposition has ended before the token `at`."""
    token = tokens[at]
    word = token.lower
    if word == "and":
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return following is None or not (
            following.label == "office" or (following.capitalised and following.common)
        )
    if word == "to" and _is_sent_to(tokens, at):
        return False
    return token.text in _ENDS or word in _ENDS_WITH_WORD


def _is_sent_to(tokens: Sequence[Token], at: int) -> bool:
    """Whether the "to" of "ambassador to Canada", "adviser to the president" stands at `at`."""
    following = [token for token in tokens[at + 1 : at + 3] if token.lower != "the"]
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
    return last - name > 1 and tokens[name - 1].lower not in _SMALL_WORDS


def _may_be_name(token: Token) -> bool:
    """Whether a token looks like a part of a person's name."""
    return (
        token.capitalised
        and not token.label
        and not token.common
        and not token.text.isupper()
        and token.text not in NOT_SURNAMES
    )
