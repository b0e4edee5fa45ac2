"""How far a matter has come, read from the wording of a sentence.

The verb that governs the main clause decides: what is "discussed" or "welcomed" has no standing,
even where plans are mentioned in what was discussed. Two things outweigh what stands before them:
a dispute, and a demand ("agreed that both must").
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from bilatsum.data import wordings
from bilatsum.model import Standing

_Cue = Literal["done", "planned", "called for", "needed", "disputed", "talk"]
"""A standing, or: "needed", a demand that an agreement outweighs ("agreed on the need"), and
"talk", which leaves a matter where it was."""
_CUES: tuple[_Cue, ...] = ("done", "planned", "called for", "needed", "disputed", "talk")
# A hyphen or full stop within a word is part of it.
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*|['’](?:ll|t|s|re|ve|d)\b|[,;:—–()]")
_SUBORDINATORS = {"while", "although", "though", "if", "when", "whereas", "despite", "unless"}
_ASIDES = {"which", "whose", "who", "whom", "where", "if", "unless", "whether"}
_NEGATIONS = frozenset(["not", "never", "no", "without", "t", "’t", "'t", "cannot", "neither",
                        "nor", "unable", "failed", "yet", "hardly"])  # fmt: skip
_HYPOTHETICALS = frozenset(["would", "could", "may", "might", "can"])
_MIN_PAST = 5
_REPORTING = frozenset("""
    said says say saying told added stated reported claimed claims argued argues insisted insists
    suggested alleged
""".split())  # fmt: skip
_STATING = {"confirmed", "said", "stated", "reiterated", "announced", "added", "reaffirmed",
            "indicated", "noted", "declared", "assured"}  # fmt: skip
# "pressed its partners in the talks to": so far behind the verb "to" may stand.
_ASKING = frozenset(["asked", "asks", "pressed", "presses", "pushed", "pushes", "reminded",
                     "advised", "advises", "begged", "lobbied", "invited", "invites"])  # fmt: skip
_ASKED = 16
_WARNING = frozenset(["warned", "warns", "warn"])
_CALLING = frozenset(["call", "calls", "called", "calling", "appealed", "appeals"])
_NEAR = 8
_NONE = frozenset(["no", "little", "few", "nothing"])
_DEMANDING = frozenset(["must", "should"])
_FUTURES = frozenset(["will", "shall"])
_INTENTIONS = frozenset(["commitment", "commitments", "readiness", "willingness", "intention",
                         "dedication", "looking", "looked"])  # fmt: skip
_ONLY = frozenset(["only", "just", "merely"])
_PURPOSES = frozenset(["ensure", "ensures", "ensuring", "so", "designed", "prevent"])
_MEETING = frozenset(["met", "spoke", "convened", "gathered"])
_TALKING = frozenset(["discuss", "review", "exchange"])
_ACTS = frozenset(["agreed", "signed", "launched"])
_NOUNS = frozenset(
    """
    plans demands promise pledge pledges held signs discussion discussions stress review note hope
    shares dispute summons protests named led set appeal welcome praise
