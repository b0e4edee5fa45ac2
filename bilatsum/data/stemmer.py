"""Stems of English words: one stemmer for the topics' terms and the summary's vectors."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from .nltk_module import nltk_module

if TYPE_CHECKING:
    from nltk.stem import PorterStemmer


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a word in lower case.

    M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, as NLTK has it.
    """
    return str(_stemmer().stem(word))


@cache
def _stemmer() -> "PorterStemmer":
    stemmer: PorterStemmer = nltk_module("nltk.stem.porter").PorterStemmer()
    return stemmer
