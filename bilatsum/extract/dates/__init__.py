"""The dates of an article.

In: a Document. Out: DateMentions in text order, none overlapping another, each with its TIMEX3
value and the dotted name of its rule.

All rules look at every sentence, heading and line of furniture; of overlapping findings the
longest wins, and among equals the rule that stands first. Method: hand-written rules in the manner
of HeidelTime (J. Stroetgen and M. Gertz, "HeidelTime: High Quality Rule-based Extraction and
Normalization of Temporal Expressions", SemEval 2010); values follow TimeML 1.2.1.
"""

import datetime as dt
from collections.abc import Iterator

from bilatsum.model import DateMention, Document, Span, View

from .day_rules import DAY_RULES
from .duration_rules import DURATION_RULES
from .period_rules import PERIOD_RULES
from .relative_rules import RELATIVE_RULES
from .rule import Context, DateRule
from .tense import tense

__all__ = ["RULES", "find_dates"]

RULES: tuple[DateRule, ...] = (
    *DAY_RULES,
    *PERIOD_RULES,
    *RELATIVE_RULES,
    *DURATION_RULES,  # last: "the last year" is a date before it is a duration
)


def find_dates(document: Document) -> tuple[DateMention, ...]:
    """Find and resolve the dates of `document` relative to its publication date."""
    published = document.article.published
    anchor = (
        dt.date(published.year, published.month, published.day)
        if published and published.day
        else None
    )
    mentions: list[DateMention] = []
    for span in _stretches(document):
        mentions += _find(document.view(span), anchor)
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _stretches(document: Document) -> Iterator[Span]:
    """Yield every stretch of text that may hold dates."""
    yield from (sentence.span for sentence in document.sentences)
    with_sentences = {sentence.paragraph for sentence in document.sentences}
    for paragraph in document.paragraphs:
        if paragraph.index not in with_sentences:
            yield paragraph.span
    for piece in document.article.furniture:
        if piece.kind in {"title", "date", "dateline", "label"}:
            yield piece.span


def _find(view: View, published: dt.date | None) -> list[DateMention]:
    """Find the dates of one stretch of text."""
    text = view.text
    context = Context(text, published, lambda start, end: tense(text, start, end))
    found = []
    for order, rule in enumerate(RULES):
        for match in rule.pattern.finditer(text):
            group = "timex" if "timex" in rule.pattern.groupindex else 0
            meaning = rule.resolve(match, context)
            if meaning:
                start, end = match.span(group)
                found.append((start - end, order, start, end, meaning, rule.name))
    taken = bytearray(len(text))
    mentions: list[DateMention] = []
    for _, _, start, end, meaning, name in sorted(found, key=lambda item: item[:4]):
        if any(taken[start:end]):
            continue
        taken[start:end] = b"\x01" * (end - start)
        mentions.append(
            DateMention(
                view.span(start, end), meaning.type, meaning.value, meaning.start, meaning.end, name
            )
        )
    return mentions
