"""The best tags of a stretch of words, by the algorithm of Viterbi.

Whole numbers throughout, so that nothing is rounded.
"""

from collections.abc import Iterable, Sequence
from operator import add

from bilatsum.data.name_tagger import Chain

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")  # the order of weights
_FORBIDDEN = -1_000_000
_OPENERS = (0, 1, 3, 5)
"""The labels that may stand behind any other; behind B- and I- of a type may also stand its I-."""


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
        self._leads = [
            max(
                b - a
                for k, other in enumerate(self._onward)
                if k != j
                for a, b in zip(mine, other, strict=True)
            )
            for j, mine in enumerate(self._onward)
        ]

    def best(self, scores: Iterable[Sequence[int]], *, opens: bool, closes: bool) -> list[str]:
        """Return the best tags of words whose labels have these scores.

        The words are all of a sentence's if they both open and close it; words before and behind
        them are outside of names. Of equally good tags the first in the order of LABELS are taken,
        from the last word on.
        """
        rows = iter(scores)
        before = self._start if opens else self._from_out
        b0, b1, b2, b3, b4, b5, b6 = map(add, before, next(rows))
        into, onward, leads = self._into, self._onward, self._leads
        out_out, out_per, out_org, out_loc = onward[0]
        out_lead = leads[0]
        to_out, to_per, to_org, to_loc = (into[label] for label in _OPENERS)
        # Into I-: from B- and I- of its type.
        (_, b_per, i_per, *_), (*_, b_org, i_org, _, _), (*_, b_loc, i_loc) = into[2::2]
        path: list[Sequence[int]] = []
        # This loop is unrolled by hand: it takes each word of a name twice.
        for s0, s1, s2, s3, s4, s5, s6 in rows:
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
                ranked = sorted(best)
                top = ranked[6]
                leader = best.index(top)
                if top - ranked[5] > leads[leader]:
                    from_0 = from_1 = from_3 = from_5 = leader
                    on_out, on_per, on_org, on_loc = onward[leader]
                    b0, b1, b3, b5 = top + on_out, top + on_per, top + on_org, top + on_loc
                else:
                    (from_0, b0), (from_1, b1) = _best_way(best, to_out), _best_way(best, to_per)
                    (from_3, b3), (from_5, b5) = _best_way(best, to_org), _best_way(best, to_loc)
                path.append((from_0, from_1, from_per, from_3, from_org, from_5, from_loc))
                b0, b1, b3, b5 = b0 + s0, b1 + s1, b3 + s3, b5 + s5
            b2, b4, b6 = per + s2, org + s4, loc + s6
        best = [b0, b1, b2, b3, b4, b5, b6]
        if not closes:
            best = list(map(add, best, to_out))
        at = best.index(max(best))
        tags = [LABELS[at]]
        for came in reversed(path):
            at = came[at]
            tags.append(LABELS[at])
        tags.reverse()
        return tags


def _best_way(best: Sequence[int], weights: Sequence[int]) -> tuple[int, int]:
    """Return the first label from which the way is the best, and what it comes to."""
    ways = list(map(add, best, weights))
    top = max(ways)
    return ways.index(top), top
