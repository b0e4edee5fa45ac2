"""Names by a trained tagger: persons, organisations and places in the words of a document.

Two passes of a linear-chain CRF over the whole document. The first sees each word in its sentence;
the second also sees what the first made of the same word elsewhere in the document.
`training/name_tagger.py` trains on the features made by `tagger_features.py`.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, chain
from operator import add, sub

from bilatsum.data.name_tagger import NameTagger, name_tagger

from .tagger_features import OUT, Survey, seen_elsewhere
from .tagger_path import Transitions
from .tagger_scores import Scores, first_scores, second_scores
from .tagger_words import EDGE, Word

_AT_ONCE = 5_000  # words that are looked up together: those of most articles


def tag(sentences: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """Yield the tags of each sentence of one document, one for each word.

    Words are as in the Penn Treebank: marks apart, "'s" apart, "U.S." and "al-Shabaab" whole. Tags
    are O, and B- and I- before PER, ORG and LOC; every name opens with a B. Takes time linear in
    the number of words. Raises DataError if the model is missing or damaged.
    """
    return _tagger().tag(sentences)


class _Read:
    """A document as the tagger sees it: the words in its stretches, one stretch after the other.

    `sums` are what the features of each word weigh, `capitals` the words as in Survey. `starts` and
    `ends` are the bounds of each stretch among the words of the document, in which two places are
    left before, between and behind sentences; `opens` and `closes` whether it opens and closes its
    sentence. `sizes` are the words of each sentence.
    """

    __slots__ = ("capitals", "closes", "ends", "opens", "sizes", "starts", "sums")

    def __init__(self, scores: Scores, sentences: Iterable[Sequence[str]]) -> None:
        """Read the sentences."""
        self.sums: list[int] = []
        self.capitals: list[str] = []
        self.starts, self.ends, self.sizes = array("L"), array("L"), array("L")
        self.opens: list[bool] = []
        self.closes: list[bool] = []
        words = [EDGE, EDGE]
        before = 0
        for sentence in sentences:
            words += scores.words.sentence(sentence)
            self.sizes.append(len(sentence))
            words += (EDGE, EDGE)
            if len(words) > _AT_ONCE:
                before = self._take(words, before, scores)
                words = [EDGE, EDGE]
        self._take(words, before, scores)

    def _take(self, words: Sequence[Word], before: int, scores: Scores) -> int:
        """Add the stretches of some sentences; return how many places there are up to them."""
        found = scores.stretches(words)
        self.sums += found.sums
        self.capitals += found.capitals
        for start, end in found.bounds:
            self.starts.append(before + start)
            self.ends.append(before + end)
            self.opens.append(words[start - 1] is EDGE)
            self.closes.append(words[end] is EDGE)
        return before + len(words) - 2

    def stretches(self) -> Iterator[tuple[int, bool, bool]]:
        """Yield the words of each stretch, and whether it opens and closes its sentence."""
        return zip(map(sub, self.ends, self.starts), self.opens, self.closes, strict=True)


class Tagger:
    """The two passes over a document."""

    def __init__(self, model: NameTagger) -> None:
        """Make the passes of `model` ready; nothing is computed yet."""
        self._scores = Scores(model)
        self._first = Transitions(model.first)
        self._second = Transitions(model.second)

    def tag(self, sentences: Iterable[Sequence[str]]) -> Iterator[list[str]]:
        """Yield a tag for each word of each sentence; see the function of this name."""
        read = _Read(self._scores, sentences)
        first = list(chain.from_iterable(self._first_paths(read)))
        survey = Survey(zip(read.capitals, first, strict=True))
        ends = list(accumulate(size for size, *_ in read.stretches()))
        seen = seen_elsewhere(read.capitals, first, ends[:-1], survey)
        sums = map(add, read.sums, map(self._scores.elsewhere.__getitem__, seen))
        return _by_sentence(read, self._second.paths(second_scores(sums), read.stretches()))

    def first_pass(self, sentences: Iterable[Sequence[str]]) -> list[list[str]]:
        """Return the tags by the first pass alone."""
        read = _Read(self._scores, sentences)
        return list(_by_sentence(read, self._first_paths(read)))

    def _first_paths(self, read: _Read) -> Iterator[list[str]]:
        """Yield the tags of each stretch by the first pass."""
        return self._first.paths(first_scores(read.sums), read.stretches())


def _by_sentence(read: _Read, paths: Iterable[list[str]]) -> Iterator[list[str]]:
    """Yield the tags of all words of each sentence."""
    start = 2
    tags = [OUT] * (start + sum(read.sizes) + 2 * len(read.sizes))
    for begin, end, path in zip(read.starts, read.ends, paths, strict=True):
        tags[begin:end] = path
    for size in read.sizes:
        yield tags[start : start + size]
        start += size + 2


@cache
def _tagger() -> Tagger:
    return Tagger(name_tagger())
