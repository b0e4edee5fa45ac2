"""Words in plain form: small letters, no plural, no -ed or -ing, so that a term is written once.

The forms are our own: a full stemmer would make "normalisation" a "normal".
"""

import re
from collections.abc import Sequence

from bilatsum.data.known import Known

from .word_lists import lists

# Acronyms keep their full stops; the "s" of a possessive is no word. It begins with a single set
# of characters, so that a search leaps from word to word.
_LETTERS = r"([{0}](?:[{0}]+|(?<!['’]s)(?:(?<=[A-Za-z])\.(?:[A-Za-z]\.)+)?))"
_WORD = re.compile(_LETTERS.format(r"^\W_"))
# The same in ASCII, as most sentences are: there letters are told by a table.
_ASCII_WORD = re.compile(_LETTERS.format("A-Za-z0-9"))
_VOWELS = frozenset("aeiouy")
_SHORT, _MIN_ROOT = 4, 3
# Words that only look like the plural of another: arms are no arm, the Ganges no gang.
_AS_THEY_ARE = frozenset(["arms", "customs", "ganges", "news", "series", "species", "means"])


def split(text: str) -> list[str]:
    """Return gaps and words in turn; the first and the last are gaps."""
    return (_ASCII_WORD if text.isascii() else _WORD).split(text)


def plain(word: str) -> str:
    """Return the plain form of a word: "Treaties" and "treaty" have the same."""
    return _forms_of(word)[0]


def plain_forms(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the plain forms of words, and the same with "" for those that are little."""
    if not words:
        return (), ()
    forms, counted = zip(*map(_forms_of, words), strict=True)
    return forms, counted


def is_little(raw: str) -> bool:
    """Whether no name of a matter holds a word in small letters: a function word, time, number."""
    return raw in lists().little or raw[0].isdigit()


def is_verb(raw: str) -> bool:
    """Whether a word in small letters is a verb, as far as its ending and the lists tell."""
    return raw not in lists().nouns and (raw.endswith("ed") or plain(raw) in lists().verbs)


def _both(word: str) -> tuple[str, str]:
    """Return the plain form of a word as written, and that in which it counts.

    The second is "" for words that no name of a matter holds.
    """
    raw = word.lower()
    form = _plain(raw)
    return form, "" if is_little(raw) else form


def _plain(word: str) -> str:
    if word in _AS_THEY_ARE:
        return word
    word = word.replace(".", "")
    if len(word) < _SHORT or not word.isascii():
        return word
    if word.endswith("s") and word[-2] not in "su" and not word.endswith("is"):
        if word.endswith("ies") and len(word) > _SHORT:
            word = word[:-3] + "y"
        else:
            word = word[:-2] if word.endswith(("sses", "xes", "ches", "shes")) else word[:-1]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= _MIN_ROOT and _VOWELS & set(root):
            word = root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root
            break
    return word[:-1] if word.endswith("e") and len(word) > _SHORT else word


# Asked in this way it takes half as long as in brackets.
_forms_of = Known(_both).__getitem__
