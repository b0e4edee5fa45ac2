"""Names from the gazetteer, found in running text."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from bilatsum.data import decoys, organisations, states
from bilatsum.model import OwnNames

FormKind = Literal[
    "person", "state", "demonym", "capital", "seat", "organisation", "group", "decoy"
]
NOTHING = OwnNames()

_FEW = 8
_TAIL = 10
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


class Opener(NamedTuple):
    """The forms that begin with a word of `size` letters, the longest first.

    Where they are many, those with more behind it go by the first letters of that.
    """

    size: int
    forms: tuple[Form, ...]
    longer: Mapping[str, tuple[Form, ...]]

    def at(self, text: str, start: int) -> tuple[Form, ...]:
        """Return the forms that may begin in `text` at `start`, where the word stands."""
        behind = start + self.size
        return self.longer.get(text[behind : behind + _TAIL], ()) + self.forms


Openings = Sequence[tuple[int, Opener]]
"""Places in a text, with the forms of the gazetteer that begin with the word there."""


def openings(text: str, openers: Mapping[str, Opener]) -> Openings:
    """Return where in `text` names of the gazetteer may begin, by their first words."""
    if text.isalnum():
        opener = openers.get(text)
        return ((0, opener),) if opener else ()
    found = [(match.start(), openers.get(match.group())) for match in _WORD.finditer(text)]
    return tuple([(start, opener) for start, opener in found if opener])


def find_names(text: str, places: Openings, is_none: Callable[[str, Name], bool]) -> list[Name]:
    """Return the gazetteer's names in `text`: the longest at each of `places`, none overlapping.

    `is_none` tells what only looks like a name.
    """
    found: list[Name] = []
    free = 0
    for start, opener in places:
        if start < free:
            continue
        for form in opener.at(text, start) if opener.longer else opener.forms:
            end = start + len(form.text)
            # The word must not go on behind the form.
            if text.startswith(form.text, start) and not text[end : end + 1].isalnum():
                free = end
                name = Name(start, end, form)
                if not is_none(text, name):
                    found.append(name)
                break
    return found


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


def openers(own: OwnNames) -> dict[str, Opener]:
    """Return all forms by their first run of word characters.

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
    return {word: _opener(word, forms) for word, forms in index.items()}


def _opener(word: str, forms: list[Form]) -> Opener:
    forms.sort(key=lambda form: (-len(form.text), form.text))
    if len(forms) <= _FEW:
        return Opener(len(word), tuple(forms), {})
    tail = slice(len(word), len(word) + _TAIL)
    longer: dict[str, tuple[Form, ...]] = {}
    short = []
    for form in forms:
        begin = form.text[tail]
        if len(begin) < _TAIL:
            short.append(form)
        else:
            longer[begin] = (*longer.get(begin, ()), form)
    return Opener(len(word), tuple(short), longer)


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
