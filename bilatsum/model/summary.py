"""The extractive summary."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A chosen sentence: its index, its score within this article, and its strongest reasons.

    `context` says of whom a sentence speaks that opens with "He" or "The two sides": the opening
    words and the actors' names. They are our words, never part of the sentence.
    """

    index: int
    score: float
    reasons: tuple[str, ...] = ()
    context: tuple[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences in text order, and the method that chose them.

    `ranking` are index and score of every sentence of the article, in the order in which the
    method would take them one by one.
    """

    method: str
    sentences: tuple[SummarySentence, ...]
    ranking: tuple[tuple[int, float], ...] = ()
