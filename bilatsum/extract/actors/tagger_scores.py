"""What the features of a word weigh together, for every label of both passes at once.

The weights of a feature are packed into one whole number, so that one addition adds them all:
sixteen bits for each label of the first pass, then for each of the second. As the eight-bit
weights lie 128 too high in it, so do the sums, by 128 for each feature; it is the same for all
labels of a pass, of which the highest is sought. Sums are kept by what they depend on.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat
from operator import add
from struct import Struct
from typing import Any, Generic, NamedTuple, TypeVar

from bilatsum.data.name_tagger import NameTagger

from . import tagger_features as of
from .tagger_words import Word, Words, capital_runs, outside

K = TypeVar("K")
V = TypeVar("V")
LABELS = 7
_HIGHER = bytes((value + 128) % 256 for value in range(256))
_FIRST, _SECOND = Struct(f"<{LABELS}H"), Struct(f"<{2 * LABELS}x{LABELS}H")
_ROW = 2 * LABELS  # weights of a feature
_BUSY = re.compile(rb"\x01+")
_MOST = 20_000  # words, and sums of each family, that are kept


class Stretch(NamedTuple):
    """Words of a sentence from `start` on that may be in names, and what their features weigh.

    `capitals` are the words in small letters, "" for those without a capital.
    """

    start: int
    sums: list[int]
    capitals: list[str]


def first_scores(totals: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Return the sums for each label of the first pass, of one word after the other."""
    return map(_FIRST.unpack_from, _bytes(totals))


