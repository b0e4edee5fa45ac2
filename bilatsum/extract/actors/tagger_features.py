"""What the name tagger sees of a word: made here for training and for tagging alike.

Features that depend on a word alone (`Words.features`) are apart from those that depend on its
place in the sentence (`place_features`) and on the rest of the document (`elsewhere_features`),
so that the tagger may weigh a word once and keep the sum.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, Protocol

from .vocabulary import HONORIFICS

# The groups of a word: bits of the values of the table of groups.
(
    GIVEN, SURNAME, CITY, STATE, DEMONYM, CAPITAL, ORGANISATION, OFFICE, KNOWN, OPENS, REGION,
    COMPANY,
) = (1 << i for i in range(12))  # fmt: skip
FINE_SHIFT, COARSE_SHIFT = 12, 22  # two clusters of words of like use: ten bits and six
FINE_MASK, COARSE_MASK = 0x3FF, 0x3F
PHRASES = STATE | DEMONYM | CAPITAL | CITY | ORGANISATION | OFFICE | REGION | COMPANY
LONGEST = 6
SMALL = "~"  # before a key that stands for a word in any letters
_LETTERS = (
    (GIVEN, "g"), (SURNAME, "f"), (CITY, "t"), (STATE, "s"), (DEMONYM, "d"), (CAPITAL, "c"),
    (ORGANISATION, "o"), (OFFICE, "m"), (KNOWN, "k"), (REGION, "r"),
    (COMPANY, "b"),
)  # fmt: skip

REACH = 2  # words to the left and right whose own features count
OUT = "O"  # the tag of a word outside of names
PLAIN = "plain"  # a word without a capital, in no listed phrase, beside no word with a capital
OUTSIDE = "<>"  # stands for what is beyond the ends of a sentence
_CONNECTORS = frozenset("of for the de du da del bin al el la von van der - & and".split())
_RUNS = re.compile(r"(.)\1+")
_SHOUTED = 0.6
_STRONG = 0.8


class Groups(Protocol):
    """A table from a word or phrase to its groups, 0 for none."""

    def get(self, key: str) -> int:
        """Return the groups of `key`."""
        ...


class Word(NamedTuple):
    """A word as the tagger sees it; `kinds` is one letter for each of its groups."""

    text: str
    lower: str
    shape: str
    groups: int
    kinds: str
    fine: int
    coarse: int
    capital: bool

    @classmethod
    def outside(cls) -> "Word":
        """Return what stands beyond the ends of a sentence."""
        return cls(OUTSIDE, OUTSIDE, "", 0, "", 0, 0, capital=False)

    @property
    def known(self) -> bool:
        """Whether it is an ordinary word, and not also a given name or a place."""
        return bool(self.groups & KNOWN)


@dataclass(slots=True)
class Words:
    """The words met so far, seen through a table of groups."""

    table: Groups
    _seen: dict[str, Word] = field(default_factory=dict)

    def __getitem__(self, text: str) -> Word:
        """Return `text` as a Word, from memory if it was met before."""
        word = self._seen.get(text)
        if word is None:
            word = self._seen[text] = self._look(text)
        return word

    def clear(self, above: int) -> None:
        """Forget the words if they are more than `above`."""
        if len(self._seen) > above:
            self._seen.clear()

    def _look(self, text: str) -> Word:
        text = text.replace("’", "'")
        lower = text.lower()
        exact = self.table.get(text)
        small = self.table.get(SMALL + lower)
        groups = exact | (small & ((1 << FINE_SHIFT) - 1))
        source = exact if exact >> FINE_SHIFT else small
        kinds = "".join(letter for bit, letter in _LETTERS if groups & bit)
        if lower.rstrip(".").capitalize() in HONORIFICS:
            kinds += "h"
        fine = source >> FINE_SHIFT & FINE_MASK
        coarse = source >> COARSE_SHIFT & COARSE_MASK
        return Word(text, lower, _shape(text), groups, kinds, fine, coarse, text[:1].isupper())

    def sentence(self, tokens: Sequence[str]) -> list[Word]:
        """Return the words of a sentence; shouted ones are written as in a sentence."""
        letters = [token for token in tokens if token[:1].isalpha()]
        shouted = sum(token.isupper() and len(token) > 1 for token in letters)
        if len(letters) > LONGEST // 2 and shouted > _SHOUTED * len(letters):
            return [self[self._calm(token)] for token in tokens]
        words = [self[token] for token in tokens]
        for i in range(1, len(words)):
            if words[i - 1].text == "'" and words[i].text == "s":
                words[i - 1] = words[i] = self["'s"]
        return words

    def _calm(self, token: str) -> str:
        if not token.isupper() or len(token) == 1 or "." in token:
            return token
        if self.table.get(SMALL + token.lower()) & KNOWN:
            return token.lower()
        title = token.capitalize()
        return token if self.table.get(token) & PHRASES and not self.table.get(title) else title


def _shape(text: str) -> str:
    shape = "".join(
        "X" if c.isupper() else "x" if c.islower() else "9" if c.isdigit() else c for c in text
    )
    return _RUNS.sub(r"\1\1", shape)


def word_features(word: Word, offset: int) -> list[str]:
    """Return what `word` says of the word that stands `offset` words before it (-2 to 2)."""
    o = str(offset)
    lower = word.lower
    features = [f"{o}w{lower}", f"{o}s{word.shape}", f"{o}k{word.kinds}", f"{o}c{word.fine}"]
    features.append(f"{o}C{word.coarse}")
    if abs(offset) == 1:
        features += [f"{o}3{lower[-3:]}"]
    if offset == 0:
        features += [f"<{lower[:n]}" for n in (2, 3, 4) if len(lower) > n]
        features += [f">{lower[-n:]}" for n in (1, 2, 3, 4) if len(lower) > n]
        features += [f"K{letter}" for letter in word.kinds]
        features += [f"W{word.text}", f"ks{word.kinds}|{word.shape}"]
        if "-" in lower:
            features += [f"h{lower.rpartition('-')[2]}", f"H{lower.partition('-')[0]}"]
    return features


def place_features(words: Sequence[Word], table: Groups) -> list[list[str]]:
    """Return for each word of a sentence what its place among the others says."""
    marks = _phrases(words, table)
    features: list[list[str]] = [[] for _ in words]
    for i, word in enumerate(words):
        before = words[i - 1] if i else None
        after = words[i + 1] if i + 1 < len(words) else None
        b, a = (before.lower if before else OUTSIDE), (after.lower if after else OUTSIDE)
        bs, as_ = (before.shape if before else ""), (after.shape if after else "")
        bc, ac = (before.fine if before else -1), (after.fine if after else -1)
        mine = features[i]
        if marks[i]:
            mine += [f"p{marks[i]}", f"p{marks[i]}|{word.shape}"]
        if i and marks[i - 1]:
            mine.append(f"-p{marks[i - 1]}")
        if i + 1 < len(words) and marks[i + 1]:
            mine.append(f"+p{marks[i + 1]}")
        if not (word.capital or marks[i] or any(near and near.capital for near in (before, after))):
            mine.append(PLAIN)
            continue
        mine += [
            f"bw{b}|{word.lower}",
            f"wa{word.lower}|{a}",
            f"ba{b}|{a}|{word.shape}",
            f"sss{bs}|{word.shape}|{as_}",
            f"bc{bc}|{word.shape}",
            f"ca{word.shape}|{ac}",
            f"cc{bc}|{word.fine}",
            f"dd{word.fine}|{ac}",
        ]
        if before is None:
            mine.append(f"first{word.known}|{word.shape}")
    _runs(words, features)
    return features


def _phrases(words: Sequence[Word], table: Groups) -> list[str]:
    """Return for each word its part in the longest listed phrase that it is in."""
    marks = [""] * len(words)
    at = 0
    while at < len(words):
        word = words[at]
        length = 1
        found = word.groups & PHRASES
        if word.groups & OPENS:
            phrase = word.text
            for end in range(at + 1, min(at + LONGEST, len(words))):
                phrase = f"{phrase} {words[end].text}"
                groups = (table.get(phrase) | table.get(SMALL + phrase.lower())) & PHRASES
                if groups:
                    length, found = end + 1 - at, groups
        if found:
            kinds = "".join(letter for bit, letter in _LETTERS if found & bit)
            marks[at] = ("1" if length == 1 else "B") + kinds
            for i in range(at + 1, at + length):
                marks[i] = "I" + kinds
        at += length
    return marks


def capital_runs(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the bounds of the runs of capitalised words; a known word that opens is not in one."""
    runs: list[tuple[int, int]] = []
    start = -1
    for i, word in enumerate(words):
        inside = word.capital and not (i == 0 and word.known)
        if inside and start < 0:
            start = i
        elif not inside and start >= 0:
            runs.append((start, i))
            start = -1
    if start >= 0:
        runs.append((start, len(words)))
    return runs


