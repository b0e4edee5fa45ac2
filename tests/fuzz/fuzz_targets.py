"""What is fuzzed: four functions that take any bytes and fail where a promise is broken.

Each raises AssertionError, or whatever the program itself raises; an InputError is a refusal and
passes. `words_of` makes half of the inputs out of wordings that the rules look for, so that the
fuzzer need not spell them letter by letter.
"""

import datetime as dt
import json
import unicodedata
from collections.abc import Callable, Iterable
from itertools import pairwise

from bilatsum import summarize
from bilatsum.errors import InputError
from bilatsum.extract.actors import find_actors
from bilatsum.extract.dates import find_dates, find_in
from bilatsum.extract.dates.rule import Reference
from bilatsum.model import Article, DateMention, Document, PartialDate, Span, View
from bilatsum.read import read_bytes
from bilatsum.render.safe import visible
from bilatsum.render.terminal import render as to_terminal
from bilatsum.segment import segment

PIECES = (
    "The U.S. Secretary of State ", "Pakistan’s Foreign Minister Ishaq Dar ", "met ", "said ",
    "“yes.” ", '"no" ', "on Monday ", "on May 3-5, 2024 ", "in the late 1980s ", "Washington ",
    "Georgia ", "Lt. Gen. ", "No. 2 ", "a free trade agreement ", "will sign ", "(IAEA) ", ". ",
    "! ", "? ", "… ", "\n", "\n\n", "- ", "> ", "# ", "**", "[a](https://x.org) ", "coopera-\n",
    "tion ", "Resolution 1929 ", "24/7 ", "al-", "bin ", "Jr., ", "\t", "\r\n", "\u202e", "\u200b",
    "\x1b[31m", "\x1b]8;;http://x\x07", "ISLAMABAD, April 8 (Agency) - ", "By Jane Doe\n",
    "Published: 2025-04-08\n", "the ", "Ministry of Trade and Industry of Peru ", "’s ", "'", '"',
    "(", ")", "]", ":", ";", ",", "é", "中", "every ", "last ", "next ", "between ", "and ", "to ",
    "from ", "until ", "since ", "the end of ", "early ", "mid-", "late ", "two ", "twenty-one ",
    "hundred ", "years ", "weeks ago ", "months later ", "of the year ", "Monday ", "Tuesday and ",
    "February ", "29 ", "30 ", "31 ", "2100 ", "1999", "0", "-", "–", "/", "T10:30 ", "10:30 a.m. ",
    "GMT ", "noon ", "first quarter ", "fiscal ", "FY2024 ", "spring ", "winter of 2024-25 ",
    "Christmas ", "Ramadan ", "Easter Sunday ", "New Year’s Eve ", "the 1990s ", "19th century ",
    "9999 ", "0001 ", "B.C. ", "AD ", "a decade ", "within ", "days ", "that day ", "this week ",
    "tomorrow ", "tonight ", "now ", "recently ", "soon ", "once ", "twice a month ", "annual ",
    "12/31/2024 ", "2024-02-30 ", "2024-W53 ", "1 Muharram ", "Jan. ", "Sept. ", "Prime Minister ",
    "President ", "Ambassador of ", "King Charles III ", "Mr. Smith ", "von der Leyen ", "Kim ",
    "United Nations ", "European Union ", "NATO ", "Congo ", "Korea ", "Chinese ", "Franco-German ",
    "Moscow ", "Kremlin ", "Hamas ", "U.N. ", "spokesman ", "he ", "his counterpart ", "former ",
    "--- \n", "title: x\n", "From: a@b.c\n", "Subject: talks\n", "\x00", "\ufeff", "\u0301", "İ",
    "ß", "\u2028", "\x85", "\x0c", "|", "`", "<b>", "&amp;", "A", "a", " ", "  ", "\u00a0", "Ã©",
)  # fmt: skip
_DAY = PartialDate(2025, 4, 8)
_PUBLISHED = dt.date(2025, 4, 8)
_UNSAFE = frozenset({"Cc", "Cf", "Cs"})


