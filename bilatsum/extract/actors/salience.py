"""How much each actor matters, and which two states the article is about."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from .link import Cluster

_PEOPLE_SHARE = 0.5


def state_weights(clusters: Sequence[Cluster]) -> dict[str, float]:
    """Weigh the states by their own mentions, and by half by those of who speaks for them."""
    weights: defaultdict[str, float] = defaultdict(float)
    for cluster in clusters:
        if cluster.kind == "state":
            weights[cluster.key] += cluster.weight
        else:
            country = country_of(cluster)
            if country:
                weights[country] += _PEOPLE_SHARE * cluster.weight
    return weights


def country_of(cluster: Cluster) -> str | None:
    """Return the country that most of the cluster's mentions give, if any does."""
    counts = Counter(mention.country for mention in cluster.mentions if mention.country)
    return counts.most_common(1)[0][0] if counts else None


def pair_of(clusters: Sequence[Cluster]) -> tuple[str, str] | None:
    """Return the two weightiest states, or None if fewer than two are named."""
    weights = state_weights(clusters)
    ranked = sorted(weights, key=lambda code: (-weights[code], code))
    return (ranked[0], ranked[1]) if len(ranked) > 1 else None
