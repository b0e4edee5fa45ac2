"""Reading what a user adds to the gazetteer and to the topics of issues, a TOML file.

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

[[topic]]
code = "reko_diq"
label = "The Reko Diq mine"
terms = { "reko diq" = 3, "saindak" = 2 }
negatives = ["reko diq street"]
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bilatsum.errors import OptionError
from bilatsum.model import OwnNames, OwnOrganisation, OwnPerson, OwnTopic

from .gazetteer import states
from .topics import topics

_TABLES = {
    "person": {"name", "aliases", "country"},
    "organisation": {"name", "acronyms", "aliases", "country", "kind"},
    "state": {"code", "aliases"},
    "topic": {"code", "label", "definition", "terms", "negatives", "plover", "iptc"},
}
_WEIGHTS = (1, 2, 3)


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
        known = "person, organisation, state, topic, offices"
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
        topics=tuple(_topic(row, source) for row in rows["topic"]),
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


def _topic(row: Mapping[str, Any], source: str) -> OwnTopic:
    """Return a topic; one without a label must add to a topic of ours."""
    code = _text(row, "code", source)
    known = {topic.code for topic in topics()}
    label = _text(row, "label", source) if "label" in row or code not in known else ""
    return OwnTopic(
        code=code,
        label=label,
        definition=_text(row, "definition", source) if "definition" in row else "",
        terms=_terms(row.get("terms", {}), source),
        negatives=tuple(text.lower() for text in _texts(row, "negatives", source)),
        plover=_texts(row, "plover", source),
        iptc=_texts(row, "iptc", source),
    )


def _terms(value: object, source: str) -> tuple[tuple[str, float], ...]:
    """Return terms with their weights; in a list all weigh 3."""
    if isinstance(value, list):
        value = dict.fromkeys(_texts({"terms": value}, "terms", source), max(_WEIGHTS))
    if not isinstance(value, dict) or not value:
        message = f"{source}: terms must be a table of words with weights from 1 to 3"
        raise OptionError(message)
    for term, weight in value.items():
        if weight not in _WEIGHTS or isinstance(weight, bool):
            message = f"{source}: the weight of {term!r} must be 1, 2 or 3, not {weight!r}"
            raise OptionError(message)
    return tuple(
        (_text({"term": term}, "term", source).lower(), float(weight))
        for term, weight in value.items()
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
