"""The key issues: topics of the taxonomy, with the sentences that prove them.

In: a Document and its actors. Out: at most so many Issues, the weightiest first, no two with the
same bullet. A topic counts where its terms stand together in a sentence, more so near the top.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bilatsum.data import Topic, topics
from bilatsum.model import Actor, Document, Issue, Sentence, Span

from .bullets import bullet
from .standing import standing
from .terms import TermFound, find_terms

__all__ = ["find_issues"]

_SENTENCE_CAP = 6.0
_TITLE_FACTOR = 1.5
_LEAD_SENTENCES = 4
_LEAD_FACTOR = 1.3
_LONG, _LONG_FACTOR = 45, 0.6
# "It has been shut since March" does not say what was.
_LEANING = re.compile(r"[\"“]?(?:He|She|It|They|This|That|These|Those|But|And|So)\b")
_LEANING_FACTOR = 0.7
_MIN_SENTENCE = 2.0
_MIN_TOPIC = 3.0
_MIN_SHARE = 0.18
_MAX_EVIDENCE = 4
_MAX_ACTORS = 4
_MIN_BULLET_WORDS = 7
_SCORE_DIGITS = 3
_NO_BULLET = re.compile(r"(?:sources?|note|contact|image|photo|credit)s?:", re.IGNORECASE)
# Nearly every article on foreign affairs reports a contact of some kind.
_COMMONPLACE = {"diplomacy": 0.6, "alliances": 0.8}


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A sentence that speaks for a topic."""

    sentence: Sentence
    weight: float
    terms: tuple[TermFound, ...]


def find_issues(document: Document, actors: Sequence[Actor], limit: int) -> tuple[Issue, ...]:
    """Find at most `limit` key issues."""
    evidence = _evidence(document, actors)
    title = _title_topics(document)
    scores = {
        topic: _score(found, topic, title.get(topic, 0.0)) for topic, found in evidence.items()
    }
    highest = max(scores.values(), default=0.0)
    ranked = [
        topic
        for topic in sorted(scores, key=lambda topic: (-scores[topic], topic))
        if scores[topic] >= max(_MIN_TOPIC, _MIN_SHARE * highest)
    ]
    issues: list[Issue] = []
    used: set[int] = set()
    for topic in ranked:
        if len(issues) == limit:
            break
        free = (item for item in evidence[topic] if item.sentence.index not in used)
        best = next((item for item in free if _can_be_bullet(document, item.sentence)), None)
        if best is not None:
            used.add(best.sentence.index)
            others = [item for item in evidence[topic] if item is not best]
            found = (best, *others[: _MAX_EVIDENCE - 1])
            issues.append(_issue(document, actors, topics()[topic], scores[topic], found))
    return tuple(issues)


def _evidence(document: Document, actors: Sequence[Actor]) -> dict[int, list[_Evidence]]:
    """Return for each topic the sentences that speak for it, the strongest first.

    A term within a name or a role is none: the Minister of Energy may talk of anything.
    """
    found: dict[int, list[_Evidence]] = defaultdict(list)
    names = sorted(
        span
        for actor in actors
        if actor.kind in {"organisation", "person"}
        for mention in actor.mentions
        for span in (mention.span, mention.role)
        if span
    )
    for sentence in document.sentences:
        by_topic: dict[int, dict[str, TermFound]] = defaultdict(dict)
        view = document.view(sentence.span)
        held = _between(names, sentence.span)
        for term in find_terms(view.text):
            span = view.span(term.start, term.end)
            if not any(name.covers(span) for name in held):
                by_topic[term.topic].setdefault(term.term, term)
        for topic, terms in by_topic.items():
            weight = min(_SENTENCE_CAP, float(sum(term.weight for term in terms.values())))
            if weight >= _MIN_SENTENCE:
                found[topic].append(_Evidence(sentence, weight, tuple(terms.values())))
    for items in found.values():
        items.sort(key=lambda item: (-_worth(document, item), item.sentence.index))
    return found


def _between(spans: Sequence[Span], around: Span) -> Sequence[Span]:
    """Return those of the sorted `spans` that begin within `around`."""
    first = bisect_left(spans, around.start, key=lambda span: span.start)
    last = bisect_left(spans, around.end, key=lambda span: span.start)
    return spans[first:last]


def _worth(document: Document, item: _Evidence) -> float:
    """Return how good a sentence is as evidence: telling, near the top, and not too long."""
    text = document.shown(item.sentence.span)
    worth = item.weight * _place(item.sentence)
    if len(text.split()) > _LONG:
        worth *= _LONG_FACTOR
    return worth * _LEANING_FACTOR if _LEANING.match(text) else worth


def _place(sentence: Sentence) -> float:
    return _LEAD_FACTOR if sentence.index < _LEAD_SENTENCES else 1.0


def _title_topics(document: Document) -> dict[int, float]:
    title = document.article.title
    weights: dict[int, float] = defaultdict(float)
    if title is not None:
        for term in find_terms(document.shown(title)):
            weights[term.topic] += term.weight
    return weights


def _score(found: Sequence[_Evidence], topic: int, title: float) -> float:
    """Add up a topic's sentences; each further one counts for less than the one before."""
    total = sum(
        item.weight * _place(item.sentence) / (1 + order / 2) for order, item in enumerate(found)
    )
    return (total + _TITLE_FACTOR * title) * _COMMONPLACE.get(topics()[topic].code, 1.0)


def _can_be_bullet(document: Document, sentence: Sentence) -> bool:
    text = document.shown(sentence.span)
    words = len(text.split())
    return words >= _MIN_BULLET_WORDS and not text.endswith("?") and not _NO_BULLET.match(text)


def _issue(
    document: Document,
    actors: Sequence[Actor],
    topic: Topic,
    score: float,
    found: Sequence[_Evidence],
) -> Issue:
    """Word an issue; the first piece of evidence gives the bullet."""
    best = found[0]
    view = document.view(best.sentence.span)
    strongest = max(best.terms, key=lambda term: (term.weight, -term.start))
    start, end = bullet(view.text, strongest.end)
    codes = {"plover": topic.plover, "iptc": topic.iptc}
    return Issue(
        topic=topic.code,
        label=topic.label,
        score=round(score, _SCORE_DIGITS),
        evidence=tuple(item.sentence.index for item in found),
        bullet=view.span(start, end),
        standing=standing(view.text[start:end]),
        actors=_actors_in(actors, best.sentence),
        codes={scheme: values for scheme, values in codes.items() if values},
        why=tuple(f"{term.term} ({term.weight})" for term in best.terms),
    )


def _actors_in(actors: Sequence[Actor], sentence: Sentence) -> tuple[str, ...]:
    named = [
        actor.name
        for actor in actors
        if any(sentence.span.covers(mention.span) for mention in actor.mentions)
    ]
    return tuple(named[:_MAX_ACTORS])
