"""An e-mail as it was sent, with its parts and encodings (RFC 5322, MIME), to plain text.

What a mail client saves as .eml or pipes undecoded. A message in plain 7- or 8-bit text needs
nothing of this and is read as it is, so that offsets stay those of the file.
"""

import re

from bilatsum.errors import InputError

_ENCODED = re.compile(
    rb"^content-(?:transfer-encoding:\s*(?:quoted-printable|base64)|type:\s*(?:multipart/|text/html))",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(rb"(?:from |[a-z][a-z-]*[a-z]:)", re.IGNORECASE)
_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_MAX_HEADER = 65_536
_MAX_MARKS = 5_000
"""Lines that may part a message: taking one of 5,000 parts apart takes half a second."""


def is_encoded_mail(data: bytes) -> bool:
    """Tell whether `data` begins with a mail header that says that the text below is encoded."""
    if not _HEADER.match(data):
        return False
    header = re.split(rb"\r?\n\r?\n", data[:_MAX_HEADER], maxsplit=1)[0]
    return _ENCODED.search(header) is not None


def mail_text(data: bytes, source: str) -> str:
    """Return the header lines that people read, and the plain text of a message.

    Raises InputError where the message has no plain text or cannot be decoded.
    """
    from email import message_from_bytes, policy  # noqa: PLC0415 - slow to import, seldom needed

    try:
        if data.count(b"\n--") > _MAX_MARKS:
            raise ValueError  # noqa: TRY301 - told below, as all that cannot be decoded
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(preferencelist=("plain",))
        text = body.get_content() if body else None
        shown = [(name, message[name]) for name in _SHOWN]
    except Exception as error:  # the parser raises whatever it meets in malformed messages
        what = f"{source} is an e-mail that cannot be decoded"
        raise InputError(what, hint="save the article as plain text first") from error
    if text is None:
        what = f"{source} is an e-mail without plain text"
        raise InputError(what, hint="save the article as plain text first")
    header = "".join(f"{name}: {value}\n" for name, value in shown if value)
    return f"{header}\n{text}"
