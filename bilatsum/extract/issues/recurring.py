"""Phrases outside the taxonomy to which a text keeps returning: "the llama registry"."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bilatsum.data import is_known_word, rarity

from .lines import Line, Lines, Skim, word_from
from .terms import STRONG
from .word_lists import COMPARING, lists
from .words import blotted, codes, runs

_MIN_RARITY = 3.2
_MIN_RETURNS = 2
_PER_RETURN = 14
_MAX_PHRASES = 100
_MAX_WORDS = 3


class Place(NamedTuple):
    """A sentence, and the first word of a phrase in it."""

    number: int
    first: int


def recurring(counts: Mapping[str, int], lines: Lines) -> dict[tuple[str, ...], list[Place]]:
    """Return the phrases to which the text returns, and where each sentence has it first.

    `counts` are how often the text has each plain form that may be in one. Of two phrases of which
    one holds the other, the shorter must be in more sentences.
    """
    least = _MIN_RETURNS + len(lines) // _PER_RETURN
    telling = [
        (phrase, found)
        for phrase, found in _phrases(counts, lines, least).items()
        if len(found) >= least and _is_telling(lines.read(found[0].number), found[0].first, phrase)
    ]
    often = dict(sorted(telling, key=lambda item: -len(item[1]))[:_MAX_PHRASES])
    return {
        phrase: found
        for phrase, found in often.items()
        if not any(
            _holds(other, phrase) and len(elsewhere) >= len(found)
            for other, elsewhere in often.items()
        )
    }


def _phrases(
    counts: Mapping[str, int], lines: Lines, least: int
) -> dict[tuple[str, ...], list[Place]]:
    """Return the phrases of two or three words, all of which are in the text so often."""
    # Few words are, and two of them side by side are in few sentences: only those are looked at.
    often = {form for form, times in counts.items() if times >= least}
    places: dict[tuple[str, ...], list[Place]] = {}
    for sentence in lines if often else ():
        forms = sentence.counted
        at_often = [at for at, form in enumerate(forms) if form in often]
        if not _are_beside(at_often):
            continue
        skim = lines.skim(sentence)
        taken = _taken(skim)
        for first, behind in taken:
            at_often = [at for at in at_often if not first <= at < behind]
        if not _are_beside(at_often):
            continue
        for first, behind in _grams(skim, taken):
            phrase = forms[first:behind]
            if often.issuperset(phrase):
                found = places.setdefault(phrase, [])
                if not found or found[-1].number != sentence.number:
                    found.append(Place(sentence.number, first))
    return places


def _are_beside(words: Sequence[int]) -> bool:
    """Whether any two of the numbers of words follow each other."""
    return len(words) > 1 and not {at + 1 for at in words}.isdisjoint(words)


def _taken(skim: Skim) -> list[tuple[int, int]]:
    """Return the words (the first, and the one behind the last) of names and of strong terms."""
    limits = skim.limits
    strong = [one for one in skim.terms if one[0].weight >= STRONG]
    return [
        *skim.names,
        *((word_from(start, limits), word_from(end, limits)) for _, start, end in strong),
    ]


def _grams(skim: Skim, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the phrases of two or three words without those that are taken.

    For each the number of the first word is given, and of the one behind the last.
    """
    coded = codes(skim.split.parts)
    for first, behind in taken:
        coded = blotted(coded, first, behind)
    for begin, end in runs(coded):
        for behind in range(begin + 2, end + 1):
            for first in range(max(begin, behind - _MAX_WORDS), behind - 1):
                yield first, behind


def _is_telling(line: Line, first: int, phrase: Sequence[str]) -> bool:
    """Whether a phrase ends in a noun, as far as can be seen, and has a word of its own.

    Its last word must be an ordinary one: "Abu Dhabi" names a place.
    """
    last = first + len(phrase) - 1
    if _is_mere_name(line, first, last):
        return False
    final = line.raws[last]
    if final.endswith(("ed", "ing", "ly", "al", "ive", "ous", "ful")) or not is_known_word(final):
        return False
    return line.raws[first] not in COMPARING and any(
        line.forms[at] not in lists().generic and rarity(line.raws[at]) >= _MIN_RARITY
        for at in range(first, last + 1)
    )


def _is_mere_name(line: Line, first: int, last: int) -> bool:
    """Whether a phrase is all in capitals and names no instrument: "Golden Warrior"."""
    text = line.view.text
    capitals = all(text[start].isupper() for start in line.starts[first : last + 1])
    return capitals and line.raws[last] not in lists().instruments


def _holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether a longer phrase contains the shorter one."""
    size = len(shorter)
    return len(longer) > size and any(
        longer[at : at + size] == shorter for at in range(len(longer) - size + 1)
    )
