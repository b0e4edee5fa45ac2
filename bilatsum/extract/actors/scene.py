"""The scenes of an article: its stretches of text, and which states are spoken of in each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from .blocks import Block
from .link import Cluster, Mention
from .salience import country_of, state_weights

_ISSUED = re.compile(
    r"\b(?:readout|spokesperson|press release|white house|department of state|fact sheet|"
    r"media note)\b",
    re.IGNORECASE,
)
_SEAT = re.compile(r"(?:The )?Office of the (?P<office>.+?)(?:,| of)(?: the)? ", re.IGNORECASE)
# Offices that the United States do not have.
NOT_AMERICAN = re.compile(
    r"\b(?:prime minister|PM|foreign minister|(?:defen[cs]e|finance|trade|interior|energy|deputy|"
    r"vice|state|federal|chief|home|health|environment|economy|culture|justice|labou?r|transport|oil|"
    r"water|agriculture) minister|minister (?:of|for)|foreign secretary|premier|chancellor|"
    r"state councill?or|taoiseach)\b",
    re.IGNORECASE,
)
_ALONE = 0.6
_MOST = 1_000  # scenes at a time
Mark = tuple[int, int, str]
T = TypeVar("T")
USA = "USA"


class Scene(NamedTuple):
    """A stretch of text with the states named in it, and what is known of the article.

    `states`, `marks` of states (capitals that are mere places here, bodies called after one) and
    `people` (with their offices) go by their offsets into `text`; `previous` is the sentence
    before; `opening` are the states of the first stretch that names any; `presidents` is the
    number of people called so and no more ("President Biden"). `seats` are the offices whose state
    the head tells ("Office of the Foreign Minister of Canada"), in small letters; `issuer` is the
    state whose government issues the article; where that is the United States, `guest` is the one
    state that it sets beside them. None where there is none such.
    """

    text: str
    start: int
    states: tuple[Mark, ...]
    marks: tuple[Mark, ...]
    people: tuple[tuple[int, int, Cluster], ...]
    opening: frozenset[str]
    presidents: int
    pair: tuple[str, str] | None
    guest: str | None
    issuer: str | None
    seats: Mapping[str, str]
    earlier: "Callable[[], Scene | None]"

    @property
    def previous(self) -> "Scene | None":
        """The sentence before, None where there is none or another may stand between."""
        return self.earlier()

    def before(self, mention: Mention) -> str:
        """Return the text before a mention, with its role."""
        begin = mention.role_span.start if mention.role_span else mention.span.start
        return self.text[: max(0, min(begin, mention.span.start) - self.start)]

    def behind(self, mention: Mention) -> str:
        """Return the text behind a mention."""
        return self.text[mention.span.end - self.start :]


class Scenes:
    """The scenes of an article, each made when somebody looks at it."""

    def __init__(
        self,
        clusters: Sequence[Cluster],
        blocks: Sequence[Block],
        pair: tuple[str, str] | None,
        text: str,
    ) -> None:
        """Find what all scenes share. `text` is the article's, which the mentions point into."""
        self._text, self._pair = text, pair
        self._blocks = sorted(blocks, key=lambda block: block.span.start)
        self._starts = [block.shown.start for block in self._blocks]
        self._issuer = _speaker(clusters, blocks, pair)
        self._guest = _guest(clusters, pair) if self._issuer == USA else None
        self._states = _Marks(
            (m.span.start, m.span.end, c.key) for c, m in _mentions(clusters, "state")
        )
        self._bodies = _Marks(
            (m.span.start, m.span.end, m.country)
            for _, m in _mentions(clusters, "organisation")
            if m.country
        )
        self._people = _Marks((*_with_role(m), c) for c, m in _mentions(clusters, "person"))
        self._presidents = len(
            {c.key for c, m in _mentions(clusters, "person") if bare_president(m)}
        )
        self._seats = _seats(blocks, self._states, text)
        self._opened, self._opening = self._find_opening()
        self._made: dict[int, Scene] = {}

    def of(self, mention: Mention) -> Scene:
        """Return the scene in which a mention stands."""
        return self._scene(bisect_right(self._starts, mention.span.start) - 1)

    def forget(self) -> None:
        """Let go of the scenes: each can look back through this, which would keep all of them."""
        self._made.clear()

    def _scene(self, at: int) -> Scene:
        scene = self._made.get(at)
        if scene is None:
            if len(self._made) >= _MOST:
                self._made.clear()
            scene = self._made[at] = self._make(at)
        return scene

    def _make(self, at: int) -> Scene:
        block = self._blocks[at]
        start, end = block.shown.start, block.shown.end
        named = self._states.inside(start, end)
        return Scene(
            self._text[start:end],
            start,
            named,
            (*_places(block, named), *self._bodies.inside(start, end)),
            self._people.inside(start, end),
            self._opening if at >= self._opened else frozenset(),
            self._presidents,
            self._pair,
            self._guest,
            self._issuer,
            self._seats,
            partial(self._scene, at - 1) if at and not block.headline else _nothing,
        )

    def _find_opening(self) -> tuple[int, frozenset[str]]:
        """Return the first scene that names states, and which."""
        for at, block in enumerate(self._blocks):
            named = self._states.inside(block.shown.start, block.shown.end)
            if named:
                return at, frozenset(code for _, _, code in named)
        return len(self._blocks), frozenset()


