"""Mentions put together: one actor for each state, organisation and person."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bilatsum.data import given_names
from bilatsum.model import ActorKind, Span

from .vocabulary import PARTICLES

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SHORT_NAME = 3
BY_TITLE = "actors.person.title"
"""The rule for mentions such as "the foreign minister", which are no names."""


class Mention(NamedTuple):
    """A name at a place in the article, before anybody knows whose it is.

    `key` is what tells actors of one kind apart: the code of a state, the name of an organisation
    or a person. `adjective` mentions ("Pakistani") say that a state matters but do not name it;
    `issuer` mentions stand in the head, where it says who speaks.
    """

    span: Span
    text: str
    kind: ActorKind
    key: str
    rule: str
    weight: float
    adjective: bool = False
    issuer: bool = False
    role: str = ""
    role_span: Span | None = None
    country: str | None = None


class Taken:
    """The characters of an article that are in any of some spans."""

    def __init__(self, size: int, spans: Iterable[Span]) -> None:
        """Note the spans; `size` is the number of characters of the article."""
        self._marks = bytearray(size)
        for span in spans:
            self._marks[span.start : span.end] = b"\1" * (span.end - span.start)

    def holds(self, offset: int) -> bool:
        """Return whether the character at `offset` is in one of the spans."""
        return offset < len(self._marks) and self._marks[offset] == 1


@dataclass(slots=True)
class Cluster:
    """The mentions of one actor.

    `weight` is the sum of the mentions' weights; `issued` says whether one stands where the head
    says who speaks.
    """

    kind: ActorKind
    key: str
    mentions: list[Mention] = field(default_factory=list)
    weight: float = 0.0
    issued: bool = False
    inferred: tuple[str, str] | None = None
    """The country read from the context, and the rule that read it."""

    def add(self, mention: Mention) -> None:
        """Take in a mention that stands behind those taken in before."""
        self.mentions.append(mention)
        self.weight += mention.weight
        if mention.issuer:
            self.issued = True

    @property
    def stated(self) -> str | None:
        """The country that the text gives the actor, of several the one most often given."""
        stated = [mention.country for mention in self.mentions if mention.country]
        if len(set(stated)) > 1:
            return Counter(stated).most_common(1)[0][0]
        return stated[0] if stated else None

    def names(self) -> list[str]:
        """Return the forms in the text, the commonest first, without adjectives and bare titles."""
        forms = [
            mention.text
            for mention in self.mentions
            if not mention.adjective and mention.rule != BY_TITLE
        ]
        if len(set(forms)) <= 1:
            return forms[:1]
        counts = Counter(forms)
        return [text for text, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def link(mentions: Iterable[Mention]) -> list[Cluster]:
    """Return one cluster for each actor, in the order of their first mentions."""
    mentions = sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end))
    full = _full_names([mention for mention in mentions if mention.kind == "person"])
    clusters: dict[tuple[ActorKind, str], Cluster] = {}
    for mention in mentions:
        key = full[mention.key] if mention.kind == "person" else mention.key
        cluster = clusters.get((mention.kind, key))
        if cluster is None:
            cluster = clusters[mention.kind, key] = Cluster(mention.kind, key)
        cluster.add(mention)
    return list(clusters.values())


def _full_names(people: Sequence[Mention]) -> dict[str, str]:
    """Map each person's name to the fullest form of it in the article.

    A shorter name belongs to a longer one if its words stand in it in that order and it holds the
    surname (or, for names that are not split so, the first word). A name that fits two longer ones
    that are not each other's belongs to the one that was named before, if only one was; one that
    the text gives another state is another person.
    """
    order = {name: place for place, name in enumerate(dict.fromkeys(m.key for m in people))}
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for mention in people:
        if mention.country:
            homes[mention.key].add(mention.country)
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name in order:
        for word in set(_words(name)):
            holders[word].append(name)
    full: dict[str, str] = {}
    for name, place in order.items():
        fits = [
            fit
            for fit in _longer_names(name, holders)
            if not (homes[name] and homes[fit]) or homes[name] & homes[fit]
        ]
        if len(fits) > 1:
            fits = [fit for fit in fits if order[fit] < place]
        full[name] = fits[0] if len(fits) == 1 else name
    return {name: full[target] for name, target in full.items()}


def _longer_names(name: str, holders: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the longest names of which `name` is a part."""
    words = _words(name)
    if not words:
        return []
    last = [word for word in words if word not in _GENERATIONS][-1:] or words
    fits = [
        other
        for other in holders[last[0]]
        if other != name and len(_words(other)) > len(words) and _is_part(name, other)
    ]
    parts = {fit for fit in fits for other in fits if fit != other and _is_part(fit, other)}
    return [fit for fit in fits if fit not in parts]


def _words(name: str) -> list[str]:
    return [word.strip(".,").lower() for word in name.split() if word.strip(".,")]


def _is_part(short: str, full: str) -> bool:
    """Whether `short` may be the person `full`: "Biden" or "J. Biden" of "Joseph R. Biden, Jr."."""
    words, others = _words(short), _words(full)
    at = 0
    for word in others:
        if at < len(words) and (
            words[at] == word or (len(words[at]) == 1 and word.startswith(words[at]))
        ):
            at += 1
    if at < len(words):
        return False
    if len(words) == 1 and words[0] == others[0]:
        # "Xi" is Xi Jinping, but "John" may be anybody.
        return full.split(maxsplit=1)[0] not in given_names()
    core = [word for word in others if word not in _GENERATIONS]
    last = [word for word in words if word not in _GENERATIONS][-1:]
    return bool(last) and last[0] in core[1:] and last[0] not in PARTICLES


def surnames(clusters: Iterable[Cluster]) -> dict[str, str]:
    """Return the words that, standing alone, mean one person of the article and no other."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for cluster in clusters:
        if cluster.kind == "person":
            for form in _short_forms(cluster.key):
                owners[form].add(cluster.key)
    return {form: next(iter(keys)) for form, keys in owners.items() if len(keys) == 1}


def _short_forms(name: str) -> set[str]:
    """Return the forms under which a person may be named again, the whole name included."""
    words = [
        word
        for word in name.replace(",", "").split()
        if word.rstrip(".").lower() not in _GENERATIONS
    ]
    forms = {" ".join(words[i:]) for i in range(len(words))}
    forms |= {word for word in words[1:] if word not in given_names() and not word.endswith(".")}
    if 1 < len(words) <= _SHORT_NAME and words[0] not in given_names():
        forms.add(words[0])  # Xi Jinping, Hun Sen
    forms |= {"A" + form[1:] for form in forms if form.startswith("al-")}
    return {form for form in forms if len(form) > 1 and form not in PARTICLES}
