"""Reading the package's own data files."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bilatsum.errors import DataError

_HERE = Path(__file__).parent


@cache
def data_versions() -> Mapping[str, str]:
    """Return the data files by name with the first 16 hexadecimal digits of their SHA-256.

    Files that only describe (documentation, the schema) are left out. Raises DataError.
    """
    try:
        return {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16]
            for path in sorted(_HERE.iterdir())
            if path.is_file()
            and path.suffix not in {".py", ".md"}
            and not path.name.endswith(".schema.json")
        }
    except OSError as error:
        message = f"a data file cannot be read: {error.strerror}"
        raise DataError(message, hint="install bilatsum again") from error


def read_text(name: str) -> str:
    """Return the content of the data file `name`. Raises DataError if it is missing."""
    try:
        return (_HERE / name).read_text(encoding="utf-8")
    except OSError as error:
        message = f"the data file {name} cannot be read: {error.strerror}"
        raise DataError(message, hint="install bilatsum again") from error


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a tab-separated file with a header line."""
    header, *rows = read_text(name).splitlines()
    columns = header.split("\t")
    try:
        return [dict(zip(columns, row.split("\t"), strict=True)) for row in rows]
    except ValueError as error:
        message = f"the data file {name} is damaged"
        raise DataError(message, hint="install bilatsum again") from error


def read_json(name: str) -> Any:  # noqa: ANN401 - the caller knows the shape
    """Return the content of a JSON data file."""
    return json.loads(read_text(name))
