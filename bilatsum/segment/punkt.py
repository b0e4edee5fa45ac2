"""Punkt's decision whether a sentence ends at a mark.

T. Kiss and J. Strunk, "Unsupervised Multilingual Sentence Boundary Detection", Computational
Linguistics 32(4), 2006; parameters trained by training/punkt.py. It depends on the few words around
the mark. Where the last token before a full stop and the first behind it are plain, it is made here
in the same way; NLTK, which is slow to import and to ask, is left with the rest. That both decide
alike is tested.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from bilatsum.data import nltk_module, punkt_parameters

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

_BEFORE_CAPITAL = re.compile(r"(?P<closers>(?P<mark>[.?!])[\"')]?) [(\[\"]?[A-Z]")
_CLOSED = (")", "]", "}", '"')
_BEFORE = re.compile(
    r"[(\[{\"]*+(?P<word>[$€£]?[^\W_]++(?:[-,&/+.][^\W_]++)*+%?)(?P<clitic>'[^\W_]++)?"
)
_BEHIND = re.compile(
    r"(?P<word>[A-Z][^\W_]*+(?:-[^\W_]++)*+\.?)(?P<rest>(?:'[^\W_]*+)?,?[:;?!)\]\"']*+)"
    r"|(?P<mark>[(\[\"')])(?P<more>.*)"
)
_NUMBER = re.compile(r"\d[\d,.-]*")
_ANY_NUMBER = "##number##"
_SEEN_SMALL, _SEEN_LARGE_WITHIN = 112, 4
"""Bits of Punkt's orthographic contexts: seen in small letters anywhere, with a capital within a
sentence."""


def punkt_parts(plain: str, start: int, end: int) -> bool:
    """Return whether Punkt ends a sentence at the mark and closers from `start` to `end`.

    `plain` is a text with typewriter quotes and dashes.
    """
    word = plain.rfind(" ", 0, start) + 1
    mark = _BEFORE_CAPITAL.match(plain, start)
    if mark and mark.end("closers") == end:
        if mark["mark"] != ".":
            return True  # a question or an exclamation before a capital always ends one
        behind = mark["closers"][1:] or plain[end + 1 :].split(" ", 1)[0]
        verdict = _parts(plain[word:start], behind)
        if verdict is not None:
            return verdict
    following = end
    while plain[following : following + 1].isspace():
        following += 1
    stop = plain.find(" ", following)
    around = plain[word : stop if stop >= 0 else len(plain)]
    first, last = start + 1 - word, end - word
    return any(first <= stop <= last for _, stop in punkt().span_tokenize(around))


def _parts(before: str, behind: str) -> bool | None:
    """Return whether a full stop between two words parts them, None where they are not plain."""
    last, first = _last_token(before), _BEHIND.fullmatch(behind)
    if last is None or first is None:
        return None
    following = first["mark"] or first["word"].lower()
    if following.endswith(".") and not _is_abbreviation(following[:-1]):
        following = following[:-1]
    kind = _ANY_NUMBER if _NUMBER.fullmatch(last) else last
    parts = (kind, following) not in _collocations()
    if parts and _is_abbreviation(last):
        stored = punkt_parameters()
        context = stored["ortho_context"].get(following, 0)
        begins = context & _SEEN_SMALL and not context & _SEEN_LARGE_WITHIN
        parts = not first["mark"] and bool(begins or following in stored["sent_starters"])
    return parts or (None if _may_part_later(first) else False)


def _last_token(before: str) -> str | None:
    """Return Punkt's last token before a full stop in small letters, None where that is not plain.

    Behind a closing mark the full stop is a token of its own. What one letter means, depends on
    more than is looked at here.
    """
    if not before or before.endswith(_CLOSED):
        return "."
    match = _BEFORE.fullmatch(before)
    token = (match["clitic"] or match["word"]).lower() if match else ""
    return token if len(token) > 1 or token.isdigit() else None


def _may_part_later(first: re.Match[str]) -> bool:
    """Whether a mark in the word behind a full stop may be the end of a sentence itself."""
    rest = first["rest"] or ""
    return bool(
        first["more"] or "?" in rest or "!" in rest or (rest and first["word"].endswith("."))
    )


def _is_abbreviation(token: str) -> bool:
    known = _abbreviations()
    return token in known or token.rpartition("-")[2] in known


def doubtful() -> frozenset[str]:
    """Return the words in small letters behind which a full stop may not end a sentence."""
    return _abbreviations() | {first for first, _ in _collocations()}


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(punkt_parameters()["abbrev_types"])


@cache
def _collocations() -> frozenset[tuple[str, str]]:
    return frozenset((first, second) for first, second in punkt_parameters()["collocations"])


@cache
def punkt() -> "PunktSentenceTokenizer":
    """Return NLTK's Punkt with our parameters."""
    module = nltk_module("nltk.tokenize.punkt")
    stored = punkt_parameters()
    parameters = module.PunktParameters()
    parameters.abbrev_types = set(stored["abbrev_types"])
    parameters.collocations = set(_collocations())
    parameters.sent_starters = set(stored["sent_starters"])
    parameters.ortho_context.update(stored["ortho_context"])
    tokenizer: PunktSentenceTokenizer = module.PunktSentenceTokenizer(parameters)
    return tokenizer
