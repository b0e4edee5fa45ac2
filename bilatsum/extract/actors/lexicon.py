"""What is known of words by themselves: looked up once for each, and shared by all its places."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate, chain
from operator import sub
from typing import Literal

from bilatsum.data import abbreviations, given_names, is_known_word, offices
from bilatsum.model import OwnNames

from .names import Form, Openings, forms_by_word, openings
from .vocabulary import (
    BODY_HEADS,
    BODY_OPENERS,
    HONORIFICS,
    MONTHS_AND_DAYS,
    NOT_SURNAMES,
    REGIONAL,
    SUFFIXES,
)

Label = Literal["", "state", "demonym", "organisation", "office", "honorific", "decoy"]

TOKEN = re.compile(r"[^\W_]+(?:[.'’\-][^\W_]+)*\.?|[^\w\s]")
POSSESSIVE = re.compile(r"['’]s?(?!\w)")
HEAD = 3
_MAX_INITIALS = 3
_MAX_CAPITALS = 4
_MOST = 25_000
_LABELS: dict[str, Label] = {
    "state": "state",
    "seat": "state",
    "capital": "decoy",
    "demonym": "demonym",
    "organisation": "organisation",
    "group": "organisation",
    "decoy": "decoy",
}
_NOT_FIRST_NAMES = MONTHS_AND_DAYS | NOT_SURNAMES
_BODY_WORDS = BODY_HEADS | BODY_OPENERS


class Token:
    """A word or a mark, whatever the place; a possessive ending is not part of `text` but noted.

    A name of the gazetteer is one token and has its `form`, an office of many words is one too.
    `size` is the number of characters it takes without that ending, `step` the number from its
    start to that of the next. `openings` are the names that may begin in it.

    `capitalised`: it begins with a capital letter; `common`: it is an ordinary English word, or of
    a region, and no given name; `initial`: it is one or more initials ("J.", "S.M."); `suffix`:
    "Jr.", "II"; `arabic`: it opens with an Arabic article ("al-Saffar"); `small`: it is none of
    capitalised, initial and Arabic, so that no name begins with it. `opens_name`: a person's name
    may begin with it, whatever stands before; `opens_office`: an office may; `of_body`: it is a
    word of which names of bodies are built. `states` are the codes of those that it names, as a
    noun or an adjective.
    """

    __slots__ = (
        "arabic", "capitalised", "common", "form", "head", "initial", "label", "lower", "of_body",
        "openings", "opens_name", "opens_office", "possessive", "size", "small", "states", "step",
        "suffix", "text",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        label: Label = "",
        form: Form | None = None,
        *,
        possessive: bool = False,
        size: int = 0,
    ) -> None:
        """Look the word up."""
        self.text, self.label, self.form, self.possessive = text, label, form, possessive
        self.size = size or len(text)
        self.step = self.size
        self.lower, self.head = text.lower(), text[:HEAD]
        self.openings: Openings = ()
        self.opens_office = False
        self.capitalised = text[:1].isupper()
        self.common = text in REGIONAL or (is_known_word(self.lower) and text not in given_names())
        self.initial = text.endswith(".") and _is_initials(text.replace(".", ""))
        self.arabic = text[:3].lower() in {"al-", "el-"} and len(text) > len("al-")
        self.small = not (self.capitalised or self.initial or self.arabic)
        self.suffix = text in SUFFIXES
        self.of_body = text in _BODY_WORDS
        self.opens_name = not self.small and _opens_name(self)
        named = form is not None and label in {"state", "demonym"}
        self.states = form.keys if form is not None and named else ()


def _is_initials(letters: str) -> bool:
    return letters.isupper() and len(letters) <= _MAX_INITIALS


def _opens_name(token: Token) -> bool:
    if token.label or token.text in _NOT_FIRST_NAMES:
        return False
    if token.initial or token.arabic:
        return True
    acronym = token.text.isupper() and len(token.text) <= _MAX_CAPITALS
    return token.capitalised and not token.common and not acronym


class Lexicon:
    """The names and offices of the gazetteer and of one user, and the words met so far."""

    def __init__(self, own: OwnNames) -> None:
        """Take in the gazetteer and what the user adds."""
        self.forms = forms_by_word(own)
        self._offices = frozenset([*offices(), *own.offices])
        self._begun = frozenset(
            " ".join(words[:i])
            for words in (office.split(" ") for office in self._offices)
            for i in range(1, len(words))
        )
        openers = frozenset(office.split()[0] for office in self._offices)
        self._chunks = _Chunks(self.forms, openers)
        self._made: dict[tuple[str, Label, bool, int], Token] = {}

    def cut(self, text: str) -> tuple[list[Token], list[int]]:
        """Return the tokens of a shown text without underscores, and where each begins.

        Behind the last there is one more beginning.
        """
        tokens = list(chain.from_iterable(map(self._chunks.__getitem__, text.split(" "))))
        return tokens, list(accumulate([token.step for token in tokens], initial=0))

    def of_raw(self, raw: str) -> tuple[Token, ...]:
        """Return a word with all that sticks to it as a token, and its full stop as another."""
        return self._chunks.of_raw(raw)

    def of_form(self, form: Form, size: int, *, possessive: bool) -> Token:
        """Return the token of a name of the gazetteer that takes `size` characters."""
        return self._make(form.text, _LABELS[form.kind], form, possessive, size)

    def of_office(self, text: str, size: int, *, possessive: bool) -> Token:
        """Return the token of an office that takes `size` characters."""
        return self._make(text, "office", None, possessive, size)

    def is_office(self, phrase: str) -> bool:
        """Whether words in small letters are an office."""
        return phrase in self._offices or phrase.rstrip(".") in offices()

    def begins_office(self, phrase: str) -> bool:
        """Whether words in small letters are the first words of an office that has more."""
        return phrase in self._begun

    def _make(
        self, text: str, label: Label, form: Form | None, possessive: bool, size: int
    ) -> Token:
        key = text, label, possessive, size
        token = self._made.get(key)
        if token is None:
            if len(self._made) >= _MOST:
                self._made.clear()
            token = Token(text, label, form, possessive=possessive, size=size)
            self._made[key] = token
        return token


class _Chunks(dict[str, tuple[Token, ...]]):
    """What stood between two blanks, as tokens."""

    def __init__(self, forms: Mapping[str, tuple[Form, ...]], openers: frozenset[str]) -> None:
        self._tokens = _Tokens(forms, openers)

    def __missing__(self, chunk: str) -> tuple[Token, ...]:
        if len(self) >= _MOST:
            self.clear()
            self._tokens.clear()
        words = [
            (word, match.start() + at)
            for match in TOKEN.finditer(chunk)
            for word, at in _without_full_stop(match.group())
        ]
        steps = map(sub, [*(at for _, at in words[1:]), len(chunk) + 1], (at for _, at in words))
        found = self[chunk] = tuple(
            [self._tokens[word, step] for (word, _), step in zip(words, steps, strict=False)]
        )
        return found

    def of_raw(self, raw: str) -> tuple[Token, ...]:
        return tuple([self._tokens[word, len(word)] for word, _ in _without_full_stop(raw)])


class _Tokens(dict[tuple[str, int], Token]):
    """The tokens of words with their possessive endings, by word and step."""

    def __init__(self, forms: Mapping[str, tuple[Form, ...]], openers: frozenset[str]) -> None:
        self._forms, self._openers = forms, openers

    def __missing__(self, key: tuple[str, int]) -> Token:
        word, step = key
        owns = len(word) > 1 and ("'" in word or "’" in word)
        ending = POSSESSIVE.search(word) if owns else None
        bare = word[: ending.start()] if ending else word
        label: Label = "honorific" if bare.rstrip(".") in HONORIFICS else ""
        token = self[key] = Token(bare, label, possessive=ending is not None)
        token.step = step
        token.openings = openings(word, self._forms)
        token.opens_office = token.lower in self._openers
        return token


def _without_full_stop(raw: str) -> tuple[tuple[str, int], ...]:
    """Return a word, and the full stop of a sentence apart; "J.", "U.S." and "Gen." keep theirs.

    With each comes where it begins.
    """
    bare = raw.removesuffix(".")
    if bare in {raw, ""} or "." in bare or len(bare) == 1 or bare in abbreviations():
        return ((raw, 0),)
    return (bare, 0), (".", len(bare))


@lru_cache(maxsize=4)
def lexicon(own: OwnNames) -> Lexicon:
    """Return the lexicon with what a user adds."""
    return Lexicon(own)