def _runs(words: Sequence[Word], features: list[list[str]]) -> None:
    runs = capital_runs(words)
    for start, end in runs:
        first, last = words[start].lower, words[end - 1].lower
        before = words[start - 1].lower if start else OUTSIDE
        after = words[end].lower if end < len(words) else OUTSIDE
        kinds = "".join(sorted(set("".join(word.kinds for word in words[start:end]))))
        left, right = words[start - 1] if start else None, words[end] if end < len(words) else None
        lead = f"{left.coarse}{left.kinds}" if left else OUTSIDE
        tail = f"{right.coarse}" if right else OUTSIDE
        for i in range(start, end):
            place = "S" if end - start == 1 else "B" if i == start else "E" if i == end - 1 else "I"
            features[i] += [
                f"rl{place}{last}", f"rf{place}{first}", f"rb{place}{before}", f"ra{place}{after}",
                f"rn{place}{min(end - start, LONGEST)}", f"rk{place}{kinds}",
                f"rx{place}{before}|{after}", f"rB{place}{lead}", f"rA{place}{tail}",
                f"rC{place}{words[end - 1].fine}",
            ]  # fmt: skip
    _loose_runs(words, runs, features)
    _acronyms(words, features)


def _acronyms(words: Sequence[Word], features: list[list[str]]) -> None:
    """Mark an acronym in parentheses behind the words that it stands for, and those words."""
    for i in range(2, len(words)):
        text = words[i].text
        if words[i - 1].text != "(" or not text.isupper() or not 1 < len(text) <= LONGEST:
            continue
        at, rest = i - 1, text
        for at in range(i - 2, max(-1, i - 2 - 2 * LONGEST), -1):
            if rest and words[at].text[:1] == rest[-1]:
                rest = rest[:-1]
            elif words[at].capital or words[at].lower not in _CONNECTORS:
                break
            if not rest:
                break
        if not rest:
            last = words[i - 2].lower
            features[i] += ["acr", f"acr{last}"]
            for j in range(at, i - 1):
                features[j].append(f"long{'B' if j == at else 'I'}{words[j].capital}")


