"""What may be a key issue: topics of the taxonomy with their evidence, and recurring phrases.

A matter's score adds up its sentences, each by named features with weights, so that one more
feature is one more factor in `weigh`. The weights were set on the 17 briefs (docs/evaluation.md).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import prod
from operator import attrgetter
from typing import NamedTuple

from bilatsum.data import stop_words
from bilatsum.model import Document

from .forms import plain_forms, split
from .lines import Lines, Skim
from .phrases import worth
from .recurring import Place, recurring
from .terms import STRONG, Term, TermFound, Vocabulary, find_terms

_SENTENCE_CAP = 6.0
_TOUCHING = 4
_TITLE_FACTOR = 1.5
_TITLE_SHARE = 0.5
_LEAD_SENTENCES = 4
_LEAD_FACTOR = 1.3
_LEANING_FACTOR = 0.7
_NAMING_FACTOR = 1.2
# A sentence of so many topics lists what was on the agenda.
_MANY, _LISTING_FACTOR = 4, 0.6
_SECOND_FACTOR = 0.6
# What a long text says only once it may say in passing.
_LONG_TEXT, _ONCE_FACTOR = 12, 0.8
_SECOND_LEAST = 4.0
# Nearly every article on foreign affairs reports a contact of some kind.
_COMMONPLACE = {"diplomacy": 0.8, "alliances": 0.8}
_PHRASE_WEIGHT = 0.12
_COUNTED = 10_000
"""So many words are counted at once."""
OTHER = "other"


class Evidence(NamedTuple):
    """The sentence `number` that speaks for a matter, how strongly, and by which terms.

    For a recurring phrase the terms are the places where it stands.
    """

    number: int
    weight: float
    worth: float
    terms: tuple[TermFound, ...]


class Matter(NamedTuple):
    """A topic (its number; None for a recurring phrase) with its evidence, the best first."""

    topic: int | None
    evidence: tuple[Evidence, ...]
    title: float
    factor: float
    text_sentences: int = 0
    topic_evidence: tuple[Evidence, ...] = ()
    """That of all matters of the topic."""


def find_matters(document: Document, lines: Lines, vocabulary: Vocabulary) -> list[Matter]:
    """Return all that may be an issue, in no order of weight."""
    title = document.article.title
    title_words = split(document.shown(title))[1::2] if title else []
    title_forms, _ = plain_forms(title_words)
    title_weights = _title(title_forms, vocabulary)
    heads = frozenset(
        form
        for word, form in zip(title_words, title_forms, strict=True)
        if word.lower() not in stop_words()
    )
    by_topic: dict[int, list[Evidence]] = defaultdict(list)
    counts: Counter[str] = Counter()
    forms: list[str] = []
    for sentence in lines:
        forms += sentence.counted
        if len(forms) > _COUNTED:
            counts.update(filter(None, forms))
            forms.clear()
        skim = lines.skim_for_terms(sentence)
        if skim:
            _add_evidence(by_topic, skim, heads)
    counts.update(filter(None, forms))
    matters = []
    for topic, evidence in sorted(by_topic.items()):
        evidence.sort(key=attrgetter("worth"), reverse=True)
        factor = _COMMONPLACE.get(vocabulary.topics[topic].code, 1.0)
        first, *others = _clusters(evidence)
        size, whole = len(lines), tuple(evidence)
        matters.append(Matter(topic, first, title_weights.get(topic, 0.0), factor, size, whole))
        matters += [
            Matter(topic, other, 0.0, factor * _SECOND_FACTOR, size, whole) for other in others
        ]
    return matters + [
        Matter(None, _of_phrase(phrase, places, lines), 0.0, 1.0)
        for phrase, places in recurring(counts, lines).items()
    ]


def score(matter: Matter, covered: Collection[int] = ()) -> float:
    """Add up a matter's sentences; each further one counts for less than the one before.

    Sentences whose indices are in `covered` prove another issue already and count for less.
    """
    weights = sorted(
        [
            item.weight * _place(item.number) * (0.7 if item.number in covered else 1.0)
            for item in matter.evidence
            if item.weight >= STRONG
        ],
        reverse=True,
    )
    total = sum([weight / (1 + order / 2) for order, weight in enumerate(weights)])
    if len(weights) == 1 and matter.text_sentences >= _LONG_TEXT:
        total *= _ONCE_FACTOR
    return (total + _TITLE_FACTOR * matter.title) * matter.factor


def _add_evidence(
    by_topic: Mapping[int, list[Evidence]], skim: Skim, heads: frozenset[str]
) -> None:
    """Add a sentence to each topic of its terms."""
    grouped: dict[int, dict[str, TermFound]] = {}
    for found in skim.terms:
        term = found[0]
        grouped.setdefault(term.topic, {}).setdefault(term.text, found)
    factors = weigh(skim, heads)
    for topic, terms in grouped.items():
        told = tuple(terms.values())
        weight = min(_SENTENCE_CAP, _sum(told))
        by_topic[topic].append(
            Evidence(skim.split.number, weight, prod(factors, start=weight), told)
        )


def _sum(terms: Sequence[TermFound]) -> float:
    """Add up the weights of terms; of two that touch ("COVID-19 pandemic") the lesser counts half.

    `terms` are in text order.
    """
    if len(terms) == 1:
        return terms[0][0].weight
    total = before = 0.0
    last = -_TOUCHING - 1
    for term, start, end in terms:
        if start - last <= _TOUCHING:
            total += max(before, term.weight) - before
            total += min(before, term.weight) / 2
        else:
            total += term.weight
        before, last = term.weight, end
    return total


def weigh(skim: Skim, heads: frozenset[str] = frozenset()) -> list[float]:
    """Return by what to multiply the weight of a sentence's terms: how good it is as evidence.

    It is the better the more it tells, near the top, naming actors, saying again what the title
    says (the plain forms `heads`), and understood alone.
    """
    factors = [_place(skim.split.number)]
    if heads:
        factors.append(1 + _TITLE_SHARE * (len(heads.intersection(skim.split.forms)) / len(heads)))
    if skim.names:
        factors.append(_NAMING_FACTOR)
    if len(skim.terms) >= _MANY and len({term.topic for term, _, _ in skim.terms}) >= _MANY:
        factors.append(_LISTING_FACTOR)
    if skim.leans():
        factors.append(_LEANING_FACTOR)
    return factors


def _place(number: int) -> float:
    return _LEAD_FACTOR if number < _LEAD_SENTENCES else 1.0


def _title(forms: tuple[str, ...], vocabulary: Vocabulary) -> dict[int, float]:
    """Return how strongly the words of the title speak for each topic."""
    weights: dict[int, float] = defaultdict(float)
    for _, term in find_terms(forms, vocabulary):
        weights[term.topic] += term.weight
    return weights


def _clusters(evidence: Sequence[Evidence]) -> list[tuple[Evidence, ...]]:
    """Part a topic's sentences: those that share a term with the best one, and the rest.

    The tariffs on cars and the review of the treaty are both trade, and two issues.
    """
    alike, rest = _alike(evidence)
    if sum(item.weight for item in rest if item.weight >= STRONG) < _SECOND_LEAST:
        return [tuple(evidence)]
    second, others = _alike(rest)
    return [(*alike, *others), tuple(second)]


def _alike(evidence: Sequence[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """Return the sentences that share a strong term with the best one, and the others."""
    best = evidence[0]
    terms = {term.text for term, _, _ in best.terms if term.weight >= STRONG}
    alike: list[Evidence] = []
    others: list[Evidence] = []
    for item in evidence:
        shares = item is best or any(term.text in terms for term, _, _ in item.terms)
        (alike if shares else others).append(item)
    return alike, others


def _of_phrase(
    phrase: tuple[str, ...], places: Sequence[Place], lines: Lines
) -> tuple[Evidence, ...]:
    """Return the sentences that hold a recurring phrase; it tells what it tells in the first."""
    number, first = places[0]
    told = worth(lines.read(number), first, first + len(phrase))
    weight = min(_SENTENCE_CAP, STRONG + _PHRASE_WEIGHT * told)
    evidence = []
    for number, first in places:
        skim = lines.skim(lines.split(number))
        start, end = skim.limits[2 * first], skim.limits[2 * (first + len(phrase)) - 1]
        term = Term(-1, skim.split.view.text[start:end], weight, phrase)
        here = prod(weigh(skim), start=weight)
        evidence.append(Evidence(number, weight, here, ((term, start, end),)))
    return tuple(sorted(evidence, key=attrgetter("worth"), reverse=True))
