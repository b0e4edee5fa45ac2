"""How long a summary is, and which of the ranked sentences it takes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from .method import Ranking

# Sentences of an article up to which a summary of so many sentences is enough.
_STEPS = ((12, 3), (24, 4), (45, 5), (90, 6))
_LONGEST = 7


def default_sentences(count: int) -> int:
    """Return the length of the summary of an article with `count` sentences: 3 to 7."""
    return next((length for limit, length in _STEPS if count <= limit), _LONGEST)


def wanted_share(lengths: Sequence[int], words: int | None) -> float:
    """Return the share of an article's words (0-1) that a summary of so many words may have.

    `lengths` are those of the article's sentences in words. Where sentences are counted (`words`
    is None), a long one takes no more room than a short one, so that words are not scarce: 1.
    """
    return 1.0 if words is None else min(1.0, words / (sum(lengths) or 1))


def take(ranking: Ranking, text: Callable[[int], str], sentences: int | None) -> list[int]:
    """Return the sentences to show, in text order, from the best on, none of them twice.

    `text` gives a sentence by its index. Without a number of sentences the article's length says
    how many there are.
    """
    most = sentences or default_sentences(len(ranking.order))
    fit = (index for index in _unlike(ranking.order, text) if index not in ranking.unfit)
    return sorted(islice(fit, most)) or sorted(islice(_unlike(ranking.order, text), most))


def take_words(
    ranking: Ranking, text: Callable[[int], str], lengths: Sequence[int], words: int
) -> list[int]:
    """Return the sentences to show, in text order, none of them twice, within a limit of words.

    From the best on, those that do not fit any more are passed over; the summary is over the limit
    only where every sentence alone is: then it is the shortest one.
    """
    ranked = list(_unlike(ranking.order, text))
    ranked = [index for index in ranked if index not in ranking.unfit] or ranked
    if ranking.within:
        kept = set(ranked)
        chosen = [index for index in ranking.within(words) if index in kept]
        if chosen:
            return sorted(chosen)
    chosen = []
    left = words
    for index in ranked:
        if lengths[index] <= left:
            chosen.append(index)
            left -= lengths[index]
    if not chosen and ranked:
        chosen = [min(ranked, key=lambda index: (lengths[index], index))]
    return sorted(chosen)


def _unlike(order: Iterable[int], text: Callable[[int], str]) -> Iterator[int]:
    """Yield the sentences that have not been there before with the same text."""
    seen: set[str] = set()
    for index in order:
        shown = text(index)
        if shown not in seen:
            seen.add(shown)
            yield index
