"""From clusters of mentions to the Actors that a brief shows."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from bilatsum.data import states
from bilatsum.model import Actor, ActorMention

from .link import Cluster, Mention
from .salience import bodies, country_of, salience

_MIN_ADJECTIVES = 2
_TELLING_WORDS = 6
_SALIENCE_DIGITS = 3


def build_actors(clusters: Sequence[Cluster], pair: tuple[str, str] | None) -> tuple[Actor, ...]:
    """Return the actors, the most salient first, of equals the one that is named first.

    A state that is only there as an adjective ("Israeli") counts when it is so twice.
    """
    shown = [cluster for cluster in clusters if _is_named(cluster)]
    saliences = salience(shown, pair)
    actors = [_actor(cluster, saliences[i]) for i, cluster in enumerate(shown)]
    return tuple(sorted(actors, key=lambda actor: (-actor.salience, actor.mentions[0].span)))


def _is_named(cluster: Cluster) -> bool:
    return bool(cluster.names()) or len(cluster.mentions) >= _MIN_ADJECTIVES


def _actor(cluster: Cluster, salience_of: float) -> Actor:
    names = cluster.names()
    name = _name(cluster, names)
    country, country_why = _country(cluster)
    with_role = [mention for mention in cluster.mentions if mention.role]
    why = [f"role: {rule}" for rule in sorted({mention.rule for mention in with_role})]
    return Actor(
        name=name,
        kind=cluster.kind,
        country=country,
        roles=_roles(with_role),
        aliases=tuple([alias for alias in names if alias != name]),
        mentions=tuple([ActorMention(m.span, m.rule, m.role_span) for m in cluster.mentions]),
        salience=round(salience_of, _SALIENCE_DIGITS),
        why=(*why, *((f"country: {country_why}",) if country else ())),
    )


def _name(cluster: Cluster, names: Sequence[str]) -> str:
    """Return the fullest form of the actor's `names` in the text.

    A state goes by its usual name unless the text spells it otherwise ("Türkiye"); a body that is
    only there as an acronym by its name in the gazetteer.
    """
    if cluster.kind == "person":
        return cluster.key
    if cluster.kind == "state":
        usual = _state_names()[cluster.key]
        spelt = [
            mention.text
            for mention in cluster.mentions
            if mention.rule == "actors.state.name" and _is_written_out(mention.text)
        ]
        return usual if usual in spelt or not spelt else Counter(spelt).most_common(1)[0][0]
    longest = max(names, key=len)
    known = cluster.key in bodies() or cluster.mentions[0].rule == "actors.own.organisation"
    return longest if " " in longest or not known else cluster.key


def _is_written_out(name: str) -> bool:
    return "." not in name and not name.isupper()


def _country(cluster: Cluster) -> tuple[str | None, str]:
    """Return the country of the actor, and where that was read."""
    if cluster.kind == "state":
        return cluster.key, cluster.mentions[0].rule
    if any(mention.country for mention in cluster.mentions):
        return country_of(cluster), "the text beside the name"
    return country_of(cluster), cluster.inferred[1] if cluster.inferred else "gazetteer"


def _roles(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the roles of mentions that have one, the most telling first."""
    roles = dict.fromkeys([mention.role for mention in mentions])
    return tuple(sorted(roles, key=lambda role: -min(len(role.split()), _TELLING_WORDS)))


@cache
def _state_names() -> dict[str, str]:
    return {state.iso3: state.name for state in states()}
