"""What the features of a word weigh together, for every label of both passes at once.

The weights of a feature are packed into one whole number, so that one addition adds them all:
sixteen bits for each label of the first pass, then for each of the second. As the eight-bit
weights lie 128 too high in it, so do the sums, by 128 for each feature; it is the same for all
labels of a pass, of which the highest is sought. Sums are kept by what they depend on.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import repeat
from operator import add
from struct import Struct
from typing import Literal, NamedTuple, TypeVar
from zlib import crc32

from bilatsum.data.known import Known
from bilatsum.data.name_tagger import Codes, NameTagger, key_code

from . import tagger_features as of
from .tagger_words import EDGE, Word, Words, capital_runs, outside, stretches

K = TypeVar("K", bound=Hashable)
LABELS = 7
_HIGHER = bytes((value + 128) % 256 for value in range(256))
_FIRST, _SECOND = Struct(f"<{LABELS}H"), Struct(f"<{2 * LABELS}x{LABELS}H")
_ROW = 2 * LABELS  # weights of a feature
_SIEVE_SHIFT = Codes.SIEVE_SHIFT


class Stretches(NamedTuple):
    """The stretches of some sentences: words that may be in names.

    `bounds` are where each stretch begins and ends among all words. Of the words in stretches, one
    after the other, `sums` are what their features weigh, and `capitals` are the words in small
    letters, "" for those without a capital.
    """

    bounds: list[tuple[int, int]]
    sums: list[int]
    capitals: list[str]


def first_scores(totals: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Return the sums for each label of the first pass, of one word after the other."""
    return map(_FIRST.unpack_from, _bytes(totals))


