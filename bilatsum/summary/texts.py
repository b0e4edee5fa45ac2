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
        # Each word as it was first met, so that a long article holds it only once.
        self._met: dict[str, tuple[str, str, str]] = {}

    def text(self, shown: str) -> Text:
        """Return the words of one sentence."""
        met = self._met
        found = [met.get(token) or self._meet(token) for token in _TOKEN.findall(shown)]
        stems = [stem for _, _, stem in found]
        return Text(
            shown,
            [token for token, _, _ in found],
            [lower for _, lower, _ in found],
            stems,
            [stem for stem in dict.fromkeys(stems) if stem],
            shown.count(" ") + 1,
        )

    def _meet(self, token: str) -> tuple[str, str, str]:
        """Note a word; return it as written, in small letters, and its stem ("" if it has none)."""
        lower = token.lower()
        stem, rare = _stem_and_rarity(lower)
        if stem:
            # The commonest of its forms stands for a stem.
            self.rarity[stem] = min(rare, self.rarity.get(stem, 99.0))
        word = self._met[token] = token, lower, stem
        return word


def texts(document: Document) -> tuple[list[Text], Vocabulary]:
    """Return the words of every sentence. Linear in the length of the document."""
    vocabulary = Vocabulary()
    sentences = [vocabulary.text(document.shown(one.span)) for one in document.sentences]
    return sentences, vocabulary


def _is_function_word(word: str) -> bool:
    return word in stop_words() or (len(word) == 1 and not word.isdigit())


@lru_cache(maxsize=30_000)
def _stem_and_rarity(word: str) -> tuple[str, float]:
    return ("", 0.0) if _is_function_word(word) else (light_stem(word), rarity(word))


def light_stem(word: str) -> str:
    """Return a word in small letters without its commonest endings: quicker than Porter's stem."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word
