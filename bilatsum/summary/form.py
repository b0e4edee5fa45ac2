"""How a sentence is written."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from bilatsum.model import Document, Sentence

from .texts import Text

LEANING = re.compile(
    r"[\"“'‘(]?(?:He|She|It|They|This|These|That|Those|Such|But|And|Yet|So|Also|However|Neither|"
    r"Both|Meanwhile|Moreover|Nor|Then|There|The two|The pair|The latter|His|Her|Their|Its|We|I|"
    r"In addition|Furthermore|Instead|Similarly|Likewise|Another|Or|Nevertheless|Still)\b"
)
BOILERPLATE = re.compile(
    r"(?:for (?:more|further|additional) information|contact|press (?:office|contact)|follow (?:us|@)|"
    r"good (?:morning|afternoon|evening)|thank you|dear |ladies and gentlemen|excellenc|"
    r"subscribe|sources?:|image:|photo:|credit:|note:|click here|read more|read:|related:|watch:|"
    r"opinion:|see also|more:|all rights reserved|copyright|©|office of the spokesperson|#{2,}|"
    r"the following (?:is|text|statement)|begin text|end text|(?:cnn's )?.{0,60} contributed to this|"
    r"editor's note|https?://|www\.)",
    re.IGNORECASE,
)
_SAYING = re.compile(r"\b(?:said|says|told|added|according to|stated|noted|announced|warned)\b")
_FIRST = re.compile(r"\b(?:I|we|my|our|us|me|I'm|I've|We)\b")
_SECOND = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|him|her|them|his|their|its)\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d")
_MONEY = re.compile(r"[$€£%]|\b(?:percent|million|billion|trillion)\b")
_FINAL = tuple(".!?”\"'’)…")
_MODAL = re.compile(r"\b(?:will|would|should|must|could|may|can)\b")
_NEGATION = re.compile(r"\b(?:not|no|never|n't|neither)\b|n't\b")
_ENOUGH = 8

FORM_FEATURES = (
    "length", "short", "leaning", "question", "quoted", "quote_share", "starts_quoted", "hanging", "unfinished", "boilerplate",
    "saying", "first_person", "second_person", "pronouns", "digits", "money", "capitals", "word_length",
    "commas", "brackets", "modal", "negation", "lower_start", "spaced_stop",
)  # fmt: skip


def form(document: Document, sentences: Sequence[Text]) -> list[list[float]]:
    """Return the features of form for every sentence."""
    return [
        _form(document, sentence, text)
        for sentence, text in zip(document.sentences, sentences, strict=True)
    ]


def _form(document: Document, sentence: Sentence, text: Text) -> list[float]:
    shown, words = text.shown, text.length
    tokens = text.tokens
    return [
        words,
        float(words < _ENOUGH),
        float(LEANING.match(shown) is not None),
        float("?" in shown[-3:]),
        float(_is_quoted(document, sentence)),
        _quote_share(document, sentence),
        float(shown[:1] in "\"“'‘"),
        float(shown.endswith((":", ",", "-"))),
        float(not shown.endswith(_FINAL)),
        float(BOILERPLATE.match(shown) is not None),
        float(_SAYING.search(shown) is not None),
        float(_FIRST.search(shown) is not None),
        float(_SECOND.search(shown) is not None),
        len(_PRONOUN.findall(shown)) / words,
        float(_DIGITS.search(shown) is not None),
        float(_MONEY.search(shown) is not None),
        sum([1 for token in tokens[1:] if token[0].isupper()]) / words,
        len(shown) / words,
        shown.count(",") / words,
        float("(" in shown),
        float(_MODAL.search(shown) is not None),
        float(_NEGATION.search(shown) is not None),
        float(shown[:1].islower()),
        float(shown.endswith(" .")),
    ]


def _quote_share(document: Document, sentence: Sentence) -> float:
    start, end = sentence.span.start, sentence.span.end
    at = max(0, bisect_right(document.quotations, start, key=_start) - 1)
    held = 0
    for span in document.quotations[at:]:
        if span.start >= end:
            break
        held += max(0, min(end, span.end) - max(start, span.start))
    return held / (end - start)


def _is_quoted(document: Document, sentence: Sentence) -> bool:
    at = bisect_right(document.quotations, sentence.span.start, key=_start) - 1
    return at >= 0 and document.quotations[at].end >= sentence.span.end - 1


def _start(span: object) -> int:
    return span.start  # type: ignore
