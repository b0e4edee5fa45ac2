"""An Article to a Document: paragraphs, sentences, words and quotations, all as spans.

In: an Article whose furniture is marked. Out: a Document; every sentence lies within one
paragraph of prose or one list item, in text order, and never within furniture.
"""

from dataclasses import replace

from bilatsum.model import Article, Document, Paragraph, Sentence, Span

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
        for span in _sentence_spans(document, paragraph):
            sentence = Sentence(len(sentences), span, paragraph.index, words(document.view(span)))
            sentences.append(sentence)
        quoted += quotations(article.text, paragraph.span.start, paragraph.span.end)
    return Document(article, layout.paragraphs, tuple(sentences), tuple(quoted), layout.hidden)


def _sentence_spans(document: Document, paragraph: Paragraph) -> list[Span]:
    view = document.view(paragraph.span)
    starts = [0, *boundaries(view.text)]
    ends = [*starts[1:], len(view.text)]
    spans: list[Span] = []
    for start, end in zip(starts, ends, strict=True):
        chunk = view.text[start:end]
        lead = len(chunk) - len(chunk.lstrip())
        if chunk.strip():
            spans.append(view.span(start + lead, start + len(chunk.rstrip())))
    return spans
