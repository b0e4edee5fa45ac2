"""Parameters of the sentence splitter, and the abbreviations of our field."""

from functools import cache
from typing import Any

from .tables import read_json, read_table


@cache
def punkt_parameters() -> dict[str, Any]:
    """Return the trained parameters of punkt.json under the names that NLTK gives them."""
    parameters: dict[str, Any] = read_json("punkt.json")
    return parameters


@cache
def abbreviations() -> dict[str, str]:
    """Return the abbreviations of abbreviations.tsv without their full stop, each with its kind.

    title: a name follows · number: a number follows · latin: the sentence goes on · month: a day
    follows or the sentence may end · tail: the sentence may end.
    """
    return {row["abbreviation"]: row["kind"] for row in read_table("abbreviations.tsv")}
