"""Phrases outside the taxonomy to which a text keeps returning: "the llama registry"."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from bilatsum.data import is_known_word, rarity

from .lines import Line, Lines, Skim
from .word_lists import COMPARING, lists

_MIN_RARITY = 3.2
_MIN_RETURNS = 2
_PER_RETURN = 14
_MAX_PHRASES = 100


class Runs:
    """The words of all sentences that may be part of a phrase, in as little room as they need."""

    def __init__(self) -> None:
        """Begin without a sentence."""
        # Plain forms, with "" behind each run; where the runs of which sentence end.
        self._forms: list[str] = []
        self._numbers = array("L")
        self._ends = array("L")

    def add(self, skim: Skim) -> None:
        """Add the runs of a sentence; sentences come in text order."""
        for first, behind in skim.runs:
            self._forms += skim.forms[first:behind]
            self._forms.append("")
        if skim.runs:
            self._numbers.append(skim.number)
            self._ends.append(len(self._forms))

    def phrases(self, least: int) -> dict[tuple[str, ...], list[int]]:
        """Return the phrases of two or three words, each with the sentences that hold it.

        They are those of at least so many sentences, in the order of the text.
        """
        # Few words are in so many sentences, and a phrase is not without all its words.
        often = {form for form, times in Counter(self._forms).items() if form and times >= least}
        places: dict[tuple[str, ...], list[int]] = {}
        begin = 0
        for number, end in zip(self._numbers, self._ends, strict=True):
            for phrase in _phrases(self._forms[begin:end], often):
                found = places.setdefault(phrase, [])
                if not found or found[-1] != number:
                    found.append(number)
            begin = end
        return {phrase: found for phrase, found in places.items() if len(found) >= least}


def _phrases(forms: Iterable[str], often: set[str]) -> Iterable[tuple[str, ...]]:
    """Yield the phrases of a sentence whose words are all in `often`."""
    before = last = ""
    for form in forms:
        word = form if form in often else ""
        if word and last:
            if before:
                yield before, last, word
            yield last, word
        before, last = last, word


def recurring(runs: Runs, lines: Lines) -> dict[tuple[str, ...], list[int]]:
    """Return the phrases to which the text returns, and the sentences that hold each.

    Of two phrases of which one holds the other, the shorter must be in more sentences.
    """
    least = _MIN_RETURNS + len(lines) // _PER_RETURN
    telling = [
        (phrase, found)
        for phrase, found in runs.phrases(least).items()
        if _is_telling(lines.read(found[0]), *place_of(phrase, lines.skim(found[0])))
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


def place_of(phrase: tuple[str, ...], skim: Skim) -> tuple[int, int]:
    """Return the first and the last word of a phrase where a sentence has it first."""
    size = len(phrase)
    return next(
        (at, at + size - 1)
        for first, behind in skim.runs
        for at in range(first, behind - size + 1)
        if skim.forms[at : at + size] == phrase
    )


def _is_telling(line: Line, first: int, last: int) -> bool:
    """Whether a phrase ends in a noun, as far as can be seen, and has a word of its own.

    Its last word must be an ordinary one: "Abu Dhabi" names a place.
    """
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
