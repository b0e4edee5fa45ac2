"""Names from the gazetteer, found in running text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from bilatsum.data import decoys, organisations, states
from bilatsum.model import OwnNames

FormKind = Literal[
    "person", "state", "demonym", "capital", "seat", "organisation", "group", "decoy"
]
NOTHING = OwnNames()

_WORD = re.compile(r"(?<![\w])\w+")


class Form(NamedTuple):
    """A surface form of the gazetteer.

    `keys` are the ISO codes of the states, or the names of the organisations, that bear it.
    """

    text: str
    kind: FormKind
    keys: tuple[str, ...]
    ambiguous: bool


class Name(NamedTuple):
    """A gazetteer form at a place in a text."""

    start: int
    end: int
    form: Form


Openings = Sequence[tuple[int, tuple[Form, ...]]]
"""Places in a text, with the forms of the gazetteer that begin with the word there."""


def openings(text: str, index: Mapping[str, tuple[Form, ...]]) -> Openings:
    """Return where in `text` names of the gazetteer may begin; `index` has its forms."""
    found = [(match.start(), index.get(match.group())) for match in _WORD.finditer(text)]
    return tuple([(start, forms) for start, forms in found if forms])


def find_names(text: str, places: Openings) -> list[Name]:
    """Return the gazetteer's names in `text`: the longest at each of `places`, none overlapping."""
    found: list[Name] = []
    free = 0
    for start, forms in places:
        if start < free:
            continue
        for form in forms:
            end = start + len(form.text)
            if text.startswith(form.text, start) and not _goes_on(text, end):
                found.append(Name(start, end, form))
                free = end
                break
    return found


def _goes_on(text: str, end: int) -> bool:
    """Whether the word goes on behind the form."""
    return end < len(text) and text[end].isalnum()


def _rows() -> Iterator[tuple[str, FormKind, str]]:
    """Yield every form of the gazetteer with its kind and whose it is."""
    for text in decoys():
        yield text, "decoy", text
    for state in states():
        of_kind: tuple[tuple[FormKind, tuple[str, ...]], ...] = (
            ("state", (state.name, *state.aliases)),
            ("demonym", state.demonyms),
            ("seat", state.seats),
            ("capital", state.capitals),
        )
        for kind, texts in of_kind:
            for text in texts:
                yield text, kind, state.iso3
    for row in organisations():
        body: FormKind = "group" if row.kind == "group" else "organisation"
        for text in (row.name, *row.acronyms, *row.aliases):
            yield text, body, row.name


def _own_rows(own: OwnNames) -> Iterator[tuple[str, FormKind, str]]:
    """Yield every form that the user adds."""
    for person in own.people:
        for text in (person.name, *person.aliases):
            yield text, "person", person.name
    for body in own.organisations:
        for text in (body.name, *body.acronyms, *body.aliases):
            yield text, body.kind, body.name
    for code, text in own.states:
        yield text, "state", code


def forms_by_word(own: OwnNames) -> dict[str, tuple[Form, ...]]:
    """Return all forms by their first run of word characters, the longest first.

    `own` is what the user adds; a name of theirs wins over ours.
    """
    bearers: dict[str, dict[FormKind, list[str]]] = {}
    for text, kind, key in (*_own_rows(own), *_rows()):
        bearers.setdefault(text, {}).setdefault(kind, []).append(key)
    ambiguous = {text for state in states() for text in state.ambiguous}
    index: dict[str, list[Form]] = {}
    for text, kinds in bearers.items():
        first = _WORD.search(text)
        if first:
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
    "person",
    "decoy",
    "state",
    "seat",
    "organisation",
    "group",
    "demonym",
    "capital",
)
