"""Where a sentence stands."""

import math
from collections.abc import Iterator, Sequence

from bilatsum.model import Document

from .texts import Text

PLACE_FEATURES = (
    "index", "reciprocal", "share", "left", "words_before", "log_words_before",
    "paragraph_place", "paragraph_size", "paragraph_index", "first_paragraph", "last_paragraph",
    "under_heading", "item",
)  # fmt: skip
_FAR = 60


def places(document: Document, sentences: Sequence[Text]) -> Iterator[list[float]]:
    """Yield the features of place for every sentence."""
    size = len(sentences)
    members: dict[int, int] = {}
    for sentence in document.sentences:
        members[sentence.paragraph] = members.get(sentence.paragraph, 0) + 1
    order = {paragraph: at for at, paragraph in enumerate(members)}
    one_block = len(members) == 1
    before = 0
    place, previous = 0, -1
    for sentence, text in zip(document.sentences, sentences, strict=True):
        i, paragraph = sentence.index, sentence.paragraph
        place = place + 1 if paragraph == previous else 0
        previous = paragraph
        above = document.paragraphs[paragraph - 1].kind if paragraph else "prose"
        yield [
            min(i, _FAR),
            1 / (1 + i),
            i / size,
            min(size - i, _FAR),
            min(before, 2000),
            math.log1p(before),
            -1.0 if one_block else min(place, 9),
            -1.0 if one_block else min(members[paragraph], 12),
            -1.0 if one_block else min(order[paragraph], _FAR),
            -1.0 if one_block else float(order[paragraph] == 0),
            -1.0 if one_block else float(order[paragraph] == len(members) - 1),
            float(above == "heading" and place == 0),
            float(document.paragraphs[paragraph].kind == "item"),
        ]
        before += text.length
