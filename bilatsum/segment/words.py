"""The words of a sentence, as NLTK's tokenizer for English parts them.

NLTK rewrites a sentence some thirty times, which takes longer than all other segmentation. One
expression that says the same finds the words in one pass; the few sentences with a wording for
which it does not (`_DOUBTFUL`) are left to NLTK. That both part alike is tested.
"""

import re
from array import array
from functools import cache
from itertools import accumulate
from operator import sub
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
_ENDED = rf"(?=[\s{_ALONE}]|$|--|\.\.|[:,](?!\d)|{_LAST_STOP})"
# The commonest of that, and nothing that a word might hold.
_SURELY_ENDED = rf"(?=[\s{_ALONE}]|[:,](?!\d)|\.$)"
_CLITIC = rf"'(?:[sSmMdD]|ll|LL|re|RE|ve|VE)?{_ENDED}"
_NOT = rf"(?:n't|N'T){_ENDED}"
_OPENING_QUOTE = r"(?<!\w)'(?!(?i:re|ve|ll|m|t|s|d|n)\b)(?=\w)"


def _pattern(others: str, more: str) -> re.Pattern[str]:
    """Return the pattern of a word and the blanks before it.

    A word may hold all but the characters `others` anywhere, and `more`.
    """
    letter = f"[^{others}]"
    return re.compile(
        # most words but "cannot", tried first
        rf" *+(?:(?:[^cC{others}]|[cC](?![aA][nN][nN])){letter}*+{_SURELY_ENDED}"
        rf"|[{_ALONE}]|--|\.\.+|[:,](?!\d)|{_LAST_STOP}|{_CLITIC}|{_OPENING_QUOTE}|{_NOT}"
        r"|[cC][aA][nN](?=[nN][oO][tT]\b)(?<!\w[cC][aA][nN])"  # "can" of "cannot"
        rf"|(?:{letter}++|[:,](?=\d)|-(?!-)|(?!{_LAST_STOP})\.(?!\.)"
        rf"|(?!{_CLITIC}|{_OPENING_QUOTE})'{more})+)"
    )


_OTHERS = rf"\s{_ALONE}:,.'\-"
_WORD = _pattern(_OTHERS, "")
_WORD_BESIDE_NOT = _pattern(f"nN{_OTHERS}", rf"|[nN](?!'[tT])|(?!{_NOT})[nN]")
# In small letters: quotes that NLTK rewrites, words that it parts, "cannot" beside a mark.
_DOUBTFUL = re.compile(
    r"`|'\w{0,2}'|[:,][:,]|more'n|d'ye|gimme|gonna|gotta|lemme|wanna"
    r"|cannot(?:(?<=[^\s(\"].{6})|(?![\s?!)\";]|$|,(?!\d)))"
)
# What a doubtful sentence holds, if no two apostrophes.
_HINTS = ("`", ",,", ",:", ":,", "::", "more'n", "d'ye", "gimme", "gonna", "gotta", "lemme",
          "wanna", "cannot")  # fmt: skip
_PAIR = 2


def words(view: View, start: int = 0, end: int | None = None) -> Words:
    """Return the article's spans of the words and punctuation marks of a sentence.

    The sentence is the text of `view` from `start` to `end`.
    """
    plain = typewritten(view.text[start:end])
    origin = start if view.offsets else view.origin + start
    if _is_doubtful(plain):
        spans = nltk_words(plain)
        starts = [origin + first for first, _ in spans]
        ends = [origin + last for _, last in spans]
    else:
        pattern = _WORD_BESIDE_NOT if "n't" in plain or "N'T" in plain else _WORD
        starts, ends = _found(pattern, plain, origin)
    if view.offsets:
        starts = [view.offsets[first] for first in starts]
        ends = [view.offsets[last - 1] + 1 for last in ends]
    bounds = array("I", bytes(2 * len(starts) * array("I").itemsize))
    bounds[::2] = array("I", starts)
    bounds[1::2] = array("I", ends)
    return Words(bounds)


def _found(pattern: re.Pattern[str], plain: str, origin: int) -> tuple[list[int], list[int]]:
    """Return where the words of `pattern` start and where they end, counted from `origin`."""
    found = pattern.findall(plain)
    ends = list(accumulate(map(len, found), initial=origin))[1:]
    if not ends or ends[-1] < origin + len(plain):  # something stands between the words
        matches = list(pattern.finditer(plain))
        ends = [origin + match.end() for match in matches]
    return list(map(sub, ends, map(len, map(str.lstrip, found)))), ends


def _is_doubtful(plain: str) -> bool:
    """Whether NLTK may find other words than `_WORD` does; the quick questions come first."""
    small = plain.lower()
    if plain.count("'") < _PAIR and not any(map(small.__contains__, _HINTS)):
        return False
    return _DOUBTFUL.search(small) is not None


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
