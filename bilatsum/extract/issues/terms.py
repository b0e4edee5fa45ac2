"""The vocabulary of the topics, found in running text.

Words are compared in a plain form (small letters, no plural, no -ed or -ing), so that a term
is written once. The forms are our own: a full stemmer would make "normalisation" a "normal".
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from bilatsum.data import Topic, term_factors, topics
from bilatsum.model import OwnTopic

_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.){2,}")
_VOWELS = frozenset("aeiouy")
_LONGEST = 8
"""The most words of a term."""
_SHORT, _MIN_ROOT = 4, 3


class Token(NamedTuple):
    """A word of a text: in small letters, in its plain form, and its place."""

    raw: str
    form: str
    start: int
    end: int


class TermFound(NamedTuple):
    """A term of the topic number `topic` at a place in a text."""

    topic: int
    term: str
    weight: float
    start: int
    end: int


class _Term(NamedTuple):
    """A term with the plain forms of its words; a negative has the weight 0."""

    forms: tuple[str, ...]
    text: str
    topic: int
    weight: float


# By the first plain form and, for terms of several words, the second one; "" for single words.
_Index = dict[str, dict[str, list[_Term]]]


class Vocabulary(NamedTuple):
    """The topics in use, and the index of their terms."""

    topics: tuple[Topic, ...]
    terms: _Index


def tokens(text: str) -> list[Token]:
    """Return the words of `text` in their plain forms."""
    found: list[Token] = []
    # What NamedTuple's own constructor does, without its frame: this is the busiest line here.
    new, words = tuple.__new__, _WORDS
    done = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        if end - start == 1:
            # Acronyms keep their full stops; the "s" of a possessive is no word.
            acronym = _ACRONYM.match(text, start) if start >= done else None
            if start < done or (text[start] == "s" and text[max(0, start - 1)] in "'’"):
                continue
            done = end = acronym.end() if acronym else end
        raw, form = words[text[start:end]]
        found.append(new(Token, (raw, form, start, end)))
    return found


def find_terms(words: Sequence[Token], vocabulary: Vocabulary) -> list[TermFound]:
    """Return the terms among `words`, each topic's longest at every place, less its negatives."""
    index = vocabulary.terms
    matches: dict[int, list[_Term]] = {}
    last = len(words) - 1
    for at, word in enumerate(words):
        entry = index.get(word.form)
        if entry is None:
            continue
        found = [*entry.get("", ())]
        if at < last:
            longer = entry.get(words[at + 1].form, ())
            found += [term for term in longer if _stands(term.forms, words, at)]
        if found:
            matches[at] = found
    return [
        TermFound(
            term.topic,
            term.text,
            term.weight,
            words[at].start,
            words[at + len(term.forms) - 1].end,
        )
        for at, found in matches.items()
        for term in found
        if term.weight and not _is_covered(term, at, matches)
    ]


def _stands(forms: tuple[str, ...], words: Sequence[Token], at: int) -> bool:
    """Whether the words from `at` on have these forms."""
    return forms == tuple([word.form for word in words[at : at + len(forms)]])


def _is_covered(term: _Term, at: int, matches: Mapping[int, Sequence[_Term]]) -> bool:
    """Whether a negative overlaps the term, or a longer term of the same topic holds it."""
    end = at + len(term.forms)
    for start in range(at - _LONGEST, end):
        for other in matches.get(start, ()):
            if other.topic != term.topic or other is term:
                continue
            stop = start + len(other.forms)
            if other.weight == 0 and at < stop:
                return True
            longer = len(other.forms) > len(term.forms)
            if other.weight and longer and start <= at and end <= stop:
                return True
    return False


def plain(word: str) -> str:
    """Return the plain form of a word in small letters: "treaties" and "treaty" have the same."""
    return _FORMS[word]


class _Forms(dict[str, str]):
    """The plain forms of the words seen so far."""

    def __missing__(self, word: str) -> str:
        form = _plain(word)
        if len(self) < _MAX_FORMS:
            self[word] = form
        return form


class _Words(dict[str, tuple[str, str]]):
    """The words seen so far as they were written, each in small letters and in its plain form."""

    def __missing__(self, word: str) -> tuple[str, str]:
        raw = word.lower()
        both = raw, _FORMS[raw]
        if len(self) < _MAX_FORMS:
            self[word] = both
        return both


_MAX_FORMS = 50_000
# Words that only look like the plural of another: arms are no arm, the Ganges no gang.
_AS_THEY_ARE = ("arms", "customs", "ganges", "news", "series", "species", "means")
_FORMS = _Forms({word: word for word in _AS_THEY_ARE})
_WORDS = _Words()


def _plain(word: str) -> str:
    word = word.replace(".", "")
    if len(word) < _SHORT or not word.isascii():
        return word
    if word.endswith("s") and word[-2] not in "su" and not word.endswith("is"):
        if word.endswith("ies") and len(word) > _SHORT:
            word = word[:-3] + "y"
        else:
            word = word[:-2] if word.endswith(("sses", "xes", "ches", "shes")) else word[:-1]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= _MIN_ROOT and _VOWELS & set(root):
            word = root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root
            break
    return word[:-1] if word.endswith("e") and len(word) > _SHORT else word


@lru_cache(maxsize=8)
def vocabulary(own: tuple[OwnTopic, ...]) -> Vocabulary:
    """Return the taxonomy together with the topics a user adds.

    A topic of the user's with the code of one of ours adds its terms to it.
    """
    known = {topic.code: topic for topic in topics()}
    for added in own:
        known[added.code] = _joined(known.get(added.code), added)
    listed = tuple(known.values())
    index: _Index = {}
    factors = term_factors()
    for number, topic in enumerate(listed):
        learned = factors.get(topic.code, {})
        weighted = [*topic.terms.items(), *((negative, 0.0) for negative in topic.negatives)]
        for text, weight in weighted:
            forms = tuple([_FORMS[word] for word in _words(text)])
            if forms:
                term = _Term(forms, text, number, weight * learned.get(text, 1.0))
                second = forms[1] if len(forms) > 1 else ""
                index.setdefault(forms[0], {}).setdefault(second, []).append(term)
    return Vocabulary(listed, index)


def _words(term: str) -> list[str]:
    if "." in term or "'" in term or "-" in term:
        return [word.raw for word in tokens(term)][:_LONGEST]
    return term.split()[:_LONGEST]


def _joined(ours: Topic | None, added: OwnTopic) -> Topic:
    """Return a topic of the user's, with what we know of it."""
    return Topic(
        code=added.code,
        label=added.label or (ours.label if ours else added.code),
        definition=added.definition or (ours.definition if ours else ""),
        terms={**(ours.terms if ours else {}), **dict(added.terms)},
        negatives=(*(ours.negatives if ours else ()), *added.negatives),
        plover=added.plover or (ours.plover if ours else ()),
        iptc=added.iptc or (ours.iptc if ours else ()),
    )