def _places(block: Block, named: Iterable[Mark]) -> Iterator[Mark]:
    """Yield the capitals in a block that do not stand for their states, which are `named`."""
    begin = block.shown.start
    taken = {start for start, _, _ in named}
    for start, end, code in block.capitals:
        if start - begin not in taken:
            yield start - begin, end - begin, code


def _nothing() -> None:
    return None


class _Marks(Generic[T]):
    """Stretches of the article, each with what it stands for, to be looked up by their place."""

    def __init__(self, marks: Iterable[tuple[int, int, T]]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark[:2])
        self._starts = [start for start, _, _ in self._marks]

    def inside(self, start: int, end: int) -> tuple[tuple[int, int, T], ...]:
        """Return the marks that begin between two offsets, by their offsets from `start`."""
        at = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple([(a - start, b - start, what) for a, b, what in self._marks[slice(*at)]])


def bare_president(mention: Mention) -> bool:
    """Whether somebody is "President" and no more is said of which state."""
    return mention.role.lower() == "president" and mention.country is None


def _mentions(clusters: Sequence[Cluster], kind: str) -> Iterator[tuple[Cluster, Mention]]:
    for cluster in clusters:
        if cluster.kind == kind:
            yield from ((cluster, mention) for mention in cluster.mentions)


def _with_role(mention: Mention) -> tuple[int, int]:
    spans = [mention.span, *([mention.role_span] if mention.role_span else [])]
    return min(span.start for span in spans), max(span.end for span in spans)


def _guest(clusters: Sequence[Cluster], pair: tuple[str, str] | None) -> str | None:
    """Return the other state of a pair with the United States, if few others are spoken of."""
    if not pair or USA not in pair:
        return None
    other = pair[0] if pair[1] == USA else pair[1]
    weights = state_weights(clusters)
    beside = sum(weight for code, weight in weights.items() if code != USA)
    return other if weights[other] >= _ALONE * beside else None


def _seats(blocks: Sequence[Block], states: _Marks[str], text: str) -> dict[str, str]:
    """Return the state of each office that a line of the head names with its state."""
    seats: dict[str, str] = {}
    for block in blocks:
        span = block.shown
        for start, _, code in states.inside(span.start, span.end) if block.issuer else ():
            seat = _SEAT.fullmatch(span.of(text)[:start])
            if seat:
                seats[seat["office"].lower()] = code
    return seats


def _speaker(
    clusters: Sequence[Cluster], blocks: Sequence[Block], pair: tuple[str, str] | None
) -> str | None:
    """Return the state whose government issues the text, None if it is nobody's release."""
    head = " ".join(block.view.text for block in blocks if block.issuer or block.headline)
    if not pair or not _ISSUED.search(head):
        return None
    spoken = {
        country
        for cluster in clusters
        if any(m.issuer or "Secretary of State" in m.role for m in cluster.mentions)
        and (country := country_of(cluster)) in pair
    }
    return spoken.pop() if len(spoken) == 1 else None
