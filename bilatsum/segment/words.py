"""The words of a sentence, with NLTK's tokenizer for English."""

from functools import cache
from typing import TYPE_CHECKING

from bilatsum.data import nltk_module
from bilatsum.model import Span, View

from .boundaries import PLAIN

if TYPE_CHECKING:
    from nltk.tokenize import NLTKWordTokenizer


def words(view: View) -> tuple[Span, ...]:
    """Return the article's spans of the words and punctuation marks of a sentence."""
    plain = view.text.translate(PLAIN)
    try:
        spans = list(_tokenizer().span_tokenize(plain))
    except ValueError:  # the tokenizer rewrites some quotes and then cannot find them again
        other = nltk_module("nltk.tokenize.regexp").WordPunctTokenizer()
        spans = list(other.span_tokenize(plain))
    return tuple(view.span(start, end) for start, end in spans)


@cache
def _tokenizer() -> "NLTKWordTokenizer":
    tokenizer: NLTKWordTokenizer = nltk_module("nltk.tokenize.destructive").NLTKWordTokenizer()
    return tokenizer
