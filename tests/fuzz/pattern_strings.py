"""Every regular expression of the package, and the strings that are worst for each.

A pattern is slow where a repetition can begin in many places, or divide the same characters in
many ways, and then fails. So the strings are made from the pattern's own parse tree: for every
repetition what it repeats, alone, behind what leads to it, and broken off before what must follow.
"""

import ast
import importlib
import pkgutil
import random
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser
from types import ModuleType
from typing import Any

import bilatsum
from bilatsum.extract.dates import RULE_GROUPS

FIXED = (
    "a", "A", "0", " ", "\n", "\t ", "\r\n", "-", ".", ",", "(", "[", "*", "_", '"', "'", "“", "’",
    "#", ">", "|", "\\", "é", "中", "A ", "Aa ", "aa ", "a.", "A.", "A.B. ", "1,", "1 ", "1. ",
    "1-", "-1", ", ", "; ", " - ", "--", ". . ", "and ", "the ", "of the ", "Mr. ", "May ", "may ",
    "Jan. 1, ", "Monday, ", "2025 ", "10:30 ", "two ", "twenty-", "](", "[a](", "![", "**a", "__",
    "[^a]", "https://", "\x1b[", "\x1b]", "<!--", "&amp;", "\u200b", "Aa-", "al-", "A’s ", "... ",
)  # fmt: skip
_CALLS = frozenset(
    {"compile", "search", "match", "fullmatch", "sub", "findall", "finditer", "split"}
)
_ANCHORED = frozenset({"match", "fullmatch"})
_WHITE, _DIGIT, _WORD = " \n\t\u00a0", "059", "aZé_7"
_OTHER = "~"


@dataclass(frozen=True, slots=True)
class Case:
    """A pattern, where it is, and whether it is only ever tried at one place of a text."""

    name: str
    pattern: re.Pattern[str]
    anchored: bool = False

    def seconds(self, text: str) -> float:
        """Return the CPU time that the pattern takes for `text`, used as the package uses it."""
        begin = time.process_time()
        if self.anchored:
            self.pattern.match(text)
            self.pattern.fullmatch(text)
        else:
            for _ in self.pattern.finditer(text):
                pass
        return time.process_time() - begin


def cases() -> list[Case]:
    """Return every pattern of the package (of strings: those of bytes see 2,000 bytes at most).

    The arguments of each call of `re` in the source are evaluated in their module; date rules are
    compiled. A pattern that is made from a function's own variables is not found this way.
    """
    found: list[Case] = []
    for module in _modules():
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                found.append(Case(f"{module.__name__}.{name}", value, _is_anchored(tree, name)))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _method(node, "re") in _CALLS:
                pattern = _evaluated(node, module)
                if pattern is not None:
                    anchored = _method(node, "re") in _ANCHORED
                    found.append(Case(f"{module.__name__}:{node.lineno}", pattern, anchored))
    for group in RULE_GROUPS:
        found += [Case(rule.name, rule.pattern) for rule in group.rules]
    unique: dict[tuple[str, int], Case] = {}
    for case in found:
        if isinstance(case.pattern.pattern, str):
            unique.setdefault((case.pattern.pattern, case.pattern.flags), case)
    return list(unique.values())


def _method(node: ast.Call, name: str) -> str:
    """Return the method that a call calls on the variable `name`, "" if it does not."""
    function = node.func
    if not isinstance(function, ast.Attribute) or not isinstance(function.value, ast.Name):
        return ""
    return function.attr if function.value.id == name else ""


