"""Gazetteers, word lists and trained parameters; where each comes from is in SOURCES.md.

In: the files beside this one. Out: typed records, read once and kept.
"""

from .gazetteer import (
    Organisation,
    State,
    decoys,
    given_names,
    offices,
    organisations,
    states,
)
from .own import parse_own_names, read_own_names
from .punkt import abbreviations, punkt_parameters
from .schema import brief_schema
from .stemmer import stem
from .tables import data_versions
from .topics import Topic, topics
from .words import cue_words, is_known_word, rarity, stop_words

__all__ = [
    "Organisation",
    "State",
    "Topic",
    "abbreviations",
    "brief_schema",
    "cue_words",
    "data_versions",
    "decoys",
    "given_names",
    "is_known_word",
    "offices",
    "organisations",
    "parse_own_names",
    "punkt_parameters",
    "rarity",
    "read_own_names",
    "states",
    "stem",
    "stop_words",
    "topics",
]