""".split()
)
_DETERMINERS = {"the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "his",
                "her", "any", "all", "no", "of", "in", "on", "for", "by", "with", "from", "to",
                "recently", "newly", "long", "jointly", "and"}  # fmt: skip
# Past forms that describe and tell of no act.
_STATES = {"included", "remained", "appeared", "seemed", "needed", "wanted", "showed", "believed",
           "existed", "faced", "contained", "involved", "related", "lacked", "marked", "based",
           "located", "known", "used", "united", "tended", "required"}  # fmt: skip
_TOLD = {"was", "were", "has", "have"}
_AUXILIARIES = {"will", "would", "must", "should", "is", "are", "was", "were", "has", "have", "had"}
_RELATIVE = 30
"""The most words of a relative clause."""
_BE = {"is", "are", "was", "were", "been", "be", "has", "have", "had"}


class _Found(NamedTuple):
    at: int
    cue: _Cue
    words: tuple[str, ...]


def standing(text: str) -> Standing:
    """Return the standing that the wording of `text` shows, "unclear" where none does."""
    words = _main_clauses(list(map(str.lower, _WORD.findall(text))))
    found = list(_cues(words))
    governing = _governing(words, found)
    disputed = any(one.cue == "disputed" for one in found) and governing != "called for"
    if disputed or _is_refused(words):
        return "disputed"
    if governing is None:
        return "done" if _tells_of_the_past(words) else "unclear"
    if governing == "done" and any(one.words[0] in _DEMANDING for one in found):
        return "called for"
    if governing == "talk" or (governing == "done" and _only_talks(words)):
        return "unclear"
    return "called for" if governing == "needed" else governing


def _only_talks(words: list[str]) -> bool:
    """Whether people met "to discuss" a matter: they talked, and nothing more is said."""
    met = next((at for at, word in enumerate(words) if word in _MEETING), None)
    return met is not None and not _TALKING.isdisjoint(words[met:]) and _ACTS.isdisjoint(words)


def _is_refused(words: list[str]) -> bool:
    """Whether something "would not" or "will not" be done, and that is no mere purpose."""
    return "not" in words and any(
        word in {"would", "will"}
        and "not" in words[at + 1 : at + 3]
        and _ONLY.isdisjoint(words[at + 2 : at + 4])
        and _PURPOSES.isdisjoint(words[max(0, at - _NEAR) : at])
        for at, word in enumerate(words)
    )


def _governing(words: list[str], found: list[_Found]) -> _Cue | None:
    """Return the first cue, and after talk the one that is joined to it, or what it stresses."""
    talked = False
    for one in found:
        if talked and _outweighs_talk(words, one):
            return one.cue
        if not talked and one.cue != "talk":
            return one.cue
        # "reiterated that it will": what is stated counts, not the stating.
        talked = talked or words[one.at + 1 : one.at + 2] != ["that"]
    return "talk" if talked else None


def _outweighs_talk(words: list[str], one: _Found) -> bool:
    """Whether a cue behind a verb of talk counts all the same."""
    first = one.words[0]
    if first in _INTENTIONS:
        return True
    if one.cue in {"called for", "needed"} and first not in _DEMANDING:
        return True
    return one.cue != "talk" and (_is_joined(words, one.at) or _is_stated(words, one.at))


def _is_joined(words: list[str], at: int) -> bool:
    """Whether the verb at `at` has the same subject as the one before: "met and agreed"."""
    before = words[max(0, at - 2) : at]
    return bool(before) and (before[-1] in {"and", "then"} or before[0] == "and")


def _is_stated(words: list[str], at: int) -> bool:
    """Whether the verb at `at` is in what someone states: "thanked them and confirmed that"."""
    near = words[max(0, at - _NEAR) : at]
    return "that" in near and bool(_STATING & set(near))


def _main_clauses(words: list[str]) -> list[str]:
    """Return the words with "" for those of relative and of opening subordinate clauses."""
    skip = words.index(",") if words and words[0] in _SUBORDINATORS and "," in words else 0
    if not skip and _ASIDES.isdisjoint(words):
        return words
    main: list[str] = []
    for at, word in enumerate(words):
        if at and at >= skip and word in _ASIDES and words[at - 1 : at] != ["in"]:
            skip = _end_of_relative(words, at)
        main.append("" if at < skip else word)
    return main


def _end_of_relative(words: list[str], at: int) -> int:
    """Return where a relative clause ends: at the next comma if one opened it.

    Else it ends before the second auxiliary ("those who have paid will get it"), or with the text.
    """
    if words[at] in {"if", "unless"} or words[at - 1] == ",":
        try:
            return words.index(",", at)
        except ValueError:
            return len(words)
    if words[at] == "where":
        return at + 1
    verbs = (
        number
        for number in range(at + 1, min(at + _RELATIVE, len(words)))
        if words[number] in _AUXILIARIES and words[number - 1] not in _AUXILIARIES
    )
    next(verbs, None)
    return next(verbs, len(words))


def _cues(words: list[str]) -> Iterator[_Found]:
    """Yield the cues in text order."""
    index = _index()
    firsts = _firsts()
    end = 0
    for at in [at for at, word in enumerate(words) if word in firsts]:
        if at < end:
            continue
        word = words[at]
        if _demands(words, at):
            yield _Found(at, "called for", (word,))
            continue
        for phrase, cue in index.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                kept = _in_context(words, at, phrase, cue)
                if kept is not None:
                    yield _Found(at, kept, phrase)
                    end = at + len(phrase)
                break


@cache
def _firsts() -> frozenset[str]:
    """Return the words with which a cue or a demand begins."""
    return _ASKING | _CALLING | _WARNING | _index().keys()


def _demands(words: list[str], at: int) -> bool:
    """Whether a verb and the word it needs stand apart: "warned Peru to", "call clearly for"."""
    word = words[at]
    if word in _WARNING:
        return "to" in words[at + 2 : at + 4]
    if word in _ASKING:
        return "to" in words[at + 2 : at + _ASKED] and words[at + 1] not in {"to", "by"}
    return word in _CALLING and not {"for", "on", "upon"}.isdisjoint(words[at + 1 : at + 4])


def _in_context(words: list[str], at: int, phrase: tuple[str, ...], cue: _Cue) -> _Cue | None:
    """Return what a cue means where it stands, None where it means nothing."""
    before = words[max(0, at - 2) : at]
    last = before[-1] if before else ""
    far = words[max(0, at - 3) : at]
    after = words[at + len(phrase)] if at + len(phrase) < len(words) else ""
    if not _NEGATIONS.isdisjoint(before):
        return "disputed" if phrase[0] == "wants" else None
    first = phrase[0]
    idle = (
        (first not in _FUTURES and not _HYPOTHETICALS.isdisjoint(far))
        or _is_noun(phrase, cue, last)
        or (first == "deny" and last == "to")
        or (first.startswith("den") and after in {"them", "him", "her", "entry"})
        or (first.startswith("announce") and after == "that" and at)
        or (first.startswith("insist") and after == "that")
        or (cue == "done" and (last == "being" or after in _NONE))  # "being negotiated", "taken no"
    )
    return None if idle else cue


def _is_noun(phrase: tuple[str, ...], cue: _Cue, last: str) -> bool:
    """Whether a wording is no verb where it stands, behind the word `last`: "the will"."""
    first = phrase[0]
    if first in _FUTURES:
        return last in {"the", "a", "its", "their", "our", "his", "her", "political", "no", "of"}
    if first == "demand":
        return last not in {"they", "we", "i", "to"} and not last.endswith("s")
    if first.endswith("ed") and cue in {"done", "disputed"}:
        return last in _DETERMINERS - {"and"}
    return len(phrase) == 1 and first in _NOUNS and last in _DETERMINERS


def _tells_of_the_past(words: list[str]) -> bool:
    """Whether the first verb that shows is one of the simple past or a passive: "was stopped".

    What is told only as said or reported does not count.
    """
    for at, word in enumerate(words):
        if not at or not word.isalpha():
            continue
        if word in _REPORTING or word in _HYPOTHETICALS:
            return False
        if word in _BE:
            nearby = words[at + 1 : at + 3]
            told = any(other.endswith("ed") and other not in _STATES for other in nearby)
            return told and word in _TOLD and _NEGATIONS.isdisjoint(nearby)
        if (
            word.endswith("ed")
            and len(word) >= _MIN_PAST
            and words[at - 1] not in _DETERMINERS | {",", ""}
        ):
            return word not in _STATES
    return False


@cache
def _index() -> dict[str, tuple[tuple[tuple[str, ...], _Cue], ...]]:
    """Return the wordings by their first word, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], _Cue]]] = {}
    for cue in _CUES:
        for wording in sorted(wordings()[cue]):
            phrase = tuple(wording.split())
            index.setdefault(phrase[0], []).append((phrase, cue))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in index.items()
    }
