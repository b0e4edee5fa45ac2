"""sumy's summarizers, each with sumy's own parser, tokenizer, stemmer and stop words.

The method's name follows the task.
"""

import importlib
import sys
from functools import cache
from typing import Any

import protocol
from sumy.nlp.stemmers import Stemmer
from sumy.nlp.tokenizers import Tokenizer
from sumy.parsers.plaintext import PlaintextParser
from sumy.utils import get_stop_words

_METHODS = {
    "lex-rank": ("lex_rank", "LexRankSummarizer"),
    "text-rank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sum-basic": ("sum_basic", "SumBasicSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
    "edmundson": ("edmundson", "EdmundsonSummarizer"),
}


@cache
def tokenizer() -> Any:  # noqa: ANN401 - sumy ships no types
    """Return the tokenizer, made once."""
    return Tokenizer("english")


def summaries(article: protocol.Article) -> protocol.Answer:
    """Return the sentences of an article, best first."""
    parser = PlaintextParser.from_string(article["text"], tokenizer())
    module, name = _METHODS[sys.argv[2]]
    summarizer = getattr(importlib.import_module(f"sumy.summarizers.{module}"), name)(
        Stemmer("english")
    )
    stop_words = get_stop_words("english")
    if module == "edmundson":  # set as sumy's own command sets them
        summarizer.null_words = stop_words
        summarizer.bonus_words = parser.significant_words
        summarizer.stigma_words = parser.stigma_words
    else:
        summarizer.stop_words = stop_words
    ranked: list[list[Any]] = []

    def keep_all(rated: Any) -> list[Any]:  # noqa: ANN401 - sumy's SentenceInfo
        """Note the whole ranking where sumy asks how many sentences are wanted."""
        ranked.extend([info.order, str(info.sentence)] for info in rated)
        return []

    if parser.document.sentences:
        summarizer(parser.document, keep_all)
    return {"ranked": ranked}


protocol.serve(lambda: protocol.version_of("sumy"), {"summaries": summaries})
