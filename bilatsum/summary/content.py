"""What a sentence is about: what its terms are worth, and of whom and when it speaks."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import sub, truediv

from bilatsum.model import Actor, DateMention, Document

from .table import Table
from .texts import Texts

_PRINCIPALS = 6
_LEAD = 3

CONTENT_FEATURES = (
    "worth", "worth_per_word", "worth_best", "worth_best_three", "worth_new",
    "worth_new_per_word", "worth_not_in_lead", "worth_in_lead", "terms", "rarity", "central",
    "central_rank", "title", "opening_like", "most_like_before", "like_previous", "like_next",
    "most_like_lead", "repeated_later", "actors", "actor_count", "dates", "graph",
)  # fmt: skip


def add_mentions(
    table: Table, document: Document, actors: Sequence[Actor], dates: Sequence[DateMention]
) -> None:
    """Add how much of the principal actors and how many dates each sentence names."""
    shares, named, dated = ([0.0] * table.size for _ in range(3))
    principals = actors[:_PRINCIPALS]
    total = sum(actor.salience for actor in principals) or 1.0
    holders = _Holders(document)
    for actor in principals:
        for index in set(holders.of(mention.span.start for mention in actor.mentions)):
            shares[index] += actor.salience / total
            named[index] += 1
    for index in holders.of(mention.span.start for mention in dates):
        dated[index] += 1
    add = table.add
    add("actors", shares)
    add("actor_count", named)
    add("dates", dated)


def add_worth(table: Table, texts: Texts, worths: Sequence[float]) -> None:
    """Add what the terms of each sentence are worth, given what each term is."""
    add, lengths = table.add, texts.lengths
    lead = texts.met[min(_LEAD, table.size)]
    leading = [*worths[:lead], *[0.0] * (len(worths) - lead)]
    for first, (pick, bounds) in enumerate(texts.blocks()):
        values = pick(worths)
        add("worth", [sum(values[start:end], 0.0) for start, end in bounds])
        ranked = [sorted(values[start:end], reverse=True)[:3] for start, end in bounds]
        add("worth_best", [three[0] if three else 0.0 for three in ranked])
        add("worth_best_three", [sum(three, 0.0) for three in ranked])
        values = pick(leading)
        in_lead = [sum(values[start:end], 0.0) for start, end in bounds]
        if not first:
            in_lead[:_LEAD] = [0.0] * len(in_lead[:_LEAD])
        add("worth_in_lead", in_lead)
        values = pick(texts.rarity)
        add("rarity", [sum(values[start:end]) / (end - start or 1) for start, end in bounds])
    new = [sum(worths[first:end], 0.0) for first, end in pairwise(texts.met)]
    sizes = [end - start for start, end in pairwise(texts.starts)]
    ends = [0] * table.size
    for last in texts.last:
        ends[last] += 1
    add("worth_per_word", list(map(truediv, table["worth"], lengths)))
    add("worth_new", new)
    add("worth_new_per_word", list(map(truediv, new, lengths)))
    add("worth_not_in_lead", list(map(sub, table["worth"], table["worth_in_lead"])))
    add("terms", list(map(truediv, sizes, lengths)))
    add(
        "repeated_later",
        [(held - ending) / (held or 1) for held, ending in zip(sizes, ends, strict=True)],
    )


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
