"""How a sentence is written."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence

from bilatsum.model import Document, Sentence

from .texts import Text

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
_SAYING = frozenset("said says told added according stated noted announced warned".split())
_FIRST = frozenset("i we my our us me".split())
_SECOND = frozenset("you your".split())
_PRONOUNS = frozenset("he she it they him her them his their its".split())
_MONEY = frozenset("percent million billion trillion".split())
_MODAL = frozenset("will would should must could may can".split())
_NEGATION = frozenset("not no never neither".split())
_DIGIT = re.compile(r"\d")
_FINAL = tuple(".!?”\"'’)…")
_ENOUGH = 8
_ALL = 0.95

FORM_FEATURES = (
    "length", "short", "leaning", "question", "quoted", "quote_share", "starts_quoted",
    "hanging", "unfinished", "boilerplate", "saying", "first_person", "second_person",
    "pronouns", "digits", "money", "capitals", "word_length", "commas", "brackets", "modal",
    "negation", "lower_start", "spaced_stop",
)  # fmt: skip


def form(document: Document, sentences: Sequence[Text]) -> "list[array[float]]":
    """Return the features of form for every sentence."""
    return [
        array("d", _form(document, sentence, text))
        for sentence, text in zip(document.sentences, sentences, strict=True)
    ]


def _form(document: Document, sentence: Sentence, text: Text) -> list[float]:
    shown, words = text.shown, text.length
    held = set(text.lower)
    figures = _DIGIT.search(shown) is not None
    share = _quote_share(document, sentence)
    return [
        words,
        float(words < _ENOUGH),
        float(LEANING.match(shown) is not None),
        float("?" in shown[-3:]),
        float(share > _ALL),
        share,
        float(shown[:1] in "\"“'‘"),
        float(shown.endswith((":", ",", "-"))),
        float(not shown.endswith(_FINAL)),
        float(BOILERPLATE.match(shown) is not None),
        float(not held.isdisjoint(_SAYING)),
        float(not held.isdisjoint(_FIRST)),
        float(not held.isdisjoint(_SECOND)),
        sum([1 for word in text.lower if word in _PRONOUNS]) / words,
        float(figures),
        float(figures and (not held.isdisjoint(_MONEY) or "$" in shown or "%" in shown)),
        sum([1 for token in text.tokens[1:] if token[0].isupper()]) / words,
        len(shown) / words,
        shown.count(",") / words,
        float("(" in shown),
        float(not held.isdisjoint(_MODAL)),
        float(not held.isdisjoint(_NEGATION) or "n't" in shown or "n’t" in shown),
        float(shown[:1].islower()),
        float(shown.endswith(" .")),
    ]


def _quote_share(document: Document, sentence: Sentence) -> float:
    start, end = sentence.span.start, sentence.span.end
    at = max(0, bisect_right(document.quotations, start, key=lambda span: span.start) - 1)
    held = 0
    for span in document.quotations[at:]:
        if span.start >= end:
            break
        held += max(0, min(end, span.end) - max(start, span.start))
    return held / (end - start)
