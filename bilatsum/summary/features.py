"""What the house method knows about each sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from bilatsum.model import Actor, Document, Sentence

from .vectors import content_words, similarity, weights

_LEANING = re.compile(
    r"[\"“'‘]?(?:He|She|It|They|This|These|That|Those|Such|But|And|Yet|So|Also|However|Neither|Both|"
    r"Meanwhile|Moreover|Nor|Then|There|The two|The pair|The latter|His|Her|Their|Its|We|I)\b"
)
_BOILERPLATE = re.compile(
    r"(?:for (?:more|further) information|contact|press (?:office|contact)|follow (?:us|@)|"
    r"good (?:morning|afternoon|evening)|thank you|dear |ladies and gentlemen|excellenc|"
    r"subscribe|sources?:|image:|photo:|credit:|note:|click here|read more|https?://|www\.)",
    re.IGNORECASE,
)
_SHORT, _LONG = 8, 45
_PRINCIPALS = 6


@dataclass(frozen=True, slots=True)
class Features:
    """Properties of one sentence, each between 0 and 1."""

    lead: float
    """1 for the first sentence, falling with the reciprocal of its position."""
    opening: float
    """1 if it opens its paragraph."""
    central: float
    """Cosine of its tf-idf vector with that of the whole article, relative to the best sentence."""
    title: float
    """Cosine with the title."""
    actors: float
    """Share of the salience of the principal actors that it names."""
    leaning: float
    """1 if it opens with a pronoun or a connective and cannot stand alone."""
    short: float
    """1 if it has fewer than eight words."""
    long: float
    """1 if it has more than 45 words."""
    question: float
    """1 if it asks."""
    quoted: float
    """1 if all of it is a quotation."""
    hanging: float
    """1 if it ends in a colon or a comma: it announces what follows, or whom."""
    boilerplate: float
    """1 if it is a greeting, a contact line, a source line or the like."""


FEATURES = tuple(field.name for field in fields(Features))


@dataclass(frozen=True, slots=True)
class Described:
    """The features of all sentences, and their vectors."""

    features: tuple[Features, ...]
    vectors: tuple[dict[str, float], ...]


def describe(document: Document, actors: Sequence[Actor]) -> Described:
    """Compute the features of every sentence of the document. Linear in its length."""
    contents = [content_words(document, sentence) for sentence in document.sentences]
    vectors = tuple(weights(words) for words in contents)
    whole = weights([word for words in contents for word in words])
    centrality = [similarity(vector, whole) for vector in vectors]
    best = max(centrality, default=0.0) or 1.0
    title = _title_vector(document)
    shares = _actor_shares(document, actors)
    first_of: dict[int, int] = {}
    for sentence in document.sentences:
        first_of.setdefault(sentence.paragraph, sentence.index)
    features = []
    for sentence, vector in zip(document.sentences, vectors, strict=True):
        text = document.shown(sentence.span)
        length = len(text.split())
        features.append(
            Features(
                lead=1 / (1 + sentence.index),
                opening=float(first_of[sentence.paragraph] == sentence.index),
                central=centrality[sentence.index] / best,
                title=similarity(vector, title),
                actors=shares[sentence.index],
                leaning=float(_LEANING.match(text) is not None),
                short=float(length < _SHORT),
                long=float(length > _LONG),
                question=float(text.endswith("?")),
                quoted=float(_is_quoted(document, sentence)),
                hanging=float(text.endswith((":", ","))),
                boilerplate=float(_BOILERPLATE.match(text) is not None),
            )
        )
    return Described(tuple(features), vectors)


def _title_vector(document: Document) -> dict[str, float]:
    title = document.article.title
    if title is None:
        return {}
    words = re.findall(r"\w+", document.shown(title).lower())
    return weights(words)


def _actor_shares(document: Document, actors: Sequence[Actor]) -> list[float]:
    shares = [0.0] * len(document.sentences)
    principals = actors[:_PRINCIPALS]
    total = sum(actor.salience for actor in principals) or 1.0
    for actor in principals:
        held = {document.sentence_at(mention.span.start) for mention in actor.mentions}
        for index in held:
            if index is not None:
                shares[index] += actor.salience / total
    return [min(1.0, share) for share in shares]


def _is_quoted(document: Document, sentence: Sentence) -> bool:
    from bisect import bisect_right  # noqa: PLC0415

    at = bisect_right(document.quotations, sentence.span.start, key=lambda span: span.start) - 1
    return at >= 0 and document.quotations[at].end >= sentence.span.end - 1
