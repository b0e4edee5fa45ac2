"""How likely each term of an article is to be in its summary.

A summary is a set of sentences that together hold what matters; so what matters is weighed first,
term by term (K. Hong and A. Nenkova, "Improving the Estimation of Word Importance for News
Multi-Document Summarization", EACL 2014).
"""

from collections.abc import Sequence
from itertools import islice, pairwise
from math import exp, log

from bilatsum.data import SentenceRanker

from .texts import Texts

TERM_FEATURES = (
    "bias", "count", "share", "reciprocal", "place", "opening", "second", "lead", "title",
    "rarity", "capital", "digit", "length", "late", "opening_count", "rarity_count", "sentences",
    "opening_capital", "opening_title",
)  # fmt: skip
_LEAD = 4
_LONG = 10
_RAREST = 9


def term_logits(texts: Texts, weights: Sequence[float]) -> list[float]:
    """Return the weighted sum of every term's features. Time is linear in the text.

    The features, in the order of TERM_FEATURES: 1 for all; the logarithm of its count; the share of
    sentences that have it; how early the first of them is, and where; whether it is in the opening,
    the second sentence, the lead, the title; its rarity; whether it is mostly capitalised, begins
    with a digit; its length; whether it is in the second half. Then products: opening and count,
    rarity and count; the logarithm of the number of its sentences; opening and capital, opening and
    title. Most are 0 for most terms: those are passed over.
    """
    (
        bias, count, share, reciprocal, place, opening, second, lead, title, rarity, capital, digit,
        length, late, opening_count, rarity_count, sentences, opening_capital, opening_title,
    ) = weights  # fmt: skip
    size = len(texts.lengths)
    by_length = [one / _LONG * length for one in range(_LONG + 1)]
    in_second = set(texts.terms[texts.starts[1] : texts.starts[2]]) if size > 1 else set()
    rows = zip(
        range(len(texts.stems)), texts.stems, texts.counts, texts.held, texts.last, texts.capitals,
        texts.rarity, strict=True,
    )  # fmt: skip
    logits: list[float] = []
    for at, (first, end) in enumerate(pairwise(texts.met)):
        early, far = 1 / (1 + at) * reciprocal, at / size * place
        once = bias + 1 / size * share + early + far
        for number, stem, times, held, last, large, rare in islice(rows, end - first):
            many = log(times) if times > 1 else 0.0
            logit = bias + many * count + held / size * share + early + far if many else once
            if at < _LEAD:
                logit += 0.0 if at else opening
                logit += second if at == 1 or (not at and number in in_second) else 0.0
                logit += lead
            if number in texts.title:
                logit += title
            scaled = rare / _RAREST
            logit += scaled * rarity
            if 2 * large >= times:
                logit += capital
            if stem[0].isdigit():
                logit += digit
            logit += by_length[len(stem[:_LONG])]
            if 2 * last >= size:
                logit += late
            if many:
                logit += 0.0 if at else many * opening_count
                logit += scaled * many * rarity_count
                logit += log(held) * sentences
            if not at:
                logit += opening_capital if 2 * large >= times else 0.0
                logit += opening_title if number in texts.title else 0.0
            logits.append(logit)
    return logits


def term_worths(texts: Texts, ranker: SentenceRanker) -> list[float]:
    """Return for each term the probability, by a logistic model, that a summary holds it."""
    priors, scale = map(ranker.priors.packed.__getitem__, texts.stems), ranker.prior_scale
    return [
        1 / (1 + exp(-(logit + prior * scale)))
        for logit, prior in zip(term_logits(texts, ranker.terms), priors, strict=True)
    ]
