"""The extractive summary.

In: a Document, its actors, dates and pair of states, and the Options. Out: a Summary, whole
sentences in text order, never empty where there is a sentence.
"""

from collections.abc import Callable, Mapping, Sequence

from bilatsum.errors import InputError, OptionError
from bilatsum.model import Actor, DateMention, Document, Options, Summary, SummarySentence

from .context import context
from .length import take, take_words, wanted_share
from .method import Ranking

__all__ = ["LINEAR", "METHODS", "summarize"]

_SCORE_DIGITS = 4

Method = Callable[[Document, Sequence[Actor], Sequence[DateMention], float], Ranking]
"""Ranks a document's sentences, given the share of its words that the summary may have."""


def _house(
    document: Document, actors: Sequence[Actor], dates: Sequence[DateMention], wanted: float
) -> Ranking:
    from .house import rank  # noqa: PLC0415 - only the method asked for is loaded

    return rank(document, actors, dates, wanted)


def _lead(document: Document, *_: object) -> Ranking:
    from .lead import rank  # noqa: PLC0415

    return rank(document)


def _sumy(name: str) -> Method:
    def rank(document: Document, *_: object) -> Ranking:
        from .sumy_bridge import ranker  # noqa: PLC0415 - sumy and numpy take long to import

        return ranker(name)(document)

    return rank


METHODS: Mapping[str, Method] = {
    "bilat": _house,
    "lead": _lead,
    **{
        name: _sumy(name)
        for name in (
            "lex-rank", "text-rank", "lsa", "luhn", "kl", "sum-basic", "reduction", "edmundson",
        )
    },
}  # fmt: skip
"""Every summarizer by the name that `--method` takes, the default first."""


LINEAR = frozenset({"bilat", "lead", "edmundson"})
"""The methods whose time and memory are in proportion to the article's length."""

_MOST_COMPARED = 4_000


def summarize(
    document: Document,
    actors: Sequence[Actor],
    dates: Sequence[DateMention],
    pair: tuple[str, str] | None,
    options: Options,
) -> Summary:
    """Choose the sentences of the summary.

    Raises OptionError for an unknown method, InputError for an article that is too long for it.
    """
    if options.method not in METHODS:
        message = f"there is no method {options.method!r}"
        raise OptionError(message, hint=f"choose one of {', '.join(METHODS)}")
    size = len(document.sentences)
    if options.method not in LINEAR and size > _MOST_COMPARED:
        message = f"{document.article.source}: too long for {options.method}, which compares every"
        message += f" one of its {size:,} sentences with all others"
        raise InputError(message, hint="use bilat, lead or edmundson")

    def text(index: int) -> str:
        return document.shown(document.sentences[index].span)

    words, lengths = options.words, []
    if words is not None or options.ratio is not None:
        lengths = [len(text(index).split()) for index in range(size)]
    if options.ratio is not None:
        words = max(1, int(options.ratio * sum(lengths)))
    ranking = METHODS[options.method](document, actors, dates, wanted_share(lengths, words))
    scores = ranking.scores
    if words is None:
        chosen = take(ranking, text, options.sentences)
    else:
        chosen = take_words(ranking, text, lengths, words)
    return Summary(
        options.method,
        tuple(
            SummarySentence(
                index,
                round(scores[index], _SCORE_DIGITS),
                ranking.reasons(index) if ranking.reasons else (),
                context(document, actors, pair, index),
            )
            for index in chosen
        ),
        tuple([(index, round(scores[index], _SCORE_DIGITS)) for index in ranking.order]),
    )