def _is_anchored(tree: ast.Module, name: str) -> bool:
    """Whether a module uses its pattern only to match at a given place, and nobody else does."""
    uses = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == name]
    calls = [_method(node, name) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    matches = [method for method in calls if method in _ANCHORED]
    return name.startswith("_") and 0 < len(matches) == len(uses) - 1


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(bilatsum.__path__, "bilatsum."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def _evaluated(call: Any, module: ModuleType) -> re.Pattern[str] | None:  # noqa: ANN401
    """Return the pattern of a call, None where it depends on a function's variables."""
    flags = [arg for arg in (*call.args[1:], *(k.value for k in call.keywords)) if _is_flags(arg)]
    try:
        source, flag = (
            eval(compile(ast.Expression(part), "pattern", "eval"), vars(module))  # noqa: S307
            for part in (
                call.args[0],
                flags[0] if flags else ast.Constant(0, lineno=1, col_offset=0),
            )
        )
    except NameError:
        return None
    return re.compile(source, flag)


def _is_flags(node: ast.AST) -> bool:
    return all(
        isinstance(part, (ast.Attribute, ast.Name, ast.BinOp, ast.BitOr, ast.Load))
        for part in ast.walk(node)
    ) and any(isinstance(part, ast.Attribute) and part.attr.isupper() for part in ast.walk(node))


def hostile(pattern: re.Pattern[str], seed: int = 0) -> list[str]:
    """Return short strings that, repeated, are hard on `pattern`: its own, then the fixed ones.

    A string holds one NUL where what is before it stands once, what is behind is repeated.
    """
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    rng = random.Random(seed)  # noqa: S311 - strings, not secrets
    strings: dict[str, None] = {}
    for _ in range(2):
        text = _sample(tree, rng)
        for one in (text, text[:-1], text + " ", f"{text[:-1]}{_OTHER}"):
            strings.setdefault(one)
        for lead, unit in _repetitions(tree, rng, ""):
            for one in (unit, f"{lead}\0{unit}", lead + unit, lead + unit * 3, unit * 2 + _OTHER):
                strings.setdefault(one)
    return [one for one in (*strings, *FIXED) if one.strip("\0")]


def filled(string: str, size: int) -> str:
    """Return a hostile string drawn out to `size` characters, with an end that does not match."""
    lead, _, unit = string.rpartition("\0")
    unit = unit or lead
    return (lead + unit * (size // len(unit) + 1))[: size - 1] + "\x01"


def _repetitions(tree: Iterable[Any], rng: random.Random, before: str) -> Iterator[tuple[str, str]]:
    """Yield for each repetition what leads to it and what it repeats."""
    lead = before
    for item in tree:
        op, value = item
        if op in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
            if value[1] > 3:
                yield lead, _sample(value[2], rng) or " "
            yield from _repetitions(value[2], rng, lead)
        elif op is sre.SUBPATTERN:
            yield from _repetitions(value[3], rng, lead)
        elif op is sre.BRANCH:
            for branch in value[1]:
                yield from _repetitions(branch, rng, lead)
        elif op in {sre.ASSERT, sre.ASSERT_NOT}:
            yield from _repetitions(value[1], rng, lead)
        elif op is sre.ATOMIC_GROUP:
            yield from _repetitions(value, rng, lead)
        lead += _sample([item], rng)


def _sample(tree: Iterable[Any], rng: random.Random) -> str:
    """Return a string that the pattern behind `tree` would take, or nearly."""
    parts: list[str] = []
    for op, value in tree:
        if op is sre.LITERAL:
            parts.append(chr(value))
        elif op is sre.NOT_LITERAL:
            parts.append("b" if value == ord("a") else "a")
        elif op is sre.ANY:
            parts.append("x")
        elif op is sre.IN:
            parts.append(_one_of(value, rng))
        elif op in {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}:
            least, most, inner = value
            parts.extend(
                _sample(inner, rng) for _ in range(max(least, min(most, rng.randint(0, 3))))
            )
        elif op is sre.SUBPATTERN:
            parts.append(_sample(value[3], rng))
        elif op is sre.BRANCH:
            parts.append(_sample(rng.choice(value[1]), rng))
        elif op is sre.ATOMIC_GROUP:
            parts.append(_sample(value, rng))
    return "".join(parts)


def _one_of(items: list[tuple[Any, Any]], rng: random.Random) -> str:
    """Return a character of a class; of a negated one a common character that is not in it."""
    if items[0][0] is sre.NEGATE:
        pattern = _class(items[1:])
        return next((c for c in 'aA 1,.-("\n' if c not in pattern), "ж")
    return rng.choice(sorted(_class(items)))


def _class(items: Iterable[tuple[Any, Any]]) -> set[str]:
    found: set[str] = set()
    for op, value in items:
        if op is sre.LITERAL:
            found.add(chr(value))
        elif op is sre.RANGE:
            found |= {chr(value[0]), chr(value[1])}
        elif op is sre.CATEGORY:
            name = str(value)
            chosen = _WHITE if "SPACE" in name else _DIGIT if "DIGIT" in name else _WORD
            found |= set(".-" if "NOT" in name and "SPACE" not in name else chosen)
            if "NOT_SPACE" in name:
                found = found - set(_WHITE) | {"a", "."}
    return found or {"a"}
