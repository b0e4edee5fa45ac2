"""Write bilatsum/data/date_cues.tsv: what a text must hold for a date rule to find anything in it.

    python training/date_cues.py

For each rule up to two sets of strings in small letters, read off its pattern: every match holds
one string of each set ("#" stands for any digit). So most patterns need not be tried, or even
compiled, in most sentences. Run it when a pattern changes; a test compares.
"""

import re._parser as parser  # type: ignore[import-not-found]
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from re import IGNORECASE
from typing import Any

from bilatsum.extract.dates import RULE_GROUPS

OUTPUT = Path(__file__).parents[1] / "bilatsum" / "data" / "date_cues.tsv"
DIGIT = "#"
SETS = 2
MOST = 80  # a larger set says little
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}

Needs = list[frozenset[str]]


def needs(pattern: Iterable[Any]) -> Needs:
    """Return sets of strings, one of each of which is in every match of a parsed pattern."""
    found: Needs = []
    run = ""
    for operation, argument in [(str(one), two) for one, two in pattern]:
        if operation == "LITERAL":
            run += chr(argument).lower()
            continue
        if run.strip():
            found.append(frozenset([run]))
        run = ""
        found += _inner(operation, argument)
    if run.strip():
        found.append(frozenset([run]))
    return found


def _inner(operation: str, argument: Any) -> Needs:  # noqa: ANN401 - the parser's own
    if operation == "SUBPATTERN" or (operation in _REPEATS and argument[0]):
        return needs(argument[-1])
    if operation == "ASSERT":
        return needs(argument[1])
    if operation == "ATOMIC_GROUP":
        return needs(argument)
    if operation == "IN" and _is_digit(argument):
        return [frozenset([DIGIT])]
    ways = [needs(branch) for branch in argument[1]] if operation == "BRANCH" else []
    if ways and all(ways):
        return [frozenset(_without_longer(one for way in ways for one in best(way)[0]))]
    return []


def _is_digit(items: Iterable[Any]) -> bool:
    return all(
        (str(operation) == "CATEGORY" and str(argument) == "CATEGORY_DIGIT")
        or (str(operation) == "RANGE" and argument[0] >= ord("0") and argument[1] <= ord("9"))
        or (str(operation) == "LITERAL" and chr(argument).isdigit())
        for operation, argument in items
    )


def _without_longer(strings: Iterable[str]) -> Iterator[str]:
    """Yield the strings that hold no other one."""
    every = set(strings)
    for one in every:
        if not any(other != one and other in one for other in every):
            yield one


def best(found: Needs) -> Needs:
    """Return the sets, the one that is seldomest met first: long strings, and few."""
    return sorted(found, key=lambda each: (-_worth(each), sorted(each)))


def _worth(each: frozenset[str]) -> float:
    least = min(1.5 if one == DIGIT else len(one) for one in each)
    return least - len(each) / 20


def rows() -> Iterator[str]:
    """Yield a row for each rule whose pattern needs something."""
    for group in RULE_GROUPS:
        for rule in group.rules:
            found = [each for each in best(needs(parser.parse(rule.source, IGNORECASE)))
                     if len(each) <= MOST]  # fmt: skip
            chosen = list(dict.fromkeys(found))[:SETS]
            if chosen:
                cells = ["|".join(sorted(each)) for each in chosen]
                yield "\t".join([rule.name, *cells, *[""] * (SETS - len(cells))])


def table() -> str:
    """Return the whole table."""
    return "\n".join(["rule\tneeds\tneeds_too", *sorted(rows())]) + "\n"


if __name__ == "__main__":
    if "--check" not in sys.argv:
        OUTPUT.write_text(table(), encoding="utf-8")
    elif OUTPUT.read_text(encoding="utf-8") != table():
        sys.exit("the patterns have changed: run python training/date_cues.py")
