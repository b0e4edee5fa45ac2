"""How central a sentence is in the graph of sentences and the terms they share."""

from collections.abc import Sequence
from itertools import pairwise
from operator import add, itemgetter, mul, truediv

from .texts import Texts

_ROUNDS = 8
_PAIR = 2


def graph_scores(texts: Texts, worths: Sequence[float]) -> list[float]:
    """Return how central each sentence is, the most central 1. Linear in the length of the text.

    A sentence is central that holds central terms, a term that stands in central sentences; a link
    weighs what the term is worth (H. Zha, "Generic Summarization and Keyphrase Extraction Using
    Mutual Reinforcement Principle and Sentence Clustering", SIGIR 2002). Unlike a graph of
    sentences it needs no comparison of each with all others.
    """
    weights = [worth**2 for worth in worths]
    # What goes to a term that stands in one sentence comes back to it alone.
    own = [0.0 if held > 1 else weight for held, weight in zip(texts.held, weights, strict=True)]
    alone = [sum(own[first:end]) for first, end in pairwise(texts.met)]
    # The terms that several sentences share; those of just two are many, and go together.
    places: dict[int, list[int]] = {term: [] for term in sorted(texts.shared)}
    links = [sorted(texts.shared.intersection(terms)) for terms in texts.by_sentence()]
    for index, terms in enumerate(links):
        for term in terms:
            places[term].append(index)
    pairs = [term for term, where in places.items() if len(where) == _PAIR]
    many = [term for term, where in places.items() if len(where) > _PAIR]
    order = {term: at for at, term in enumerate([*many, *pairs])}
    # Two more of no weight, for what takes the values of several at once takes one of none.
    none = len(order)
    from_many = [itemgetter(*places[term]) for term in many]
    from_first = itemgetter(*[places[term][0] for term in pairs], 0, 0)
    from_second = itemgetter(*[places[term][1] for term in pairs], 0, 0)
    weigh = [*map(weights.__getitem__, order), 0.0, 0.0]
    back_to = [itemgetter(*map(order.__getitem__, terms), none, none) for terms in links]
    roots = [(end - start or 1) ** 0.5 for start, end in pairwise(texts.starts)]
    scores = [1.0] * len(roots)
    for _ in range(_ROUNDS):
        shares = list(map(truediv, scores, roots))
        sums = [sum(pick(shares)) for pick in from_many]
        sums += map(add, from_first(shares), from_second(shares))
        backs = list(map(mul, weigh, sums))
        kept = map(mul, shares, alone)
        found = [sum(pick(backs), start) for pick, start in zip(back_to, kept, strict=True)]
        scores = list(map(truediv, found, roots))
        best = max(scores) or 1.0
        scores = [score / best for score in scores]
    return scores
