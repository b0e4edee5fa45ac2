"""Runs of words that are built like a person's name."""

from collections.abc import Sequence

from bilatsum.data import given_names

from .lexicon import Token
from .tokens import Line
from .vocabulary import (
    INTRODUCES,
    MONTHS_AND_DAYS,
    NOT_SURNAMES,
    PARTICLES,
    SUFFIXES,
)

_MAX_WORDS = 6
_SURNAMES_TOO = frozenset({"King", "Prince", "Pope", "Bishop", "Judge", "Duke", "Baron"})
_MAX_SHORT_CAPITALS = 3
_NOT_LAST = PARTICLES | {","}
_NO_LATER_WORDS = MONTHS_AND_DAYS | NOT_SURNAMES | SUFFIXES


def name_end(line: Line, at: int, *, headline: bool) -> int:
    """Return the index behind the run of name words that begins at `at`, `at` if none does."""
    tokens = line.tokens
    first = tokens[at]
    if not (first.opens_name or _introduced(line, at)) or (headline and first.common):
        return at
    end = at + 1
    while end < len(tokens) and end - at < _MAX_WORDS and not tokens[end - 1].possessive:
        token = tokens[end]
        if token.suffix or _is_comma_before_suffix(tokens, end):
            end += 1
            continue
        joined = line.gap(end) == " "
        if joined and _is_surname_of(tokens, at, end):
            return end + 1 + 2 * _is_comma_before_suffix(tokens, end + 1)
        if not joined or not (
            (token.text in PARTICLES and _leads_to_capital(tokens, end))
            or _continues_name(token, end - at, headline=headline)
        ):
            break
        end += 1
    while end > at and tokens[end - 1].text in _NOT_LAST:
        end -= 1
    return end


def _is_surname_of(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "King" and the like end a name: "Martin Luther King", but "Ana and King Felipe"."""
    if tokens[end].text not in _SURNAMES_TOO:
        return False
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    leads_on = following is not None and following.capitalised and not following.suffix
    return tokens[at].text in given_names() and not leads_on


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


def _introduced(line: Line, at: int) -> bool:
    """Whether a word is a name where it stands: "said Clay Jordan", "Minister April Hollins"."""
    tokens = line.tokens
    token = tokens[at]
    if at == 0 or at + 1 >= len(tokens) or not token.capitalised:
        return False
    before, following = tokens[at - 1], tokens[at + 1]
    if not (before.introduces and following.capitalised and line.gap(at + 1) == " "):
        return False
    if token.label:  # "Under Secretary Victoria Nuland"
        return token.label == "decoy" and before.label == "office" and _is_surname(following)
    if following.common or following.text == "I":
        return False
    if before.text in INTRODUCES:
        return following.label in {"", "state", "decoy"}
    return token.text in MONTHS_AND_DAYS and not following.label


def _is_surname(token: Token) -> bool:
    return token.capitalised and not token.label and not token.common


def _continues_name(token: Token, words: int, *, headline: bool) -> bool:
    """Whether a name of some `words` goes on with this one."""
    named_like_a_place = token.label == "decoy" or (
        token.label == "state" and token.form is not None and token.form.ambiguous
    )
    if named_like_a_place:
        return words == 1  # "Clay Jordan", "Harlan Washington"
    if token.label not in {"", "honorific"}:
        return False
    if token.initial or token.arabic:
        return True
    if token.text in _NO_LATER_WORDS:
        return False
    acronym = token.text.isupper() and len(token.text) <= _MAX_SHORT_CAPITALS
    return token.capitalised and not acronym and not (headline and token.common)
