"""How much each actor matters, and which two states the article is about."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from bilatsum.data import Organisation, organisations

from .link import Cluster

_PEOPLE_SHARE = 0.5
_PERSON_FACTOR = 1.6
_BODY_FACTOR = 0.5
_OTHERS_FACTOR = 0.5
_OFFICE_SHARE = 0.1
# Who issues a statement is a party to it, however seldom it names itself.
_ISSUER_WEIGHT = 2.5
# Below these the second state is only mentioned, and the article is not about a pair.
_MIN_WEIGHT = 2.0
_MIN_SHARE = 0.2
# In a text of a line or two, all that is named matters.
_FEW_MENTIONS = 4


def salience(clusters: Sequence[Cluster], pair: tuple[str, str] | None) -> list[float]:
    """Return how much each actor matters, from 0 to 1.

    That is its share of the heaviest actor's mentions, where people count more than bodies, people
    in an office a little more, and states that are not of the pair by half.
    """
    weights = [_weight_in_brief(cluster, pair) for cluster in clusters]
    heaviest = max(weights, default=0.0) or 1.0
    shares = [weight / heaviest for weight in weights]
    offices = [
        _OFFICE_SHARE if any(mention.role for mention in cluster.mentions) else 0.0
        for cluster in clusters
    ]
    return [min(1.0, share + office) for share, office in zip(shares, offices, strict=True)]


def _weight_in_brief(cluster: Cluster, pair: tuple[str, str] | None) -> float:
    if cluster.kind == "person":
        return _PERSON_FACTOR * cluster.weight
    if cluster.kind != "state":
        return _BODY_FACTOR * cluster.weight
    return (
        cluster.weight if pair is None or cluster.key in pair else _OTHERS_FACTOR * cluster.weight
    )


def state_weights(clusters: Sequence[Cluster]) -> dict[str, float]:
    """Weigh the states by their own mentions, and by half by those of who speaks for them."""
    weights: defaultdict[str, float] = defaultdict(float)
    for cluster in clusters:
        country = cluster.key if cluster.kind == "state" else country_of(cluster)
        if country:
            share = 1.0 if cluster.kind == "state" else _PEOPLE_SHARE
            weights[country] += share * cluster.weight
            weights[country] += _ISSUER_WEIGHT if cluster.issued else 0.0
    return weights


def country_of(cluster: Cluster) -> str | None:
    """Return the country that the text or else the gazetteer gives an actor that is no state."""
    stated = cluster.stated
    if stated:
        return stated
    if cluster.inferred:
        return cluster.inferred[0]
    return country_of_body(cluster.key) if cluster.kind != "person" else None


def country_of_body(name: str) -> str | None:
    """Return the country of an organisation of the gazetteer."""
    row = bodies().get(name)
    return row.country if row else None


@cache
def bodies() -> dict[str, Organisation]:
    """Return the organisations of the gazetteer by name."""
    return {row.name: row for row in organisations()}


def pair_of(clusters: Sequence[Cluster]) -> tuple[str, str] | None:
    """Return the two weightiest states, None where no second one is more than mentioned."""
    weights = state_weights(clusters)
    ranked = sorted(weights, key=lambda code: (-weights[code], code))
    if len(ranked) < 2:  # noqa: PLR2004 - a pair
        return None
    first, second = ranked[:2]
    least = max(_MIN_WEIGHT, _MIN_SHARE * weights[first])
    short = sum(len(cluster.mentions) for cluster in clusters) <= _FEW_MENTIONS
    return (first, second) if short or weights[second] >= least else None
