"""The words of each sentence, as the ranker counts them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bilatsum.data import rarity, stop_words
from bilatsum.model import Document

_TOKEN = re.compile(r"[^\W_]+")
_SUFFIXES = ("ations", "ation", "ings", "ing", "ies", "ment", "ed", "es", "s", "ly", "y", "e")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence as it is shown, and its words.

    `tokens` are runs of letters and digits as written, `lower` the same in small letters, `stems`
    their light stems, "" for function words; `terms` the stems, each once and in text order;
    `length` is the number of words as users count them, those between white space.
    """

    shown: str
    tokens: list[str]
    lower: list[str]
    stems: list[str]
    terms: list[str]
    length: int


class Vocabulary:
    """The stems of one document, and how rare each is in general (0 to about 9)."""

    def __init__(self) -> None:
        """Begin with no word."""
        self.rarity: dict[str, float] = {}
        self._stems: dict[str, str] = {}

    def stem(self, word: str) -> str:
        """Return the light stem of a word in small letters, "" for a function word."""
        found = self._stems.get(word)
        if found is None:
            found = "" if _is_function_word(word) else light_stem(word)
            self._stems[word] = found
            if found:
                # The commonest of its forms stands for a stem.
                self.rarity[found] = min(rarity(word), self.rarity.get(found, 99.0))
        return found

    def text(self, shown: str) -> Text:
        """Return the words of one sentence."""
        tokens = _TOKEN.findall(shown)
        lower = [token.lower() for token in tokens]
        known = self._stems
        stems = [known[word] if word in known else self.stem(word) for word in lower]
        terms = list(dict.fromkeys(stem for stem in stems if stem))
        return Text(shown, tokens, lower, stems, terms, shown.count(" ") + 1)


def texts(document: Document) -> tuple[list[Text], Vocabulary]:
    """Return the words of every sentence. Linear in the length of the document."""
    vocabulary = Vocabulary()
    sentences = [vocabulary.text(document.shown(one.span)) for one in document.sentences]
    return sentences, vocabulary


def _is_function_word(word: str) -> bool:
    return word in stop_words() or (len(word) == 1 and not word.isdigit())


@lru_cache(maxsize=50_000)
def light_stem(word: str) -> str:
    """Return a word in small letters without its commonest endings: quicker than Porter's stem."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word
