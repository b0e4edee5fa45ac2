"""The classical methods of sumy, on our sentences and words.

sumy's own parsers and tokenizers are not used: they need NLTK's data, read cue words in Czech, and
know no offsets. A method's ratings are taken where it would choose by them.
"""

import importlib
import math
import warnings
from collections.abc import Callable, Sequence
from typing import Any

from bilatsum.data import cue_words, stem, stop_words
from bilatsum.model import Document

from .method import Ranking, by_score

_CLASSES = {
    "lex-rank": ("lex_rank", "LexRankSummarizer"),
    "text-rank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sum-basic": ("sum_basic", "SumBasicSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
}
# Ratings differ in the last digits with the order of a set; rounding makes them repeatable.
_DIGITS = 9


def ranker(name: str) -> Callable[[Document], Ranking]:
    """Return the ranking function of sumy's method `name`."""

    def rank(document: Document) -> Ranking:
        ratings = _rate(name, document)
        return by_score(
            [round(rating, _DIGITS) if math.isfinite(rating) else 0.0 for rating in ratings]
        )

    return rank


def _rate(name: str, document: Document) -> list[float]:
    """Return the method's rating of every sentence."""
    module, class_name = _CLASSES[name]
    summarizer = getattr(importlib.import_module(f"sumy.summarizers.{module}"), class_name)(stem)
    _give_words(summarizer)
    ratings: list[float] = []

    def capture(
        sentences: Sequence[Any],
        _count: object,
        rating: Any,  # noqa: ANN401 - sumy has no types
        *args: Any,  # noqa: ANN401
        **kwargs: Any,  # noqa: ANN401
    ) -> tuple[()]:
        rate = rating.__getitem__ if isinstance(rating, dict) else rating
        ratings.extend(float(rate(sentence, *args, **kwargs)) for sentence in sentences)
        return ()

    summarizer._get_best_sentences = capture  # noqa: SLF001 - where the ratings are to be had
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # short articles: "LSA algorithm may not work properly"
        summarizer(_dom(document), len(document.sentences))
    return ratings or [0.0] * len(document.sentences)


def _give_words(summarizer: Any) -> None:  # noqa: ANN401
    """Give a method the English words that it asks for."""
    if hasattr(summarizer, "stop_words"):
        summarizer.stop_words = stop_words()
    if hasattr(summarizer, "null_words"):
        summarizer.null_words = stop_words()
        summarizer.bonus_words = cue_words()["bonus"]
        summarizer.stigma_words = cue_words()["stigma"]


class _Words:
    """Stands in for sumy's tokenizer: gives each sentence the words that we found."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = tuple(words)

    def to_words(self, _text: str) -> tuple[str, ...]:
        return self._words


def _dom(document: Document) -> Any:  # noqa: ANN401
    """Return sumy's model of the document; the title is a heading of its first paragraph."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # noqa: PLC0415

    paragraphs: dict[int, list[Any]] = {}
    for sentence in document.sentences:
        words = [document.shown(span) for span in sentence.words]
        # The index makes equal sentences different: sumy keeps ratings by the sentence's text.
        text = f"{sentence.index} {document.shown(sentence.span)}"
        alphabetic = [word for word in words if word[:1].isalnum()]
        paragraphs.setdefault(sentence.paragraph, []).append(Sentence(text, _Words(alphabetic)))
    title = document.article.title
    if title is not None and paragraphs:
        words = document.shown(title).split()
        first = next(iter(paragraphs.values()))
        first.insert(0, Sentence(document.shown(title), _Words(words), is_heading=True))
    return ObjectDocumentModel([Paragraph(sentences) for sentences in paragraphs.values()])
