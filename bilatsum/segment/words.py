"""The words of a sentence, as NLTK's tokenizer for English parts them.

NLTK rewrites a sentence some thirty times, which takes longer than all other segmentation. One
expression that says the same finds the words in one pass; the few sentences with a wording for
which it does not (`_DOUBTFUL`) are left to NLTK. That both part alike is tested.
"""

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from bilatsum.data import nltk_module
from bilatsum.model import View, Words

from .boundaries import typewritten

if TYPE_CHECKING:
    from nltk.tokenize import NLTKWordTokenizer

# Marks that are words of their own wherever they stand.
_ALONE = r";@#$%&*?!()\[\]{}<>\"„‒―"
# A full stop is parted from its word at the end of the sentence only.
_LAST_STOP = r"(?<=[^.])\.(?=(?:[\])}>' ]|(?<! )\")*$)"
# What stands behind a word that has ended.
_ENDED = rf"(?=[ {_ALONE}]|$|--|\.\.|[:,](?!\d)|{_LAST_STOP})"
# The commonest of that, and nothing that a word might hold.
_SURELY_ENDED = rf"(?=[ {_ALONE}]|[:,](?!\d)|\.?$)"
_CLITIC = rf"'(?:[sSmMdD]|ll|LL|re|RE|ve|VE)?{_ENDED}"
_NOT = rf"(?:n't|N'T){_ENDED}"
_OPENING_QUOTE = r"(?<!\w)'(?!(?i:re|ve|ll|m|t|s|d|n)\b)(?=\w)"


def _pattern(others: str, more: str) -> re.Pattern[str]:
    """Return the pattern of the blanks before a word and the word.

    A word may hold all but the characters `others` anywhere, and `more`.
    """
    letter = f"[^{others}]"
    return re.compile(
        # most words but "cannot", tried first
        rf" *+([^cC{others}]{letter}*+{_SURELY_ENDED}"
        rf"|[cC](?![aA][nN][nN]){letter}*+{_SURELY_ENDED}"
        rf"|[{_ALONE}]|--|\.\.+|[:,](?!\d)|{_LAST_STOP}|{_CLITIC}|{_OPENING_QUOTE}|{_NOT}"
        r"|[cC][aA][nN](?=[nN][oO][tT]\b)(?<!\w[cC][aA][nN])"  # "can" of "cannot"
        rf"|(?:{letter}++|[:,](?=\d)|-(?!-)|(?!{_LAST_STOP})\.(?!\.)"
        rf"|(?!{_CLITIC}|{_OPENING_QUOTE})'{more})+)"
    )


_OTHERS = rf" {_ALONE}:,.'\-"
_WORD = _pattern(_OTHERS, "")
_WORD_BESIDE_NOT = _pattern(f"nN{_OTHERS}", rf"|[nN](?!'[tT])|(?!{_NOT})[nN]")
# In small letters: quotes that NLTK rewrites, words that it parts, "cannot" beside a mark.
_DOUBTFUL = re.compile(
    r"`|'\w{0,2}'|[:,][:,]|more'n|d'ye|gimme|gonna|gotta|lemme|wanna"
    r"|cannot(?:(?<=[^\s(\"].{6})|(?![\s?!)\";]|$|,(?!\d)))"
)
# What a doubtful sentence holds, if not two apostrophes.
_HINTS = ("`", ",,", ",:", ":,", "::", "more'n", "d'ye", "gimme", "gonna", "gotta", "lemme",
          "wanna", "cannot")  # fmt: skip
_PAIR = 2


def words(view: View, sentences: Iterable[tuple[int, int]]) -> Iterator[Words]:
    """Yield for each sentence the article's spans of its words and punctuation marks.

    `view` shows a paragraph; of each sentence the start and the end in its text are given.
    """
    text = typewritten(view.text)
    doubtful = any(map(text.lower().__contains__, _HINTS))
    for start, end in sentences:
        plain = text[start:end]
        origin = start if view.offsets else view.origin + start
        if (doubtful or plain.count("'") >= _PAIR) and _DOUBTFUL.search(plain.lower()):
            bounds = [origin + bound for span in nltk_words(plain) for bound in span]
        else:
            pattern = _WORD_BESIDE_NOT if "n't" in plain or "N'T" in plain else _WORD
            found = pattern.finditer(plain)
            bounds = [origin + bound for match in found for bound in match.span(1)]
        if view.offsets:
            bounds[::2] = [view.offsets[first] for first in bounds[::2]]
            bounds[1::2] = [view.offsets[last - 1] + 1 for last in bounds[1::2]]
        yield Words(array("I", bounds))


def nltk_words(plain: str) -> list[tuple[int, int]]:
    """Return the words of a sentence as NLTK finds them, as start and end."""
    try:
        return list(_tokenizer().span_tokenize(plain))
    except ValueError:  # the tokenizer rewrites some quotes and then cannot find them again
        other = nltk_module("nltk.tokenize.regexp").WordPunctTokenizer()
        return list(other.span_tokenize(plain))


@cache
def _tokenizer() -> "NLTKWordTokenizer":
    tokenizer: NLTKWordTokenizer = nltk_module("nltk.tokenize.destructive").NLTKWordTokenizer()
    return tokenizer
