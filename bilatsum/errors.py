"""The exceptions of bilatsum.

BilatsumError
├── InputError     an input cannot be read, is empty, too large, or not an English text
├── OptionError    an option has no such value (also a ValueError)
├── OutputError    a brief cannot be written where it was wanted
└── DataError      a data file of the package is missing or damaged
"""


class BilatsumError(Exception):
    """Anything that bilatsum refuses: `message` is one line, `hint` says what to do about it."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Keep the message and the hint, both without line breaks."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(BilatsumError):
    """An input cannot be read, is empty, too large, or not an English text."""


class OptionError(BilatsumError, ValueError):
    """An option has no such value."""


class OutputError(BilatsumError):
    """A brief cannot be written where it was wanted."""


class DataError(BilatsumError):
    """A data file of the package is missing or damaged."""
