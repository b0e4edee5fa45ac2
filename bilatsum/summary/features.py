"""What the ranker knows about each sentence: a row of numbers, in the order of FEATURES."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from bilatsum.data import SentenceRanker
from bilatsum.model import Actor, DateMention, Document

from .content import CONTENT_FEATURES, Words, contents
from .form import FORM_FEATURES, form
from .genre import GENRE_FEATURES, genre
from .meaning import MEANING_FEATURES, meanings
from .place import PLACE_FEATURES, places
from .terms import term_rows, term_worths
from .texts import Text, texts

AROUND = ("worth_per_word", "central", "length", "leaning", "quoted", "worth_new_per_word")
AROUND_FEATURES = tuple(f"{name}_{where}" for where in ("before", "after") for name in AROUND)
FEATURES = (
    *PLACE_FEATURES, *FORM_FEATURES, *CONTENT_FEATURES, *MEANING_FEATURES, *GENRE_FEATURES,
    *AROUND_FEATURES,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Described:
    """The rows of all sentences, their words, and what each term is worth (0-1)."""

    rows: "list[array[float]]"
    texts: list[Text]
    worths: dict[str, float]


def describe(
    document: Document,
    actors: Sequence[Actor],
    dates: Sequence[DateMention],
    ranker: SentenceRanker,
) -> Described:
    """Compute the features of every sentence of the document. Linear in its length."""
    sentences, vocabulary = texts(document)
    title = None
    if document.article.title is not None:
        title = vocabulary.text(document.shown(document.article.title))
    worths = term_worths(term_rows(sentences, vocabulary, title), ranker)
    shape = form(document, sentences)
    kind = genre(document, sentences, shape)
    words = Words(sentences, title, vocabulary.rarity, worths)
    groups = zip(
        places(document, sentences),
        shape,
        contents(document, words, actors, dates),
        meanings(sentences, title, ranker.vectors),
        strict=True,
    )
    # An array takes a fourth of the room of a list, and there is one for each sentence.
    rows = [array("d", [*a, *b, *c, *d, *kind]) for a, b, c, d in groups]
    _add_neighbours(rows)
    return Described(rows, sentences, worths)


def _add_neighbours(rows: "Sequence[array[float]]") -> None:
    columns = [FEATURES.index(name) for name in AROUND]
    picked = [array("d", [row[column] for column in columns]) for row in rows]
    outside = array("d", [-1.0] * len(columns))
    for i, row in enumerate(rows):
        row.extend(picked[i - 1] if i else outside)
        row.extend(picked[i + 1] if i + 1 < len(rows) else outside)
