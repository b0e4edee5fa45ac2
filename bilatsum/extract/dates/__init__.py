"""The dates of an article.

In: a Document. Out: DateMentions in text order, none overlapping another, each with its TIMEX3
value, its bounds, what fixed it, and the dotted name of its rule.

Every sentence, heading and line of furniture is searched by the rules whose cues it holds
(`cues.py`). Of overlapping findings the one that begins first wins, then the longest, then the one
whose rule stands first; traps stand before all, so that "Black Friday" is no Friday. What is found
is resolved in text order, so that "that year" can look back; then times of day join their days and
modifiers join their dates. Method: hand-written rules in the manner of HeidelTime (J. Stroetgen
and M. Gertz, "HeidelTime: High Quality Rule-based Extraction and Normalization of Temporal
Expressions", SemEval 2010); values follow TimeML 1.2.1.
"""

import datetime as dt
import re
from functools import cache
from operator import itemgetter

from bilatsum.model import DateMention, Document, Span, View

from .clock_rules import CLOCK
from .cues import Cues
from .day_rules import DAYS
from .deictic_rules import DEICTICS
from .distance_rules import DISTANCES
from .duration_rules import DURATIONS
from .feast_rules import FEASTS
from .fiscal_rules import FISCAL
from .joins import Finding, joined
from .modifiers import widen
from .month_rules import MONTHS
from .reference import beginning
from .rule import REFUSED, Context, DateRule, Meaning, Reference, RuleGroup
from .season_rules import SEASON_RULES
from .set_rules import SETS
from .tense import Tenses
from .text_rules import TEXT_RULES
from .traps import TRAPS
from .vague_rules import VAGUE
from .weekday_rules import WEEKDAYS
from .year_rules import YEARS

__all__ = ["RULE_GROUPS", "find_dates"]

RULE_GROUPS: tuple[RuleGroup, ...] = (
    TRAPS,  # first: what they take is no date
    FEASTS,
    DAYS,
    MONTHS,
    FISCAL,
    YEARS,
    SEASON_RULES,
    WEEKDAYS,
    CLOCK,
    DEICTICS,
    DISTANCES,  # before durations: "two years ago" is a date
    TEXT_RULES,
    SETS,
    DURATIONS,
    VAGUE,
)


def find_dates(document: Document) -> tuple[DateMention, ...]:
    """Find and resolve the dates of `document` relative to its publication date."""
    published = document.article.published
    anchor = (
        dt.date(published.year, published.month, published.day)
        if published and published.day
        else None
    )
    reference = beginning(document, anchor)
    mentions: list[DateMention] = []
    for span in _stretches(document):
        found, reference = find_in(document.view(span), anchor, reference.next_sentence())
        mentions += found
    return tuple(mentions)


def _stretches(document: Document) -> list[Span]:
    """Return every stretch of text that may hold dates, in text order."""
    spans = [sentence.span for sentence in document.sentences]
    with_sentences = {sentence.paragraph for sentence in document.sentences}
    spans += [
        paragraph.span for paragraph in document.paragraphs if paragraph.index not in with_sentences
    ]
    spans += [
        piece.span
        for piece in document.article.furniture
        if piece.kind in {"title", "date", "dateline", "label"}
    ]
    return _apart(sorted(spans, key=lambda span: (span.start, -span.end)))


def _apart(spans: list[Span]) -> list[Span]:
    """Leave out stretches that begin within another, so that no date is found twice.

    Of those that begin together the longest stays: a date line may open a sentence.
    """
    kept: list[Span] = []
    for span in spans:
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


def find_in(
    view: View, published: dt.date | None, reference: Reference
) -> tuple[list[DateMention], Reference]:
    """Find the dates of one stretch of text; return them and the reference at its end."""
    candidates = _candidates(view.text)
    if not candidates:
        return [], reference
    context = Context(view.text, published, reference, Tenses(view.text).at)
    findings: list[Finding] = []
    at = 0
    for start, end, rule, match in candidates:
        if start < at:
            continue
        meaning = rule.resolve(match, context)
        if meaning is None:
            continue
        at = end
        if meaning is REFUSED:
            continue
        findings += _ends(match, meaning, rule) or [Finding(start, end, meaning, rule.name)]
        context = context._replace(reference=context.reference.after(meaning))
    mentions: list[DateMention] = []
    at = 0
    for one in joined(findings, view.text, context):
        finding = widen(one, view.text, published)
        meaning = finding.meaning
        mentions.append(
            DateMention(
                view.span(max(finding.start, at), finding.end),
                meaning.type,
                meaning.value,
                meaning.start,
                meaning.end,
                meaning.anchor,
                finding.rule,
            )
        )
        at = finding.end
    return mentions, context.reference


def _candidates(text: str) -> list[tuple[int, int, DateRule, re.Match[str]]]:
    """Return every match in text order: of those that begin together the longest first."""
    found = []
    for order, rule, match in _cues().matches(text):
        start, end = match.span("timex" if "timex" in match.re.groupindex else 0)
        found.append((start, -end, order, match.start(), rule, match))
    found.sort(key=itemgetter(0, 1, 2, 3))
    return [(start, -end, rule, match) for start, end, _, _, rule, match in found]


@cache
def _cues() -> Cues:
    return Cues(RULE_GROUPS)


def _ends(match: re.Match[str], meaning: Meaning, rule: DateRule) -> list[Finding]:
    """Return the two ends of a range as findings of their own, nothing where it is one."""
    if "first" not in match.re.groupindex:
        return []
    values = meaning.value.split("/") if meaning.value else ["", ""]
    return [
        Finding(*match.span(group), meaning._replace(value=value), rule.name)
        for group, value in zip(("first", "last"), values, strict=True)
    ]
