"""Where sentences end: Punkt's decision, overruled where our field knows better.

Every full stop, question mark, exclamation mark or ellipsis that white space follows is a
candidate. The rules of RULES are asked in turn; the first that answers decides. Where none does,
Punkt's decision stands (`punkt.py`). Where neither could doubt, none is asked: between a word that
is no abbreviation and a capital.
"""

import re
from functools import cache

from bilatsum.data import abbreviations

from .boundary_rules import RULES, Candidate
from .punkt import doubtful, punkt_parts

_TYPEWRITER = {
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2014": " ", "\u2013": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip

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
_CREDITS = (" Image: ", " Photo: ", " File photo: ", " Credit: ")
_OPENERS = "\"'“‘«([{*_-—–•"
_DASHES = frozenset({"-", "--", "–", "—"})
_REACH = 60


def boundaries(text: str) -> list[int]:
    """Return the offsets in `text` at which its sentences end, the last one left out.

    `text` is one paragraph with its white space folded. Linear in its length.
    """
    candidates = [(match.start(), False, match) for match in _CANDIDATE.finditer(text)]
    others = [(match.start(), True, match) for match in _GLUED.finditer(text)]
    if ": " in text and any(map(text.__contains__, _CREDITS)):
        others += [(match.start(), False, match) for match in _CREDIT.finditer(text)]
    if others:
        candidates = sorted(candidates + others)
    plain = ""
    length = len(text.rstrip())
    ends: list[int] = []
    for start, glued, match in candidates:
        end = match.end()
        if end >= length:
            continue
        if _is_ordinary(text, start, end):
            ends.append(end)
            continue
        verdict = _ask(_candidate(text, match, glued=glued))
        if verdict is None:
            plain = plain or typewritten(text)
            verdict = punkt_parts(plain, start, end)
        if verdict:
            ends.append(end)
    return ends


def typewritten(text: str) -> str:
    """Return `text` with plain quotes, dashes and blanks, one for one, as Punkt was trained."""
    if not text.isascii():
        for mark, plain in _TYPEWRITER.items():
            text = text.replace(mark, plain)
    return text


def _is_ordinary(text: str, start: int, end: int) -> bool:
    """Whether no rule and no parameter of Punkt speaks against the end of a sentence at a mark.

    It is a full stop between a word that is no abbreviation, nor the first of the paragraph, and a
    blank and a capital.
    """
    if text[start:end] != "." or not "A" <= text[end + 1 : end + 2] <= "Z":
        return False
    word = text.rfind(" ", 0, start) + 1
    before = text[word:start]
    return word > 0 and before.isalpha() and len(before) > 1 and before.lower() not in _doubted()


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


@cache
def _doubted() -> frozenset[str]:
    """Return the words in small letters behind which a full stop may be part of the word."""
    return doubtful() | {abbreviation.lower() for abbreviation in abbreviations()}
