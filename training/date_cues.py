"""Write bilatsum/data/date_cues.tsv: what a text must hold for a date rule to find anything in it.

    python training/date_cues.py

For each rule, read off its pattern: the strings with which a match may begin, at most four
characters of them, and up to two sets of strings of which every match holds one each. Where the
pattern is a choice between wordings that hold different strings, each has a row of its own. All
are in small letters; "#" stands for any digit and "^" for any capital from A to Z. So most patterns
need not be tried, or even compiled, in most sentences, and in the others at a few places only. Run
it when a pattern changes; a test compares.
"""

import re
import re._parser as parser  # type: ignore[import-not-found]
import sys
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path
from re import IGNORECASE
from typing import Any

from bilatsum.extract.dates import RULE_GROUPS

OUTPUT = Path(__file__).parents[1] / "bilatsum" / "data" / "date_cues.tsv"
DIGIT = "#"
SETS = 2
MOST = 80  # a larger set says little
LEAST = 3  # letters of a string: shorter ones are part of too many words
_COMMONEST = (
    "the of and to in is that for it on as with was be at by are or an have has not their will"
).split()
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
    for operation, argument in _flat(pattern):
        if operation == "LITERAL":
            run += chr(argument).lower()
            continue
        found.append(frozenset([run]))
        if operation == "BRANCH":  # "March|May" is parsed as "Ma(?:rch|y)"
            found.append(frozenset(run + _opening(branch) for branch in argument[1]))
        run = ""
        found += _inner(operation, argument)
    return [*found, frozenset([run])]


def _flat(pattern: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Yield what a parsed pattern consists of, groups opened: they change no letter."""
    for operation, argument in pattern:
        if str(operation) == "SUBPATTERN":
            yield from _flat(argument[-1])
        elif str(operation) == "ATOMIC_GROUP":
            yield from _flat(argument)
        else:
            yield str(operation), argument


def _opening(pattern: Iterable[Any]) -> str:
    """Return the letters that a parsed pattern begins with, one for one."""
    letters = takewhile(lambda item: item[0] == "LITERAL", _flat(pattern))
    return "".join(chr(argument).lower() for _, argument in letters)


def _inner(operation: str, argument: Any) -> Needs:  # noqa: ANN401 - the parser's own
    if operation in _REPEATS and argument[0]:
        return needs(argument[-1])
    if operation == "ASSERT" and argument[0] > 0:  # what stands behind, not before
        return needs(argument[1])
    if operation == "IN" and _is_digit(argument):
        return [frozenset([DIGIT])]
    ways = [best(needs(branch)) for branch in argument[1]] if operation == "BRANCH" else []
    if ways and all(ways):
        return [frozenset(_without_longer(one for way in ways for one in way[0]))]
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
        if DIGIT in every and any(map(str.isdigit, one)):
            continue
        if not any(other != one and other in one for other in every):
            yield one


def best(found: Needs) -> Needs:
    """Return the sets that say something, the one that is seldomest met first."""
    telling = {each for each in found if len(each) <= MOST and all(map(_is_telling, each))}
    chosen: Needs = []
    for each in sorted(telling, key=lambda each: (-_worth(each), sorted(each))):
        if not any(_says_the_same(each, other) for other in chosen):
            chosen.append(each)
    return chosen


def _says_the_same(each: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the strings of a set hold strings of another, or are parts of them."""
    return all(any(one in two or two in one for two in other) for one in each)


def _is_telling(one: str) -> bool:
    """Whether a string stands within a word, and not in one that most sentences hold."""
    if one == DIGIT:
        return True
    return len(one) >= LEAST and " " not in one and not any(one in word for word in _COMMONEST)


def _worth(each: frozenset[str]) -> float:
    """Return more the seldomer a set is met: for long strings, and few."""
    return min(1.5 if one == DIGIT else len(one) for one in each) - len(each) / 20


def ways(pattern: Iterable[Any], *, exact: bool = False) -> Iterator[tuple[list[Any], bool]]:
    """Yield the wordings between which a parsed pattern is a choice, and if their case counts."""
    items = list(pattern)
    at, *more = [at for at, item in enumerate(items) if not _is_empty(*item)]
    operation, argument = items[at]
    inner: list[Any] = []
    if not more and str(operation) == "BRANCH":
        inner = argument[1]
    elif not more and str(operation) == "SUBPATTERN":
        inner = [argument[-1]]
        exact = exact or bool(argument[2] & IGNORECASE)
    for each in inner:
        yield from ways([*items[:at], *each, *items[at + 1 :]], exact=exact)
    if not inner:
        yield items, exact


def _is_empty(operation: object, argument: Any) -> bool:  # noqa: ANN401
    """Whether a part of a parsed pattern takes no characters."""
    if str(operation) == "BRANCH":
        return all(_is_empty(*item) for branch in argument[1] for item in branch)
    return str(operation) in {"ASSERT", "ASSERT_NOT", "AT"}


def begins(pattern: Iterable[Any], *, exact: bool) -> set[str]:
    """Return the strings with which a match of a parsed pattern may begin."""
    # A beginning ends with its first word, or with the capitals it may begin with.
    heads = _heads(pattern, exact=exact)
    return {match[0] for head, _ in heads if (match := _WHOLE.match(head))}


def _without_later(heads: set[str]) -> list[str]:
    """Return the beginnings in order, without those that begin with another one."""
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
    """Yield the rows of each rule."""
    for group in RULE_GROUPS:
        for rule in group.rules:
            heads: dict[tuple[str, ...], set[str]] = {}
            for way, exact in ways(parser.parse(rule.source, IGNORECASE)):
                cells = ["|".join(sorted(each)) for each in best(needs(way))[:SETS]]
                cells += [""] * (SETS - len(cells))
                heads.setdefault(tuple(cells), set()).update(begins(way, exact=exact))
            for number, (held, first) in enumerate(heads.items(), 1):
                yield "\t".join([f"{rule.name}.{number}", "|".join(_without_later(first)), *held])


def table() -> str:
    """Return the whole table."""
    return "\n".join(["wording\tbegins\tneeds\tneeds_too", *sorted(rows())]) + "\n"


if __name__ == "__main__":
    if "--check" not in sys.argv:
        OUTPUT.write_text(table(), encoding="utf-8")
    elif OUTPUT.read_text(encoding="utf-8") != table():
        sys.exit("the patterns have changed: run python training/date_cues.py")
