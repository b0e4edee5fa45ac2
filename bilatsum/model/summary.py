"""The extractive summary."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A chosen sentence: its index, its score within this article, and its strongest reasons."""

    index: int
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences in text order, and the method that chose them."""

    method: str
    sentences: tuple[SummarySentence, ...]
