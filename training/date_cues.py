"""Write bilatsum/data/date_cues.tsv: what a text must hold for a date rule to find anything in it.

    python training/date_cues.py

For each rule, read off its pattern: the strings with which a match may begin, at most four
characters of them, and up to two sets of strings of which every match holds one each. All are in
small letters; "#" stands for any digit and "^" for any capital from A to Z. So most patterns need
not be tried, or even compiled, in most sentences, and in the others at a few places only. Run it
when a pattern changes; a test compares.
"""

import re
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
REACH = 4  # characters of a beginning, and of the word after "the"
ARTICLE = "the "
_FURTHEST = len(ARTICLE) + REACH
CAPITAL = "^"
_WHOLE = re.compile(rf"\^+|{ARTICLE}[^ ^]{{0,{REACH}}} ?|[^ ^]{{0,{REACH}}} ?")
MOST_OF_A_RANGE = 10  # "[1-9]" is spelt out, "[a-z]" is anything
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}

Needs = list[frozenset[str]]
Heads = set[tuple[str, bool]]
"""Beginnings of what a pattern matches, each with whether what follows still belongs to it."""

_NOTHING: Heads = {("", True)}
_ANYTHING: Heads = {("", False)}


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


def begins(source: str) -> list[str]:
    """Return the strings with which a match of a pattern may begin; one is empty if any may."""
    parsed = parser.parse(source, IGNORECASE)
    # A beginning ends with its first word, or with the capitals it may begin with.
    heads = {match[0] for head, _ in _heads(parsed, exact=False) if (match := _WHOLE.match(head))}
    return sorted(
        head
        for head in heads
        if not any(head != other and head.startswith(other) for other in heads)
    )


def _heads(pattern: Iterable[Any], *, exact: bool) -> Heads:
    """Return the beginnings of a parsed pattern; `exact` says that its case counts."""
    heads = _NOTHING
    for operation, argument in pattern:
        heads = _joined(heads, _heads_of(str(operation), argument, exact=exact))
    return heads


def _joined(first: Heads, second: Heads) -> Heads:
    joined: Heads = {(head, more) for head, more in first if not more}
    for head, _ in first - joined:
        for tail, more in second:
            whole = head + tail
            furthest = _FURTHEST if ARTICLE.startswith(whole[: len(ARTICLE)]) else REACH
            joined.add((whole[:furthest], more and len(whole) < furthest))
    return joined


def _heads_of(operation: str, argument: Any, *, exact: bool) -> Heads:  # noqa: ANN401
    heads = _ANYTHING
    if operation == "LITERAL":
        heads = {(_class(chr(argument)), True)}
    elif operation == "IN":
        heads = set().union(*(_heads_in(str(one), two, exact=exact) for one, two in argument))
    elif operation in {"ASSERT", "ASSERT_NOT", "AT"}:
        heads = _NOTHING
    elif operation == "SUBPATTERN":
        _, _, off, inner = argument
        heads = _heads(inner, exact=exact or bool(off & IGNORECASE))
    elif operation == "ATOMIC_GROUP":
        heads = _heads(argument, exact=exact)
    elif operation == "BRANCH":
        heads = set().union(*(_heads(branch, exact=exact) for branch in argument[1]))
    elif operation in _REPEATS:
        least, most, inner = argument
        once = _heads(inner, exact=exact)
        heads = set()
        times = _NOTHING
        for count in range(min(int(most), int(least) + _FURTHEST) + 1):
            heads |= times if count >= least else set()
            times = _joined(times, once)
    return heads


def _heads_in(operation: str, argument: Any, *, exact: bool) -> Heads:  # noqa: ANN401
    """Return the beginnings of one item of a class of characters."""
    if operation == "LITERAL":
        return {(_class(chr(argument)), True)}
    if operation == "CATEGORY":
        kinds = {"CATEGORY_DIGIT": DIGIT, "CATEGORY_SPACE": " "}
        return {(kinds[str(argument)], True)} if str(argument) in kinds else _ANYTHING
    if operation == "RANGE":
        if argument == (ord("A"), ord("Z")) and exact:
            return {(CAPITAL, True)}
        characters = [chr(code) for code in range(argument[0], argument[1] + 1)]
        if len(characters) <= MOST_OF_A_RANGE:
            return {(_class(character), True) for character in characters}
    return _ANYTHING


def _class(character: str) -> str:
    if character.isspace():
        return " "
    return DIGIT if character.isdigit() else character.lower()


def rows() -> Iterator[str]:
    """Yield a row for each rule."""
    for group in RULE_GROUPS:
        for rule in group.rules:
            found = [each for each in best(needs(parser.parse(rule.source, IGNORECASE)))
                     if len(each) <= MOST]  # fmt: skip
            chosen = list(dict.fromkeys(found))[:SETS]
            cells = ["|".join(sorted(each)) for each in chosen]
            cells = ["|".join(begins(rule.source)), *cells, *[""] * (SETS - len(cells))]
            yield "\t".join([rule.name, *cells])


def table() -> str:
    """Return the whole table."""
    return "\n".join(["rule\tbegins\tneeds\tneeds_too", *sorted(rows())]) + "\n"


if __name__ == "__main__":
    if "--check" not in sys.argv:
        OUTPUT.write_text(table(), encoding="utf-8")
    elif OUTPUT.read_text(encoding="utf-8") != table():
        sys.exit("the patterns have changed: run python training/date_cues.py")
