"""How likely each term of an article is to be in its summary.

A summary is a set of sentences that together hold what matters; so what matters is weighed first,
term by term (K. Hong and A. Nenkova, "Improving the Estimation of Word Importance for News
Multi-Document Summarization", EACL 2014).
"""

import math
from collections.abc import Sequence
from operator import mul

from bilatsum.data import SentenceRanker

from .texts import Text, Vocabulary

_LEAD = 4


def term_rows(
    sentences: Sequence[Text], vocabulary: Vocabulary, title: Text | None
) -> dict[str, tuple[float, ...]]:
    """Return the features of every term, in the order of training. Time is linear in the text.

    A bias; the logarithm of its count; the share of sentences that have it; how early the first of
    them is, and where; whether it is in the opening, the second sentence, the lead, the title; its
    rarity; whether it is mostly capitalised, begins with a digit; its length; whether it is in the
    second half. Then products: opening and count, rarity and count; the logarithm of the number of
    its sentences; capital and opening, title and opening.
    """
    count: dict[str, int] = {}
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    held: dict[str, int] = {}
    capital: dict[str, int] = {}
    for index, text in enumerate(sentences):
        for place, (token, stem) in enumerate(zip(text.tokens, text.stems, strict=True)):
            if not stem:
                continue
            count[stem] = count.get(stem, 0) + 1
            if place and token[0].isupper():
                capital[stem] = capital.get(stem, 0) + 1
        for stem in text.terms:
            first.setdefault(stem, index)
            last[stem] = index
            held[stem] = held.get(stem, 0) + 1
    in_title = set(title.terms) if title else set()
    size = len(sentences)
    second = set(sentences[1].terms) if size > 1 else set()
    rows: dict[str, tuple[float, ...]] = {}
    log = math.log
    for stem, at in first.items():
        times = log(count[stem])
        opening = float(at == 0)
        titled = float(stem in in_title)
        rare = vocabulary.rarity[stem] / 9
        large = float(2 * capital.get(stem, 0) >= count[stem])
        rows[stem] = (
            1.0,
            times,
            held[stem] / size,
            1 / (1 + at),
            at / size,
            opening,
            float(stem in second),
            float(at < _LEAD),
            titled,
            rare,
            large,
            float(stem[0].isdigit()),
            min(len(stem), 10) / 10,
            float(2 * last[stem] >= size),
            opening * times,
            rare * times,
            log(held[stem]),
            large * opening,
            titled * opening,
        )
    return rows


def term_worths(rows: dict[str, tuple[float, ...]], ranker: SentenceRanker) -> dict[str, float]:
    """Return for each term the probability, by a logistic model, that a summary holds it."""
    exp, weights, scale = math.exp, ranker.terms, ranker.prior_scale
    worths: dict[str, float] = {}
    for stem, row in rows.items():
        prior = ranker.priors.get(stem)
        logit = sum(map(mul, row, weights)) + (prior[0] * scale if prior else 0.0)
        worths[stem] = 1 / (1 + exp(-logit))
    return worths
