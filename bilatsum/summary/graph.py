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
    places: dict[str, list[int]] = {}
    for index, text in enumerate(sentences):
        for term in text.terms:
            places.setdefault(term, []).append(index)
    # What goes to a term that stands in one sentence comes back to it alone.
    alone = [0.0] * len(sentences)
    links: list[tuple[list[int], float]] = []
    for term, where in places.items():
        weight = worths[term] ** 2
        if len(where) == 1:
            alone[where[0]] += weight
        else:
            links.append((where, weight))
    sizes = [len(text.terms) or 1 for text in sentences]
    scores = [1.0] * len(sentences)
    for _ in range(_ROUNDS):
        shares = [score / size**0.5 for score, size in zip(scores, sizes, strict=True)]
        found = [share * own for share, own in zip(shares, alone, strict=True)]
        for where, weight in links:
            back = weight * sum([shares[index] for index in where])
            for index in where:
                found[index] += back
        scores = [value / size**0.5 for value, size in zip(found, sizes, strict=True)]
        best = max(scores, default=0.0) or 1.0
        scores = [score / best for score in scores]
    return scores
