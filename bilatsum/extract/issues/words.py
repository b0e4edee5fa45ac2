"""The words of a sentence and the gaps between them, coded by their kind.

The codes of a sentence are a string with a letter for every word and a sign for every gap (before
the first word, between words, behind the last one). The word number `n` is at 2n + 1.

    n  may be part of a phrase that names a matter
    v  a verb: only as part of a compound with a hyphen ("no-fly")
    p  a verb in -ed or -ing: so, or behind a word that leads up to a noun ("the detained")
    x  neither: a function word, a time, a number
    #  a word of a name or of a term; set by `blotted`

The letter is a capital (for "#", "@") if the word itself leads up to a noun ("the", "of"). Of gaps,
"-" is a hyphen, "_" a blank or whatever else leaves two words in touch, "." all else; "<", ">" and
"=" begin, end, or begin and end with a hyphen and part the words all the same.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from bilatsum.data.known import Known

from .forms import is_little, is_verb
from .word_lists import TOUCHING, lists

_BLOT = str.maketrans({**dict.fromkeys("nvpx", "#"), **dict.fromkeys("NVPX", "@")})
_SOLID = r"[nvpNVP](?:(?<=[nN])|(?<=[-=>].)|(?=[-=<])|(?<=[NVPX@][_-][pP]))"
_RUN = re.compile(rf"{_SOLID}(?:[_-]{_SOLID})+")


def bounds(parts: Sequence[str]) -> list[int]:
    """Return where the word number n begins (at 2n) and ends (at 2n + 1)."""
    return list(accumulate(map(len, parts)))


def codes(parts: Sequence[str]) -> str:
    """Return the codes of words and gaps."""
    return "".join(map(_code_of, parts))


def blotted(codes: str, first: int, behind: int) -> str:
    """Return the codes with the words from `first` to the one before `behind` blotted out."""
    start, end = 2 * first + 1, 2 * behind
    return codes[:start] + codes[start:end].translate(_BLOT) + codes[end:]


def runs(codes: str) -> Iterator[tuple[int, int]]:
    """Yield the words (the first, and the one behind the last) that may be a phrase together."""
    for run in _RUN.finditer(codes):
        yield run.start() // 2, run.end() // 2


def _code(part: str) -> str:
    """Return the code of a word or gap."""
    return _of_word(part.lower()) if part[:1].isalnum() else _of_gap(part)


def _of_word(raw: str) -> str:
    code = "n"
    if is_little(raw):
        code = "x"
    elif is_verb(raw):
        code = "p" if raw.endswith(("ed", "ing")) else "v"
    return code.upper() if raw in lists().leaders else code


def _of_gap(gap: str) -> str:
    if gap == "-":
        return "-"
    if gap in TOUCHING:
        return "_"
    begins, ends = gap[:1] == "-", gap[-1:] == "-"
    return "=" if begins and ends else "<" if begins else ">" if ends else "."


_code_of = Known(_code).__getitem__
