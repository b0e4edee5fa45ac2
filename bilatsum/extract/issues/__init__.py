"""The key issues: what the two sides are dealing with, in bullets with evidence.

In: a Document, its actors and its pair of states. Out: Issues, the weightiest first, each with a
label, what is at stake, a bullet from its best sentence, its standing and whose issue it is.

The way there: `lines` splits each sentence into words (`forms`) and finds its `terms` and names,
`matters` and `recurring` find what may be an issue and weigh it, this file chooses, `phrases` names
the stake, `bullets` cuts, `standing` and `sides` read the wording.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from bilatsum.model import Actor, Document, Issue, OwnTopic, Span

from .bullets import bullet
from .forms import plain
from .lines import Line, Lines
from .matters import OTHER, Evidence, Matter, find_matters, score
from .phrases import stake, worth
from .sides import find_sides
from .standing import standing
from .terms import TermFound, Vocabulary, vocabulary

__all__ = ["find_issues"]

# Of this many sentences the best is taken, by its worth and the words of the bullet cut from it.
_TRIED = 6
_LENGTHS = ((32, 1.0), (40, 0.8), (50, 0.6), (10_000, 0.4))
_MIN_SCORE = 2.6
_MIN_SHARE = 0.15
# Where little is clear, this many are given though their score is low.
_FEW, _MIN_WEAK = 3, 1.2
_PER_ISSUE = 2
# " and " between two terms; the share of sentences in which they must stand so.
_BESIDE, _SAME = 5, 0.6
_MAX_EVIDENCE = 5
_MAX_ACTORS = 4
_MIN_BULLET_WORDS = 7
_SCORE_DIGITS = 3
# A heading: four in five words of more than three letters have a capital.
_SHORT, _MOSTLY = 3, 0.8
_TERM_FACTOR = 2.0
_NO_BULLET = re.compile(
    r"(?:sources?|note|contact|image|photo|credit|background|media contact|press|tel|e-?mail)s?:"
    r"|for (?:further|more) information|to learn more|for more on|please (?:visit|see|contact|join)"
    r"|click here|follow (?:us|@)|sign up|subscribe|read more|watch (?:the|live)|this (?:article|"
    r"statement|readout) (?:was|is)|the (?:text|full text) of|begin text|end text|as delivered"
)
_ADDRESS = re.compile(r"https?://|www\.|@\w+\.\w")


_number = attrgetter("number")

# The bullets taken so far, by the number of their sentence.
_Used = dict[int, list[tuple[int, int]]]


class _Chosen(NamedTuple):
    """A matter with the sentence its bullet is from, and offsets of its stake and bullet there."""

    matter: Matter
    best: Evidence
    line: Line
    stake: tuple[int, int]
    bullet: tuple[int, int]
    score: float = 0.0


def find_issues(
    document: Document,
    actors: Sequence[Actor],
    pair: tuple[str, str] | None,
    limit: int,
    own: tuple[OwnTopic, ...] = (),
) -> tuple[Issue, ...]:
    """Find at most `limit` key issues. `own` are topics that a user adds."""
    words = vocabulary(own)
    lines = Lines(document, actors, words)
    chosen = _choose(find_matters(document, lines, words), lines, limit)
    return tuple(_issue(actors, pair, words, one) for one in chosen)


def _choose(matters: Sequence[Matter], lines: Lines, limit: int) -> list[_Chosen]:
    """Choose the weightiest matters one by one, each by what it adds to those before."""
    chosen: list[_Chosen] = []
    left = list(matters)
    scores = [score(matter) for matter in left]
    covered: set[int] = set()
    used: _Used = {}
    highest = 0.0
    few = min(_FEW, -(-len(lines) // _PER_ISSUE))
    while left and len(chosen) < limit:
        value, at = _heaviest(left, scores)
        highest = max(highest, value)
        if value < max(_MIN_SCORE, _MIN_SHARE * highest):
            if len(chosen) >= few:
                break
            value, at = _heaviest(left, [_weak_score(one, used) for one in left])
            if value < _MIN_WEAK:
                break
        matter = left.pop(at)
        scores.pop(at)
        if any(_is_same(matter, one.matter) for one in chosen):
            continue
        best = _best(matter, lines, used)
        if best is None:
            continue
        used.setdefault(best.line.number, []).append(best.bullet)
        chosen.append(best._replace(score=value))
        new = {item.number for item in matter.evidence[:2]} - covered
        covered |= new
        for at, other in enumerate(left):
            if not new.isdisjoint(map(_number, other.evidence)):
                scores[at] = score(other, covered)
    return sorted(chosen, key=lambda one: -one.score)


def _heaviest(matters: Sequence[Matter], scores: Sequence[float]) -> tuple[float, int]:
    """Return the highest score and its number; of equal ones that of what is proved first."""
    ranks = [(value, -_first(matter)) for value, matter in zip(scores, matters, strict=True)]
    at = max(range(len(ranks)), key=ranks.__getitem__)
    return scores[at], at


def _is_same(matter: Matter, other: Matter) -> bool:
    """Whether two topics stand side by side in most sentences: "trade and investment" are one."""
    mine = matter.topic_evidence
    if matter.topic == other.topic or len(mine) <= 1:
        return False
    theirs = {item.number: item.terms for item in other.topic_evidence}
    both = [(item.terms, theirs[item.number]) for item in mine if item.number in theirs]
    least = _SAME * len(mine)
    return len(both) >= least and sum(_are_beside(*terms) for terms in both) >= least


def _are_beside(some: Sequence[TermFound], others: Sequence[TermFound]) -> bool:
    """Whether a term of one topic stands beside one of another in a sentence."""
    return any(
        start - other_end <= _BESIDE and other_start - end <= _BESIDE
        for _, start, end in some
        for _, other_start, other_end in others
    )


def _first(matter: Matter) -> int:
    return matter.evidence[0].number


def _weak_score(matter: Matter, used: _Used) -> float:
    free = [item.worth for item in matter.evidence if item.number not in used]
    return max(free, default=0.0) * matter.factor


def _best(matter: Matter, lines: Lines, used: _Used) -> _Chosen | None:
    """Return the matter with the best sentence for a bullet.

    Two bullets come from one sentence only where its clauses part them.
    """
    best: _Chosen | None = None
    most = 0.0
    for item in matter.evidence[:_TRIED]:
        # No bullet is worth more than its whole sentence.
        if item.worth <= most:
            continue
        line = lines.read(item.number)
        if not _can_be_bullet(line):
            continue
        (low, high), (start, end), length = _cut(item, line)
        taken = used.get(item.number, ())
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        value = item.worth * next(factor for words, factor in _LENGTHS if length <= words)
        if value > most:
            best, most = _Chosen(matter, item, line, (low, high), (start, end)), value
    return best


def _can_be_bullet(line: Line) -> bool:
    text = line.view.text
    words = text.split()
    if len(words) < _MIN_BULLET_WORDS or text.endswith("?") or _is_heading(words):
        return False
    small = text.lower()
    return not _NO_BULLET.match(small) and not _ADDRESS.search(small)


def _is_heading(words: Sequence[str]) -> bool:
    """Whether nearly every long word has a capital, as in a heading that ends in a full stop."""
    initials = [word[0] for word in words if len(word) > _SHORT]
    return len(initials) > 1 and sum(map(str.isupper, initials)) >= _MOSTLY * len(initials)


def _issue(
    actors: Sequence[Actor],
    pair: tuple[str, str] | None,
    words: Vocabulary,
    chosen: _Chosen,
) -> Issue:
    """Word an issue."""
    matter, best = chosen.matter, chosen.best
    view = chosen.line.view
    (start, end), at_stake = chosen.bullet, chosen.stake
    others = [item for item in matter.evidence if item is not best]
    found = (best, *others[: _MAX_EVIDENCE - 1])
    shown = view.span(start, end)
    if matter.topic is None:
        code, label, codes = OTHER, view.text[slice(*at_stake)], {}
        stake_span = None
    else:
        topic = words.topics[matter.topic]
        code, label = topic.code, topic.label
        codes = {"plover": topic.plover, "iptc": topic.iptc}
        said = {plain(word) for word in label.lower().replace(",", "").split()}
        told = chosen.line.forms[slice(*_words_in(chosen.line, *at_stake))]
        stake_span = view.span(*at_stake) if not said.issuperset(told) else None
    return Issue(
        topic=code,
        label=label,
        stake=stake_span,
        score=round(chosen.score, _SCORE_DIGITS),
        evidence=tuple(item.number for item in found),
        bullet=shown,
        standing=standing(view.text[start:end]),
        actors=_actors_in(actors, shown),
        sides=find_sides(chosen.line, actors, pair, shown),
        codes={scheme: values for scheme, values in codes.items() if values},
        why=tuple(f"{term.text} ({term.weight:.1f})" for term, _, _ in best.terms),
    )


def _cut(item: Evidence, line: Line) -> tuple[tuple[int, int], tuple[int, int], int]:
    """Return the offsets of stake and bullet, and the length of the bullet in words.

    The stake is the phrase that tells most; where no short bullet holds it, the next best one.
    """
    text = line.view.text
    cuts = []
    for low, high in _stakes(item, line):
        start, end = bullet(text, (low, high))
        length = text.count(" ", start, end) + 1
        if length <= _LENGTHS[0][0]:
            return (low, high), (start, end), length
        cuts.append(((low, high), (start, end), length))
    return min(cuts, key=lambda cut: max(cut[2], _LENGTHS[1][0]))


def _stakes(item: Evidence, line: Line) -> list[tuple[int, int]]:
    """Return the offsets of the noun phrases about the matter, the one that tells most first."""
    phrases: list[tuple[float, int, int]] = []
    for term, start, end in item.terms:
        low, high = start, end
        if term.topic >= 0:
            first, behind = _words_in(line, start, end)
            low, high = stake(line, first, behind - 1)
        told = worth(line, *_words_in(line, low, high))
        phrases.append((told + _TERM_FACTOR * term.weight, low, high))
    phrases.sort(key=lambda phrase: (-phrase[0], phrase[1]))
    return [(low, high) for _, low, high in phrases]


def _words_in(line: Line, start: int, end: int) -> tuple[int, int]:
    """Return the first word that begins between two offsets, and the one behind the last."""
    first = bisect_left(line.starts, start)
    return first, bisect_left(line.starts, end, first)


def _actors_in(actors: Sequence[Actor], bullet_span: Span) -> tuple[str, ...]:
    start, end = bullet_span.start, bullet_span.end
    named = [
        actor.name
        for actor in actors
        if any(start <= one.span.start and one.span.end <= end for one in actor.mentions)
    ]
    return tuple(named[:_MAX_ACTORS])