def _loose_runs(
    words: Sequence[Word], runs: list[tuple[int, int]], features: list[list[str]]
) -> None:
    """Add the first and last words of runs that small connecting words hold together."""
    chains: list[list[tuple[int, int]]] = []
    for run in runs:
        gap = words[chains[-1][-1][1] : run[0]] if chains else ()
        if gap and len(gap) <= REACH and all(word.lower in _CONNECTORS for word in gap):
            chains[-1].append(run)
        else:
            chains.append([run])
    for chain in chains:
        if len(chain) == 1:
            continue
        start, end = chain[0][0], chain[-1][1]
        head, last = words[chain[0][1] - 1].lower, words[end - 1].lower
        joint = words[chain[0][1]].lower
        for i in range(start, end):
            place = "c" if not words[i].capital else "a" if i < chain[0][1] else "z"
            features[i] += [f"lh{place}{head}", f"ll{place}{last}", f"lj{place}{joint}|{head}"]


def survey(
    sentences: Sequence[Sequence[Word]], tags: Sequence[Sequence[str]]
) -> dict[str, Counter[str]]:
    """Return which types the first pass gave the capitalised words of a document, "O" for none."""
    types: dict[str, Counter[str]] = {}
    for words, row in zip(sentences, tags, strict=True):
        for word, tag in zip(words, row, strict=True):
            if word.capital:
                types.setdefault(word.lower, Counter())[tag[2:] or OUT] += 1
    return types


def elsewhere_features(
    words: Sequence[Word], tags: Sequence[str], elsewhere: Mapping[str, Counter[str]]
) -> list[list[str]]:
    """Return what the first pass made of each word of a sentence elsewhere in the document."""
    marks = []
    for word, tag in zip(words, tags, strict=True):
        marks.append(_mark(elsewhere[word.lower], tag[2:] or OUT) if word.capital else "")
    features = []
    for i, mark in enumerate(marks):
        mine = [f"m{mark}", f"m{mark}|{tags[i]}", f"t{tags[i]}"] if mark else [f"t{tags[i]}"]
        if i and marks[i - 1]:
            mine.append(f"-m{marks[i - 1]}")
        if i + 1 < len(marks) and marks[i + 1]:
            mine.append(f"+m{marks[i + 1]}")
        features.append(mine)
    return features


def _mark(counts: Counter[str], own: str) -> str:
    total = counts.total() - 1
    if total <= 0:
        return "-"
    kind, most = max((count - (kind == own), kind) for kind, count in counts.items())[::-1]
    return f"{kind}{'+' if most >= _STRONG * total else ''}"


@cache
def offsets() -> tuple[int, ...]:
    """Return the offsets at which words count, the word itself included."""
    return tuple(range(-REACH, REACH + 1))
