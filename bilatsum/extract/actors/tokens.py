"""A text as the people rules see it: words with their roles in a name or a title."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from bilatsum.data import abbreviations, given_names, is_known_word, offices

from .names import Name
from .vocabulary import HONORIFICS, REGIONAL, SUFFIXES

Label = Literal["", "state", "demonym", "organisation", "office", "honorific", "decoy"]

_TOKEN = re.compile(r"[^\W_]+(?:[.'’\-][^\W_]+)*\.?|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_MAX_OFFICE_WORDS = 6
_MAX_INITIALS = 3
_MAX_ACRONYM = 3


class Token(NamedTuple):
    """A word or a mark; a possessive ending is not part of `text` but noted."""

    text: str
    start: int
    end: int
    label: Label
    possessive: bool
    name: Name | None = None
    small: bool = False
    """Whether it is neither capitalised nor initials nor Arabic: no name begins with it."""

    @property
    def capitalised(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def common(self) -> bool:
        """Whether the word is an ordinary English word, or of a region, and no given name."""
        if self.text in REGIONAL:
            return True
        return is_known_word(self.text.lower()) and self.text not in given_names()

    @property
    def initial(self) -> bool:
        """Whether the word is one or more initials: "J.", "S.M.", "L.B."."""
        letters = self.text.replace(".", "")
        return self.text.endswith(".") and letters.isupper() and len(letters) <= _MAX_INITIALS

    @property
    def suffix(self) -> bool:
        """Whether the word is a suffix of a name: "Jr.", "II"."""
        return self.text in SUFFIXES

    @property
    def arabic(self) -> bool:
        """Whether the word opens with an Arabic article: "al-Saffar", "El-Sisi"."""
        return self.text[:3].lower() in {"al-", "el-"} and len(self.text) > len("al-")

    @property
    def states(self) -> tuple[str, ...]:
        """The codes of the states that the word names, as a noun or an adjective."""
        named = self.label in {"state", "demonym"} and self.name is not None
        return self.name.form.keys if named and self.name else ()


class _Word(NamedTuple):
    """What is known of a word by its letters: `kept` are those that belong to it."""

    text: str
    label: Label
    possessive: bool
    kept: int
    lower: str
    small: bool


class _Words(dict[str, _Word]):
    """The words met so far."""

    def __missing__(self, raw: str) -> _Word:
        if len(self) >= _MOST_WORDS:
            self.clear()
        word = self[raw] = _look(raw)
        return word


_MOST_WORDS = 30_000
_WORDS = _Words()


def tokenize(text: str, names: Sequence[Name], own_offices: tuple[str, ...] = ()) -> list[Token]:
    """Return the tokens of `text`; a gazetteer name is one token, an office of many words too.

    `own_offices` are offices in small letters that the user adds.
    """
    openers = _openers(own_offices)
    tokens: list[Token] = []
    offices_at: list[int] = []
    rest = iter([name for name in names if name.form.kind != "person"])
    name = next(rest, None)
    # What NamedTuple's own constructor does, without its frame: this is the busiest loop here.
    new, known = tuple.__new__, _WORDS
    matches = _TOKEN.finditer(text)
    match = next(matches, None)
    while match is not None:
        start, end = match.span()
        while name is not None and name.end <= start:
            name = next(rest, None)
        if name is not None and name.start <= start:
            ending = _POSSESSIVE.match(text, name.end)
            label = _LABELS[name.form.kind]
            tokens.append(Token(name.form.text, start, name.end, label, ending is not None, name))
            matches = _TOKEN.finditer(text, ending.end() if ending else name.end)
            match = next(matches, None)
            continue
        cut = name is not None and name.start < end
        if cut and name is not None:
            end = name.start
        bare, label, possessive, kept, lower, small = known[text[start:end]]
        if lower in openers:
            offices_at.append(len(tokens))
        tokens.append(new(Token, (bare, start, start + len(bare), label, possessive, None, small)))
        if cut:
            matches = _TOKEN.finditer(text, start + kept)
        elif start + kept < end:  # the full stop of the sentence
            tokens.append(new(Token, (".", end - 1, end, "", False, None, True)))
        match = next(matches, None)
    return _join_offices(tokens, offices_at, own_offices) if offices_at else tokens


def _look(raw: str) -> _Word:
    word = _without_full_stop(raw)
    ending = _POSSESSIVE.search(word) if len(word) > 1 else None
    bare = word[: ending.start()] if ending else word
    label: Label = "honorific" if bare.rstrip(".") in HONORIFICS else ""
    token = Token(bare, 0, len(bare), label, possessive=ending is not None)
    small = not (token.capitalised or token.initial or token.arabic)
    return _Word(bare, label, token.possessive, len(word), bare.lower(), small)


_LABELS: dict[str, Label] = {
    "state": "state",
    "seat": "state",
    "capital": "decoy",
    "demonym": "demonym",
    "organisation": "organisation",
    "group": "organisation",
    "decoy": "decoy",
}


def _without_full_stop(word: str) -> str:
    """Take off the full stop of a sentence; "J.", "U.S." and "Gen." keep theirs."""
    bare = word.removesuffix(".")
    if bare in {word, ""} or "." in bare or len(bare) == 1 or bare in abbreviations():
        return word
    return bare


def _join_offices(tokens: list[Token], places: list[int], own: tuple[str, ...]) -> list[Token]:
    """Make one token of the words of an office: "foreign" "minister" becomes "foreign minister".

    `places` are where offices may begin.
    """
    joined: list[Token] = []
    done = 0
    for at in places:
        length = _office_length(tokens, at, own) if at >= done else 0
        if length:
            joined += tokens[done:at]
            first, last = tokens[at], tokens[at + length - 1]
            text = " ".join([token.text for token in tokens[at : at + length]])
            joined.append(Token(text, first.start, last.end, "office", last.possessive))
            done = at + length
    joined += tokens[done:]
    return joined


def _office_length(tokens: list[Token], at: int, own: tuple[str, ...]) -> int:
    """Return how many tokens from `at` on are the longest office that begins there."""
    first = tokens[at]
    if first.text.isupper() and len(first.text) > _MAX_ACRONYM:  # a shouted heading
        return 0
    words: list[str] = []
    best = 0
    for i, token in enumerate(tokens[at : at + _MAX_OFFICE_WORDS]):
        words.append(token.text.lower())
        phrase = " ".join(words)
        if phrase in offices() or phrase.rstrip(".") in offices() or phrase in own:
            best = i + 1
        if token.possessive:
            break
    lone = best == 1 and first.text.lower() in _NEED_CAPITAL and not first.capitalised
    return 0 if lone else best


# In small letters these are ordinary words or verbs more often than offices.
_NEED_CAPITAL = frozenset({
    "general", "chair", "lead", "head", "speaker", "pm", "mp", "rep", "sen", "representative",
    "deputy", "official", "major", "justice", "lord",
})  # fmt: skip


@lru_cache(maxsize=4)
def _openers(own: tuple[str, ...]) -> frozenset[str]:
    return frozenset(office.split()[0] for office in (*offices(), *own))
