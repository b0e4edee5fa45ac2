"""From clusters of mentions to the Actors that a brief shows."""

from collections.abc import Sequence
from functools import cache

from bilatsum.data import Organisation, organisations
from bilatsum.model import Actor, ActorMention, Document

from .link import Cluster, state_names
from .salience import country_of

_MIN_ADJECTIVES = 2


def build_actors(clusters: Sequence[Cluster], document: Document) -> tuple[Actor, ...]:
    """Return the actors, the most salient first.

    A state that is only there as an adjective ("Israeli") counts when it is so twice.
    """
    shown = [cluster for cluster in clusters if _is_named(cluster)]
    heaviest = max((cluster.weight for cluster in shown), default=1.0) or 1.0
    actors = [_actor(cluster, heaviest, document) for cluster in shown]
    order = {id(actor): actor.mentions[0].span for actor in actors}
    return tuple(sorted(actors, key=lambda actor: (-actor.salience, order[id(actor)])))


def _is_named(cluster: Cluster) -> bool:
    return bool(cluster.names) or len(cluster.mentions) >= _MIN_ADJECTIVES


def _actor(cluster: Cluster, heaviest: float, document: Document) -> Actor:
    names = cluster.names
    if cluster.kind == "state":
        name, country = _state_name(cluster), cluster.key
        why = [f"country: {cluster.mentions[0].rule}"]
    elif cluster.kind == "person":
        name = cluster.key
        country = country_of(cluster)
        why = sorted({f"role: {m.rule}" for m in cluster.mentions if m.role})
        why += ["country: the state named in or beside the role"] if country else []
    else:
        name = max(names, key=len) if cluster.key not in _bodies() else _shown_name(cluster)
        country = country_of(cluster) or country_of_body(cluster.key)
        why = [f"country: {'the text' if country_of(cluster) else 'gazetteer'}"] if country else []
    roles = _roles(cluster)
    return Actor(
        name=name,
        kind=cluster.kind,
        country=country,
        roles=roles,
        aliases=tuple(alias for alias in names if alias != name),
        mentions=tuple(ActorMention(m.span, m.rule, m.role_span) for m in cluster.mentions),
        salience=round(cluster.weight / heaviest, 3),
        why=tuple(why),
    )


def _state_name(cluster: Cluster) -> str:
    """Return the usual name of a state, or the text's own where that one is not in it."""
    usual = state_names()[cluster.key]
    own = [m.text for m in cluster.mentions if m.rule == "actors.state.name" and not m.text.isupper()]
    spelt = [text for text in own if "." not in text]
    return usual if usual in own or not spelt else max(spelt, key=spelt.count)


def _shown_name(cluster: Cluster) -> str:
    """Return the fullest form of a body's name in the text, its usual name if only acronyms are."""
    longest = max(cluster.names, key=len)
    return longest if " " in longest or longest == cluster.key else cluster.key


def _roles(cluster: Cluster) -> tuple[str, ...]:
    """Return the roles that the text states, the most telling first."""
    roles = list(dict.fromkeys(m.role for m in cluster.mentions if m.role))
    return tuple(sorted(roles, key=lambda role: -min(len(role.split()), 6)))


def country_of_body(name: str) -> str | None:
    """Return the country of an organisation of the gazetteer."""
    row = _bodies().get(name)
    return row.country if row else None


@cache
def _bodies() -> dict[str, Organisation]:
    return {row.name: row for row in organisations()}
