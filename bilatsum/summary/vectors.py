"""Sentences as vectors of stems."""

from bilatsum.data import rarity, stem, stop_words
from bilatsum.model import Document, Sentence


def content_words(document: Document, sentence: Sentence) -> list[str]:
    """Return the words of a sentence in lower case, without marks and function words."""
    words = (document.shown(span).lower() for span in sentence.words)
    return [word for word in words if word[:1].isalnum() and word not in stop_words()]


def weights(words: list[str]) -> dict[str, float]:
    """Return a tf-idf vector of unit length over the stems of `words`."""
    vector: dict[str, float] = {}
    for word in words:
        key = stem(word)
        vector[key] = vector.get(key, 0.0) + rarity(word)
    length = sum(value * value for value in vector.values()) ** 0.5
    return {key: value / length for key, value in vector.items()} if length else {}


def similarity(first: dict[str, float], second: dict[str, float]) -> float:
    """Return the cosine of two vectors of unit length."""
    if len(first) > len(second):
        first, second = second, first
    return sum(value * second.get(key, 0.0) for key, value in first.items())
