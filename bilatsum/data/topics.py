"""The taxonomy of key issues between states."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from .tables import read_json, read_text


class Topic(NamedTuple):
    """A topic of topics.json.

    `terms` map words and phrases in lower case to weights: 3 proves the topic alone, 2 is strong,
    1 supports. `negatives` are phrases that contain a term and mean something else. `plover` and
    `iptc` are the codes of other schemes for the same matter.
    """

    code: str
    label: str
    definition: str
    terms: Mapping[str, float]
    negatives: tuple[str, ...]
    plover: tuple[str, ...]
    iptc: tuple[str, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """Return the topics of topics.json, sorted by code."""
    return tuple(
        Topic(
            code=row["code"],
            label=row["label"],
            definition=row["definition"],
            terms=row["terms"],
            negatives=tuple(row["negatives"]),
            plover=tuple(row["plover"]),
            iptc=tuple(row["iptc"]),
        )
        for row in read_json("topics.json")
    )


@cache
def term_factors() -> Mapping[str, Mapping[str, float]]:
    """Return by how much to multiply the weights of terms, by the code of their topic.

    They were learned from releases (training/topic_terms.py); a term without one keeps its weight.
    """
    factors: dict[str, dict[str, float]] = {}
    for row in read_text("term_factors.tsv").splitlines()[1:]:
        name, factor = row.split("\t")
        code, _, term = name.partition(": ")
        factors.setdefault(code, {})[term] = float(factor)
    return factors
