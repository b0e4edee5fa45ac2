"""When two names, roles, labels or sentences of a brief count as the same."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d"})
_TITLES = frozenset(
    """mr mrs ms miss dr prof sir dame lord lady president vice prime minister foreign secretary
    general gen chancellor king queen prince princess crown sheikh ayatollah grand imam senator sen
    rep congressman congresswoman ambassador special envoy his her majesty excellency highness h e
    colonel col lieutenant lt major maj captain admiral spokesperson spokesman spokeswoman deputy
    acting assistant under undersecretary director former the external affairs premier pm fm of
    state interim politburo member chairman chairwoman speaker governor""".split()
)
_STOP = frozenset(
    """a an and the of in on at to for from by with as is are be was were its it their his her our
    this that these those over under into between against after before about or nor not no than
    then but has have had will would can could may might new further other s""".split()
)
_SUFFIXES = (
    "ations", "ation", "ings", "ing", "ities", "ity", "ies", "ments", "ment", "ers", "ed", "es",
    "s", "al", "ly",
)  # fmt: skip
_STEM = 4  # letters that a suffix must leave
_SHORT_FORMS = {"pm": "prime minister", "fm": "foreign minister", "vp": "vice president"}
_SAME = 0.8  # Dice coefficient of words from which two sentences are one
_WITHIN = 0.95  # share of the shorter sentence's words that the other must hold
_SHORTEST = 6  # words that it must have for that


def fold(text: str) -> str:
    """Return a text in small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).lower()


def key(name: str, *, person: bool = False) -> str:
    """Return what is compared of a name; of a person's without the titles before it."""
    name = re.sub(r"[’‘`]", "'", fold(name))
    name = re.sub(r"'s\b", "", name)
    name = re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b|\s|$|,)", "", name)  # U.S. -> us
    words = re.sub(r"[^a-z0-9&' ]+", " ", name).split()
    while words and words[0] == "the":
        words = words[1:]
    if person:
        while len(words) > 1 and words[0] in _TITLES:
            words = words[1:]
        while len(words) > 2 and words[-1] in {"jr", "sr"}:  # noqa: PLR2004 - first and last name
            words = words[:-1]
    return " ".join(words)


def stem(word: str) -> str:
    """Return a word without its commonest endings."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM:
            return word[: -len(suffix)]
    return word


def content(text: str) -> set[str]:
    """Return the stems of the words that carry meaning."""
    words = re.findall(r"[a-z0-9]+", fold(text.replace("U.S.", "US")))
    return {stem(word) for word in words if word not in _STOP}


def role(text: str) -> set[str]:
    """Return the stems of a role's words."""
    text = re.sub(r"\b(pm|fm|vp)\b", lambda match: _SHORT_FORMS[match[0]], fold(text))
    return {stem(word) for word in re.findall(r"[a-z]+", text) if word not in _STOP}


def same_sentence(one: str, other: str) -> bool:
    """Whether two sentences are the same, or one is nearly all of the other."""
    first, second = (re.findall(r"[a-z0-9]+", fold(text)) for text in (one, other))
    if not first or not second:
        return False
    common = (Counter(first) & Counter(second)).total()
    if 2 * common / (len(first) + len(second)) >= _SAME:
        return True
    short, long = sorted((len(first), len(second)))
    return short >= _SHORTEST and long <= 2 * short and common / short >= _WITHIN


def same_issue(gold: dict[str, Any], told: dict[str, Any]) -> bool:
    """Whether two issues share evidence, or their labels share their words."""
    evidence = list(told.get("evidence") or ())[:5]
    if any_same(evidence, gold["evidence"]):
        return True
    wanted, found = content(gold["label"]), content(told.get("label") or "")
    common = len(wanted & found)
    return bool(
        common
        and common / len(wanted) >= 1 / 2
        and common / len(found) >= 1 / 3
    )  # fmt: skip


def any_same(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any two sentences are the same."""
    others = list(others)
    return any(same_sentence(one, other) for one in some for other in others)
