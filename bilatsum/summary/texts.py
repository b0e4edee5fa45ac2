"""The words of an article, sentence by sentence, as the ranker counts them."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise, repeat
from math import fsum, sqrt
from operator import itemgetter

from bilatsum.data import ByteTable, rarity, stop_words
from bilatsum.data.words import Known
from bilatsum.model import Document

# By their last letter, those tried first in front.
_SUFFIXES = {
    "s": ("ations", "ings", "ies", "es", "s"), "n": ("ation",), "g": ("ing",), "t": ("ment",),
    "d": ("ed",), "y": ("ly", "y"), "e": ("e",),
}  # fmt: skip
_SHORTEST_STEM = 4
_AT_ONCE = 500  # sentences whose words are held as words

tokens = re.compile(r"[^\W_]+").findall
"""Return the words of a text: its runs of letters and digits as written."""

Picker = Callable[[Sequence[float]], tuple[float, ...]]
"""Takes some values out of those that go by the number of a term."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of an article in numbers: of a long one there is no room for the words themselves.

    Terms are the stems of the words that are no function words; they are numbered in the order in
    which the article has them first. By number go: `stems`, the terms themselves; `counts`, how
    often the article has each, `capitals`, how often with a capital that does not open a sentence;
    `held`, in how many sentences, and `last`, in which last; `rarity`, how rare it is in general
    (0 to about 9). `shared` are those that several sentences have.

    By sentence go: `lengths`, its words as users count them; `terms`, its terms, each once and in
    text order, one sentence behind another and each from `starts` on; `met`, how many terms the
    sentences before it have; `vectors`, the sum of its words' vectors, packed.

    `title` are those of the terms that the title has too, `title_length` the length of the vector
    of how rare its terms are, `title_vector` the sum of its words' vectors.
    """

    stems: list[str]
    counts: list[int]
    capitals: list[int]
    held: list[int]
    last: list[int]
    rarity: list[float]
    shared: frozenset[int]
    lengths: "array[int]"
    terms: "array[int]"
    starts: "array[int]"
    met: "array[int]"
    vectors: list[int]
    title: frozenset[int]
    title_length: float
    title_vector: int

    def of(self, index: int) -> "array[int]":
        """Return the terms of a sentence."""
        return self.terms[self.starts[index] : self.starts[index + 1]]

    def by_sentence(self) -> Iterator["array[int]"]:
        """Yield the terms of each sentence."""
        return (self.terms[start:end] for start, end in pairwise(self.starts))

    def blocks(self) -> Iterator[tuple[Picker, list[tuple[int, int]]]]:
        """Yield for some sentences at once who picks the values of their terms out of all terms'.

        Beside it, where among the picked values those of each sentence begin and end.
        """
        size = len(self.starts) - 1
        for first in range(0, size, _AT_ONCE):
            starts = self.starts[first : first + _AT_ONCE + 1]
            terms = self.terms[starts[0] : starts[-1]]
            # Of a single term there would be no tuple.
            pick = itemgetter(*terms, terms[0]) if terms else _nothing
            yield pick, [(start - starts[0], end - starts[0]) for start, end in pairwise(starts)]


class Reader:
    """Takes in the sentences of an article."""

    def __init__(self, vectors: ByteTable) -> None:
        """Begin with none; `vectors` give the meaning of words."""
        self._packed = vectors.packed
        self._number: dict[str, int] = {}
        self._counts: Counter[str] = Counter()
        self._capitals: Counter[str] = Counter()
        self._words: set[str] = set()
        self._terms, self._starts, self._met = array("i"), array("i", [0]), array("i", [0])
        self._vectors: list[int] = []

    def read(self, sentences: Sequence[Sequence[str]]) -> None:
        """Take in so many more sentences, each as its words."""
        number = self._number
        all_words: list[str] = []
        all_stems: list[str] = []
        all_terms: list[str] = []
        capitals: list[str] = []
        before = len(self._terms)
        for written in sentences:
            words = content(written)
            stems = list(map(_stems.__getitem__, words))
            terms = dict.fromkeys(stems)
            for term in terms:
                if term not in number:
                    number[term] = len(number)
            all_words += words
            all_stems += stems
            all_terms += terms
            capitals += [word for word in written[1:] if word[0].isupper()]
            self._starts.append(before + len(all_terms))
            self._met.append(len(number))
            self._vectors.append(sum(map(self._packed.__getitem__, words)))
        self._terms.extend(map(number.__getitem__, all_terms))
        self._counts.update(all_stems)
        self._capitals.update(map(_stems.__getitem__, content(capitals)))
        self._words.update(all_words)

    def texts(self, lengths: "array[int]", title: str) -> Texts:
        """Return what was read.

        `lengths` are the words of each sentence as users count them; `title` is that of the
        article, empty where it has none.
        """
        titled = content(tokens(title))
        # The commonest of its forms stands for a stem.
        rarity: dict[str, float] = {}
        for word in self._words.union(titled):
            stem, rare = _stems[word], _rarities[word]
            if rarity.get(stem, rare) >= rare:
                rarity[stem] = rare
        number, stems = self._number, list(self._number)
        title_stems = dict.fromkeys(map(_stems.__getitem__, titled))
        held = Counter(self._terms)
        last = dict(zip(self._terms, self._owners(), strict=True))
        return Texts(
            stems,
            list(map(self._counts.__getitem__, stems)),
            list(map(self._capitals.__getitem__, stems)),
            [held[term] for term in range(len(stems))],
            [last[term] for term in range(len(stems))],
            list(map(rarity.__getitem__, stems)),
            frozenset([term for term, times in held.items() if times > 1]),
            lengths,
            self._terms,
            self._starts,
            self._met,
            self._vectors,
            frozenset([number[stem] for stem in title_stems if stem in number]),
            sqrt(fsum([rarity[stem] ** 2 for stem in title_stems])),
            sum(map(self._packed.__getitem__, titled)),
        )

    def _owners(self) -> Iterator[int]:
        """Yield for each of all terms in turn the sentence that has it."""
        sizes = [end - start for start, end in pairwise(self._starts)]
        return chain.from_iterable(map(repeat, range(len(sizes)), sizes))


def _nothing(_: Sequence[float]) -> tuple[float, ...]:
    return ()


def blocks(document: Document) -> Iterator[list[str]]:
    """Yield the sentences as they are shown, some hundred at once."""
    sentences = iter(document.sentences)
    while block := [document.shown(one.span) for one in islice(sentences, _AT_ONCE)]:
        yield block


def content(written: Sequence[str]) -> list[str]:
    """Return the words that are no function words, in small letters."""
    return list(filter(None, map(_content.__getitem__, written)))


def terms(text: str) -> list[str]:
    """Return the terms of a text, each once and in text order."""
    return list(dict.fromkeys(map(_stems.__getitem__, content(tokens(text)))))


def light_stem(word: str) -> str:
    """Return a word in small letters without its commonest endings: quicker than Porter's stem."""
    for suffix in _SUFFIXES.get(word[-1:], ()):
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


def _content_word(written: str) -> str:
    """Return a word in small letters, nothing for a function word."""
    word = written.lower()
    return "" if word in stop_words() or (len(word) == 1 and not word.isdigit()) else word


_content = Known(_content_word)
_stems = Known(light_stem)
_rarities = Known(rarity)
