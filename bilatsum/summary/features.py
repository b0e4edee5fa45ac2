"""What the ranker knows about each sentence: a row of numbers, in the order of FEATURES."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bilatsum.data import SentenceRanker
from bilatsum.data.trees import Column
from bilatsum.model import Actor, DateMention, Document

from .content import CONTENT_FEATURES, contents
from .form import FORM_FEATURES, form
from .genre import GENRE_FEATURES, genre
from .meaning import MEANING_FEATURES, meanings
from .place import PLACE_FEATURES, places
from .terms import term_worths
from .texts import Reader, Texts, blocks, tokens

AROUND = ("worth_per_word", "central", "length", "leaning", "quoted", "worth_new_per_word")
AROUND_FEATURES = tuple(f"{name}_{where}" for where in ("before", "after") for name in AROUND)
_OWN_FEATURES = (
    *PLACE_FEATURES, *FORM_FEATURES, *CONTENT_FEATURES, *MEANING_FEATURES, *GENRE_FEATURES,
)  # fmt: skip
FEATURES = (*_OWN_FEATURES, *AROUND_FEATURES)
_OUTSIDE = -1.0


@dataclass(frozen=True, slots=True)
class Described:
    """The features of all sentences, their words, and what each term is worth (0-1).

    `columns` are the features by name, each with a number for every sentence, `same` those of
    which all sentences have the same; the features of neighbours are made when they are asked for.
    """

    columns: dict[str, Sequence[float]]
    same: dict[str, float]
    texts: Texts
    worths: list[float]

    def column(self, at: int) -> Column:
        """Return what all sentences have of a feature, which goes by its place in FEATURES."""
        name = FEATURES[at]
        if name in self.columns:
            return self.columns[name]
        if name in self.same:
            return self.same[name]
        source, _, where = name.rpartition("_")
        values, outside = array("d", self.columns[source]), array("d", [_OUTSIDE])
        return outside + values[:-1] if where == "before" else values[1:] + outside

    def values(self, at: int) -> Sequence[float]:
        """Return a feature's number for every sentence."""
        column = self.column(at)
        return [column] * len(self.texts.lengths) if isinstance(column, float) else column

    def row(self, index: int) -> list[float]:
        """Return all features of a sentence."""
        columns, same = self.columns, self.same
        row = [same[name] if name in same else columns[name][index] for name in _OWN_FEATURES]
        for beside in (index - 1, index + 1):
            inside = 0 <= beside < len(self.texts.lengths)
            row += [columns[name][beside] if inside else _OUTSIDE for name in AROUND]
        return row


def describe(
    document: Document,
    actors: Sequence[Actor],
    dates: Sequence[DateMention],
    ranker: SentenceRanker,
) -> Described:
    """Compute the features of every sentence of the document. Linear in its length."""
    reader = Reader(ranker.vectors)

    def read() -> Iterator[tuple[Sequence[str], Sequence[Sequence[str]]]]:
        for shown in blocks(document):
            words = list(map(tokens, shown))
            reader.read(words)
            yield shown, words

    shape = form(document, read())
    title = document.article.title
    texts = reader.texts(shape["length"], "" if title is None else document.shown(title))
    worths = term_worths(texts, ranker)
    features: dict[str, Column] = {
        **places(document, texts.lengths),
        **shape,
        **meanings(texts, ranker.vectors),
        **contents(document, texts, worths, actors, dates),
        **genre(document, shape),
    }
    return Described(
        {name: one for name, one in features.items() if not isinstance(one, float)},
        {name: one for name, one in features.items() if isinstance(one, float)},
        texts,
        worths,
    )
