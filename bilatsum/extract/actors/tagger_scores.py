"""What the features of a word weigh together, for every label of both passes at once.

The weights of a feature are packed into one whole number, so that one addition adds them all:
sixteen bits for each label of the first pass, then for each of the second. As the eight-bit
weights lie 128 too high in it, so do the sums, by 128 for each feature; it is the same for all
labels of a pass, of which the highest is sought. Sums are kept by what they depend on.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from struct import Struct
from typing import Any, Generic, NamedTuple, TypeVar

from bilatsum.data.name_tagger import NameTagger

from . import tagger_features as of
from .tagger_words import Word, Words, capital_runs, outside

K = TypeVar("K")
LABELS = 7
_HIGHER = bytes((value + 128) % 256 for value in range(256))
_FIRST, _SECOND = Struct(f"<{LABELS}H"), Struct(f"<{2 * LABELS}x{LABELS}H")
_ROW = 2 * LABELS  # weights of a feature
_MOST = 40_000  # words, and sums of each family, that are kept


class Stretch(NamedTuple):
    """Words of a sentence from `start` on that may be in names, and what their features weigh.

    `capitals` are the words in small letters, "" for those without a capital.
    """

    start: int
    sums: list[int]
    capitals: list[str]


def first_scores(total: int) -> tuple[int, ...]:
    """Return the sum for each label of the first pass."""
    return _FIRST.unpack_from(total.to_bytes(2 * _ROW, "little"))


def second_scores(total: int) -> tuple[int, ...]:
    """Return the sum for each label of the second pass."""
    return _SECOND.unpack(total.to_bytes(2 * _ROW, "little"))


class _Kept(dict[K, int], Generic[K]):
    """Sums by what they depend on, made where they are asked for the first time."""

    def __init__(self, weigh: Callable[[K], int]) -> None:
        self._weigh = weigh

    def __missing__(self, key: K) -> int:
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
        self._at = [
            self._family(partial(of.word_features, offset=offset)) for offset in of.offsets()
        ]
        self._left = self._family(of.left_features)
        self._right = self._family(of.right_features)
        self._around = self._family(of.around_features)
        self._shapes = self._family(of.shape_features)
        self._firsts = self._family(of.first_features)
        self._marked = self._family(of.mark_features)
        self._beside: _Kept[str] = self._family(lambda mark: [mark])
        self._runs = self._family(of.run_features)
        self._chains = self._family(of.chain_features)
        self.elsewhere = self._family(of.elsewhere_features)
        self._kept: tuple[dict[Any, int], ...] = (
            self._single, *self._at, self._left, self._right, self._around, self._shapes,
            self._firsts, self._marked, self._beside, self._runs, self._chains, self.elsewhere,
        )  # fmt: skip

    def add(self, features: Iterable[str]) -> int:
        """Return what features weigh together."""
        total = 0
        known, find, rows = self._single, self._weights.codes.find, self._weights.rows
        for feature in features:
            weight = known.get(feature)
            if weight is None:
                at = find(feature)
                if at < 0:
                    continue  # most features that the model does not know are met only once
                row = rows[at * _ROW : at * _ROW + _ROW].tobytes().translate(_HIGHER)
                spread = bytearray(2 * _ROW)
                spread[::2] = row
                weight = known[feature] = int.from_bytes(spread, "little")
            total += weight
        return total

    def _family(self, features: Callable[[K], Sequence[str]]) -> _Kept[K]:
        """Return where the sums of a family of features are kept."""
        return _Kept(lambda key: self.add(features(key)))

    def stretches(self, words: Sequence[Word]) -> Iterator[Stretch]:
        """Yield the stretches of words that are not plain, with what the words weigh."""
        marks = self.words.marks(words)
        bounds = list(_bounds(words, marks))
        if not bounds:
            return
        sums = [0] * len(words)
        runs = capital_runs(words)
        for start, end in runs:
            for i, run in zip(range(start, end), of.places_in_run(words, start, end), strict=True):
                sums[i] += self._runs[run]
        for i, chain in of.places_in_chains(words, runs):
            sums[i] += self._chains[chain]
        for i, feature in of.acronym_features(words):
            sums[i] += self.add([feature])
        for start, end in bounds:
            self._add_places(words, marks, start, end, sums)
            capitals = [word.lower if word.capital else "" for word in words[start:end]]
            yield Stretch(start, sums[start:end], capitals)

    def _add_places(
        self, words: Sequence[Word], marks: Sequence[str], start: int, end: int, sums: list[int]
    ) -> None:
        """Add what the words around each word of a stretch and its listed phrases weigh."""
        # This is the busiest loop of the tagger.
        beyond = self._outside
        left, right, around, shapes = self._left, self._right, self._around, self._shapes
        at_2, at_1, at0, at1, at2 = self._at
        last = len(words) - 1
        before2 = words[start - 2] if start > 1 else beyond
        before = words[start - 1] if start else beyond
        word = words[start]
        after = words[start + 1] if start < last else beyond
        for i in range(start, end):
            after2 = words[i + 2] if i + 1 < last else beyond
            b, a = before if i else of.EDGE, after if i < last else of.EDGE
            total = (
                at_2[before2] + at_1[before] + at0[word] + at1[after] + at2[after2]
                + left[b, word] + right[word, a]
                + around[b.lower, a.lower, word.shape] + shapes[b.shape, word.shape, a.shape]
            )  # fmt: skip
            if i == 0:
                total += self._firsts[word.known, word.shape]
            if marks[i]:
                total += self._marked[marks[i], word.shape]
            if i and marks[i - 1]:
                total += self._beside["-p" + marks[i - 1]]
            if i < last and marks[i + 1]:
                total += self._beside["+p" + marks[i + 1]]
            sums[i] += total
            before2, before, word, after = before, word, after, after2

    def forget(self) -> None:
        """Let go of all that is kept if it is very much."""
        self.words.forget(_MOST)
        for sums in self._kept:
            if len(sums) > _MOST:
                sums.clear()


def _bounds(words: Sequence[Word], marks: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the stretches of words that are not plain."""
    start = -1
    last = len(words) - 1
    before = False
    for i, word in enumerate(words):
        capital = word.capital
        if capital or before or marks[i] or (i < last and words[i + 1].capital):
            if start < 0:
                start = i
        elif start >= 0:
            yield start, i
            start = -1
        before = capital
    if start >= 0:
        yield start, last + 1