def words_of(data: bytes) -> str:
    """Return the text behind the fuzzer's bytes: an even first byte means a list of pieces."""
    if data[:1] and data[0] % 2 == 0:
        return "".join(PIECES[byte % len(PIECES)] for byte in data[1:])
    return data[1:].decode("utf-8", errors="replace")


def reading(data: bytes) -> None:
    """Read bytes as a file; cut every fourth article into sentences and words."""
    if data[:1] == b"\xfe":
        data = words_of(data).encode()
    try:
        article = read_bytes(data, source="fuzz.md" if data[:1] == b"#" else "fuzz")
    except InputError:
        return
    check_article(article)
    if len(data) % 4 == 0:  # splitting words takes most of the time
        check_document(segment(article))


def dates(data: bytes) -> None:
    """Find the dates of a sentence, of every fourth text as a whole; one in three is undated."""
    published = _DAY if len(data) % 3 else None
    if len(data) % 4:
        view = View(visible(words_of(data)), 0)
        found, _ = find_in(view, _PUBLISHED if published else None, Reference())
        within([mention.span for mention in found], len(view.text))
        apart([mention.span for mention in found])
        return
    document = segment(Article(words_of(data), "fuzz", "", published=published))
    check_dates(find_dates(document), document)


def actors(data: bytes) -> None:
    """Find the actors of a text."""
    document = segment(Article(words_of(data), "fuzz", ""))
    size = len(document.article.text)
    for actor in find_actors(document)[0]:
        assert actor.mentions
        assert actor.name.strip()
        within([mention.span for mention in actor.mentions], size)
        within([mention.role for mention in actor.mentions if mention.role], size)


def whole(data: bytes) -> None:
    """Make a brief and write it in every form."""
    text = words_of(data)
    try:
        brief = summarize(text, date="2025-04-08" if len(data) % 3 else None)
    except InputError:
        return
    check_article(brief.article)
    check_document(brief.document)
    check_dates(brief.dates, brief.document)
    within([issue.bullet for issue in brief.issues], len(brief.article.text))
    json.loads(brief.to_json())
    harmless(brief.to_markdown())
    harmless(to_terminal(brief, width=60))


TARGETS: dict[str, Callable[[bytes], None]] = {
    "reading": reading,
    "dates": dates,
    "actors": actors,
    "whole": whole,
}


def check_article(article: Article) -> None:
    """Hold the reader to its promises: spans inside the text, no control characters left."""
    within([piece.span for piece in article.furniture], len(article.text))
    within([span for span in (article.title, article.byline) if span], len(article.text))
    harmless(article.text, "\t\r\x0b\x0c\x85", frozenset({"Cc", "Cs"}))


def check_document(document: Document) -> None:
    """Hold segmentation to its promises: order, and no overlap at any level."""
    size = len(document.article.text)
    for spans in (
        [paragraph.span for paragraph in document.paragraphs],
        [sentence.span for sentence in document.sentences],
        list(document.hidden),
    ):
        within(spans, size)
        apart(spans)
    within(document.quotations, size)
    for sentence in document.sentences:
        assert document.paragraphs[sentence.paragraph].span.covers(sentence.span)
        assert document.shown(sentence.span)
        assert all(sentence.span.covers(word) for word in sentence.words)
        apart(sentence.words)


def check_dates(mentions: Iterable[DateMention], document: Document) -> None:
    """Hold the dates to theirs: in text order, apart, and bounds that are in order."""
    spans = [mention.span for mention in mentions]
    within(spans, len(document.article.text))
    apart(spans)


def within(spans: Iterable[Span], size: int) -> None:
    """Assert that every span holds something and lies inside the text."""
    for span in spans:
        assert 0 <= span.start < span.end <= size, span


def apart(spans: Iterable[Span]) -> None:
    """Assert that the spans are in order and none overlaps the next."""
    for one, following in pairwise(spans):
        assert one.end <= following.start, (one, following)


def harmless(text: str, allowed: str = "", unsafe: frozenset[str] = _UNSAFE) -> None:
    """Assert that nothing in `text` can command a terminal; line breaks are fine."""
    for character in set(text) - {"\n", *allowed}:
        assert unicodedata.category(character) not in unsafe, ascii(character)
