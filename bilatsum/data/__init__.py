"""Gazetteers, word lists and trained parameters; where each comes from is in SOURCES.md.

In: the files beside this one. Out: typed records, read once and kept.
"""

from .date_cues import date_cues
from .gazetteer import (
    Organisation,
    State,
    decoys,
    given_names,
    offices,
    organisations,
    states,
)
from .nltk_module import nltk_module, nltk_version
from .own import parse_own_names, read_own_names
from .punkt import abbreviations, punkt_parameters
from .schema import brief_schema
from .sentence_ranker import ByteTable, SentenceRanker, sentence_ranker
from .stemmer import stem
from .tables import data_versions
from .topics import Topic, term_factors, topics
from .wordings import phrase_words, wordings
from .words import cue_words, is_known_word, rarity, stop_words

__all__ = [
    "ByteTable",
    "Organisation",
    "SentenceRanker",
    "State",
    "Topic",
    "abbreviations",
    "brief_schema",
    "cue_words",
    "data_versions",
    "date_cues",
    "decoys",
    "given_names",
    "is_known_word",
    "nltk_module",
    "nltk_version",
    "offices",
    "organisations",
    "parse_own_names",
    "phrase_words",
    "punkt_parameters",
    "rarity",
    "read_own_names",
    "sentence_ranker",
    "states",
    "stem",
    "stop_words",
    "term_factors",
    "topics",
    "wordings",
]
