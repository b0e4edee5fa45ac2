"""What is known of words by themselves: looked up once for each, and shared by all its places."""

import re
from functools import lru_cache
from itertools import accumulate, chain, compress
from typing import Any, Literal

from bilatsum.data import abbreviations, given_names, is_known_word, offices
from bilatsum.data.known import Known
from bilatsum.model import OwnNames

from .names import Form, Openings, openers, openings
from .vocabulary import (
    BODY_HEADS,
    BODY_OPENERS,
    CONNECTORS,
    HONORIFICS,
    INTRODUCES,
    MONTHS_AND_DAYS,
    NOT_SURNAMES,
    REGIONAL,
    SUFFIXES,
    VERBS,
)

Label = Literal["", "state", "demonym", "organisation", "office", "honorific", "decoy"]

TOKEN = re.compile(r"[^\W_]+(?:[.'’\-][^\W_]+)*\.?|[^\w\s]")
POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_ARABIC = frozenset({"al-", "el-"})
_TITLES = frozenset({"office", "honorific"})
_LEADS_TO_NO_NAME = CONNECTORS | VERBS
_OF_STATES = frozenset({"state", "demonym"})
_MAX_INITIALS = 3
_MAX_CAPITALS = 4
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
    `size` is the number of characters it takes without that ending. `openings` are the names that
    may begin in it.

    `capitalised`: it begins with a capital letter; `common`: it is an ordinary English word, or of
    a region, and no given name; `initial`: it is one or more initials ("J.", "S.M."); `suffix`:
    "Jr.", "II"; `arabic`: it opens with an Arabic article ("al-Saffar"); `large`: it is one of
    capitalised, initial and Arabic, without which no name begins. `opens_name`: a person's name
    may begin with it, whatever stands before; `introduces`: what would be none may be one behind
    it; `opens_office`: an office may begin with it; `of_body`: it is a word of which names of
    bodies are built. Those that are not `noted` matter only as neighbours of others. `states` are
    the codes of those that it names, as a noun or an adjective.
    """

    __slots__ = (
        "arabic", "capitalised", "common", "form", "initial", "introduces", "label",
        "large", "lower", "noted", "of_body", "openings", "opens_name", "opens_office",
        "possessive", "size", "states", "suffix", "text",
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
        lower = text.lower()
        self.lower = text if lower == text else lower
        self.openings: Openings = ()
        self.opens_office = False
        self.capitalised = text[:1].isupper()
        self.common = text in REGIONAL or (is_known_word(self.lower) and text not in given_names())
        self.initial = text[-1:] == "." and _is_initials(text.replace(".", ""))
        self.arabic = text[:3].lower() in _ARABIC and len(text) > len("al-")
        self.large = self.capitalised or self.initial or self.arabic
        self.noted = self.large or label == "office"
        self.suffix = self.capitalised and text in SUFFIXES
        self.of_body = self.capitalised and text in _BODY_WORDS
        self.opens_name = self.large and _opens_name(self)
        self.introduces = text in INTRODUCES or label in _TITLES or _may_introduce(self)
        self.states = form.keys if form is not None and label in _OF_STATES else ()


def _is_initials(letters: str) -> bool:
    return letters.isupper() and len(letters) <= _MAX_INITIALS


def _may_introduce(token: Token) -> bool:
    return token.capitalised and token.common and token.lower not in _LEADS_TO_NO_NAME


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
        self.openers = openers(own)
        self._offices = frozenset([*offices(), *own.offices])
        self._begun = frozenset(
            " ".join(words[:i])
            for words in (office.split(" ") for office in self._offices)
            for i in range(1, len(words))
        )
        self._first_words = frozenset(office.split()[0] for office in self._offices)
        self._chunks = Known(self._of_chunk)
        self._words = Known(self._of_word)
        self._whole = Known(self._of_whole)

    def cut(self, text: str) -> tuple[list[Token], list[int], list[int]]:
        """Return the tokens of a shown text without underscores, and where each begins.

        Behind the last there is one more beginning. With them come the places of those noted.
        """
        flat = list(chain.from_iterable(map(self._chunks.__getitem__, text.split(" "))))
        starts = list(accumulate(flat[1::3], initial=0))
        return flat[::3], starts, list(compress(range(len(starts)), flat[2::3]))

    def of_raw(self, raw: str) -> list[Token]:
        """Return a word with all that sticks to it as a token, and its full stop as another."""
        return [self._words[word] for word in _without_full_stop(raw)]

    def of_form(self, form: Form, size: int, *, possessive: bool) -> Token:
        """Return the token of a name of the gazetteer that takes `size` characters."""
        return self._whole[form.text, form, possessive, size]

    def of_office(self, text: str, size: int, *, possessive: bool) -> Token:
        """Return the token of an office that takes `size` characters."""
        return self._whole[text, None, possessive, size]

    def is_office(self, phrase: str) -> bool:
        """Whether words in small letters are an office."""
        return phrase in self._offices or phrase.rstrip(".") in offices()

    def begins_office(self, phrase: str) -> bool:
        """Whether words in small letters are the first words of an office that has more."""
        return phrase in self._begun

    def _of_chunk(self, chunk: str) -> tuple[Any, ...]:
        """Return of each token between two blanks itself, its step to the next, if it is noted.

        One after the other, so that to cut a text takes no step of ours for each token.
        """
        raws = [chunk] if chunk.isalnum() else TOKEN.findall(chunk)
        flat: list[Any] = []
        for raw in raws:
            for word in _without_full_stop(raw):
                token = self._words[word]
                flat += token, len(word), token.noted
        if flat:
            flat[-2] += 1  # the blank
        return tuple(flat)

    def _of_word(self, word: str) -> Token:
        """Return the token of a word with its possessive ending."""
        owns = len(word) > 1 and ("'" in word or "’" in word)
        ending = POSSESSIVE.search(word) if owns else None
        bare = word[: ending.start()] if ending else word
        label: Label = "honorific" if bare.rstrip(".") in HONORIFICS else ""
        token = Token(bare, label, possessive=ending is not None)
        token.openings = openings(word, self.openers)
        token.opens_office = token.lower in self._first_words
        token.noted = token.noted or token.opens_office or bool(token.openings)
        return token

    def _of_whole(self, key: tuple[str, Form | None, bool, int]) -> Token:
        """Return the token of a name with a form, or of an office without."""
        text, form, possessive, size = key
        label: Label = _LABELS[form.kind] if form else "office"
        return Token(text, label, form, possessive=possessive, size=size)


def _without_full_stop(raw: str) -> tuple[str, ...]:
    """Return a word, and the full stop of a sentence apart; "J.", "U.S." and "Gen." keep theirs."""
    bare = raw.removesuffix(".")
    if bare in {raw, ""} or "." in bare or len(bare) == 1 or bare in abbreviations():
        return (raw,)
    return bare, "."


@lru_cache(maxsize=4)
def lexicon(own: OwnNames) -> Lexicon:
    """Return the lexicon with what a user adds."""
    return Lexicon(own)
