"""Bylines: who wrote or speaks."""

import re

from bilatsum.data import offices

_BY = re.compile(r"(?:by|written by)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_SMALL_IN_NAMES = frozenset(
    "and in of for the at on de da del della di du la le van von der den bin ibn al el y".split()
)
_MAX_WORDS = 18
_SPEECH_BY = re.compile(
    r"(?:opening |closing |keynote )?(?:speech|remarks|statement|address|lecture|intervention)"
    r" (?:by|of) (?:[^.]|(?<=[A-Z][a-z])\.|(?<=[A-Z][a-z]{2})\.|(?<=[A-Z])\.){2,160}",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(
    r"(?:the )?(?:office|bureau|department|ministry) (?:of|for) [^.]{2,80}", re.IGNORECASE
)
_NAME_AND_OFFICE = re.compile(
    r"[A-ZÀ-Þ][\w.’'\-]*(?: [A-ZÀ-Þ][\w.’'\-]*){1,4}, (?P<office>.{4,80})"
)
_VERBS = frozenset({"will", "has", "have", "says", "said", "is", "was", "to", "meets"})


def is_byline(text: str) -> bool:
    """Return whether a line says who wrote ("By Jane Doe") or who speaks.

    Speakers stand as "Jane Doe, Department Spokesperson", "Office of the Spokesperson" or "Speech
    by the Minister for Foreign Affairs".
    """
    return bool(
        _is_by(text)
        or _SPEECH_BY.fullmatch(text)
        or _OFFICE_OF.fullmatch(text)
        or _is_name_and_office(text)
    )


def _is_by(text: str) -> bool:
    """Whether the line reads "By Jane Doe and John Roe in Geneva": names and small words only."""
    match = _BY.match(text)
    if not match:
        return False
    words = re.findall(r"[^\W\d_][^\s,|]*", text[match.end() :])
    return 0 < len(words) <= _MAX_WORDS and all(
        word[0].isupper() or word.lower() in _SMALL_IN_NAMES for word in words
    )


def _is_name_and_office(text: str) -> bool:
    """Whether the line reads "Jane Doe, Department Spokesperson"."""
    match = _NAME_AND_OFFICE.fullmatch(text)
    if not match or text.endswith((".", "!", "?", ":")):
        return False
    words = re.findall(r"[a-z\-]+", match["office"].lower())
    return any(word in offices() for word in words) and _VERBS.isdisjoint(words)
