"""The country of people and bodies beside whose names none is stated, read from the context.

The rules are tried in the order of CONTEXT for each actor without a country; the first that holds
gives it, and `--explain` names it. Each is silent where two states could be meant.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from bilatsum.model import OwnNames

from .blocks import Block
from .link import Cluster, Mention
from .salience import country_of
from .scene import NOT_AMERICAN, USA, Scene, Scenes
from .setting import body_setting, setting

# Offices of the administration of the United States.
_AMERICAN = re.compile(
    r"\b(?:under secretary|(?:deputy )?assistant secretary|secretary of (?:the )?(?:treasury|"
    r"commerce|homeland security|veterans affairs))\b",
    re.IGNORECASE,
)
# Officials whom a government names without its country; a president may be the guest.
_OFFICIAL = re.compile(
    r"\b(?:secretary(?!.general)|spokes\w+|advis[eo]r|ambassador|envoy|coordinator|representative|"
    r"administrator|director|counsel\w+|attorney general|vice president|official|commander)\b",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:permanent|foreign|state|cabinet) secretary|\bEuropean\b|\bminist\w+|director.general|"
    r"\b(?:UN|U\.N\.|United Nations|EU|NATO|OECD|OSCE|World Bank)\b",
    re.IGNORECASE,
)
_DELEGATION = (
    r"(?:government|delegation|side|representatives|officials|participants|team|attendees|members)"
)
_INCLUDED = re.compile(
    rf"\b{_DELEGATION}\b[^.;]{{0,40}}?\b(?:included?s?|including|were|was led by|led by|headed by|"
    r"comprised?|consisted of|represented by)\b",
    re.IGNORECASE,
)
_LED = re.compile(r"\A,?\s(?:led|headed|heads|leads)\s(?:the|a|an)\s", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:as well as|and|along with)\s(?:other|several|many)\s(?:\w+\s){0,2}?\Z", re.IGNORECASE
)
_MET = re.compile(r"\b(?:met|meets?|meetings?|talks|spoke|speaks?|conferred|held)\b", re.IGNORECASE)
_OFFICIALS = re.compile(
    r"\A\s(?:\w+\s){0,2}?(?:officials|representatives|leaders|ministers|counterparts|"
    r"parliamentarians|lawmakers)\b",
    re.IGNORECASE,
)
_NOUN_AND_COMMA = re.compile(
    r"\s(?:[a-z]+\s){0,3}(?:counterpart|head of (?:state|government)|leader|president|minister|"
    r"citizen|national|diplomat|official|ambassador|envoy|journalist|activist|politician|analyst|"
    r"economist|author|writer|scholar|philosopher|lawyer|commander|chief|king|premier|general|"
    r"spokes(?:man|woman|person)|colleague),\s"
)
_OTHERWISE = re.compile(r"\b(?:hosted|hosts|met|meets|welcomed|visited|spoke|received)\b")
_OWNS = re.compile(r"['’]s?\s")
_REACH = 60


def _office(mention: Mention, scene: Scene) -> str | None:
    """Tell by an office that only one side of the pair has: a prime minister is no American."""
    if not scene.pair or USA not in scene.pair or not mention.role:
        return None
    if {code for _, _, code in scene.states} - set(scene.pair):
        return None
    if NOT_AMERICAN.search(mention.role):
        return scene.guest
    return USA if _AMERICAN.search(mention.role) else None


def _delegation(mention: Mention, scene: Scene) -> str | None:
    """Tell by a list: "representatives of the Government of Mexico included ..."."""
    led = _LED.match(scene.behind(mention))
    if led:
        at = mention.span.end - scene.start + led.end()
        return next((code for start, _, code in scene.states if start == at), None)
    before = scene.before(mention)
    found = list(_INCLUDED.finditer(before))
    if not found:
        return None
    if _OTHERWISE.search(before, found[-1].end()):
        return None
    named = {
        code for start, end, code in scene.states
        if found[-1].start() - _REACH <= start and end <= found[-1].end()
    }  # fmt: skip
    return named.pop() if len(named) == 1 else None


def _others(mention: Mention, scene: Scene) -> str | None:
    """Tell by the end of a list: "met with President X, as well as other Mexican officials"."""
    if not _MET.search(scene.before(mention)):
        return None
    at = mention.span.end - scene.start
    following = next((state for state in scene.states if state[0] > at), None)
    if following is None or ";" in scene.text[at : following[0]]:
        return None
    start, end, code = following
    lead = scene.text[max(at, start - _REACH) : start]
    return code if _OTHERS.search(lead) and _OFFICIALS.match(scene.text[end:]) else None


def _apposition(mention: Mention, scene: Scene) -> str | None:
    """Tell by "an Israeli head of state, President Isaac Herzog"."""
    before = scene.before(mention)
    at = len(before)
    for _, end, code in reversed(scene.states):
        if end <= at:
            return code if _NOUN_AND_COMMA.fullmatch(before[end:]) else None
    return None


def _issuer(mention: Mention, scene: Scene) -> str | None:
    """Tell by who speaks: a government names its own officials without their country."""
    if mention.issuer:
        return scene.issuer
    ours = _OFFICIAL.search(mention.role) and not _FOREIGN.search(mention.role)
    return scene.issuer if ours else None


def _seat(mention: Mention, scene: Scene) -> str | None:
    """Tell by the head: "Office of the Minister of Foreign Affairs of Canada"."""
    return scene.seats.get(mention.role.lower())


def _ministry(mention: Mention, scene: Scene) -> str | None:
    """Tell by the word: the United States have departments, their guest has ministries."""
    return scene.guest if "Ministry" in mention.text else None


def _officer(mention: Mention, scene: Scene) -> str | None:
    """Tell by the office that one person holds under another: "Biden's adviser Jake Sullivan"."""
    here = mention.span.start - scene.start
    for first, second in pairwise(scene.people):
        before = _OWNS.fullmatch(scene.text, first[1], second[0])
        behind = second[1] <= first[1] and _OWNS.match(scene.text, second[1])
        if (before or behind) and first[0] <= here < max(first[1], second[1]):
            inside = second[0] <= here < second[1]
            return country_of(first[2] if inside else second[2])
    return None


BODY_CONTEXT: tuple[tuple[str, Callable[[Mention, Scene], str | None]], ...] = (
    ("actors.country.ministry", _ministry),
    ("actors.country.setting", body_setting),
)
CONTEXT: tuple[tuple[str, Callable[[Mention, Scene], str | None]], ...] = (
    ("actors.country.delegation", _delegation),
    ("actors.country.others", _others),
    ("actors.country.seat", _seat),
    ("actors.country.office", _office),
    ("actors.country.apposition", _apposition),
    ("actors.country.issuer", _issuer),
    ("actors.country.setting", setting),
)
# Once the others have their countries.
AFTERWARDS: tuple[tuple[str, Callable[[Mention, Scene], str | None]], ...] = (
    ("actors.country.officer", _officer),
)


def take_own_countries(clusters: Sequence[Cluster], own: OwnNames) -> None:
    """Give the people that the user knows the country they wrote down, unless the text says one."""
    homes = {person.name: person.country for person in own.people if person.country}
    for cluster in clusters:
        home = homes.get(cluster.key) if cluster.kind == "person" else None
        if home and country_of(cluster) is None:
            cluster.inferred = (home, "actors.own.person")


def infer_countries(
    clusters: Sequence[Cluster],
    blocks: Sequence[Block],
    pair: tuple[str, str] | None,
    text: str,
) -> None:
    """Give people and bodies without a country the one that the context tells, if one does.

    `text` is the article's, into which the mentions of `clusters` point.
    """
    scenes = Scenes(clusters, blocks, pair, text)
    for rules in ({"person": CONTEXT, "organisation": BODY_CONTEXT}, {"person": AFTERWARDS}):
        for cluster in clusters:
            if cluster.kind not in rules or country_of(cluster) is not None:
                continue
            places = [(mention, scenes.of(mention)) for mention in cluster.mentions]
            for rule, tell in rules[cluster.kind]:
                told = {code for mention, scene in places if (code := tell(mention, scene))}
                if len(told) == 1:
                    cluster.inferred = (told.pop(), rule)
                    break
    scenes.forget()
