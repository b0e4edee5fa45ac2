"""Names from the gazetteer, found in running text."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bilatsum.data import decoys, organisations, states

FormKind = Literal["state", "demonym", "capital", "seat", "organisation", "group", "decoy"]

_WORD = re.compile(r"(?<![\w])\w+")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")


@dataclass(frozen=True, slots=True)
class Form:
    """A surface form of the gazetteer.

    `keys` are the ISO codes of the states, or the names of the organisations, that bear it.
    """

    text: str
    kind: FormKind
    keys: tuple[str, ...]
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A gazetteer form at a place in a text."""

    start: int
    end: int
    form: Form


def find_names(text: str) -> list[Name]:
    """Return the gazetteer's names in `text`: the longest at each place, none overlapping."""
    index = _index()
    found: list[Name] = []
    free = 0
    for match in _WORD.finditer(text):
        start = match.start()
        if start < free:
            continue
        for form in index.get(match.group(), ()):
            end = start + len(form.text)
            if text.startswith(form.text, start) and not _goes_on(text, end):
                found.append(Name(start, end, form))
                free = end
                break
    return found


def _goes_on(text: str, end: int) -> bool:
    """Whether the word goes on behind the form."""
    return end < len(text) and text[end].isalnum()


@cache
def _index() -> dict[str, tuple[Form, ...]]:
    """Return all forms by their first run of word characters, the longest first."""
    forms: dict[str, dict[FormKind, list[str]]] = {}
    ambiguous: set[str] = set()

    def add(text: str, kind: FormKind, key: str) -> None:
        forms.setdefault(text, {}).setdefault(kind, []).append(key)

    for text in decoys():
        add(text, "decoy", text)
    for state in states():
        ambiguous |= state.ambiguous
        for text in (state.name, *state.aliases):
            add(text, "state", state.iso3)
        for text in state.demonyms:
            add(text, "demonym", state.iso3)
        for text in state.seats:
            add(text, "seat", state.iso3)
        for text in state.capitals:
            add(text, "capital", state.iso3)
    for row in organisations():
        kind: FormKind = "group" if row.kind == "group" else "organisation"
        for text in (row.name, *row.acronyms, *row.aliases):
            add(text, kind, row.name)

    index: dict[str, list[Form]] = {}
    for text, kinds in forms.items():
        first = _WORD.search(text)
        if not first:
            continue
        kind = min(kinds, key=_PREFERENCE.index)
        keys = tuple(dict.fromkeys(kinds[kind]))
        form = Form(text, kind, keys, ambiguous=text in ambiguous or len(keys) > 1)
        index.setdefault(first.group(), []).append(form)
    return {
        word: tuple(sorted(rows, key=lambda form: (-len(form.text), form.text)))
        for word, rows in index.items()
    }


# Where a form is of several kinds: "Singapore" is the state before it is its capital.
_PREFERENCE: tuple[FormKind, ...] = (
    "decoy",
    "state",
    "seat",
    "organisation",
    "group",
    "demonym",
    "capital",
)
