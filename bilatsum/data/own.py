"""Reading what a user adds to the gazetteer, a TOML file.

offices = ["sherpa"]

[[person]]
name = "Ishaq Dar"
aliases = ["Dar Sahib"]
country = "PAK"

[[organisation]]
name = "Gwadar Port Authority"
acronyms = ["GPA"]
country = "PAK"

[[state]]
code = "PAK"
aliases = ["Land of the Pure"]
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bilatsum.errors import OptionError
from bilatsum.model import OwnNames, OwnOrganisation, OwnPerson

from .gazetteer import states

_TABLES = {
    "person": {"name", "aliases", "country"},
    "organisation": {"name", "acronyms", "aliases", "country", "kind"},
    "state": {"code", "aliases"},
}


def read_own_names(path: Path) -> OwnNames:
    """Return what the TOML file at `path` adds. Raises OptionError in one line."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except OSError as error:
        message = f"{path}: {error.strerror or error}"
        raise OptionError(message) from None
    except UnicodeDecodeError:
        message = f"{path} is not UTF-8"
        raise OptionError(message) from None
    own = parse_own_names(text, source=str(path))
    return replace(own, sha256=hashlib.sha256(data).hexdigest())


def parse_own_names(text: str, *, source: str) -> OwnNames:
    """Return what a TOML text adds. Raises OptionError in one line that names `source`."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{source} is no TOML: {error}"
        raise OptionError(message) from None
    unknown = sorted(set(content) - {*_TABLES, "offices"})
    if unknown:
        known = "person, organisation, state, offices"
        message = f"{source}: unknown entry {unknown[0]!r}; known are {known}"
        raise OptionError(message)
    rows = {table: _rows(content, table, source) for table in _TABLES}
    return OwnNames(
        people=tuple(
            OwnPerson(_text(row, "name", source), _texts(row, "aliases", source),
                      _country(row, "country", source))
            for row in rows["person"]
        ),
        organisations=tuple(_organisation(row, source) for row in rows["organisation"]),
        states=tuple(
            (_country(row, "code", source) or "", alias)
            for row in rows["state"]
            for alias in _texts(row, "aliases", source)
        ),
        offices=tuple(office.lower() for office in _texts(content, "offices", source)),
    )  # fmt: skip


def _organisation(row: Mapping[str, Any], source: str) -> OwnOrganisation:
    kind = row.get("kind", "organisation")
    if kind not in {"organisation", "group"}:
        message = f"{source}: kind must be organisation or group, not {kind!r}"
        raise OptionError(message)
    return OwnOrganisation(
        _text(row, "name", source),
        _texts(row, "acronyms", source),
        _texts(row, "aliases", source),
        _country(row, "country", source),
        kind,
    )


def _rows(content: Mapping[str, Any], table: str, source: str) -> list[Mapping[str, Any]]:
    rows = content.get(table, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        message = f"{source}: write [[{table}]] above each {table}"
        raise OptionError(message)
    for row in rows:
        unknown = sorted(set(row) - _TABLES[table])
        if unknown:
            known = ", ".join(sorted(_TABLES[table]))
            message = f"{source}: a {table} has no {unknown[0]!r}; it has {known}"
            raise OptionError(message)
    return rows


def _text(row: Mapping[str, Any], key: str, source: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not any(letter.isalnum() for letter in value):
        message = f"{source}: {key} must be a text, not {value!r}"
        raise OptionError(message)
    return value.strip()


def _texts(row: Mapping[str, Any], key: str, source: str) -> tuple[str, ...]:
    values = row.get(key, [])
    if not isinstance(values, list):
        message = f"{source}: {key} must be a list of texts, not {values!r}"
        raise OptionError(message)
    return tuple(_text({key: value}, key, source) for value in values)


def _country(row: Mapping[str, Any], key: str, source: str) -> str | None:
    value = row.get(key)
    if value is None and key != "code":
        return None
    if value not in {state.iso3 for state in states()}:
        message = f"{source}: {key} must be a code of ISO 3166-1 alpha-3 such as PAK, not {value!r}"
        raise OptionError(message)
    return str(value)
