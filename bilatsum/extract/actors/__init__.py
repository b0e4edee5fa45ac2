"""Who the article is about: states, people, organisations and groups.

In: a Document. Out: Actors, the most salient first, and the pair of states the article is about.

The steps, in this order: find names of the gazetteer, then people and organisations by their
context, put the mentions of each actor together, add surnames and offices that stand alone, read
the country of those who have none beside their names from the context, weigh.
"""

from bilatsum.model import Actor, Document, OwnNames

from .again import named_again
from .blocks import blocks
from .build import build_actors
from .countries import infer_countries, take_own_countries
from .link import link
from .mentions import mentions_of
from .names import NOTHING
from .reading import read
from .salience import pair_of
from .states import unambiguous
from .titles import titles

__all__ = ["find_actors"]


def find_actors(
    document: Document, own: OwnNames = NOTHING
) -> tuple[tuple[Actor, ...], tuple[str, str] | None]:
    """Find the actors of `document`, and the two states it is about, the more central one first.

    `own` is what the user adds to the gazetteer.
    """
    readings = [read(block) for block in blocks(document, own)]
    stretches = [reading.block for reading in readings]
    known = unambiguous(name for reading in readings for name in reading.names)
    mentions = [mention for reading in readings for mention in mentions_of(reading, known, own)]
    size = len(document.article.text)
    mentions += named_again(stretches, mentions, size)
    offices = ((reading.block, office) for reading in readings for office in reading.offices)
    headlines = [block.shown for block in stretches if block.headline]
    mentions += titles(offices, headlines, mentions, size)
    clusters = link(mentions)
    take_own_countries(clusters, own)
    infer_countries(clusters, readings, pair_of(clusters), document.article.text)
    pair = pair_of(clusters)
    return build_actors(clusters, pair), pair
