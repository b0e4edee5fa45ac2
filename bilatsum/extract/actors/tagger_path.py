"""The best tags of a stretch of words, by the algorithm of Viterbi.

Whole numbers throughout, so that nothing is rounded.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import add

from bilatsum.data.name_tagger import Chain

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")  # the order of weights
_FORBIDDEN = -1_000_000
_OPENERS = (0, 1, 3, 5)
"""The labels that may stand behind any other; behind B- and I- of a type may also stand its I-."""
_MARKS = (7, 6, 5, 4, 3, 2, 1)
"""What tells labels apart in the last three bits of a sum: the first of equals is the highest."""


class Transitions:
    """How well one label follows another, in one of the passes."""

    def __init__(self, chain: Chain) -> None:
        """Take the transitions; whole numbers from here on, `chain.scale` being one."""
        self._into = [[round(weight / chain.scale) for weight in row] for row in chain.transitions]
        self._from_out = [row[0] for row in self._into]
        for label in (2, 4, 6):
            self._from_out[label] = _FORBIDDEN
        self._start = [0, 0, _FORBIDDEN, 0, _FORBIDDEN, 0, _FORBIDDEN]
        # From each label into the openers, and by how much it must lead all others so that the way
        # from it into each of the openers is the best whatever the transitions.
        self._onward = [tuple([self._into[to][j] for to in _OPENERS]) for j in range(len(LABELS))]
        self._by_label = [[weight * 8 for weight in self._into[to]] for to in _OPENERS]
        self._leads = [
            max(
                b - a
                for k, other in enumerate(self._onward)
                if k != j
                for a, b in zip(mine, other, strict=True)
            )
            for j, mine in enumerate(self._onward)
        ]

    def paths(
        self, scores: Iterator[Sequence[int]], stretches: Iterable[tuple[int, bool, bool]]
    ) -> Iterator[list[str]]:
        """Yield the best tags of each stretch, of whose words the labels have these scores.

        Of each stretch the number of words, one at least, and whether it opens and closes its
        sentence; words before and behind it are outside of names. Of equally good tags the first
        in the order of LABELS are taken, from the last word on.
        """
        into, onward, leads, by_label = self._into, self._onward, self._leads, self._by_label
        out_out, out_per, out_org, out_loc = onward[0]
        out_lead = leads[0]
        # Into I-: from B- and I- of its type.
        (_, b_per, i_per, *_), (*_, b_org, i_org, _, _), (*_, b_loc, i_loc) = into[2::2]
        for size, opens, closes in stretches:
            before = self._start if opens else self._from_out
            b0, b1, b2, b3, b4, b5, b6 = map(add, before, next(scores))
            path: list[Sequence[int]] = []
            # This loop is unrolled by hand: it takes each word of a name twice.
            for s0, s1, s2, s3, s4, s5, s6 in islice(scores, size - 1):
                from_per, per = (1, b1 + b_per) if b1 + b_per >= b2 + i_per else (2, b2 + i_per)
                from_org, org = (3, b3 + b_org) if b3 + b_org >= b4 + i_org else (4, b4 + i_org)
                from_loc, loc = (5, b5 + b_loc) if b5 + b_loc >= b6 + i_loc else (6, b6 + i_loc)
                high = b0 - out_lead
                if high > b1 and high > b2 and high > b3 and high > b4 and high > b5 and high > b6:
                    path.append((0, 0, from_per, 0, from_org, 0, from_loc))
                    b1, b3, b5 = b0 + out_per + s1, b0 + out_org + s3, b0 + out_loc + s5
                    b0 += out_out + s0
                else:
                    best = [b0, b1, b2, b3, b4, b5, b6]
                    *_, second, top = sorted(best)
                    leader = best.index(top)
                    if top - second > leads[leader]:
                        path.append((leader, leader, from_per, leader, from_org, leader, from_loc))
                        to_out, to_per, to_org, to_loc = onward[leader]
                        b0, b1, b3, b5 = (
                            top + to_out + s0, top + to_per + s1, top + to_org + s3,
                            top + to_loc + s5,
                        )  # fmt: skip
                    else:
                        marked = [one * 8 + mark for one, mark in zip(best, _MARKS, strict=True)]
                        w0, w1, w3, w5 = [max(map(add, marked, weights)) for weights in by_label]
                        path.append(
                            (7 - w0 % 8, 7 - w1 % 8, from_per, 7 - w3 % 8, from_org, 7 - w5 % 8,
                             from_loc)
                        )  # fmt: skip
                        b0, b1, b3, b5 = w0 // 8 + s0, w1 // 8 + s1, w3 // 8 + s3, w5 // 8 + s5
                b2, b4, b6 = per + s2, org + s4, loc + s6
            best = [b0, b1, b2, b3, b4, b5, b6]
            if not closes:
                best = list(map(add, best, into[0]))
            at = best.index(max(best))
            tags = [LABELS[at]]
            for came in reversed(path):
                at = came[at]
                tags.append(LABELS[at])
            tags.reverse()
            yield tags
