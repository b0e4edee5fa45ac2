"""Gazetteers, word lists and trained parameters; where each comes from is in SOURCES.md.

In: the files beside this one. Out: typed records, read once and kept.
"""

from .gazetteer import Organisation, State, offices, organisations, states
from .punkt import abbreviations, punkt_parameters
from .words import is_known_word, rarity

__all__ = [
    "Organisation",
    "State",
    "abbreviations",
    "is_known_word",
    "offices",
    "organisations",
    "punkt_parameters",
    "rarity",
    "states",
]
