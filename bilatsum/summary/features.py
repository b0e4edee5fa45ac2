"""What the ranker knows about the sentences: a column of numbers for each of FEATURES."""

from collections.abc import Sequence
from typing import NamedTuple

from bilatsum.data import SentenceRanker
from bilatsum.data.trees import Column
from bilatsum.model import Actor, DateMention, Document

from .content import CONTENT_FEATURES, add_mentions, add_worth
from .form import FORM_FEATURES, add_form, add_quotations
from .genre import GENRE_FEATURES, add_genre
from .graph import graph_scores
from .lexicon import lexicon
from .likeness import add_likenesses
from .meaning import MEANING_FEATURES, add_meanings
from .place import PLACE_FEATURES, add_places
from .table import Table
from .terms import term_worths
from .texts import Reader, Texts, blocks

AROUND = ("worth_per_word", "central", "length", "leaning", "quoted", "worth_new_per_word")
AROUND_FEATURES = tuple(f"{name}_{where}" for where in ("before", "after") for name in AROUND)
_OWN_FEATURES = (
    *PLACE_FEATURES, *FORM_FEATURES, *CONTENT_FEATURES, *MEANING_FEATURES, *GENRE_FEATURES,
)  # fmt: skip
FEATURES = (*_OWN_FEATURES, *AROUND_FEATURES)


class Described(NamedTuple):
    """The features of all sentences, their words, and what each term is worth (0-1)."""

    table: Table
    texts: Texts
    worths: list[float]

    def column(self, at: int) -> Column:
        """Return what all sentences have of a feature, which goes by its place in FEATURES."""
        name, table = FEATURES[at], self.table
        if name in table.columns:
            return table[name]
        if name in table.same:
            return table.same[name]
        source, _, where = name.rpartition("_")
        return table.beside(source, -1 if where == "before" else 1)

    def values(self, at: int) -> Sequence[float]:
        """Return a feature's number for every sentence."""
        column = self.column(at)
        return [column] * self.table.size if isinstance(column, float) else column

    def row(self, index: int) -> list[float]:
        """Return all features of a sentence."""
        columns, same = self.table.columns, self.table.same
        row = [same[name] if name in same else columns[name][index] for name in _OWN_FEATURES]
        for beside in (index - 1, index + 1):
            inside = 0 <= beside < self.table.size
            row += [columns[name][beside] if inside else -1.0 for name in AROUND]
        return row


def describe(
    document: Document,
    actors: Sequence[Actor],
    dates: Sequence[DateMention],
    ranker: SentenceRanker,
) -> Described:
    """Compute the features of every sentence of the document. Linear in its length."""
    table = Table(len(document.sentences))
    reader = Reader(lexicon(ranker.vectors))
    for shown in blocks(document):
        add_form(table, shown, *reader.read(shown))
    title = document.article.title
    texts = reader.texts("" if title is None else document.shown(title))
    add_meanings(table, reader.vectors, texts.title_vector, ranker.vectors)
    del reader  # the vectors of all sentences are what takes most room
    add_quotations(table, document)
    add_places(table, document)
    add_genre(table, document)
    worths = term_worths(texts, ranker)
    add_worth(table, texts, worths)
    add_likenesses(table, texts)
    table.add("graph", graph_scores(texts, worths))
    add_mentions(table, document, actors, dates)
    return Described(table, texts, worths)
