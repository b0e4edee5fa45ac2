"""What a text must hold for a date rule to find anything in it."""

from functools import cache

from .tables import read_table


@cache
def date_cues() -> dict[str, tuple[frozenset[str], ...]]:
    """Return for each rule sets of strings in small letters; a match holds one of each set.

    "#" stands for any digit. Read off the patterns by training/date_cues.py.
    """
    return {
        row["rule"]: tuple(
            frozenset(row[column].split("|")) for column in ("needs", "needs_too") if row[column]
        )
        for row in read_table("date_cues.tsv")
    }