def second_scores(totals: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Return the sums for each label of the second pass, of one word after the other."""
    return map(_SECOND.unpack, _bytes(totals))


def _bytes(totals: Iterable[int]) -> Iterator[bytes]:
    little: Iterator[Literal["little"]] = repeat("little")
    return map(int.to_bytes, totals, repeat(2 * _ROW), little)


class Scores:
    """The sums of a model's weights."""

    def __init__(self, model: NameTagger) -> None:
        """Begin with no sum."""
        self._weights = model.weights
        self._sieve = model.weights.codes.sieve
        self.words = Words(model.groups)
        self._outside = outside(fine=0)
        self._classes = Known(self._of_class)
        self._near = Known(self._of_word)
        self._kinds_left = self._family(of.left_kind_features)
        self._kinds_right = self._family(of.right_kind_features)
        self._by_code = Known(self._of_code)
        self._shapes = self._family(of.shape_features)
        self._firsts = self._family(of.first_features)
        self._marked = self._family(of.mark_features)
        self._beside: Known[str, int] = self._family(lambda mark: [mark])
        self._run_left = Known(self._of_run_left)
        self._run_first = self._family(of.run_first_features)
        self._run_last = self._family(of.run_last_features)
        self._run_right = self._family(of.run_right_features)
        self._run_kinds = self._family(of.run_kind_features)
        self._chains = self._family(of.chain_features)
        self.elsewhere = self._family(of.elsewhere_features)

    def add(self, features: Iterable[str]) -> int:
        """Return what features weigh together."""
        return sum(map(self._weight, map(key_code, features)))

    def _weight(self, code: int) -> int:
        """Return what the feature with this code weighs; one that is not in the model is not kept.

        `_of_places`, which asks most, does the same without a call for each code.
        """
        upper = code >> _SIEVE_SHIFT
        return self._by_code[code] if self._sieve[upper >> 3] >> (upper & 7) & 1 else 0

    def _of_code(self, code: int) -> int:
        """Return what the feature with this code weighs."""
        at = self._weights.codes.place(code)
        return self._row(at) if at >= 0 else 0

    def _row(self, at: int) -> int:
        """Return the weights of the feature in the row `at`."""
        row = self._weights.rows[at * _ROW : at * _ROW + _ROW].tobytes().translate(_HIGHER)
        # From Latin-1 to UTF-16 every byte becomes one of two.
        return int.from_bytes(row.decode("latin-1").encode("utf-16-le"), "little")

    def _family(self, features: Callable[[K], Sequence[str]]) -> Known[K, int]:
        """Return where the sums of a family of features are kept."""
        return Known(lambda key: self.add(features(key)))

    def _of_word(self, word: Word) -> tuple[int, ...]:
        """Return what a word says at each offset; EDGE counts as a word of no cluster."""
        word = self._outside if word is EDGE else word
        classes = self._classes[word.shape, word.kinds, word.fine, word.coarse]
        return tuple([
            total + self.add(of.letter_features(word, offset))
            for offset, total in zip(of.offsets(), classes, strict=True)
        ])  # fmt: skip

    def _of_class(self, word: tuple[str, str, int, int]) -> tuple[int, ...]:
        """Return what a word of a shape, some kinds and two clusters says at each offset."""
        return tuple([self.add(of.class_features((o, *word))) for o in of.offsets()])

    def _of_run_left(self, at: tuple[str, Word]) -> tuple[int, int]:
        """Return what the word before a run weighs, and where the code of both sides begins."""
        return self.add(of.run_left_features(at)), key_code(of.run_around_feature(at, ""))

    def stretches(self, words: Sequence[Word]) -> Stretches:
        """Return the stretches of words that are not plain, with what the words weigh.

        `words` are sentences with two EDGEs before, between and behind them.
        """
        marks = self.words.marks(words)
        bounds = stretches(words, marks)
        more = self._of_runs(words)
        for i, mark in marks.items():
            more[i] += self._marked[mark, words[i].shape]
            more[i - 1] += self._beside[f"+p{mark}"]
            more[i + 1] += self._beside[f"-p{mark}"]
        for start, _ in bounds:
            if words[start - 1] is EDGE:
                more[start] += self._firsts[words[start].known, words[start].shape]
        places = [i for start, end in bounds for i in range(start, end)]
        sums = list(map(add, self._of_places(words, places), [more[i] for i in places]))
        here = [words[i] for i in places]
        return Stretches(bounds, sums, [word.lower if word.capital else "" for word in here])

    def _of_places(self, words: Sequence[Word], places: Sequence[int]) -> list[int]:
        """Return what the words around each of some places weigh.

        The busiest part of the tagger: columns of words, in which all is looked up by `map`.
        """
        before2, before, here, after, after2 = (
            [words[i + offset] for i in places] for offset in of.offsets()
        )
        fine, shape = [word.fine for word in here], [word.shape for word in here]
        fine_before, fine_after = [word.fine for word in before], [word.fine for word in after]
        shapes = zip([word.shape for word in before], shape, [word.shape for word in after],
                     strict=True)  # fmt: skip
        sums = [
            a[0] + b[1] + c[2] + d[3] + e[4] + f + g + h
            for a, b, c, d, e, f, g, h in zip(
                map(self._near.__getitem__, before2),
                map(self._near.__getitem__, before),
                map(self._near.__getitem__, here),
                map(self._near.__getitem__, after),
                map(self._near.__getitem__, after2),
                map(self._kinds_left.__getitem__, zip(fine_before, shape, fine, strict=True)),
                map(self._kinds_right.__getitem__, zip(shape, fine, fine_after, strict=True)),
                map(self._shapes.__getitem__, shapes),
                strict=True,
            )
        ]
        behind = [word.letters for word in after]
        around = map(crc32, behind, [word.around for word in before])
        sieve, by_code = self._sieve, self._by_code
        for codes in (
            map(crc32, [word.letters for word in here], [word.left for word in before]),
            map(crc32, behind, [word.right for word in here]),
            map(crc32, [word.ending for word in here], around),
        ):
            for i, code in enumerate(codes):
                upper = code >> _SIEVE_SHIFT
                if sieve[upper >> 3] >> (upper & 7) & 1:
                    sums[i] += by_code[code]
        return sums

    def _of_runs(self, words: Sequence[Word]) -> list[int]:
        """Return what runs of capitalised words weigh for each word, and acronyms."""
        sums = [0] * len(words)
        runs = capital_runs(words)
        for start, end in runs:
            left, first, last, right = words[start - 1], words[start], words[end - 1], words[end]
            kinds = "".join([word.kinds for word in words[start:end]])
            for begin, stop, place in of.places_in_run(start, end):
                total, code = self._run_left[place, left]
                total += (
                    self._run_first[place, first]
                    + self._run_last[place, last]
                    + self._run_right[place, right]
                    + self._run_kinds[place, end - start, kinds]
                )
                total += self._weight(crc32(right.letters, code))
                for i in range(begin, stop):
                    sums[i] += total
        for i, chain in of.places_in_chains(words, runs):
            sums[i] += self._chains[chain]
        for i, feature in of.acronym_features(words):
            sums[i] += self.add([feature])
        return sums
