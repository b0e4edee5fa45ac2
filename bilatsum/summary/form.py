"""How a sentence is written."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import sub, truediv

from bilatsum.model import Document

from .table import Table

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
MARK_BITS = _LANE * len(_LANES)
_MARKS = {word: 1 << _LANES[name] for name, words in _WORDS.items() for word in words.split()}
_DIGIT = re.compile(r"\d")
_HANGING, _FINAL = frozenset(":,-"), frozenset(".!?”\"'’)…")
_ENOUGH = 8
_ALL = 0.95

FORM_FEATURES = (
    "length", "short", "leaning", "question", "quoted", "quote_share", "starts_quoted",
    "hanging", "unfinished", "boilerplate", "saying", "first_person", "second_person",
    "pronouns", "digits", "money", "capitals", "word_length", "commas", "brackets", "modal",
    "negation", "lower_start", "spaced_stop",
)  # fmt: skip


def add_form(
    table: Table,
    shown: Sequence[str],
    lengths: list[int],
    marks: Sequence[int],
    firsts: Sequence[str],
) -> None:
    """Add the features of form of some sentences.

    They are given as they are shown, with the number of their words, the sum of their marks, and
    the first of them.
    """
    counts = {name: [found >> lane & _FULL for found in marks] for name, lane in _LANES.items()}
    first = [text[:1] for text in shown]
    last = [text[-1:] for text in shown]
    add = table.add
    add("length", lengths)
    add("short", [words < _ENOUGH for words in lengths])
    add("leaning", [LEANING.match(text) is not None for text in shown])
    add("question", ["?" in text[-3:] for text in shown])
    add("starts_quoted", [letter in "\"“'‘" for letter in first])
    add("hanging", [letter in _HANGING for letter in last])
    add("unfinished", [letter not in _FINAL for letter in last])
    add("boilerplate", [BOILERPLATE.match(text) is not None for text in shown])
    for name in ("saying", "first_person", "second_person", "digits", "modal"):
        add(name, list(map(bool, counts[name])))
    add("pronouns", list(map(truediv, counts["pronouns"], lengths)))
    add(
        "money",
        [
            bool(figures) and (bool(units) or "$" in text or "%" in text)
            for figures, units, text in zip(counts["digits"], counts["money"], shown, strict=True)
        ],
    )
    inside = map(sub, counts["capitals"], [word[:1].isupper() for word in firsts])
    add("capitals", list(map(truediv, inside, lengths)))
    add("word_length", list(map(truediv, map(len, shown), lengths)))
    add("commas", [text.count(",") / words for text, words in zip(shown, lengths, strict=True)])
    add("brackets", ["(" in text for text in shown])
    add(
        "negation",
        [
            bool(negations) or "n't" in text or "n’t" in text
            for negations, text in zip(counts["negation"], shown, strict=True)
        ],
    )
    add("lower_start", list(map(str.islower, first)))
    add("spaced_stop", [text.endswith(" .") for text in shown])


def add_quotations(table: Table, document: Document) -> None:
    """Add how much of each sentence stands inside quotation marks."""
    quotations = document.quotations
    starts = [span.start for span in quotations]
    shares: list[float] = []
    for sentence in document.sentences if quotations else ():
        start, end = sentence.span.start, sentence.span.end
        held = 0
        for at in range(max(0, bisect_right(starts, start) - 1), len(starts)):
            if starts[at] >= end:
                break
            span = quotations[at]
            held += max(0, min(end, span.end) - max(start, span.start))
        shares.append(held / (end - start))
    shares = shares or [0.0] * table.size
    add = table.add
    add("quote_share", shares)
    add("quoted", [share > _ALL for share in shares])


def mark(written: str) -> int:
    """Return a word's number: a one in the lane of each class that it is of."""
    found = _MARKS.get(written.lower(), 0)
    if not written.isalpha() and _DIGIT.search(written):
        found += 1 << _LANES["digits"]
    if written[0].isupper():
        found += 1 << _LANES["capitals"]
    return found
