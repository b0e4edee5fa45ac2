"""Where sentences end: Punkt's decision, overruled where our field knows better.

Every full stop, question mark, exclamation mark or ellipsis that white space follows is a
candidate. The rules of RULES are asked in turn; the first that answers decides. Where none does,
Punkt's decision stands (T. Kiss and J. Strunk, "Unsupervised Multilingual Sentence Boundary
Detection", Computational Linguistics 32(4), 2006; parameters trained by training/punkt.py).
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from bilatsum.data import nltk_module, punkt_parameters

from .boundary_rules import RULES, Candidate

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

PLAIN = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2014": " ", "\u2013": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
})  # fmt: skip
"""One character for one: typographic quotes, dashes and blanks as Punkt was trained on them."""

_CLOSERS = "\"'”’»)\\]}"
_CANDIDATE = re.compile(
    rf"(?<![.?!…])(?<!\. )(?P<mark>\.(?: \.)++|[.?!…]++)"
    rf"(?P<closers>[{_CLOSERS}]*+(?: ?\[\d{{1,3}}\])*+)(?=\s|$)"
)
# "... ended.The next ...": a blank was lost between two sentences.
_GLUED = re.compile(r"(?<=[a-z]{3})(?P<mark>[.?!])(?P<closers>[\"'”’)]*)(?=[A-Z][a-z]+ )")
# A photo credit follows a caption that has no full stop.
_CREDIT = re.compile(r"(?<=\w)(?P<mark>)(?P<closers>)(?= (?:Image|Photo|File photo|Credit): [A-Z])")
_OPENERS = "\"'“‘«([{*_-—–•"
_DASHES = frozenset({"-", "--", "–", "—"})
_REACH = 60


def boundaries(text: str) -> list[int]:
    """Return the offsets in `text` at which its sentences end, the last one left out.

    `text` is one paragraph with its white space folded. Linear in its length.
    """
    plain = text.translate(PLAIN)
    candidates = sorted(
        (match.start(), pattern is _GLUED, match)
        for pattern in (_CANDIDATE, _GLUED, _CREDIT)
        for match in pattern.finditer(text)
    )
    if not candidates:
        return []
    punkt_ends = {end for _, end in _punkt().span_tokenize(plain)}
    ends: list[int] = []
    for _, glued, match in candidates:
        if match.end() >= len(text.rstrip()):
            continue
        verdict = _ask(_candidate(text, match, glued=glued))
        if verdict is None:
            verdict = any(end in punkt_ends for end in range(match.start() + 1, match.end() + 1))
        if verdict:
            ends.append(match.end())
    return ends


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
def _punkt() -> "PunktSentenceTokenizer":
    punkt = nltk_module("nltk.tokenize.punkt")
    stored = punkt_parameters()
    parameters = punkt.PunktParameters()
    parameters.abbrev_types = set(stored["abbrev_types"])
    parameters.collocations = {(first, second) for first, second in stored["collocations"]}
    parameters.sent_starters = set(stored["sent_starters"])
    parameters.ortho_context.update(stored["ortho_context"])
    tokenizer: PunktSentenceTokenizer = punkt.PunktSentenceTokenizer(parameters)
    return tokenizer
