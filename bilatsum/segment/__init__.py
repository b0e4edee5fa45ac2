"""An Article to a Document: paragraphs, sentences, words and quotations, all as spans.

In: an Article whose furniture is marked. Out: a Document; every sentence lies within one
paragraph of prose or one list item, in text order, and never within furniture.
"""

from collections.abc import Iterator
from dataclasses import replace

from bilatsum.model import Article, Document, Sentence, Span

from .boundaries import boundaries
from .layout import lay_out
from .quotations import quotations
from .words import words

__all__ = ["segment"]


def segment(article: Article) -> Document:
    """Segment the article.

    An article without any prose (a bare title, a list of headings) gets its headings as sentences,
    or else its furniture: a document is never empty.
    """
    layout = lay_out(article)
    if not layout.paragraphs:
        article = replace(article, furniture=())
        layout = lay_out(article)
    document = Document(article, layout.paragraphs, (), (), layout.hidden)
    prose = [paragraph for paragraph in layout.paragraphs if paragraph.kind != "heading"]
    if not prose:
        prose = list(layout.paragraphs)
    sentences: list[Sentence] = []
    quoted: list[Span] = []
    for paragraph in prose:
        view = document.view(paragraph.span)
        places = list(_sentences(view.text))
        for place, found in zip(places, words(view, places), strict=True):
            span = view.span(*place)
            sentences.append(Sentence(len(sentences), span, paragraph.index, found))
        quoted += quotations(article.text, paragraph.span.start, paragraph.span.end)
    return Document(article, layout.paragraphs, tuple(sentences), tuple(quoted), layout.hidden)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each sentence of a paragraph."""
    start = 0
    for end in (*boundaries(text), len(text)):
        chunk = text[start:end].lstrip()
        if chunk:
            first = end - len(chunk)
            yield first, first + len(chunk.rstrip())
        start = end
