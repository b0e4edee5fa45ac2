"""The stretches of an article in which actors are looked for."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from bilatsum.model import Document, OwnNames, Span, View

from .names import Name, find_names
from .states import is_in_america, speaks_of_american_georgia
from .tagger import tag
from .tokens import Token, tokenize

_TITLE_WEIGHT = 3.0
_LEAD_WEIGHT = 2.0
_LEAD_SENTENCES = 3
_FURNITURE_WEIGHT = 0.5
# "Ned Price, Department Spokesperson" over a statement speaks in it; "By Jane Doe" reports it.
_REPORTS = re.compile(
    r"(?:by|written|media|press|photo|image|reporting|editing|writing|related)\b|©", re.IGNORECASE
)


class Block(NamedTuple):
    """A stretch of text with the gazetteer's names in it, and its tokens.

    `weight` is what a mention in it counts; in a `headline` every word may be
    capitalised; an `issuer` block is a line of the head that says who speaks; `people` and
    `bodies` are the places in the view that the tagger takes for their names.
    """

    view: View
    names: list[Name]
    tokens: list[Token]
    weight: float
    headline: bool
    issuer: bool
    people: tuple[tuple[int, int], ...] = ()
    bodies: tuple[tuple[int, int], ...] = ()


def blocks(document: Document, own: OwnNames) -> Iterator[Block]:
    """Yield the title, the lines of who speaks, the sentences and the headings."""
    two_georgias = speaks_of_american_georgia(document.article.text)
    people, bodies = (_by_sentence(tagged) for tagged in _tagged(document))
    for span, weight, headline in _stretches(document):
        issuer = weight == _FURNITURE_WEIGHT
        view = document.view(span)
        names = find_names(view.text, own)
        if two_georgias:
            names = [name for name in names if not is_in_america(view.text, name)]
        tokens = tokenize(view.text, names, own.offices)
        tagged = (
            tuple(_in_view(view, name) for name in names_of.get(span.start, ()))
            for names_of in (people, bodies)
        )
        yield Block(view, names, tokens, weight, headline, issuer, *tagged)


def _tagged(document: Document) -> tuple[list[tuple[int, Span]], list[tuple[int, Span]]]:
    """Return the names of people and of bodies by the tagger, each with its sentence's start."""
    text = document.article.text
    sentences = document.sentences
    tags = tag(
        [text[word.start : word.end] for word in sentence.words] for sentence in sentences
    )
    found: dict[str, list[tuple[int, Span]]] = {"PER": [], "ORG": []}
    for sentence, marks in zip(sentences, tags, strict=True):
        for i, mark in enumerate(marks):
            kind = mark[2:]
            if mark[0] != "B" or kind not in found:
                continue
            end = i + 1
            while end < len(marks) and marks[end] == f"I-{kind}":
                end += 1
            name = Span(sentence.words[i].start, sentence.words[end - 1].end)
            found[kind].append((sentence.span.start, name))
    return found["PER"], found["ORG"]


def _by_sentence(names: list[tuple[int, Span]]) -> dict[int, list[Span]]:
    of_sentence: dict[int, list[Span]] = {}
    for start, name in names:
        of_sentence.setdefault(start, []).append(name)
    return of_sentence


def _in_view(view: View, span: Span) -> tuple[int, int]:
    """Return where a span of the article stands in the text of a view."""
    if view.offsets is None:
        return span.start - view.origin, span.end - view.origin
    return bisect_left(view.offsets, span.start), bisect_left(view.offsets, span.end - 1) + 1


def _stretches(document: Document) -> Iterator[tuple[Span, float, bool]]:
    article = document.article
    if article.title:
        yield article.title, _TITLE_WEIGHT, True
    for piece in article.furniture:
        if piece.kind in {"byline", "label", "date"} and not _REPORTS.match(
            document.shown(piece.span)
        ):
            yield piece.span, _FURNITURE_WEIGHT, False
    for sentence in document.sentences:
        weight = _LEAD_WEIGHT if sentence.index < _LEAD_SENTENCES else 1.0
        yield sentence.span, weight, False
    with_sentences = {sentence.paragraph for sentence in document.sentences}
    for paragraph in document.paragraphs:
        if paragraph.index not in with_sentences:
            yield paragraph.span, 1.0, True
