"""Runs of words that are built like a person's name."""

from collections.abc import Sequence

from bilatsum.data import given_names

from .tokens import Token
from .vocabulary import (
    CONNECTORS,
    INTRODUCES,
    MONTHS_AND_DAYS,
    NOT_SURNAMES,
    PARTICLES,
    SUFFIXES,
    VERBS,
)

_MAX_WORDS = 6
_SURNAMES_TOO = frozenset({"King", "Prince", "Pope", "Bishop", "Judge", "Duke", "Baron"})
_MAX_CAPITALS = 4
_MAX_SHORT_CAPITALS = 3


def name_end(text: str, tokens: Sequence[Token], at: int, *, headline: bool) -> int:
    """Return the index behind the run of name words that begins at `at`, `at` if none does."""
    first = tokens[at]
    if not (_starts_name(first) or _introduced(text, tokens, at)) or (headline and first.common):
        return at
    end = at + 1
    while end < len(tokens) and end - at < _MAX_WORDS and not tokens[end - 1].possessive:
        token = tokens[end]
        if token.suffix or _is_comma_before_suffix(tokens, end):
            end += 1
            continue
        joined = text[tokens[end - 1].end : token.start] == " "
        particle = token.text in PARTICLES and _leads_to_capital(tokens, end)
        if joined and _is_surname_of(tokens, at, end):
            return end + 1 + 2 * _is_comma_before_suffix(tokens, end + 1)
        if not joined or not (
            particle or _continues_name(token, tokens[at:end], headline=headline)
        ):
            break
        end += 1
    while end > at and tokens[end - 1].text in PARTICLES | {","}:
        end -= 1
    return end


def _is_surname_of(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "King" and the like end a name: "Martin Luther King", but "Ana and King Felipe"."""
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    leads_on = following is not None and following.capitalised and not following.suffix
    return tokens[end].text in _SURNAMES_TOO and tokens[at].text in given_names() and not leads_on


def _is_comma_before_suffix(tokens: Sequence[Token], at: int) -> bool:
    """Whether the comma of "Joseph R. Biden, Jr." stands at `at`."""
    return (
        at + 1 < len(tokens)
        and tokens[at].text == ","
        and tokens[at + 1].text.rstrip(".") in {"Jr", "Sr"}
    )


def _leads_to_capital(tokens: Sequence[Token], at: int) -> bool:
    """Whether "van der" and the like lead to a name word."""
    for token in tokens[at + 1 : at + 3]:
        if token.capitalised or token.arabic:
            return True
        if token.text not in PARTICLES:
            return False
    return False


def _introduced(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a name where it stands: "said Clay Jordan", "Minister April Hollins"."""
    if at == 0 or at + 1 >= len(tokens) or not tokens[at].capitalised:
        return False
    before, following = tokens[at - 1], tokens[at + 1]
    if text[tokens[at].end : following.start] != " " or not following.capitalised:
        return False
    if tokens[at].label:  # "Under Secretary Victoria Nuland"
        return tokens[at].label == "decoy" and before.label == "office" and _is_surname(following)
    if following.common or following.text == "I":
        return False
    if before.text in INTRODUCES:
        return following.label in {"", "state", "decoy"}
    leads = before.label in {"office", "honorific"} or (
        before.capitalised and before.common and before.text.lower() not in CONNECTORS | VERBS
    )
    return leads and tokens[at].text in MONTHS_AND_DAYS and not following.label


def _is_surname(token: Token) -> bool:
    return token.capitalised and not token.label and not token.common


def _starts_name(token: Token) -> bool:
    if token.label or token.text in MONTHS_AND_DAYS | NOT_SURNAMES:
        return False
    if token.initial or token.arabic:
        return True
    acronym = token.text.isupper() and len(token.text) <= _MAX_CAPITALS
    return token.capitalised and not token.common and not acronym


def _continues_name(token: Token, run: Sequence[Token], *, headline: bool) -> bool:
    named_like_a_place = token.label == "decoy" or (
        token.label == "state" and token.name is not None and token.name.form.ambiguous
    )
    if named_like_a_place:
        return len(run) == 1  # "Clay Jordan", "Harlan Washington"
    if token.label not in {"", "honorific"}:
        return False
    if token.initial or token.arabic:
        return True
    if token.text in MONTHS_AND_DAYS or token.text in NOT_SURNAMES or token.text in SUFFIXES:
        return False
    acronym = token.text.isupper() and len(token.text) <= _MAX_SHORT_CAPITALS
    return token.capitalised and not acronym and not (headline and token.common)
