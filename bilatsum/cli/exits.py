"""The exit codes of the program; docs/cli.md lists them."""

from enum import IntEnum


class Exit(IntEnum):
    """What the program's exit code says."""

    OK = 0
    ERROR = 1
    """An unexpected error: a fault of bilatsum's."""
    USAGE = 2
    INPUT = 3
    """An input cannot be read, is empty, too large, or not an English text."""
    OUTPUT = 4
    """A brief could not be written."""
    UNTRUE = 5
    """`bilatsum verify` found a line that is not as its article has it."""
    INTERRUPTED = 130
    TERMINATED = 143
