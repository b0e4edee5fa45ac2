"""Where a sentence stands."""

import math
from collections import Counter
from itertools import accumulate, pairwise

from bilatsum.model import Document

from .table import Table

_PARAGRAPH_FEATURES = (
    "paragraph_place", "paragraph_size", "paragraph_index", "first_paragraph", "last_paragraph",
)  # fmt: skip
PLACE_FEATURES = (
    "index", "reciprocal", "share", "left", "words_before", "log_words_before",
    *_PARAGRAPH_FEATURES, "under_heading", "item",
)  # fmt: skip
_FAR, _FAR_WORDS = 60, 2000
_FAR_PLACE, _LARGE = 9, 12


def add_places(table: Table, document: Document) -> None:
    """Add the features of place, once the lengths of the sentences are there."""
    size, lengths = table.size, table["length"]
    before = list(accumulate(lengths[:-1], initial=0))
    paragraphs = [sentence.paragraph for sentence in document.sentences]
    kinds = [paragraph.kind for paragraph in document.paragraphs]
    places = [0]
    for previous, paragraph in pairwise(paragraphs):
        places.append(places[-1] + 1 if paragraph == previous else 0)
    add = table.add
    add("index", [min(index, _FAR) for index in range(size)])
    add("reciprocal", [1 / (1 + index) for index in range(size)])
    add("share", [index / size for index in range(size)])
    add("left", [min(left, _FAR) for left in range(size, 0, -1)])
    add("words_before", [min(words, _FAR_WORDS) for words in before])
    add("log_words_before", list(map(math.log1p, before)))
    add(
        "under_heading",
        [
            place == 0 and paragraph > 0 and kinds[paragraph - 1] == "heading"
            for place, paragraph in zip(places, paragraphs, strict=True)
        ],
    )
    add("item", [kinds[paragraph] == "item" for paragraph in paragraphs])
    sizes = Counter(paragraphs)
    if len(sizes) == 1:  # of an article in one block nothing is known of its paragraphs
        table.same |= dict.fromkeys(_PARAGRAPH_FEATURES, -1.0)
        return
    order = {paragraph: index for index, paragraph in enumerate(sizes)}
    last = len(order) - 1
    add("paragraph_place", [min(place, _FAR_PLACE) for place in places])
    add("paragraph_size", [min(sizes[paragraph], _LARGE) for paragraph in paragraphs])
    add("paragraph_index", [min(order[paragraph], _FAR) for paragraph in paragraphs])
    add("first_paragraph", [order[paragraph] == 0 for paragraph in paragraphs])
    add("last_paragraph", [order[paragraph] == last for paragraph in paragraphs])
