"""What a sentence is about, beside what the article is about."""

import math
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bilatsum.model import Actor, DateMention, Document

from .graph import graph_scores
from .texts import Text

_PRINCIPALS = 6
_LEAD = 3
_BEFORE = 4

CONTENT_FEATURES = (
    "worth", "worth_per_word", "worth_best", "worth_best_three", "worth_new",
    "worth_new_per_word", "worth_not_in_lead", "worth_in_lead", "terms", "rarity", "central",
    "central_rank", "title", "opening_like", "most_like_before", "like_previous", "like_next",
    "most_like_lead", "repeated_later", "actors", "actor_count", "dates", "graph",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article: its sentences and title, how rare terms are, what they are worth."""

    sentences: Sequence[Text]
    title: Text | None
    rarity: Mapping[str, float]
    worths: Mapping[str, float]


def contents(
    document: Document, words: Words, actors: Sequence[Actor], dates: Sequence[DateMention]
) -> Iterator[list[float]]:
    """Yield the features of content for every sentence. Linear in the length of the document."""
    sentences, title, rarity, worths = words.sentences, words.title, words.rarity, words.worths

    def vector(at: int) -> dict[str, float]:
        return _unit({term: rarity[term] for term in sentences[at].terms})

    whole: dict[str, float] = {}
    later: dict[str, int] = {}
    for text in sentences:
        for stem in text.terms:
            whole[stem] = whole.get(stem, 0.0) + rarity[stem]
            later[stem] = later.get(stem, 0) + 1
    whole = _unit(whole)
    centrality = [similarity(vector(at), whole) for at in range(len(sentences))]
    best = max(centrality, default=0.0) or 1.0
    ordered = sorted(range(len(sentences)), key=lambda i: -centrality[i])
    rank = [0.0] * len(sentences)
    for at, i in enumerate(ordered):
        rank[i] = at / len(sentences)
    title_vector = _unit({term: rarity[term] for term in title.terms}) if title else {}
    lead_terms = {term for text in sentences[:_LEAD] for term in text.terms}
    shares, named = _actor_shares(document, actors)
    graph = graph_scores(sentences, worths)
    dated = [0] * len(sentences)
    for mention in dates:
        held_by = document.sentence_at(mention.span.start)
        if held_by is not None:
            dated[held_by] += 1
    seen: set[str] = set()
    # Vectors are large: only those of the first sentences and of those near by are held.
    lead_vectors = [vector(at) for at in range(min(_BEFORE, len(sentences)))]
    near_vectors: deque[dict[str, float]] = deque(maxlen=_BEFORE)
    following = lead_vectors[0] if lead_vectors else {}
    for i, text in enumerate(sentences):
        mine = following
        following = vector(i + 1) if i + 1 < len(sentences) else {}
        held = [worths[term] for term in text.terms]
        total = sum(held)
        top = sorted(held, reverse=True)[:3]
        new = sum([worths[term] for term in text.terms if term not in seen])
        seen.update(text.terms)
        in_lead = (
            sum([worths[term] for term in text.terms if term in lead_terms]) if i >= _LEAD else 0.0
        )
        near = [similarity(mine, other) for other in near_vectors]
        lead_near = [similarity(mine, other) for other in lead_vectors[:i]]
        again = 0.0
        for term in text.terms:
            later[term] -= 1
            if later[term]:
                again += 1
        size = len(text.terms) or 1
        yield [
            total,
            total / text.length,
            top[0] if top else 0.0,
            sum(top),
            new,
            new / text.length,
            total - in_lead,
            in_lead,
            len(text.terms) / text.length,
            sum([rarity[term] for term in text.terms]) / size,
            centrality[i] / best,
            rank[i],
            similarity(mine, title_vector),
            lead_near[0] if i else 1.0,
            max(near, default=0.0),
            near[-1] if near else 0.0,
            similarity(mine, following) if following else 0.0,
            max(lead_near, default=0.0),
            again / size,
            shares[i],
            named[i],
            dated[i],
            graph[i],
        ]
        near_vectors.append(mine)


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum([value * value for value in vector.values()]))
    return {key: value / length for key, value in vector.items()} if length else {}


def similarity(first: dict[str, float], second: dict[str, float]) -> float:
    """Return the cosine of two vectors of unit length.

    The terms that they share are a set; the sum is the same in whatever order it gives them.
    """
    if len(first) > len(second):
        first, second = second, first
    return math.fsum([first[key] * second[key] for key in first.keys() & second.keys()])


def _actor_shares(document: Document, actors: Sequence[Actor]) -> tuple[list[float], list[float]]:
    """Return the share of the principal actors' salience in each sentence, and their number."""
    shares = [0.0] * len(document.sentences)
    named = [0.0] * len(document.sentences)
    principals = actors[:_PRINCIPALS]
    total = sum(actor.salience for actor in principals) or 1.0
    for actor in principals:
        held = {document.sentence_at(mention.span.start) for mention in actor.mentions}
        for index in held:
            if index is not None:
                shares[index] += actor.salience / total
                named[index] += 1
    return shares, named
