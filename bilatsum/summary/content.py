"""What a sentence is about: what its terms are worth, and of whom and when it speaks."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import sub, truediv

from bilatsum.data.trees import Column
from bilatsum.model import Actor, DateMention, Document

from .graph import graph_scores
from .likeness import likenesses
from .texts import Texts

_PRINCIPALS = 6
_LEAD = 3

CONTENT_FEATURES = (
    "worth", "worth_per_word", "worth_best", "worth_best_three", "worth_new",
    "worth_new_per_word", "worth_not_in_lead", "worth_in_lead", "terms", "rarity", "central",
    "central_rank", "title", "opening_like", "most_like_before", "like_previous", "like_next",
    "most_like_lead", "repeated_later", "actors", "actor_count", "dates", "graph",
)  # fmt: skip


def contents(
    document: Document,
    texts: Texts,
    worths: Sequence[float],
    actors: Sequence[Actor],
    dates: Sequence[DateMention],
) -> dict[str, Column]:
    """Return the features of content for every sentence. Linear in the length of the document.

    `worths` say what each term is worth.
    """
    size = len(document.sentences)
    shares, named, dated = (array("d", bytes(8 * size)) for _ in range(3))
    principals = actors[:_PRINCIPALS]
    total = sum(actor.salience for actor in principals) or 1.0
    holders = _Holders(document)
    for actor in principals:
        for index in set(holders.of(mention.span.start for mention in actor.mentions)):
            shares[index] += actor.salience / total
            named[index] += 1
    for index in holders.of(mention.span.start for mention in dates):
        dated[index] += 1
    return {
        **_worth(texts, worths),
        **likenesses(texts),
        "actors": shares,
        "actor_count": named,
        "dates": dated,
        "graph": graph_scores(texts, worths),
    }


def _worth(texts: Texts, worths: Sequence[float]) -> dict[str, Column]:
    """Return the features of what the terms of each sentence are worth."""
    lead = texts.met[min(_LEAD, len(texts.lengths))]
    leading = [*worths[:lead], *[0.0] * (len(worths) - lead)]
    whole, best, best_three, in_lead, rarity = (array("d") for _ in range(5))
    for pick, bounds in texts.blocks():
        values = pick(worths)
        whole.extend([sum(values[start:end]) for start, end in bounds])
        ranked = [sorted(values[start:end], reverse=True)[:3] for start, end in bounds]
        best.extend([three[0] if three else 0.0 for three in ranked])
        best_three.extend(map(sum, ranked))
        values = pick(leading)
        in_lead.extend([sum(values[start:end]) for start, end in bounds])
        values = pick(texts.rarity)
        rarity.extend([sum(values[start:end]) / (end - start or 1) for start, end in bounds])
    in_lead[:_LEAD] = array("d", bytes(8 * len(in_lead[:_LEAD])))
    new = array("d", [sum(worths[first:end]) for first, end in pairwise(texts.met)])
    sizes = [end - start for start, end in pairwise(texts.starts)]
    ends = [0] * len(sizes)
    for last in texts.last:
        ends[last] += 1
    return {
        "worth": whole,
        "worth_per_word": array("d", map(truediv, whole, texts.lengths)),
        "worth_best": best,
        "worth_best_three": best_three,
        "worth_new": new,
        "worth_new_per_word": array("d", map(truediv, new, texts.lengths)),
        "worth_not_in_lead": array("d", map(sub, whole, in_lead)),
        "worth_in_lead": in_lead,
        "terms": array("d", map(truediv, sizes, texts.lengths)),
        "rarity": rarity,
        "repeated_later": array(
            "d",
            [(held - ending) / (held or 1) for held, ending in zip(sizes, ends, strict=True)],
        ),
    }


class _Holders:
    """Tells in which sentences of a document offsets are."""

    def __init__(self, document: Document) -> None:
        self._starts = [sentence.span.start for sentence in document.sentences]
        self._ends = [sentence.span.end for sentence in document.sentences]

    def of(self, offsets: Iterable[int]) -> Iterator[int]:
        """Yield the index of the sentence that holds each offset, where one does."""
        for offset in offsets:
            at = bisect_right(self._starts, offset) - 1
            if at >= 0 and offset < self._ends[at]:
                yield at
