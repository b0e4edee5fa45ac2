"""A text as the people rules see it: words with their roles in a name or a title."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import compress
from operator import attrgetter

from .lexicon import POSSESSIVE, TOKEN, Lexicon, Token
from .names import Name, Openings, find_names, openings

_MAX_OFFICE_WORDS = 6
_MAX_ACRONYM = 3
_BLANK = frozenset({"", " "})
_NOTED = attrgetter("noted")
_Cut = tuple[list[Token], list[int]]


class Line:
    """A stretch of text as tokens; a gazetteer name is one, an office of many words too.

    `starts` are where they begin, and one more; `names` are the gazetteer's names; `offices` and
    `large` are the places of the offices and of the large tokens among the tokens.
    """

    __slots__ = ("large", "names", "offices", "starts", "text", "tokens")

    def __init__(self, text: str, cut: _Cut, noted: Sequence[int], names: Sequence[Name]) -> None:
        """Take in the tokens, and the places of those that are noted."""
        tokens, starts = cut
        # Tuples of numbers need not be looked through for garbage, nor the one empty tuple.
        self.text, self.tokens, self.starts, self.names = text, tokens, tuple(starts), tuple(names)
        self.large = tuple([at for at in noted if tokens[at].large])
        self.offices = tuple([at for at in noted if tokens[at].label == "office"])

    def end(self, at: int) -> int:
        """Return where the token `at` ends; a possessive ending is behind that."""
        return self.starts[at] + self.tokens[at].size

    def gap(self, at: int) -> str:
        """Return what stands between the token `at` and the one before it."""
        return self.text[self.end(at - 1) : self.starts[at]]


def read_line(text: str, lexicon: Lexicon, is_none: Callable[[str, Name], bool]) -> Line:
    """Return a shown text as tokens; `is_none` tells names of the gazetteer that are none here."""
    if "_" in text:  # it belongs to no token: where tokens begin must be counted one by one
        cut = _scanned(text, (), lexicon)
        noted = _noted(cut)
        opening = openings(text, lexicon.openers)
    else:
        tokens, starts, noted = lexicon.cut(text)
        cut = tokens, starts
        opening = _openings(cut, noted)
    names = find_names(text, opening, is_none) if opening else []
    words = [name for name in names if name.form.kind != "person"]
    if words:
        cut = _with_names(text, cut, words, lexicon) or _scanned(text, words, lexicon)
        noted = _noted(cut)
    openers = [at for at in noted if cut[0][at].opens_office]
    if openers and _join_offices(cut, openers, lexicon):
        noted = _noted(cut)
    return Line(text, cut, noted, names)


def _noted(cut: _Cut) -> list[int]:
    """Return the places of the tokens that matter by themselves."""
    tokens, _ = cut
    return list(compress(range(len(tokens)), map(_NOTED, tokens)))


def _openings(cut: _Cut, noted: Sequence[int]) -> Openings:
    """Return where names may begin, with the forms of the gazetteer that may stand there."""
    tokens, starts = cut
    return [(starts[at] + offset, opener) for at in noted for offset, opener in tokens[at].openings]


def _with_names(text: str, cut: _Cut, names: Sequence[Name], lexicon: Lexicon) -> _Cut | None:
    """Return the tokens with names for the words in them, None where a name cuts a word in two."""
    tokens, starts = cut
    whole: list[Token] = []
    begins: list[int] = []
    done = 0
    for name in names:
        first = bisect_left(starts, name.start, done)
        possessive, stop = _behind(text, name)
        last = bisect_left(starts, stop, first)
        if starts[first] != name.start or text[stop : starts[last]] not in _BLANK:
            return None
        whole += tokens[done:first]
        whole.append(lexicon.of_form(name.form, len(name.form.text), possessive=possessive))
        begins += starts[done : first + 1]
        done = last
    return whole + tokens[done:], begins + starts[done:]


def _scanned(text: str, names: Sequence[Name], lexicon: Lexicon) -> _Cut:
    """Return the tokens one after the other, as no table has them that is made of whole words."""
    tokens: list[Token] = []
    starts: list[int] = []
    rest = iter(names)
    name = next(rest, None)
    match = TOKEN.search(text)
    while match is not None:
        start, end = match.span()
        while name is not None and name.end <= start:
            name = next(rest, None)
        if name is not None and name.start <= start:
            possessive, end = _behind(text, name)
            size = name.end - start
            tokens.append(lexicon.of_form(name.form, size, possessive=possessive))
            starts.append(start)
        else:
            if name is not None and name.start < end:  # it cuts the word in two
                end = name.start
            found = lexicon.of_raw(text[start:end])
            tokens += found
            starts += [start, end - 1][: len(found)]
        match = TOKEN.search(text, end)
    return tokens, [*starts, len(text) + 1]


def _behind(text: str, name: Name) -> tuple[bool, int]:
    """Return whether a possessive ending stands behind a name, and where both end."""
    owns = text.startswith(("'", "’"), name.end)
    ending = POSSESSIVE.match(text, name.end) if owns else None
    return ending is not None, ending.end() if ending else name.end


def _join_offices(cut: _Cut, openers: Sequence[int], lexicon: Lexicon) -> int:
    """Make one token of the words of an office: "foreign" "minister" becomes "foreign minister".

    `openers` are where offices may begin. Changes `cut`; returns how many tokens are less.
    """
    tokens, starts = cut
    free = shift = 0
    for opener in openers:
        at = opener - shift
        length = _office_length(tokens, at, lexicon) if at >= free else 0
        if length:
            free = at + 1
            last = tokens[at + length - 1]
            size = starts[at + length - 1] + last.size - starts[at]
            text = " ".join([token.text for token in tokens[at : at + length]])
            tokens[at : at + length] = [lexicon.of_office(text, size, possessive=last.possessive)]
            del starts[at + 1 : at + length]
            shift += length - 1
    return shift


def _office_length(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return how many tokens from `at` on are the longest office that begins there."""
    first = tokens[at]
    if first.text.isupper() and len(first.text) > _MAX_ACRONYM:  # a shouted heading
        return 0
    best = 0
    phrase = ""
    for length, token in enumerate(tokens[at : at + _MAX_OFFICE_WORDS], 1):
        phrase = f"{phrase} {token.lower}" if phrase else token.lower
        if lexicon.is_office(phrase):
            best = length
        if token.possessive or not lexicon.begins_office(phrase):
            break
    lone = best == 1 and first.lower in _NEED_CAPITAL and not first.capitalised
    return 0 if lone else best


# In small letters these are ordinary words or verbs more often than offices.
_NEED_CAPITAL = frozenset({
    "general", "chair", "lead", "head", "speaker", "pm", "mp", "rep", "sen", "representative",
    "deputy", "official", "major", "justice", "lord",
})  # fmt: skip
