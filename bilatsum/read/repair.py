"""The only changes that are ever made to the characters of an article, each with a note."""

import re

# Two characters that stand next to each other only where UTF-8 was read as Windows-1252.
_MOJIBAKE = re.compile(
    "[\u00c2\u00c3\u00c4\u00c5\u00d0\u00d1]"
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|\u00e2[\u0080\u20ac][\u0080-\u00bf\u0152\u0153\u0160\u0161\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_ESCAPES = re.compile(
    r"\x1b\[[0-?]{0,64}[ -/]{0,16}[@-~]"  # CSI: colours, cursor movement
    r"|\x1b\][^\x07\x1b\n]{0,4096}(?:\x07|\x1b\\)"  # OSC: window title, links
    r"|\x1b[@-Z\\-_]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# One of them is part of all that is repaired: most texts need one look.
_SUSPECT = re.compile(
    "[\u00c2-\u00c5\u00d0\u00d1\u00e2\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]"
)
_LINES = re.compile(r"[^\n]*\n?")


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` with mojibake undone and control characters removed, and notes on both."""
    notes: list[str] = []
    if text.startswith("\ufeff"):
        text = text.lstrip("\ufeff")
        notes.append("removed the byte-order mark")
    if not _SUSPECT.search(text):
        return text, tuple(notes)
    if _MOJIBAKE.search(text):
        text, lines = _undo_mojibake(text)
        if lines:
            notes.append(f"repaired mojibake in {lines} {'line' if lines == 1 else 'lines'}")
    text, lone = _SURROGATES.subn("\ufffd", text)
    if lone:
        notes.append(f"replaced {lone} lone surrogates")
    text, escapes = _ESCAPES.subn("", text)
    text, controls = _CONTROLS.subn("", text)
    if escapes or controls:
        notes.append(f"removed {escapes + controls} control characters or escape sequences")
    return text, tuple(notes)


def _undo_mojibake(text: str) -> tuple[str, int]:
    """Repair line by line, so that one sound line cannot keep a broken one from being mended."""
    import ftfy  # noqa: PLC0415 - slow to import, seldom needed

    repaired = 0
    lines: list[str] = []
    for line in _LINES.findall(text):
        mended = ftfy.fix_encoding(line) if _MOJIBAKE.search(line) else line
        repaired += mended != line
        lines.append(mended)
    return "".join(lines), repaired
