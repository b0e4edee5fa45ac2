"""The first sentences: the baseline that news writing makes hard to beat."""

from bilatsum.model import Document

from .method import Ranking, by_score


def rank(document: Document) -> Ranking:
    """Rank sentences by their place in the article."""
    return by_score([1 / (1 + sentence.index) for sentence in document.sentences])
