"""States: which of their names in a text really name them, and which name something else."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from bilatsum.data import is_known_word

from .names import Name

# A capital stands for its government where it acts or is dealt with, not where things happen.
_DEALT_WITH = frozenset(
    "with by against between that but while as if told accused accuses accusing urged urges urging "
    "pressed pressing warned warning blamed blames criticised criticized condemned".split()
)
_ACTS = re.compile(
    r"(?:,? (?:has|have|had|is|was|will|would|must|should|could|can|may|might|does|did|said|says|"
    r"wants|agreed|insists|insisted|denies|denied|replies|replied|complains|hopes|sees|fears|plans|"
    r"needs|seeks|sought|rejects|rejected|accuses|views|regards|considers|believes|knows|sent|put|"
    r"paid|owes|calls|called|announced|signed|withdrew|broke|cut|made|took|gave|began|refuses|"
    r"[a-z]{3,}ed) |['’]s (?!(?:airport|streets?|mayor|centre|center|suburbs?|main|old|university|"
    r"hotels?|holy|museum|stadium|port|city|outskirts|northern|southern|eastern|western)\b)[a-z])"
)
_ENDS = (".", "!", "?", "”", '"', ",", ";", ":", "—")
_SUBORDINATES = frozenset(
    "and because when where which since until whether although though what how yet so said "
    "says".split()
)
# "Harlan Washington" is a man.
_PERSON_BEFORE = re.compile(r"[a-z] [A-Z]\w+ $|^[A-Z]\w+ $")
_PLACE_BEHIND = re.compile(r",? D\.?C\.?|, [A-Z][a-z]+[,.)]?|,? the (?:capital|city)")
_CAPITAL_BEHIND = re.compile(r" ([A-Z][a-z]+)")
_REACH = 40
_SURE = frozenset({"state", "demonym", "seat"})
_RULES = {
    "state": "actors.state.name",
    "demonym": "actors.state.demonym",
    "capital": "actors.state.capital",
    "seat": "actors.state.seat",
}
_US_STATE = re.compile(
    r"\b(?:Atlanta|Savannah|Augusta|Fort Benning|Georgia Tech|state of Georgia|Georgia (?:voters|"
    r"Republicans|Democrats|Senate|governor|Gov\.))"
)
GEORGIA = "Georgia"
_STATE_OF = re.compile(r"\b(?:state|province|town|city|village|county) of $")


class StateName(NamedTuple):
    """A name at a place in a text that stands for the state `iso3`."""

    start: int
    end: int
    text: str
    iso3: str
    rule: str
    adjective: bool


def count_states(names: Iterable[Name], known: Counter[str]) -> None:
    """Count in `known` the states named beyond doubt; they decide the doubtful ones."""
    for name in names:
        form = name.form
        if form.kind in _SURE and not form.ambiguous:
            known[form.keys[0]] += 1


def read_states(text: str, names: Iterable[Name], known: Counter[str]) -> list[StateName]:
    """Return the names that stand for states; `known` counts the states sure to be meant."""
    found: list[StateName] = []
    for name in names:
        if name.form.kind not in _RULES:
            continue
        iso3 = _which(name, known)
        if iso3 is None or _STATE_OF.search(text[max(0, name.start - _REACH) : name.start]):
            continue
        if name.form.ambiguous and _is_given_name(text, name):
            continue
        if name.form.kind == "capital" and not _stands_for_government(text, name):
            continue
        if name.form.text == "Brussels" and not known[iso3]:
            continue  # the seat of the European Union and NATO more often than of Belgium
        found.append(
            StateName(
                name.start,
                name.end,
                name.form.text,
                iso3,
                _RULES[name.form.kind],
                adjective=name.form.kind == "demonym",
            )
        )
    return found


def _which(name: Name, known: Counter[str]) -> str | None:
    """Return the state meant by a form that several states bear, None if nothing tells."""
    keys = name.form.keys
    if len(keys) == 1:
        return keys[0]
    meant = [key for key in keys if known[key]]
    return meant[0] if len(meant) == 1 else None


def _is_given_name(text: str, name: Name) -> bool:
    """Whether a surname follows: "Georgia Reyes", but "Georgia President" and "Jordan Valley"."""
    behind = _CAPITAL_BEHIND.match(text, name.end)
    return behind is not None and not is_known_word(behind[1].lower())


def _stands_for_government(text: str, name: Name) -> bool:
    """Whether a capital is named as one that acts or is dealt with, not as a place or a person."""
    lead = text[max(0, name.start - _REACH) : name.start]
    behind = text[name.end : name.end + _REACH]
    if _PERSON_BEFORE.search(lead) or _PLACE_BEHIND.match(behind):
        return False
    before = [word.strip("(“\"'").lower() for word in lead.split()]
    previous = before[-1] if before else ""
    if previous in _DEALT_WITH or (previous == "and" and "between" in before):
        return True
    begins = not lead.strip() or lead.rstrip().endswith(_ENDS)
    acts = _ACTS.match(behind) is not None
    return acts and (begins or previous in _SUBORDINATES or behind.startswith(("'s", "’s")))


def speaks_of_american_georgia(text: str) -> bool:
    """Return whether the text speaks of the state of Georgia in America too."""
    return bool(_US_STATE.search(text))


def is_in_america(text: str, name: Name) -> bool:
    """Return whether this "Georgia" is the American one: "the state of Georgia"."""
    before = text[max(0, name.start - _REACH) : name.start].rstrip()
    return before.endswith((",", "state of", "Atlanta", "Savannah"))
