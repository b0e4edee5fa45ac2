"""What kind of word a word is, by the lists of phrase_words.tsv, and where words touch."""

from functools import cache
from typing import NamedTuple

from bilatsum.data import phrase_words, stop_words

JOINS = frozenset(["and", "or"])
NARROWING = frozenset(["especially", "particularly", "including", "notably"])
COMPARING = frozenset(["least", "most", "more", "less", "fewer", "than", "such", "also"])

TOUCHING = frozenset([" ", "-", "–", "'s ", "’s ", "' ", "’ ", "/", " $", " €", " £"])
"""What may be between two words of a phrase."""


class Lists(NamedTuple):
    """The words by what they are; see bilatsum/data/phrase_words.tsv."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    """What looks like a verb or an adverb and is none."""
    times: frozenset[str]
    generic: frozenset[str]
    """What is in every article on two states."""
    weak_heads: frozenset[str]
    instruments: frozenset[str]
    """What a treaty or project is called."""
    links: frozenset[str]
    left_links: frozenset[str]
    determiners: frozenset[str]
    before_to: frozenset[str]
    adjectives: frozenset[str]
    """What waits for a noun behind the next comma."""
    openers: frozenset[str]
    """What a phrase cannot begin with."""
    closers: frozenset[str]
    """What a phrase cannot end with."""
    leaders: frozenset[str]
    """What stands before a participle that belongs to a noun: "the detained Americans"."""
    little: frozenset[str]
    """What no name of a matter holds."""


@cache
def lists() -> Lists:
    """Return the lists."""
    of = phrase_words()
    links, determiners, times = of["link"], of["determiner"], of["time"]
    return Lists(
        verbs=of["verb"],
        nouns=of["noun"],
        times=times,
        generic=of["generic"],
        weak_heads=of["weak head"],
        instruments=of["instrument"],
        links=links,
        left_links=of["left link"],
        determiners=determiners,
        before_to=of["before to"],
        adjectives=of["adjective"],
        openers=determiners | links | JOINS | COMPARING,
        closers=determiners | links | JOINS | NARROWING | of["weak tail"] | times,
        leaders=determiners | links | JOINS,
        little=stop_words() | links | times | NARROWING,
    )
