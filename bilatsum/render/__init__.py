"""A Brief in writing: on a terminal, as Markdown, as JSON.

In: a Brief. Out: a string. `outline` says what is on the page and in which order, once for all
forms but JSON; the others draw its four kinds of blocks.
"""

from collections.abc import Mapping

__all__ = ["FORMATS", "format_of"]

FORMATS: Mapping[str, tuple[str, ...]] = {
    "terminal": (),
    "markdown": (".md", ".markdown"),
    "json": (".json", ".jsonl", ".ndjson"),
}
"""Every written form with the suffixes of file names that ask for it, the default first."""


def format_of(suffix: str) -> str | None:
    """Return the form that a file name's suffix asks for, None where it asks for none."""
    return next((name for name, suffixes in FORMATS.items() if suffix.lower() in suffixes), None)
