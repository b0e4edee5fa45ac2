"""What kind of article a sentence stands in: the same numbers for all its sentences."""

import math
from collections.abc import Sequence

from bilatsum.model import Document

from .form import FORM_FEATURES
from .texts import Text

GENRE_FEATURES = (
    "sentences", "dateline", "title_known", "mean_length", "quoted_share", "saying_share",
    "first_share", "modal_share", "question_share", "paragraph_mean", "headings", "items",
    "opening_length", "leaning_share",
)  # fmt: skip


def genre(
    document: Document, sentences: Sequence[Text], shape: Sequence[Sequence[float]]
) -> list[float]:
    """Return the features of the whole article."""
    size = len(sentences) or 1
    paragraphs = {sentence.paragraph for sentence in document.sentences}
    kinds = [paragraph.kind for paragraph in document.paragraphs]

    def share(name: str) -> float:
        column = FORM_FEATURES.index(name)
        return sum([row[column] for row in shape]) / size

    return [
        math.log(size),
        float(any(piece.kind == "dateline" for piece in document.article.furniture)),
        float(document.article.title is not None),
        share("length"),
        share("quote_share"),
        share("saying"),
        share("first_person"),
        share("modal"),
        share("question"),
        -1.0 if len(paragraphs) <= 1 else size / len(paragraphs),
        kinds.count("heading") / size,
        kinds.count("item") / size,
        sentences[0].length if sentences else 0.0,
        share("leaning"),
    ]
