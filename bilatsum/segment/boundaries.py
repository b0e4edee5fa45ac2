"""Where sentences end: Punkt's decision, overruled where our field knows better.

Every full stop, question mark, exclamation mark or ellipsis that white space follows is a
candidate. The rules of RULES are asked in turn; the first that answers decides. Where none does,
Punkt's decision stands (T. Kiss and J. Strunk, "Unsupervised Multilingual Sentence Boundary
Detection", Computational Linguistics 32(4), 2006; parameters trained by training/punkt.py). NLTK's
Punkt is asked about the few words around a mark that its decision depends on, and not at all where
it could not doubt: between a word that is no abbreviation and a capital.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from bilatsum.data import nltk_module, punkt_parameters

from .boundary_rules import RULES, Candidate

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

_TYPEWRITER = {
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2014": " ", "\u2013": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip
_TYPOGRAPHIC = re.compile(f"[{''.join(_TYPEWRITER)}]")

_CLOSERS = "\"'”’»)\\]}"
# The lookbehinds stand behind the first character: so the search leaps from mark to mark.
_CANDIDATE = re.compile(
    rf"(?P<mark>[.?!…](?<![.?!…].)(?<!\. .)(?:(?<=\.)(?: \.)++|[.?!…]*+))"
    rf"(?P<closers>[{_CLOSERS}]*+(?: ?\[\d{{1,3}}\])*+)(?=\s|$)"
)
# "... ended.The next ...": a blank was lost between two sentences.
_GLUED = re.compile(r"(?P<mark>[.?!](?<=[a-z]{3}.))(?P<closers>[\"'”’)]*)(?=[A-Z][a-z]+ )")
# A photo credit follows a caption that has no full stop.
_CREDIT = re.compile(r"(?<=\w)(?P<mark>)(?P<closers>)(?= (?:Image|Photo|File photo|Credit): [A-Z])")
_OPENERS = "\"'“‘«([{*_-—–•"
_DASHES = frozenset({"-", "--", "–", "—"})
_REACH = 60
# A question or an exclamation mark before a capital always ends a sentence for Punkt.
_BEFORE_CAPITAL = re.compile(r"(?P<closers>(?P<mark>[.?!])[\"')]?) [(\[\"]?[A-Z]")
_MERE = re.compile(r"[(\[{\"]*+((?:[^\W_]++[-,])*+([^\W_]++))")


def boundaries(text: str) -> list[int]:
    """Return the offsets in `text` at which its sentences end, the last one left out.

    `text` is one paragraph with its white space folded. Linear in its length.
    """
    candidates = [(match.start(), False, match) for match in _CANDIDATE.finditer(text)]
    candidates += [(match.start(), True, match) for match in _GLUED.finditer(text)]
    if ": " in text:
        candidates += [(match.start(), False, match) for match in _CREDIT.finditer(text)]
    if not candidates:
        return []
    plain = typewritten(text)
    length = len(text.rstrip())
    ends: list[int] = []
    for _, glued, match in sorted(candidates):
        if match.end() >= length:
            continue
        verdict = _ask(_candidate(text, match, glued=glued))
        if verdict is None:
            verdict = punkt_parts(plain, match.start(), match.end())
        if verdict:
            ends.append(match.end())
    return ends


def typewritten(text: str) -> str:
    """Return `text` with plain quotes, dashes and blanks, one for one, as Punkt was trained."""
    if text.isascii():
        return text
    return _TYPOGRAPHIC.sub(lambda match: _TYPEWRITER[match[0]], text)


def _ask(candidate: Candidate) -> bool | None:
    for rule in RULES:
        verdict = rule(candidate)
        if verdict is not None:
            return verdict
    return None


def _candidate(text: str, match: re.Match[str], *, glued: bool) -> Candidate:
    start = text.rfind(" ", 0, match.start()) + 1
    earlier = text.rfind(" ", 0, max(0, start - 1)) + 1
    follow = match.end() + (0 if glued else 1)
    after = _word_at(text, follow)
    bare = after.lstrip(_OPENERS) or _word_at(text, follow + len(after) + 1)
    mark = match["mark"]
    return Candidate(
        mark=mark,
        closers=match["closers"],
        before=text[start : match.start() + 1].lstrip(_OPENERS),
        previous=text[earlier : max(0, start - 1)],
        after=bare,
        first=start == 0,
        second=earlier == 0 and start > 0,
        opened=len(bare) < len(after),
        bracketed=after.startswith("("),
        dashed=after in _DASHES,
        quoting=text[start] in "\"“‘'«",
        glued=glued,
        follows=text[follow : follow + _REACH],
    )


def _word_at(text: str, start: int) -> str:
    stop = text.find(" ", start)
    return text[start : stop if stop >= 0 else len(text)]


def punkt_parts(plain: str, start: int, end: int) -> bool:
    """Return whether Punkt ends a sentence at the mark and closers from `start` to `end`."""
    word = plain.rfind(" ", 0, start) + 1
    mark = _BEFORE_CAPITAL.match(plain, start)
    if mark and mark.end("closers") == end:
        follows = plain[end + 1 : end + _REACH]
        if mark["mark"] != "." or _is_mere(plain[word:start], follows):
            return True
    following = end
    while plain[following : following + 1].isspace():
        following += 1
    stop = plain.find(" ", following)
    around = plain[word : stop if stop >= 0 else len(plain)]
    first, last = start + 1 - word, end - word
    return any(first <= stop <= last for _, stop in punkt().span_tokenize(around))


def _is_mere(word: str, follows: str) -> bool:
    """Whether Punkt has no reason to take a full stop behind `word` for part of it.

    It doubts abbreviations, initials, and what it has often seen before the word that follows.
    """
    match = _MERE.fullmatch(word.lower())
    if not match or len(match[1]) == 1:
        return False
    abbreviated, after_numbers = _doubtful()
    if match[1][0].isdigit() and follows.lower().startswith(after_numbers):
        return False
    return abbreviated.isdisjoint(match.groups())


@cache
def _doubtful() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return what Punkt may take for an abbreviation, and what may go on behind a number."""
    stored = punkt_parameters()
    pairs = stored["collocations"]
    return (
        frozenset(stored["abbrev_types"]) | {first for first, _ in pairs},
        tuple(second for first, second in pairs if first == "##number##"),
    )


@cache
def punkt() -> "PunktSentenceTokenizer":
    """Return NLTK's Punkt with our parameters."""
    module = nltk_module("nltk.tokenize.punkt")
    stored = punkt_parameters()
    parameters = module.PunktParameters()
    parameters.abbrev_types = set(stored["abbrev_types"])
    parameters.collocations = {(first, second) for first, second in stored["collocations"]}
    parameters.sent_starters = set(stored["sent_starters"])
    parameters.ortho_context.update(stored["ortho_context"])
    tokenizer: PunktSentenceTokenizer = module.PunktSentenceTokenizer(parameters)
    return tokenizer
