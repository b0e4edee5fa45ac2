"""Text from an article made harmless: nothing in it can command a terminal or a renderer."""

import re
import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_PLAIN = re.compile(r"[ -~]*")
_SPACES = re.compile(r"\s+")
_ASCII = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
    "\u00ab": '"', "\u00bb": '"', "\u2013": "-", "\u2014": "--", "\u2212": "-", "\u2026": "...",
    "\u2022": "*", "\u00b7": "-", "\u2500": "-", "\u20ac": "EUR", "\u00a3": "GBP", "\u00df": "ss",
    "\u0131": "i", "\u0142": "l", "\u0141": "L", "\u00f8": "o", "\u00d8": "O", "\u0111": "d",
    "\u0110": "D", "\u00e6": "ae", "\u00c6": "AE", "\u0153": "oe", "\u0152": "OE",
})  # fmt: skip


def visible(text: str) -> str:
    """Return `text` on one line without control, format or unassigned characters."""
    if _PLAIN.fullmatch(text):
        return text
    kept = "".join(
        " " if character.isspace() else character
        for character in text
        if character.isspace() or unicodedata.category(character) not in _HIDDEN
    )
    return _SPACES.sub(" ", kept) if "  " in kept else kept


def to_ascii(text: str) -> str:
    """Return `text` in ASCII: accents dropped, typographic marks spelt, the rest as "?"."""
    plain = unicodedata.normalize("NFKD", text.translate(_ASCII))
    kept = "".join(character for character in plain if not unicodedata.combining(character))
    return kept.encode("ascii", errors="replace").decode("ascii")
