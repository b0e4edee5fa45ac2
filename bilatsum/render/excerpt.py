"""The words around a mention, verbatim, cut at blanks."""

from bilatsum.model import Document, Span

from .runs import Line, Run

_LENGTH = 90
_LEAST = 20


def excerpt(document: Document, span: Span) -> Line:
    """Return the part of its sentence around `span`, whose own words are set off."""
    words = document.shown(span)
    index = document.sentence_at(span.start)
    if index is None:
        return (Run(words, "strong"),)
    sentence = document.sentences[index].span
    text = document.article.text
    before = document.shown(Span(sentence.start, span.start))
    after = document.shown(Span(span.end, sentence.end))
    room = max(_LEAST, _LENGTH - len(words)) // 2
    start, end = _last_words(before, room), _first_words(after, room)
    return (
        Run(("… " if len(start) < len(before) else "") + start + _blank(text, span.start - 1)),
        Run(words, "strong"),
        Run(_blank(text, span.end) + end + (" …" if len(end) < len(after) else "")),
    )


def _blank(text: str, at: int) -> str:
    """Return a blank if there is white space at `at`."""
    return " " if text[at : at + 1].isspace() else ""


def _first_words(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    return text[: text.rfind(" ", 0, room) + 1].rstrip()


def _last_words(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    cut = text.find(" ", len(text) - room)
    return text[cut + 1 :] if cut >= 0 else ""
