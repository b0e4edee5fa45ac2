"""Names by a trained tagger: persons, organisations and places in the words of a document.

Two passes of a linear-chain CRF over the whole document. The first sees each word in its sentence;
the second also sees what the first made of the same word elsewhere in the document.
`training/name_tagger.py` trains on the features made by `tagger_features.py`.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from bilatsum.data.name_tagger import NameTagger, Weights, name_tagger

from .tagger_features import (
    OUT,
    PLAIN,
    Word,
    Words,
    elsewhere_features,
    offsets,
    place_features,
    survey,
    word_features,
)

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")  # the order of weights
_KEPT = 20_000  # words whose weights are kept from one document to the next
_FORBIDDEN = -1_000_000


def tag(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return a tag for each word of each sentence of one document.

    Words are as in the Penn Treebank: marks apart, "'s" apart, "U.S." and "al-Shabaab" whole. Tags
    are O, and B- and I- before PER, ORG and LOC; every name opens with a B. Takes time linear in
    the number of words. Raises DataError if the model is missing or damaged.
    """
    return _tagger().tag(sentences)


class Pass:
    """One of the two CRFs: adds up the weights of features and finds the best tags."""

    def __init__(self, weights: Weights) -> None:
        """Take the weights; whole numbers from here on, `weights.scale` being one."""
        self._weights = weights
        self._kept: dict[int, dict[str, list[int]]] = {offset: {} for offset in offsets()}
        self._outside = Word.outside()
        self._transitions = [
            [
                round(weight / weights.scale) if _may_follow(before, after) else _FORBIDDEN
                for before, weight in zip(LABELS, row, strict=True)
            ]
            for after, row in zip(LABELS, weights.transitions, strict=True)
        ]
        self._transitions_from_out = [into[0] for into in self._transitions]
        self._start = [0 if label[0] != "I" else _FORBIDDEN for label in LABELS]

    def tags(self, words: Sequence[Word], features: Sequence[Sequence[str]]) -> list[str]:
        """Return the best tags of a sentence, given the features beside those of its words.

        Plain words are outside of names; only the stretches between them are looked at.
        """
        tags = [OUT] * len(words)
        for start, end in _stretches(features):
            tags[start:end] = self._best(words, features, start, end)
        return tags

    def _best(
        self, words: Sequence[Word], features: Sequence[Sequence[str]], start: int, end: int
    ) -> list[str]:
        """Return the best tags of the words `start` to `end`, by the algorithm of Viterbi."""
        opening = self._transitions_from_out if start else self._start
        best = [
            a + b for a, b in zip(opening, self._row(words, start, features[start]), strict=True)
        ]
        back = []
        for i in range(start + 1, end):
            scores, came = [], []
            for weight, into in zip(
                self._row(words, i, features[i]), self._transitions, strict=True
            ):
                ways = [a + b for a, b in zip(best, into, strict=True)]
                top = max(ways)
                scores.append(top + weight)
                came.append(ways.index(top))
            best = scores
            back.append(came)
        if end < len(words):
            best = [a + b for a, b in zip(best, self._transitions[0], strict=True)]
        at = best.index(max(best))
        path = [at]
        for came in reversed(back):
            at = came[at]
            path.append(at)
        return [LABELS[at] for at in reversed(path)]

    def forget(self) -> None:
        """Let go of the weights of words if there are very many."""
        for kept in self._kept.values():
            if len(kept) > _KEPT:
                kept.clear()

    def _row(self, words: Sequence[Word], i: int, others: Sequence[str]) -> list[int]:
        rows = [self._sum(others)]
        for offset, kept in self._kept.items():
            at = i + offset
            word = words[at] if 0 <= at < len(words) else self._outside
            row = kept.get(word.text)
            if row is None:
                row = kept[word.text] = self._sum(word_features(word, offset))
            rows.append(row)
        return [sum(column) for column in zip(*rows, strict=True)]

    def _sum(self, features: Sequence[str]) -> list[int]:
        rows = [row for row in map(self._weights.row, features) if row is not None]
        if not rows:
            return [0] * len(LABELS)
        return [sum(column) for column in zip(*rows, strict=True)]


class Tagger:
    """The two passes over a document."""

    def __init__(self, model: NameTagger) -> None:
        """Make the passes of `model` ready; nothing is computed yet."""
        self._groups = model.groups
        self._words = Words(model.groups)
        self._first = Pass(model.first)
        self._second = Pass(model.second)

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return a tag for each word of each sentence; see the function of this name."""
        document = [self._words.sentence(sentence) for sentence in sentences]
        places = [place_features(words, self._groups) for words in document]
        rows = [self._first.tags(*pair) for pair in zip(document, places, strict=True)]
        seen = survey(document, rows)
        for i, words in enumerate(document):
            more = elsewhere_features(words, rows[i], seen)
            both = [[*a, *b] for a, b in zip(places[i], more, strict=True)]
            rows[i] = self._second.tags(words, both)
        self._words.clear(_KEPT)
        self._first.forget()
        self._second.forget()
        return rows


def _stretches(features: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the stretches of words that are not plain."""
    start = -1
    for i, others in enumerate(features):
        plain = PLAIN in others
        if start < 0 and not plain:
            start = i
        elif start >= 0 and plain:
            yield start, i
            start = -1
    if start >= 0:
        yield start, len(features)


@cache
def _tagger() -> Tagger:
    return Tagger(name_tagger())


def _may_follow(before: str, after: str) -> bool:
    """Return whether a word tagged `after` may stand behind one tagged `before`."""
    return after[0] != "I" or before[1:] == after[1:]
