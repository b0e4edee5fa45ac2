"""The words of an article, sentence by sentence, as the ranker counts them."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain, islice, pairwise, repeat
from math import fsum, sqrt
from operator import itemgetter
from typing import NamedTuple

from bilatsum.model import Document

from .lexicon import Lexicon, content, rarities, stems
from .table import AT_ONCE

_FIRST_WORD = re.compile(r"[^\W_]+").search

Picker = Callable[[Sequence[float]], tuple[float, ...]]
"""Takes some values out of those that go by the number of a term."""


class Texts(NamedTuple):
    """The words of an article in numbers: of a long one there is no room for the words themselves.

    Terms are the stems of the words that are no function words; they are numbered in the order in
    which the article has them first. By number go: `stems`, the terms themselves; `counts`, how
    often the article has each, `capitals`, how often with a capital that does not open a sentence;
    `held`, in how many sentences, and `last`, in which last; `rarity`, how rare it is in general
    (0 to about 9). `shared` are those that several sentences have.

    By sentence go: `lengths`, its words as users count them; `terms`, its terms, each once and in
    text order, one sentence behind another and each from `starts` on; `met`, how many terms the
    sentences before it have.

    `title` are those of the terms that the title has too, `title_length` the length of the vector
    of how rare its terms are, `title_vector` the sum of its words' vectors, packed.
    """

    stems: list[str]
    counts: list[int]
    capitals: list[int]
    held: list[int]
    last: list[int]
    rarity: list[float]
    shared: frozenset[int]
    lengths: Sequence[int]
    terms: Sequence[int]
    starts: Sequence[int]
    met: Sequence[int]
    title: frozenset[int]
    title_length: float
    title_vector: int

    def by_sentence(self) -> Iterator[Sequence[int]]:
        """Yield the terms of each sentence."""
        return (self.terms[start:end] for start, end in pairwise(self.starts))

    def blocks(self) -> Iterator[tuple[Picker, list[tuple[int, int]]]]:
        """Yield for some sentences at once who picks the values of their terms out of all terms'.

        Beside it, where among the picked values those of each sentence begin and end.
        """
        for first in range(0, len(self.lengths), AT_ONCE):
            starts = self.starts[first : first + AT_ONCE + 1]
            terms = self.terms[starts[0] : starts[-1]]
            # Of a single term there would be no tuple.
            pick = itemgetter(*terms, terms[0]) if terms else _nothing
            yield pick, [(start - starts[0], end - starts[0]) for start, end in pairwise(starts)]


class Reader:
    """Takes in the sentences of an article."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Begin with none."""
        self.vectors: list[int] = []  # of each sentence the sum of its words' vectors, packed
        self._lexicon = lexicon
        self._number: dict[str, int] = {}
        self._counts: Counter[str] = Counter()
        self._capitals: Counter[str] = Counter()
        self._words: set[str] = set()
        self._lengths, self._terms = array("i"), array("i")
        self._starts, self._met = array("i", [0]), array("i", [0])

    def read(self, shown: Sequence[str]) -> tuple[list[int], list[int], list[str]]:
        """Take in so many more sentences as they are shown.

        Return of each of them how many words it has, their marks, and the first of them.
        """
        lexicon, number = self._lexicon, self._number
        lengths = [text.count(" ") + 1 for text in shown]
        entries = list(map(lexicon.entries.__getitem__, " ".join(shown).split(" ")))
        of_pieces = [entry[0] for entry in entries]
        words = list(chain.from_iterable(of_pieces))
        found = list(map(stems.__getitem__, words))
        numbers = [entry[2] for entry in entries]
        ends = list(accumulate(map(len, of_pieces), initial=0))
        totals: list[int] = []
        piece = 0
        for length in lengths:
            totals.append(sum(numbers[piece : piece + length]))
            terms = dict.fromkeys(found[ends[piece] : ends[piece + length]])
            piece += length
            for term in terms:
                if term not in number:
                    number[term] = len(number)
            self._terms.extend(map(number.__getitem__, terms))
            self._starts.append(len(self._terms))
            self._met.append(len(number))
        self._lengths.extend(lengths)
        self._counts.update(found)
        self._words.update(words)
        self.vectors += map(lexicon.vector, totals)
        capitals = chain.from_iterable([entry[1] for entry in entries])
        self._capitals.update(map(stems.__getitem__, capitals))
        firsts = [match[0] if (match := _FIRST_WORD(text)) else "" for text in shown]
        # A capital that opens a sentence tells nothing.
        for word in chain.from_iterable([lexicon.entries[first][1] for first in firsts]):
            self._capitals[stems[word]] -= 1
        return lengths, list(map(lexicon.marks, totals)), firsts

    def texts(self, title: str) -> Texts:
        """Return what was read; `title` is that of the article, empty where it has none."""
        titled = content(title)
        words = list(self._words.union(titled))
        # The commonest of its forms stands for a stem.
        rarity: dict[str, float] = {}
        for stem, rare in zip(
            map(stems.__getitem__, words), map(rarities.__getitem__, words), strict=True
        ):
            if rarity.setdefault(stem, rare) > rare:
                rarity[stem] = rare
        number, terms = self._number, list(self._number)
        title_terms = dict.fromkeys(map(stems.__getitem__, titled))
        held = Counter(self._terms)
        last = dict(zip(self._terms, self._owners(), strict=True))
        # Lists take less time, arrays less room.
        kept = list if len(self._lengths) <= AT_ONCE else _same
        return Texts(
            terms,
            list(map(self._counts.__getitem__, terms)),
            list(map(self._capitals.get, terms, repeat(0))),
            list(map(held.__getitem__, range(len(terms)))),
            list(map(last.__getitem__, range(len(terms)))),
            list(map(rarity.__getitem__, terms)),
            frozenset([term for term, times in held.items() if times > 1]),
            kept(self._lengths),
            kept(self._terms),
            kept(self._starts),
            kept(self._met),
            frozenset([number[stem] for stem in title_terms if stem in number]),
            sqrt(fsum([rarity[stem] ** 2 for stem in title_terms])),
            self._lexicon.vector(sum([self._lexicon.entries[word][2] for word in titled])),
        )

    def _owners(self) -> Iterator[int]:
        """Yield for each of all terms in turn the sentence that has it."""
        sizes = [end - start for start, end in pairwise(self._starts)]
        return chain.from_iterable(map(repeat, range(len(sizes)), sizes))


def blocks(document: Document) -> Iterator[list[str]]:
    """Yield the sentences as they are shown, some hundred at once."""
    sentences = iter(document.sentences)
    while block := [document.shown(one.span) for one in islice(sentences, AT_ONCE)]:
        yield block


def terms_of(text: str) -> list[str]:
    """Return the terms of a text, each once and in text order."""
    return list(dict.fromkeys(map(stems.__getitem__, content(text))))


def _nothing(_: Sequence[float]) -> tuple[float, ...]:
    return ()


def _same(numbers: Sequence[int]) -> Sequence[int]:
    return numbers
