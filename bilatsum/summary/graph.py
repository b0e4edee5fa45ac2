"""How central a sentence is in the graph of sentences and the terms they share."""

from collections.abc import Mapping, Sequence

from .texts import Text

_ROUNDS = 8


def graph_scores(sentences: Sequence[Text], worths: Mapping[str, float]) -> list[float]:
    """Return how central each sentence is, the most central 1. Linear in the length of the text.

    A sentence is central that holds central terms, a term that stands in central sentences; a link
    weighs what the term is worth (H. Zha, "Generic Summarization and Keyphrase Extraction Using
    Mutual Reinforcement Principle and Sentence Clustering", SIGIR 2002). Unlike a graph of
    sentences it needs no comparison of each with all others.
    """
    held = [[(term, worths[term]) for term in text.terms] for text in sentences]
    sizes = [len(text.terms) ** 0.5 or 1.0 for text in sentences]
    scores = [1.0] * len(sentences)
    for _ in range(_ROUNDS):
        of_term: dict[str, float] = {}
        for score, size, terms in zip(scores, sizes, held, strict=True):
            share = score / size
            for term, worth in terms:
                of_term[term] = of_term.get(term, 0.0) + share * worth
        scores = [
            sum([of_term[term] * worth for term, worth in terms]) / size
            for size, terms in zip(sizes, held, strict=True)
        ]
        best = max(scores, default=0.0) or 1.0
        scores = [score / best for score in scores]
    return scores
