"""Reading the package's own data files."""

import json
from pathlib import Path
from typing import Any

from bilatsum.errors import DataError

_HERE = Path(__file__).parent


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
