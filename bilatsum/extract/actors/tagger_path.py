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
        best = list(map(add, before, next(rows)))
        into, onward, leads = self._into, self._onward, self._leads
        to_out, to_per, to_org, to_loc = (into[label] for label in _OPENERS)
        # Into I-: from B- and I- of its type.
        (_, b_per, i_per, *_), (*_, b_org, i_org, _, _), (*_, b_loc, i_loc) = into[2::2]
        path: list[tuple[int, list[int]]] = []
        for s0, s1, s2, s3, s4, s5, s6 in rows:
            ranked = sorted(best)
            top = ranked[6]
            leader = best.index(top)
            if top - ranked[5] > leads[leader]:
                w0, w1, w3, w5 = onward[leader]
                w0, w1, w3, w5 = top + w0, top + w1, top + w3, top + w5
            else:
                leader = -1
                w0, w1 = max(map(add, best, to_out)), max(map(add, best, to_per))
                w3, w5 = max(map(add, best, to_org)), max(map(add, best, to_loc))
            path.append((leader, best))
            _, bp, ip, bo, io, bl, il = best
            bp, ip, bo = bp + b_per, ip + i_per, bo + b_org
            io, bl, il = io + i_org, bl + b_loc, il + i_loc
            best = [
                w0 + s0,
                w1 + s1,
                (bp if bp >= ip else ip) + s2,
                w3 + s3,
                (bo if bo >= io else io) + s4,
                w5 + s5,
                (bl if bl >= il else il) + s6,
            ]
        if not closes:
            best = list(map(add, best, to_out))
        at = best.index(max(best))
        tags = [LABELS[at]]
        for leader, best in reversed(path):
            if at in {2, 4, 6}:
                opened, within = best[at - 1] + into[at][at - 1], best[at] + into[at][at]
                at = at - 1 if opened >= within else at
            elif leader >= 0:
                at = leader
            else:
                ways = list(map(add, best, into[at]))
                at = ways.index(max(ways))
            tags.append(LABELS[at])
        tags.reverse()
        return tags
