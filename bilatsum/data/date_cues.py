"""What a text must hold for a date rule to find anything in it."""

from functools import cache
from typing import NamedTuple

from .tables import read_table


class DateCue(NamedTuple):
    """What a match of a wording of a date rule begins with, and of what strings it holds one each.

    All in small letters; "#" stands for any digit, "^" in `begins` for any capital from A to Z, and
    a blank there for the end of a word.
    """

    begins: tuple[str, ...]
    needs: tuple[frozenset[str], ...]


@cache
def date_cues() -> dict[str, list[DateCue]]:
    """Return the cues of each rule by its name; read off the patterns by training/date_cues.py."""
    cues: dict[str, list[DateCue]] = {}
    for row in read_table("date_cues.tsv"):
        rule, _, _ = row["wording"].rpartition(".")
        needs = [row[column] for column in ("needs", "needs_too") if row[column]]
        cues.setdefault(rule, []).append(
            DateCue(
                tuple(row["begins"].split("|")),
                tuple(frozenset(strings.split("|")) for strings in needs),
            )
        )
    return cues
