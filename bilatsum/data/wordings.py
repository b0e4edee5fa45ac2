"""Words that show the standing of a matter, whose it is, and where a noun phrase ends."""

from collections.abc import Mapping
from functools import cache

from .tables import read_text


@cache
def wordings() -> Mapping[str, frozenset[str]]:
    """Return the wordings of wordings.tsv, in small letters, by their kind.

    Kinds are the standings "done", "planned", "called for" and "disputed"; "needed" (a demand that
    an agreement outweighs), "talk" (which leaves a matter where it was); "raises" and "opposes".
    """
    return _by_class("wordings.tsv")


@cache
def phrase_words() -> Mapping[str, frozenset[str]]:
    """Return the words of phrase_words.tsv, in small letters, by what they are in a noun phrase.

    The classes "verb", "generic" and "weak head" hold plain forms (extract/issues/terms.py).
    """
    return _by_class("phrase_words.tsv")


def _by_class(name: str) -> Mapping[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for row in read_text(name).splitlines()[1:]:
        word, listed = row.split("\t")
        for one in listed.split(","):
            classes.setdefault(one, set()).add(word)
    return {name: frozenset(words) for name, words in classes.items()}
