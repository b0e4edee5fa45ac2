"""What may be a key issue: topics of the taxonomy with their evidence, and recurring phrases.

A matter's score adds up its sentences, each by named features with weights, so that one more
feature is one more factor in `weigh`. The weights were set on the 17 briefs (docs/evaluation.md).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bilatsum.data import stop_words
from bilatsum.model import Document

from .lines import Line
from .phrases import grams, is_telling, worth
from .terms import TermFound, Token, Vocabulary, find_terms, tokens

_SENTENCE_CAP = 6.0
_TOUCHING = 4
_TITLE_FACTOR = 1.5
_TITLE_SHARE = 0.5
_LEAD_SENTENCES = 4
_LEAD_FACTOR = 1.3
# "It has been shut since March" does not say what was.
_LEANING = frozenset("he she it they this that these those but and so we i both".split())
_LEANING_FACTOR = 0.7
_NAMING_FACTOR = 1.2
# A sentence of so many topics lists what was on the agenda.
_MANY, _LISTING_FACTOR = 4, 0.6
STRONG = 1.6
"""What the terms of a sentence must weigh together for it to carry a topic alone."""
_SECOND_FACTOR = 0.6
# What a long text says only once it may say in passing.
_LONG_TEXT, _ONCE_FACTOR = 12, 0.8
_SECOND_LEAST = 4.0
# Nearly every article on foreign affairs reports a contact of some kind.
_COMMONPLACE = {"diplomacy": 0.8, "alliances": 0.8}
_PHRASE_WEIGHT = 0.12
_MIN_RETURNS = 2
_PER_RETURN = 14
_MAX_PHRASES = 100
OTHER = "other"


class Evidence(NamedTuple):
    """A sentence that speaks for a matter, how strongly, and by which terms.

    For a recurring phrase the terms are the places where it stands.
    """

    line: Line
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

    @property
    def sentences(self) -> frozenset[int]:
        """The indices of the sentences that carry the matter alone."""
        return frozenset(item.line.number for item in self.evidence if item.weight >= STRONG)


def find_matters(document: Document, lines: Sequence[Line], vocabulary: Vocabulary) -> list[Matter]:
    """Return all that may be an issue, in no order of weight."""
    title_words = tokens(document.shown(document.article.title)) if document.article.title else []
    title = _title(title_words, vocabulary)
    heads = frozenset(word.form for word in title_words if word.raw not in stop_words())
    by_topic = _by_topic(lines, heads)
    matters = []
    for topic, evidence in sorted(by_topic.items()):
        factor = _COMMONPLACE.get(vocabulary.topics[topic].code, 1.0)
        first, *others = _clusters(evidence)
        size, whole = len(lines), tuple(evidence)
        matters.append(Matter(topic, first, title.get(topic, 0.0), factor, size, whole))
        matters += [
            Matter(topic, other, 0.0, factor * _SECOND_FACTOR, size, whole) for other in others
        ]
    return matters + list(_recurring(lines))


def score(matter: Matter, covered: Iterable[int] = ()) -> float:
    """Add up a matter's sentences; each further one counts for less than the one before.

    Sentences whose indices are in `covered` prove another issue already and count for less.
    """
    known = set(covered)
    weights = sorted(
        (
            item.weight * _place(item.line) * (0.7 if item.line.number in known else 1.0)
            for item in matter.evidence
            if item.weight >= STRONG
        ),
        reverse=True,
    )
    total = sum(weight / (1 + order / 2) for order, weight in enumerate(weights))
    if len(weights) == 1 and matter.text_sentences >= _LONG_TEXT:
        total *= _ONCE_FACTOR
    return (total + _TITLE_FACTOR * matter.title) * matter.factor


def _by_topic(lines: Sequence[Line], heads: frozenset[str]) -> dict[int, list[Evidence]]:
    found: dict[int, list[Evidence]] = defaultdict(list)
    for line in lines:
        by_topic: dict[int, dict[str, TermFound]] = defaultdict(dict)
        for term in line.terms:
            by_topic[term.topic].setdefault(term.term, term)
        for topic, terms in by_topic.items():
            weight = min(_SENTENCE_CAP, _sum(list(terms.values())))
            found[topic].append(
                Evidence(line, weight, weigh(line, weight, heads), tuple(terms.values()))
            )
    for items in found.values():
        items.sort(key=lambda item: (-item.worth, item.line.number))
    return found


def _sum(terms: Sequence[TermFound]) -> float:
    """Add up the weights of terms; of two that touch ("COVID-19 pandemic") the lesser counts half.

    `terms` are in text order.
    """
    total = 0.0
    for number, term in enumerate(terms):
        before = terms[number - 1] if number else None
        if before is not None and term.start - before.end <= _TOUCHING:
            total += max(before.weight, term.weight) - before.weight
            total += min(before.weight, term.weight) / 2
        else:
            total += term.weight
    return total


def weigh(line: Line, weight: float, heads: frozenset[str] = frozenset()) -> float:
    """Return how good a sentence is as evidence.

    It is the better the more it tells, near the top, naming actors, saying again what the title
    says (the plain forms `heads`), and understood alone.
    """
    value = weight * _place(line)
    if heads:
        said = len(heads.intersection([word.form for word in line.words])) / len(heads)
        value *= 1 + _TITLE_SHARE * said
    if line.names:
        value *= _NAMING_FACTOR
    if len({term.topic for term in line.terms}) >= _MANY:
        value *= _LISTING_FACTOR
    leans = bool(line.words) and line.words[0].raw in _LEANING
    return value * _LEANING_FACTOR if leans else value


def _place(line: Line) -> float:
    return _LEAD_FACTOR if line.number < _LEAD_SENTENCES else 1.0


def _title(words: Sequence[Token], vocabulary: Vocabulary) -> dict[int, float]:
    """Return how strongly the words of the title speak for each topic."""
    weights: dict[int, float] = defaultdict(float)
    for term in find_terms(words, vocabulary):
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
    return [(*alike, *others), second]


def _alike(evidence: Sequence[Evidence]) -> tuple[tuple[Evidence, ...], list[Evidence]]:
    """Return the sentences that share a strong term with the best one, and the others."""
    best = evidence[0]
    terms = {term.term for term in best.terms if term.weight >= STRONG}
    alike = tuple(
        item for item in evidence if item is best or terms & {term.term for term in item.terms}
    )
    return alike, [item for item in evidence if item not in alike]


def _recurring(lines: Sequence[Line]) -> Iterable[Matter]:
    """Yield the phrases outside the taxonomy to which the text returns."""
    places: dict[tuple[str, ...], list[tuple[Line, int, int]]] = defaultdict(list)
    for line in lines:
        seen: set[tuple[str, ...]] = set()
        for first, last in grams(line, line.names | _taken(line)):
            forms = tuple([word.form for word in line.words[first : last + 1]])
            if forms not in seen:
                seen.add(forms)
                places[forms].append((line, first, last))
    least = _MIN_RETURNS + len(lines) // _PER_RETURN
    telling = ((forms, found) for forms, found in places.items() if len(found) >= least)
    telling = ((forms, found) for forms, found in telling if is_telling(*found[0]))
    often = dict(sorted(telling, key=lambda item: -len(item[1]))[:_MAX_PHRASES])
    for forms, found in often.items():
        if any(_holds(other, forms) and len(often[other]) >= len(found) for other in often):
            continue
        line, first, last = found[0]
        told = worth(line.words[first : last + 1])
        yield Matter(None, _of_phrase(found, told), 0.0, 1.0)


def _taken(line: Line) -> frozenset[int]:
    """Return the numbers of the words that a term of the taxonomy takes up."""
    strong = [term for term in line.terms if term.weight >= STRONG]
    starts = {word.start: number for number, word in enumerate(line.words)} if strong else {}
    taken: set[int] = set()
    for term in strong:
        number = starts[term.start]
        while number < len(line.words) and line.words[number].start < term.end:
            taken.add(number)
            number += 1
    return frozenset(taken)


def _of_phrase(found: Sequence[tuple[Line, int, int]], told: float) -> tuple[Evidence, ...]:
    evidence = []
    for line, first, last in found:
        start, end = line.words[first].start, line.words[last].end
        weight = min(_SENTENCE_CAP, STRONG + _PHRASE_WEIGHT * told)
        term = TermFound(-1, line.view.text[start:end], weight, start, end)
        evidence.append(Evidence(line, weight, weigh(line, weight), (term,)))
    return tuple(sorted(evidence, key=lambda item: (-item.worth, item.line.number)))


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether a longer phrase contains the shorter one."""
    size = len(shorter)
    return len(longer) > size and any(
        longer[at : at + size] == shorter for at in range(len(longer) - size + 1)
    )
