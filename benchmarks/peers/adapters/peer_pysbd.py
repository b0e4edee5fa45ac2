"""pysbd: sentence boundaries by rules."""

from collections.abc import Iterator

import protocol
import pysbd

_SEGMENTER = pysbd.Segmenter(language="en", clean=False, char_span=True)


def split(line: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a line."""
    for sentence in _SEGMENTER.segment(line):
        yield sentence.start, sentence.end


def segmentation(article: protocol.Article) -> protocol.Answer:
    """Return the sentences of an article."""
    return {"spans": protocol.by_lines(article["text"], split)}


protocol.serve(lambda: protocol.version_of("pysbd"), {"segmentation": segmentation})
