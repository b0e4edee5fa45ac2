"""Names by a trained tagger: persons, organisations and places in the words of a document.

Two passes of a linear-chain CRF over the whole document. The first sees each word in its sentence;
the second also sees what the first made of the same word elsewhere in the document.
`training/name_tagger.py` trains on the features made by `tagger_features.py`.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from bilatsum.data.name_tagger import NameTagger, name_tagger

from .tagger_features import OUT, Survey, seen_elsewhere
from .tagger_path import Transitions
from .tagger_scores import Scores, Stretch, first_scores, second_scores


def tag(sentences: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """Yield the tags of each sentence of one document, one for each word.

    Words are as in the Penn Treebank: marks apart, "'s" apart, "U.S." and "al-Shabaab" whole. Tags
    are O, and B- and I- before PER, ORG and LOC; every name opens with a B. Takes time linear in
    the number of words. Raises DataError if the model is missing or damaged.
    """
    return _tagger().tag(sentences)


class _Read:
    """A sentence after the first pass: its length, and its stretches with their tags."""

    __slots__ = ("size", "stretches")

    def __init__(self, size: int, stretches: list[tuple[Stretch, list[str]]]) -> None:
        self.size, self.stretches = size, stretches


class Tagger:
    """The two passes over a document."""

    def __init__(self, model: NameTagger) -> None:
        """Make the passes of `model` ready; nothing is computed yet."""
        self._scores = Scores(model)
        self._first = Transitions(model.first)
        self._second = Transitions(model.second)

    def tag(self, sentences: Iterable[Sequence[str]]) -> Iterator[list[str]]:
        """Yield a tag for each word of each sentence; see the function of this name."""
        read = [self._read(sentence) for sentence in sentences]
        survey = Survey()
        for one in read:
            for stretch, tags in one.stretches:
                for word, mark in zip(stretch.capitals, tags, strict=True):
                    if word:
                        survey.add(word, mark)
        for one in read:
            yield self._again(one, survey)

    def first_pass(self, sentences: Iterable[Sequence[str]]) -> list[list[str]]:
        """Return the tags by the first pass alone."""
        return [_tags(self._read(sentence)) for sentence in sentences]

    def _read(self, sentence: Sequence[str]) -> _Read:
        words = self._scores.words.sentence(sentence)
        stretches = []
        for stretch in self._scores.stretches(words):
            end = stretch.start + len(stretch.sums)
            tags = self._first.best(
                map(first_scores, stretch.sums),
                opens=stretch.start == 0,
                closes=end == len(words),
            )
            stretches.append((stretch, tags))
        self._scores.forget()
        return _Read(len(words), stretches)

    def _again(self, read: _Read, survey: Survey) -> list[str]:
        """Return the tags of a sentence by the second pass."""
        elsewhere = self._scores.elsewhere
        marks = [OUT] * read.size
        for stretch, tags in read.stretches:
            end = stretch.start + len(stretch.sums)
            seen = seen_elsewhere(stretch.capitals, tags, survey)
            rows = [
                second_scores(total + elsewhere[one])
                for total, one in zip(stretch.sums, seen, strict=True)
            ]
            marks[stretch.start : end] = self._second.best(
                rows, opens=stretch.start == 0, closes=end == read.size
            )
        return marks


def _tags(read: _Read) -> list[str]:
    marks = [OUT] * read.size
    for stretch, tags in read.stretches:
        marks[stretch.start : stretch.start + len(tags)] = tags
    return marks


@cache
def _tagger() -> Tagger:
    return Tagger(name_tagger())
