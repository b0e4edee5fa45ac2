"""What kind of article a sentence stands in: the same numbers for all its sentences."""

import math

from bilatsum.model import Document

from .table import Table

GENRE_FEATURES = (
    "sentences", "dateline", "title_known", "mean_length", "quoted_share", "saying_share",
    "first_share", "modal_share", "question_share", "paragraph_mean", "headings", "items",
    "opening_length", "leaning_share",
)  # fmt: skip


def add_genre(table: Table, document: Document) -> None:
    """Add the features of the whole article, from the form of its sentences."""
    size = table.size
    paragraphs = len({sentence.paragraph for sentence in document.sentences})
    kinds = [paragraph.kind for paragraph in document.paragraphs]

    def share(name: str) -> float:
        return sum(table[name]) / size

    table.same |= {
        "sentences": math.log(size),
        "dateline": float(any(piece.kind == "dateline" for piece in document.article.furniture)),
        "title_known": float(document.article.title is not None),
        "mean_length": share("length"),
        "quoted_share": share("quote_share"),
        "saying_share": share("saying"),
        "first_share": share("first_person"),
        "modal_share": share("modal"),
        "question_share": share("question"),
        "paragraph_mean": -1.0 if paragraphs == 1 else size / paragraphs,
        "headings": kinds.count("heading") / size,
        "items": kinds.count("item") / size,
        "opening_length": float(table["length"][0]),
        "leaning_share": share("leaning"),
    }
