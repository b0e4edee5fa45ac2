"""The JSON Schema of a brief."""

from typing import Any

from .tables import read_json


def brief_schema() -> dict[str, Any]:
    """Return the JSON Schema of a brief (brief.schema.json)."""
    schema: dict[str, Any] = read_json("brief.schema.json")
    return schema
