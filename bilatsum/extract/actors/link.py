"""Mentions put together: one actor for each state, organisation and person."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bilatsum.data import given_names, states
from bilatsum.model import ActorKind, Span

from .tokens import PARTICLES


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place in the article, before anybody knows whose it is.

    `key` is what tells actors of one kind apart: the code of a state, the name of an organisation
    or a person. `adjective` mentions ("Pakistani") say that a state matters but do not name it.
    """

    span: Span
    text: str
    kind: ActorKind
    key: str
    rule: str
    weight: float
    adjective: bool = False
    role: str = ""
    role_span: Span | None = None
    country: str | None = None


@dataclass(slots=True)
class Cluster:
    """The mentions of one actor."""

    kind: ActorKind
    key: str
    mentions: list[Mention] = field(default_factory=list)

    @property
    def weight(self) -> float:
        """The sum of the mentions' weights."""
        return sum(mention.weight for mention in self.mentions)

    @property
    def names(self) -> list[str]:
        """The forms in the text, the commonest first, without adjectives."""
        counts = Counter(mention.text for mention in self.mentions if not mention.adjective)
        return [text for text, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def link(mentions: Iterable[Mention]) -> list[Cluster]:
    """Return one cluster for each actor, in the order of their first mentions."""
    mentions = sorted(mentions, key=lambda mention: mention.span)
    full = _full_names([m.key for m in mentions if m.kind == "person"])
    clusters: dict[tuple[ActorKind, str], Cluster] = {}
    for mention in mentions:
        key = full.get(mention.key) if mention.kind == "person" else mention.key
        if key is None:
            continue
        cluster = clusters.setdefault((mention.kind, key), Cluster(mention.kind, key))
        cluster.mentions.append(mention)
    return list(clusters.values())


def _full_names(names: Sequence[str]) -> dict[str, str]:
    """Map each person's name to the fullest form of it in the article.

    A shorter name belongs to a longer one if its words stand in it in that order and it holds the
    surname (or, for names that are not split so, the first word). A name that fits two longer ones
    that are not each other's belongs to the one that was named before, if only one was.
    """
    full: dict[str, str] = {}
    order = list(dict.fromkeys(names))
    for name in order:
        fits = [
            other
            for other in order
            if other != name and len(_words(other)) > len(_words(name)) and _is_part(name, other)
        ]
        fits = [
            fit for fit in fits if not any(fit != other and _is_part(fit, other) for other in fits)
        ]
        if not fits:
            full[name] = name
        elif len(fits) == 1:
            full[name] = fits[0]
        else:
            earlier = [fit for fit in fits if order.index(fit) < order.index(name)]
            full[name] = earlier[0] if len(earlier) == 1 else name
    return {name: full.get(target, target) for name, target in full.items()}


def _words(name: str) -> list[str]:
    return [word.strip(".,").lower() for word in name.split() if word.strip(".,")]


def _is_part(short: str, full: str) -> bool:
    words, others = _words(short), _words(full)
    at = 0
    for word in others:
        if at < len(words) and (
            words[at] == word or (len(words[at]) == 1 and word.startswith(words[at]))
        ):
            at += 1
    if at < len(words):
        return False
    core = [word for word in others if word not in {"jr", "sr", "ii", "iii"}]
    last = [word for word in words if word not in {"jr", "sr"}][-1:]
    if len(words) == 1 and full.split()[0].lower() == words[0]:
        return full.split()[0] not in given_names()
    return bool(last) and last[0] in core[1:] and last[0] not in PARTICLES


def surnames(clusters: Iterable[Cluster]) -> dict[str, str]:
    """Return the words that, standing alone, mean one person of the article and no other."""
    owners: dict[str, set[str]] = {}
    for cluster in clusters:
        if cluster.kind != "person":
            continue
        words = [w for w in cluster.key.replace(",", "").split() if w.rstrip(".") not in {"Jr", "Sr", "II", "III", "IV"}]
        if not words:
            continue
        candidates = {words[-1]}
        if len(words) > 1:
            candidates |= {" ".join(words[i:]) for i in range(len(words))}
            candidates |= {
                word
                for word in words[1:]
                if word not in PARTICLES and not word.endswith(".") and word not in given_names()
            }
            if words[0] not in given_names() and len(words) <= 3:  # noqa: PLR2004
                candidates.add(words[0])  # Xi Jinping, Hun Sen
        for candidate in candidates:
            owners.setdefault(candidate, set()).add(cluster.key)
            if candidate.startswith("al-"):
                owners.setdefault("A" + candidate[1:], set()).add(cluster.key)
    return {word: next(iter(keys)) for word, keys in owners.items() if len(keys) == 1 and len(word) > 1}


def state_names() -> dict[str, str]:
    """Return the usual name of each state by its code."""
    return {state.iso3: state.name for state in states()}