def second_scores(totals: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Return the sums for each label of the second pass, of one word after the other."""
    return map(_SECOND.unpack, _bytes(totals))


def _bytes(totals: Iterable[int]) -> Iterator[bytes]:
    return map(int.to_bytes, totals, repeat(2 * _ROW), repeat("little"))


class _Kept(dict[K, V], Generic[K, V]):
    """Sums by what they depend on, made where they are asked for the first time."""

    def __init__(self, weigh: Callable[[K], V]) -> None:
        self._weigh = weigh

    def __missing__(self, key: K) -> V:
        total = self[key] = self._weigh(key)
        return total


class Scores:
    """The sums of a model's weights."""

    def __init__(self, model: NameTagger) -> None:
        """Begin with no sum."""
        self._weights = model.weights
        self.words = Words(model.groups)
        self._outside = outside(fine=0)
        self._single: dict[str, int] = {}
        alone = [self._family(partial(self._alone, offset=offset)) for offset in of.offsets()]
        self._before2, self._before, self._here, self._after, self._after2 = alone
        self._kinds_left = self._family(of.left_kind_features)
        self._kinds_right = self._family(of.right_kind_features)
        self._neighbours = _Kept(self._of_neighbours)
        self._around: _Kept[tuple[str, str, str], int] = _Kept(
            lambda words: self._rare(of.around_feature(words))
        )
        self._shapes = self._family(of.shape_features)
        self._firsts = self._family(of.first_features)
        self._marked = self._family(of.mark_features)
        self._beside: _Kept[str, int] = self._family(lambda mark: [mark])
        self._run_left = self._family(of.run_left_features)
        self._run_first = self._family(of.run_first_features)
        self._run_last = self._family(of.run_last_features)
        self._run_right = self._family(of.run_right_features)
        self._run_kinds = self._family(of.run_kind_features)
        self._run_around: _Kept[tuple[str, Word | None, Word | None], int] = _Kept(
            lambda place: self._rare(of.run_around_feature(place))
        )
        self._chains = self._family(of.chain_features)
        self.elsewhere = self._family(of.elsewhere_features)
        self._kept: tuple[dict[Any, Any], ...] = (
            self._single, *alone, self._kinds_left, self._kinds_right, self._neighbours,
            self._around, self._shapes, self._firsts, self._marked, self._beside, self._run_left,
            self._run_first, self._run_last, self._run_right, self._run_kinds, self._run_around,
            self._chains, self.elsewhere,
        )  # fmt: skip

    def add(self, features: Iterable[str]) -> int:
        """Return what features weigh together."""
        total = 0
        known = self._single
        for feature in features:
            weight = known.get(feature)
            if weight is None:
                weight = self._rare(feature)
                if not weight:
                    continue  # most features that the model does not know are met only once
                known[feature] = weight
            total += weight
        return total

    def _rare(self, feature: str) -> int:
        """Return what a feature weighs, and do not keep it."""
        at = self._weights.codes.find(feature)
        if at < 0:
            return 0
        spread = bytearray(2 * _ROW)
        spread[::2] = self._weights.rows[at * _ROW : at * _ROW + _ROW].tobytes().translate(_HIGHER)
        return int.from_bytes(spread, "little")

    def _family(self, features: Callable[[K], Sequence[str]]) -> _Kept[K, int]:
        """Return where the sums of a family of features are kept."""
        return _Kept(lambda key: self.add(features(key)))

    def _alone(self, word: Word, offset: int) -> list[str]:
        """Return the features of a word that stands near another; of EDGE as one of no cluster."""
        return of.word_features(self._outside if word is of.EDGE else word, offset)

    def _of_neighbours(self, pair: tuple[Word, Word]) -> tuple[int, int]:
        """Return what the second of two words says of the first, and what the first of the second.

        EDGE stands beyond the ends of a sentence.
        """
        first, second = pair
        return (
            self._after[second]
            + self._rare(of.right_feature(pair))
            + self._kinds_right[first.shape, first.fine, second.fine],
            self._before[first]
            + self._rare(of.left_feature(pair))
            + self._kinds_left[first.fine, second.shape, second.fine],
        )

    def stretches(self, words: Sequence[Word]) -> Iterator[Stretch]:
        """Yield the stretches of words that are not plain, with what the words weigh."""
        marks = self.words.marks(words)
        capitals = [i for i, word in enumerate(words) if word.capital]
        bounds = _bounds(len(words), capitals, marks)
        if not bounds:
            return
        sums = self._of_runs(words)
        sums[0] += self._firsts[words[0].known, words[0].shape]
        for i, mark in marks.items():
            sums[i] += self._marked[mark, words[i].shape]
            if i:
                sums[i - 1] += self._beside[f"+p{mark}"]
            if i + 1 < len(words):
                sums[i + 1] += self._beside[f"-p{mark}"]
        padded = [of.EDGE, of.EDGE, *words, of.EDGE, of.EDGE]
        for start, end in bounds:
            near = self._of_places(padded[start : end + 4])
            small = [word.lower if word.capital else "" for word in words[start:end]]
            yield Stretch(start, list(map(add, near, sums[start:end])), small)

    def _of_places(self, words: Sequence[Word]) -> list[int]:
        """Return what the words around each word of a stretch weigh; two more stand on each side.

        The busiest part of the tagger: sums are looked up by `map`, without a loop of ours.
        """
        near = words[1:-1]
        lower = [word.lower for word in near]
        shape = [word.shape for word in near]
        beside = list(map(self._neighbours.__getitem__, zip(near, near[1:], strict=False)))
        return [
            left[1] + right[0] + here + before2 + after2 + around + shapes
            for left, right, here, before2, after2, around, shapes in zip(
                beside,
                beside[1:],
                map(self._here.__getitem__, near[1:-1]),
                map(self._before2.__getitem__, words),
                map(self._after2.__getitem__, words[4:]),
                map(self._around.__getitem__, zip(lower, lower[2:], shape[1:], strict=False)),
                map(self._shapes.__getitem__, zip(shape, shape[1:], shape[2:], strict=False)),
                strict=False,  # they are of different lengths, and are aligned at their beginning
            )
        ]

    def _of_runs(self, words: Sequence[Word]) -> list[int]:
        """Return what runs of capitalised words weigh for each word of a sentence, and acronyms."""
        sums = [0] * len(words)
        runs = capital_runs(words)
        for start, end in runs:
            for begin, stop, run in of.places_in_run(words, start, end):
                place, left, first, last, right, size, kinds = run
                total = (
                    self._run_left[place, left] + self._run_first[place, first]
                    + self._run_last[place, last] + self._run_right[place, right]
                    + self._run_kinds[place, size, kinds] + self._run_around[place, left, right]
                )  # fmt: skip
                for i in range(begin, stop):
                    sums[i] += total
        for i, chain in of.places_in_chains(words, runs):
            sums[i] += self._chains[chain]
        if self.words["("] in words:
            for i, feature in of.acronym_features(words):
                sums[i] += self.add([feature])
        return sums

    def forget(self) -> None:
        """Let go of all that is kept if it is very much."""
        self.words.forget(_MOST)
        for sums in self._kept:
            if len(sums) > _MOST:
                sums.clear()


def _bounds(
    size: int, capitals: Iterable[int], marks: Iterable[int]
) -> list[tuple[int, int]]:
    """Return the bounds of the stretches of words that are not plain.

    Those are words with a capital and their neighbours, and words in listed phrases.
    """
    busy = bytearray(size + 2)  # one more at each end
    for i in capitals:
        busy[i : i + 3] = b"\1\1\1"
    for i in marks:
        busy[i + 1] = 1
    return [match.span() for match in _BUSY.finditer(busy[1:-1])]
