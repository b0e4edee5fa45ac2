"""What kind of article a sentence stands in: the same numbers for all its sentences."""

import math
from collections.abc import Mapping, Sequence

from bilatsum.model import Document

GENRE_FEATURES = (
    "sentences", "dateline", "title_known", "mean_length", "quoted_share", "saying_share",
    "first_share", "modal_share", "question_share", "paragraph_mean", "headings", "items",
    "opening_length", "leaning_share",
)  # fmt: skip


def genre(document: Document, shape: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """Return the features of the whole article, from the form of its sentences."""
    size = len(document.sentences)
    paragraphs = len({sentence.paragraph for sentence in document.sentences})
    kinds = [paragraph.kind for paragraph in document.paragraphs]

    def share(name: str) -> float:
        return sum(shape[name]) / size

    return {
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
        "opening_length": float(shape["length"][0]),
        "leaning_share": share("leaning"),
    }
