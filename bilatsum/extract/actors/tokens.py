"""A text as the people rules see it: words with their roles in a name or a title."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bilatsum.data import abbreviations, given_names, is_known_word, offices

from .names import Name

Label = Literal["", "state", "demonym", "organisation", "office", "honorific", "decoy"]

_TOKEN = re.compile(r"[^\W_]+(?:[.'’\-][^\W_]+)*\.?|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s?$")
HONORIFICS = frozenset(
    "Mr Mrs Ms Miss Mx Dr Prof Sir Dame Lord Lady Hon Rev Fr Messrs Madam Sheikh Haji Ustad "
    "Shri Smt Imam Mullah Maulana Sayyid Ayatollah Monsieur Madame Señor Herr U Daw".split()
)
PARTICLES = frozenset(
    "de da do dos das del della di du la le las los van von der den ter ten bin ibn bint al el ul "
    "ad-din al-din zu zur y e af av abu ould".split()
)
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "VI", "VII", "VIII", "XVI", "V"})
_MAX_OFFICE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark; a possessive ending is not part of `text` but noted."""

    text: str
    start: int
    end: int
    label: Label
    possessive: bool
    name: Name | None = None

    @property
    def capitalised(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def common(self) -> bool:
        """Whether the word is an ordinary English word and no given name."""
        return is_known_word(self.text.lower()) and self.text not in given_names()

    @property
    def initial(self) -> bool:
        """Whether the word is one or more initials: "J.", "S.M.", "L.B."."""
        letters = self.text.replace(".", "")
        return self.text.endswith(".") and letters.isupper() and 0 < len(letters) <= 3  # noqa: PLR2004

    @property
    def suffix(self) -> bool:
        """Whether the word is a suffix of a name: "Jr.", "II"."""
        return self.text in _SUFFIXES


def tokenize(text: str, names: list[Name]) -> list[Token]:
    """Return the tokens of `text`; a gazetteer name is one token, an office of many words too."""
    tokens: list[Token] = []
    rest = iter(names)
    name = next(rest, None)
    at = 0
    while match := _TOKEN.search(text, at):
        start, end = match.span()
        while name is not None and name.end <= start:
            name = next(rest, None)
        if name is not None and name.start <= start < name.end:
            label = _LABELS[name.form.kind]
            possessive = bool(re.match(r"['’]s?(?!\w)", text[name.end : name.end + 3]))
            tokens.append(Token(name.form.text, start, name.end, label, possessive, name))
            at = name.end + (len(_ending(text, name.end)) if possessive else 0)
            continue
        if name is not None and name.start < end:
            end = max(start + 1, name.start)
        word = text[start:end]
        if len(word) > 1 and word.endswith(".") and not _keeps_full_stop(word):
            word = word[:-1]
        at = start + len(word)
        bare = _POSSESSIVE.sub("", word) if len(word) > 1 else word
        label: Label = "honorific" if bare.rstrip(".") in HONORIFICS else ""
        tokens.append(Token(bare, start, start + len(bare), label, possessive=bare != word))
    return _join_offices(tokens)


_LABELS: dict[str, Label] = {
    "state": "state",
    "seat": "state",
    "capital": "decoy",
    "demonym": "demonym",
    "organisation": "organisation",
    "group": "organisation",
    "decoy": "decoy",
}


def _ending(text: str, at: int) -> str:
    match = re.compile(r"['’]s?").match(text, at)
    return match.group() if match else ""


def _keeps_full_stop(word: str) -> bool:
    return "." in word[:-1] or len(word) == 2 or word[:-1] in abbreviations()  # noqa: PLR2004


def _join_offices(tokens: list[Token]) -> list[Token]:
    """Make one token of the words of an office: "foreign" "minister" becomes "foreign minister"."""
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        length = _office_length(tokens, at)
        if length:
            first, last = tokens[at], tokens[at + length - 1]
            text = " ".join(token.text for token in tokens[at : at + length])
            joined.append(Token(text, first.start, last.end, "office", last.possessive))
            at += length
        else:
            joined.append(tokens[at])
            at += 1
    return joined


def _office_length(tokens: list[Token], at: int) -> int:
    """Return how many tokens from `at` on are the longest office that begins there."""
    first = tokens[at]
    if first.label in {"state", "demonym", "organisation"} or first.text.lower() not in _openers():
        return 0
    if first.text.isupper() and len(first.text) > 3:  # noqa: PLR2004 - a shouted heading
        return 0
    words: list[str] = []
    best = 0
    for i, token in enumerate(tokens[at : at + _MAX_OFFICE_WORDS]):
        words.append(token.text.lower())
        phrase = " ".join(words)
        if phrase in offices() or phrase.rstrip(".") in offices():
            best = i + 1
        if token.possessive:
            break
    if best == 1 and first.text.lower() in _NEED_CAPITAL and not first.capitalised:
        return 0
    return best


# In small letters these are ordinary words or verbs more often than offices.
_NEED_CAPITAL = frozenset({"general", "chair", "lead", "head", "speaker", "pm", "mp", "rep", "sen", "representative",
                           "deputy", "official", "major", "justice", "lord"})  # fmt: skip


@cache
def _openers() -> frozenset[str]:
    return frozenset(office.split()[0] for office in offices())
