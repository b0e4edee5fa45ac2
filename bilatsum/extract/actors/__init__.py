"""Who the article is about: states, people, organisations and groups.

In: a Document. Out: Actors, the most salient first, and the pair of states the article is about.

The steps, in this order: find names of the gazetteer, then people and organisations by their
context, put the mentions of each actor together, add surnames and offices that stand alone, read
the country of those who have none beside their names from the context, weigh.
"""

from collections import Counter, deque

from bilatsum.model import Actor, Document, OwnNames

from .again import named_again
from .blocks import Block, blocks
from .build import build_actors
from .countries import infer_countries, take_own_countries
from .link import Mention, link
from .mentions import mentions_of
from .names import NOTHING
from .reading import Reading, read
from .salience import pair_of
from .titles import titles

__all__ = ["find_actors"]


def find_actors(
    document: Document, own: OwnNames = NOTHING
) -> tuple[tuple[Actor, ...], tuple[str, str] | None]:
    """Find the actors of `document`, and the two states it is about, the more central one first.

    `own` is what the user adds to the gazetteer.
    """
    stretches: list[Block] = []
    readings: deque[Reading] = deque()
    known: Counter[str] = Counter()
    for block in blocks(document, own):
        stretches.append(block)
        reading = read(block, known)
        if reading:
            readings.append(reading)
    mentions: list[Mention] = []
    while readings:  # in a long text, what was read of it is no longer needed
        mentions += mentions_of(readings.popleft(), known, own)
    size = len(document.article.text)
    mentions += named_again(stretches, mentions, size)
    mentions += titles(stretches, mentions, size)
    clusters = link(mentions)
    take_own_countries(clusters, own)
    infer_countries(clusters, stretches, pair_of(clusters), document.article.text)
    pair = pair_of(clusters)
    return build_actors(clusters, pair), pair
