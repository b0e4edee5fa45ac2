"""Bytes to characters: UTF-8, UTF-16, Windows-1252, and a detector for the rest."""

import codecs
import re

from bilatsum.errors import InputError

from .mime import is_encoded_mail, mail_text

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_OTHER_FORMATS = (
    (b"%PDF-", "a PDF", "convert it first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP or office document", "save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as plain text first"),
    (b"{\\rtf", "an RTF document", "save it as plain text first"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
)

_HTML = re.compile(
    rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.02
_MAX_CONTROLS = 10
_SAMPLE = 65_536


def decode(data: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    """Decode `data` and return the text with notes on what was not plain UTF-8.

    Raises InputError where the bytes are empty, or of another format than text.
    """
    if not data:
        message = f"{source} is empty"
        raise InputError(message)
    for magic, name, hint in _OTHER_FORMATS:
        if data.startswith(magic):
            message = f"{source} is {name}, not plain text"
            raise InputError(message, hint=hint)
    if _HTML.match(data[:2000]):
        message = f"{source} is an HTML page, not plain text"
        raise InputError(message, hint="save the article as plain text first")
    if is_encoded_mail(data):
        return mail_text(data, source), ("decoded the e-mail and took its plain text",)
    text, notes = _decode(data)
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > max(_MAX_CONTROLS, _MAX_CONTROL_SHARE * len(sample)):
        message = f"{source} looks like binary data, not text"
        raise InputError(message, hint="give a plain text file")
    return text, notes


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            name = encoding.removesuffix("-le").removesuffix("-be").upper()
            return text, (f"removed the byte-order mark ({name})",)
    utf16 = _utf16_without_mark(data)
    if utf16:
        return data.decode(utf16, errors="replace"), ("decoded as UTF-16 without a mark",)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _decode_legacy(data)


def _utf16_without_mark(data: bytes) -> str | None:
    """Tell UTF-16 by its zero bytes: in English every other byte is one."""
    sample = data[:4096]
    if len(sample) < 4 or b"\x00" not in sample:  # noqa: PLR2004 - two characters
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _decode_legacy(data: bytes) -> tuple[str, tuple[str, ...]]:
    repaired = data.decode("utf-8", errors="replace")
    broken = repaired.count("\ufffd")
    whole = sum(character > "\x7f" for character in repaired) - broken
    if broken * 2 <= whole:  # Windows-1252 read as UTF-8 has hardly a whole sequence
        return repaired, (f"replaced {broken} byte sequences that are not UTF-8",)
    try:
        return data.decode("cp1252"), ("decoded as Windows-1252",)
    except UnicodeDecodeError:
        pass
    import charset_normalizer  # noqa: PLC0415 - slow to import, seldom needed

    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    return data.decode(encoding, errors="replace"), (f"decoded as {encoding} (a guess)",)
