"""A text read by its pieces: what stands between two blanks ("U.S.-led", "tariffs,").

Pieces recur from text to text. What is known of one is worked out once and kept, so that a
sentence is read by looking its pieces up.

The marks of a text are a string as long as the text. A word's first character is marked by its
kind, its others by "~":

    n  may be part of a phrase that names a matter
    v  a verb: only as part of a compound with a hyphen ("no-fly")
    p  a verb in -ed or -ing: so, or behind a word that leads up to a noun ("the detained")
    x  neither: a function word, a time, a number
    #  a word of a name or of a term; set by `blotted`

The letter is a capital (for "#", "@") if the word itself leads up to a noun ("the", "of").
Between words "-", "'", "/", "$", " " and "s" (of a possessive) stand for themselves and their
like, "." for all else.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, compress, count

from .terms import WORD, plain
from .word_lists import is_verb, lists

_MAX_PIECES = 20_000
_MAX_LENGTH = 40
_WORD_MARKS = "nvpx#NVPX@"
_IS_START = frozenset(_WORD_MARKS)
_BLOT = str.maketrans({**dict.fromkeys("nvpx", "#"), **dict.fromkeys("NVPX", "@")})
_GAPS = {"-": "-", "–": "/", "/": "/", "'": "'", "’": "'", "s": "s", "$": "$", "€": "$", "£": "$"}
# Two words touch if between them is no more than a blank, a hyphen or a possessive.
_GAP = r"(?: \$?|[-/]|'s? )"
# These three begin with the set of characters that they cannot do without, which is how a search
# is fast; what stands before is looked at from there.
_LED = re.compile(rf"[NVPX@]~*{_GAP}(?=[pP])")
_SOLID = r"[nvpNVP](?:(?<=[nN])|(?<=-.)|(?=~*-))~*"
_RUN = re.compile(rf"{_SOLID}(?:{_GAP}{_SOLID})+")
_TAIL = re.compile(r"~*")


class _Pieces(dict[str, tuple[tuple[str, ...], str]]):
    """The plain forms of the words of the pieces seen so far, and their marks."""

    def __missing__(self, piece: str) -> tuple[tuple[str, ...], str]:
        found = _read(piece)
        if len(piece) <= _MAX_LENGTH:
            if len(self) >= _MAX_PIECES:
                self.clear()
            self[piece] = found
        return found


_PIECES = _Pieces()


def read_pieces(text: str) -> tuple[tuple[str, ...], str]:
    """Return the plain forms of the words of `text`, and its marks."""
    forms, marks = zip(*map(_PIECES.__getitem__, text.split(" ")), strict=True)
    return tuple(chain.from_iterable(forms)), " ".join(marks)


def _read(piece: str) -> tuple[tuple[str, ...], str]:
    forms: list[str] = []
    marks: list[str] = []
    done = 0
    for match in WORD.finditer(piece):
        start, end = match.span()
        raw = match[0].lower()
        forms.append(plain(raw))
        marks += _between(piece[done:start])
        marks += _kind(raw), "~" * (end - start - 1)
        done = end
    marks += _between(piece[done:])
    return tuple(forms), sys.intern("".join(marks))


def _between(gap: str) -> Iterator[str]:
    return (_GAPS.get(character, ".") for character in gap)


def _kind(raw: str) -> str:
    """Return the mark of a word in small letters."""
    kind = "n"
    if raw in lists().little or raw[0].isdigit():
        kind = "x"
    elif is_verb(raw):
        kind = "p" if raw.endswith(("ed", "ing")) else "v"
    return kind.upper() if raw in lists().leaders else kind


def blotted(marks: str, ranges: Iterable[tuple[int, int]]) -> str:
    """Return the marks with those words blotted out that begin within one of the ranges."""
    for start, end in ranges:
        marks = marks[:start] + marks[start:end].translate(_BLOT) + marks[end:]
    return marks


def word_starts(marks: str) -> list[int]:
    """Return where the words begin."""
    return list(compress(count(), map(_IS_START.__contains__, marks)))


def word_end(marks: str, start: int) -> int:
    """Return where the word ends that begins at `start`."""
    tail = _TAIL.match(marks, start + 1)
    return tail.end() if tail else start + 1


def runs(marks: str) -> Iterator[tuple[int, int]]:
    """Yield where two or more words follow one another that may be part of a phrase."""
    for led in _LED.finditer(marks):
        at = led.end()
        marks = marks[:at] + ("n" if marks[at] == "p" else "N") + marks[at + 1 :]
    for run in _RUN.finditer(marks):
        yield run.span()
