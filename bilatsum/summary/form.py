"""How a sentence is written."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import sub, truediv

from bilatsum.data.words import Known
from bilatsum.model import Document

LEANING = re.compile(
    r"[\"“'‘(]?(?:He|She|It|They|This|These|That|Those|Such|But|And|Yet|So|Also|However|Neither|"
    r"Both|Meanwhile|Moreover|Nor|Then|There|The two|The pair|The latter|His|Her|Their|Its|We|I|"
    r"In (?:addition|turn|response|return)|Furthermore|Instead|Similarly|Likewise|Another|Or|"
    r"Nevertheless|Still)\b"
)
BOILERPLATE = re.compile(
    r"(?:for (?:more|further|additional) information|contact|press (?:office|contact)|"
    r"follow (?:us|@)|"
    r"good (?:morning|afternoon|evening)|thank you|dear |ladies and gentlemen|excellenc|"
    r"subscribe|sources?:|image:|photo:|credit:|note:|click here|read more|read:|related:|watch:|"
    r"opinion:|see also|more:|all rights reserved|copyright|©|office of the spokesperson|#{2,}|"
    r"the following (?:is|text|statement)|the below is attributable|begin text|end text|"
    r"\(?(?:laughter|applause|crosstalk)\b|via teleconference|\d{1,2}:\d\d [ap]\.?m\b|"
    r".{0,60} contributed to this|"
    r"editor's note|https?://|www\.)",
    re.IGNORECASE,
)
_WORDS = {
    "saying": "said says told added according stated noted announced warned",
    "first_person": "i we my our me us",
    "second_person": "you your",
    "pronouns": "he she it they him them his her their its",
    "money": "percent million billion trillion",
    "modal": "will would should must could may can",
    "negation": "not no never neither",
}
# Words of all classes are counted at once, by a sum of numbers with a lane of bits for each class.
_LANE = 32
_LANES = {name: _LANE * place for place, name in enumerate((*_WORDS, "digits", "capitals"))}
_FULL = (1 << _LANE) - 1
_MARKS = {word: 1 << _LANES[name] for name, words in _WORDS.items() for word in words.split()}
_HANGING, _FINAL = frozenset(":,-"), frozenset(".!?”\"'’)…")
_ENOUGH = 8
_ALL = 0.95

# Each feature with the kind of numbers it is held in: b yes or no, i whole, d any.
_FORM = {
    "length": "i", "short": "b", "leaning": "b", "question": "b", "quoted": "b",
    "quote_share": "d", "starts_quoted": "b", "hanging": "b", "unfinished": "b",
    "boilerplate": "b", "saying": "b", "first_person": "b", "second_person": "b", "pronouns": "d",
    "digits": "b", "money": "b", "capitals": "d", "word_length": "d", "commas": "d",
    "brackets": "b", "modal": "b", "negation": "b", "lower_start": "b", "spaced_stop": "b",
}  # fmt: skip
FORM_FEATURES = tuple(_FORM)

_DIGIT = re.compile(r"\d")

Columns = dict[str, "array[int] | array[float]"]


def form(
    document: Document, blocks: Iterator[tuple[Sequence[str], Sequence[Sequence[str]]]]
) -> Columns:
    """Return the features of form for every sentence, by their names.

    `blocks` are the sentences, some at once, as they are shown and as their words.
    """
    columns: Columns = {name: array(kind) for name, kind in _FORM.items()}
    columns["quote_share"] = _quote_shares(document)
    columns["quoted"].extend([share > _ALL for share in columns["quote_share"]])
    for shown, words in blocks:
        for name, values in _form(shown, words):
            columns[name].extend(values)
    return columns


def _form(
    shown: Sequence[str], words: Sequence[Sequence[str]]
) -> Iterator[tuple[str, Iterable[float]]]:
    """Yield what the texts and words of some sentences tell."""
    marks = [sum(map(_marks.__getitem__, written)) for written in words]
    counts = {name: [mark >> lane & _FULL for mark in marks] for name, lane in _LANES.items()}
    length = [text.count(" ") + 1 for text in shown]
    first = [text[:1] for text in shown]
    last = [text[-1:] for text in shown]
    opening = [bool(written) and written[0][0].isupper() for written in words]
    yield "length", length
    yield "short", [words < _ENOUGH for words in length]
    yield "leaning", [LEANING.match(text) is not None for text in shown]
    yield "question", ["?" in text[-3:] for text in shown]
    yield "starts_quoted", [letter in "\"“'‘" for letter in first]
    yield "hanging", [letter in _HANGING for letter in last]
    yield "unfinished", [letter not in _FINAL for letter in last]
    yield "boilerplate", [BOILERPLATE.match(text) is not None for text in shown]
    for name in ("saying", "first_person", "second_person", "digits", "modal"):
        yield name, map(bool, counts[name])
    yield "pronouns", map(truediv, counts["pronouns"], length)
    yield "money", [
        bool(figures) and (bool(units) or "$" in text or "%" in text)
        for figures, units, text in zip(counts["digits"], counts["money"], shown, strict=True)
    ]
    yield "capitals", map(truediv, map(sub, counts["capitals"], opening), length)
    yield "word_length", map(truediv, map(len, shown), length)
    yield "commas", [text.count(",") / words for text, words in zip(shown, length, strict=True)]
    yield "brackets", ["(" in text for text in shown]
    yield "negation", [
        bool(negations) or "n't" in text or "n’t" in text
        for negations, text in zip(counts["negation"], shown, strict=True)
    ]
    yield "lower_start", map(str.islower, first)
    yield "spaced_stop", [text.endswith(" .") for text in shown]


def _quote_shares(document: Document) -> "array[float]":
    """Return how much of each sentence stands inside quotation marks."""
    quotations = document.quotations
    if not quotations:
        return array("d", bytes(8 * len(document.sentences)))
    starts = array("q", [span.start for span in quotations])
    shares = array("d")
    for sentence in document.sentences:
        start, end = sentence.span.start, sentence.span.end
        held = 0
        for at in range(max(0, bisect_right(starts, start) - 1), len(starts)):
            if starts[at] >= end:
                break
            span = quotations[at]
            held += max(0, min(end, span.end) - max(start, span.start))
        shares.append(held / (end - start))
    return shares


def _mark(written: str) -> int:
    """Return a word's number: a one in the lane of each class that it is of."""
    mark = _MARKS.get(written.lower(), 0)
    if _DIGIT.search(written):
        mark += 1 << _LANES["digits"]
    if written[0].isupper():
        mark += 1 << _LANES["capitals"]
    return mark


_marks = Known(_mark)
