"""Names by a trained tagger: persons, organisations and places in the words of a document.

Two passes of a linear-chain CRF over the whole document. The first sees each word in its sentence;
the second also sees what the first made of the same word elsewhere in the document.
`training/name_tagger.py` trains on the features made by `tagger_features.py`.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice, pairwise
from operator import add

from bilatsum.data.name_tagger import NameTagger, name_tagger

from .tagger_features import OUT, Survey, seen_elsewhere
from .tagger_path import Transitions
from .tagger_scores import Scores, first_scores, second_scores


def tag(sentences: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """Yield the tags of each sentence of one document, one for each word.

    Words are as in the Penn Treebank: marks apart, "'s" apart, "U.S." and "al-Shabaab" whole. Tags
    are O, and B- and I- before PER, ORG and LOC; every name opens with a B. Takes time linear in
    the number of words. Raises DataError if the model is missing or damaged.
    """
    return _tagger().tag(sentences)


class _Read:
    """A document as the tagger sees it: the words in its stretches, one stretch after the other.

    `sums` are what the features of each word weigh, `capitals` the words as in Survey. `starts` are
    where stretches begin among them, and behind the last where it ends; `places` where each
    stretch begins in its sentence; `sizes` the words of each sentence, and how many stretches came
    before its end.
    """

    __slots__ = ("capitals", "places", "sizes", "starts", "sums")

    def __init__(self, scores: Scores, sentences: Iterable[Sequence[str]]) -> None:
        """Read the sentences."""
        self.sums: list[int] = []
        self.capitals: list[str] = []
        self.starts, self.places = array("L", [0]), array("L")
        self.sizes: list[tuple[int, int]] = []
        for sentence in sentences:
            words = scores.words.sentence(sentence)
            for stretch in scores.stretches(words):
                self.sums += stretch.sums
                self.capitals += stretch.capitals
                self.starts.append(len(self.sums))
                self.places.append(stretch.start)
            self.sizes.append((len(words), len(self.places)))
            scores.forget()


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
        first = list(chain.from_iterable(_paths(read, self._first, first_scores(read.sums))))
        survey = Survey(zip(read.capitals, first, strict=True))
        seen = seen_elsewhere(read.capitals, first, read.starts[1:-1], survey)
        sums = map(add, read.sums, map(self._scores.elsewhere.__getitem__, seen))
        yield from _by_sentence(read, _paths(read, self._second, second_scores(sums)))

    def first_pass(self, sentences: Iterable[Sequence[str]]) -> list[list[str]]:
        """Return the tags by the first pass alone."""
        read = _Read(self._scores, sentences)
        return list(_by_sentence(read, _paths(read, self._first, first_scores(read.sums))))


def _paths(
    read: _Read, transitions: Transitions, scores: Iterator[Sequence[int]]
) -> Iterator[list[str]]:
    """Yield the best tags of each stretch."""
    bounds = pairwise(read.starts)
    done = 0
    for size, stop in read.sizes:
        for place, (start, end) in zip(read.places[done:stop], bounds, strict=False):
            length = end - start
            yield transitions.best(
                islice(scores, length), opens=place == 0, closes=place + length == size
            )
        done = stop


def _by_sentence(read: _Read, paths: Iterator[list[str]]) -> Iterator[list[str]]:
    """Yield the tags of all words of each sentence."""
    done = 0
    for size, stop in read.sizes:
        tags = [OUT] * size
        for place, path in zip(read.places[done:stop], paths, strict=False):
            tags[place : place + len(path)] = path
        yield tags
        done = stop


@cache
def _tagger() -> Tagger:
    return Tagger(name_tagger())
