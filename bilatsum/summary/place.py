"""Where a sentence stands."""

import math
from array import array
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from bilatsum.data.trees import Column
from bilatsum.model import Document

PLACE_FEATURES = (
    "index", "reciprocal", "share", "left", "words_before", "log_words_before",
    "paragraph_place", "paragraph_size", "paragraph_index", "first_paragraph", "last_paragraph",
    "under_heading", "item",
)  # fmt: skip
_FAR, _FAR_WORDS = 60, 2000
_FAR_PLACE, _LARGE = 9, 12


def places(document: Document, lengths: Sequence[int]) -> dict[str, Column]:
    """Return the features of place for every sentence; `lengths` are theirs in words."""
    size = len(lengths)
    before = array("i", accumulate(lengths[:-1], initial=0))
    paragraphs = [sentence.paragraph for sentence in document.sentences]
    kinds = [paragraph.kind for paragraph in document.paragraphs]
    place = array("i", [0])
    for previous, paragraph in pairwise(paragraphs):
        place.append(place[-1] + 1 if paragraph == previous else 0)
    return {
        "index": array("b", [min(i, _FAR) for i in range(size)]),
        "reciprocal": array("d", [1 / (1 + i) for i in range(size)]),
        "share": array("d", [i / size for i in range(size)]),
        "left": array("b", [min(i, _FAR) for i in range(size, 0, -1)]),
        "words_before": array("i", [min(words, _FAR_WORDS) for words in before]),
        "log_words_before": array("d", map(math.log1p, before)),
        **_in_paragraphs(paragraphs, place),
        "under_heading": array(
            "b",
            [
                at == 0 and paragraph > 0 and kinds[paragraph - 1] == "heading"
                for at, paragraph in zip(place, paragraphs, strict=True)
            ],
        ),
        "item": array("b", [kinds[paragraph] == "item" for paragraph in paragraphs]),
    }


def _in_paragraphs(paragraphs: Sequence[int], place: Sequence[int]) -> dict[str, Column]:
    """Return the features of the paragraph and the place in it, -1 in an article of one block."""
    sizes = Counter(paragraphs)
    if len(sizes) == 1:
        return dict.fromkeys(PLACE_FEATURES[6:11], -1.0)
    order = {paragraph: at for at, paragraph in enumerate(sizes)}
    last = len(order) - 1
    return {
        "paragraph_place": array("b", [min(at, _FAR_PLACE) for at in place]),
        "paragraph_size": array("b", [min(sizes[one], _LARGE) for one in paragraphs]),
        "paragraph_index": array("b", [min(order[one], _FAR) for one in paragraphs]),
        "first_paragraph": array("b", [order[one] == 0 for one in paragraphs]),
        "last_paragraph": array("b", [order[one] == last for one in paragraphs]),
    }
