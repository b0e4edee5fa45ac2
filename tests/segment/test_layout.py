"""Lines put together into paragraphs, and what is not shown."""

import textwrap

import pytest

from bilatsum.model import Document
from bilatsum.read import read_text
from bilatsum.segment import segment

FIRST = (
    "Argentina promised on Thursday not to cut off natural gas to Chile in winter, closing a "
    "dispute that has soured relations between the two neighbours for two decades and more."
)
SECOND = (
    "The foreign ministers signed the pact at the palace, and it guarantees nine million cubic "
    "metres of gas a day from June to August, which is more than Chile has asked for before."
)


def documented(text: str, source: str = "x.txt") -> Document:
    """Return the segmented article."""
    return segment(read_text(text, source=source))


def shown(document: Document) -> list[str]:
    """Return the sentences as they are shown."""
    return [document.shown(sentence.span) for sentence in document.sentences]


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100])
def test_hard_wrapped_lines_are_one_paragraph(width: int) -> None:
    text = "\n\n".join(textwrap.fill(part, width) for part in (FIRST, SECOND, FIRST))
    document = documented(text)
    assert shown(document) == [FIRST, SECOND, FIRST]
    assert len(document.paragraphs) == 3


def test_wrapped_lines_keep_their_offsets_into_the_input() -> None:
    text = textwrap.fill(f"{FIRST} {SECOND}", 72)
    document = documented(text)
    for sentence in document.sentences:
        assert " ".join(sentence.span.of(text).split()) == document.shown(sentence.span)


def test_a_word_divided_at_a_line_end_is_closed_and_a_compound_keeps_its_hyphen() -> None:
    text = (
        "Both ministries said on Monday that they would widen their coopera-\n"
        "tion on lithium and copper, and that nobody would sign another long-\n"
        "term contract with a neighbour who closes the tap, as the US-\n"
        "Pakistan agreement of that year had shown to all who cared to look.\n"
    )
    sentence = shown(documented(text))[0]
    assert "cooperation on lithium" in sentence
    assert "long-term contract" in sentence
    assert "the US-Pakistan agreement" in sentence


def test_unwrapped_lines_are_paragraphs_of_their_own() -> None:
    assert len(documented(f"{FIRST}\n{SECOND}\n{FIRST}").paragraphs) == 3


def test_the_marks_of_quoted_mail_are_not_shown() -> None:
    text = "\n".join(f"> {line}" for line in textwrap.wrap(f"{FIRST} {SECOND}", 70))
    assert shown(documented(text)) == [FIRST, SECOND]


def test_lists_and_headings_are_told_from_prose() -> None:
    text = (
        f"A title of this\n\n{FIRST}\n\nTrade and Labour\n\n- {FIRST}\n- {SECOND}\n\n1. {FIRST}\n"
    )
    document = documented(text)
    assert [p.kind for p in document.paragraphs] == ["prose", "heading", "item", "item", "item"]
    assert shown(document) == [FIRST, FIRST, SECOND, FIRST]


def test_markdown_is_read_without_its_marks() -> None:
    last = "The **pact** of [July](https://example.org/x) holds."
    text = f"# Title\n\n{FIRST}\n\n## A *small* sum\n\n{last}\n"
    document = documented(text, source="x.md")
    assert shown(document) == [FIRST, "The pact of July holds."]


def test_invisible_characters_are_not_shown() -> None:
    assert shown(documented("The min\u00adis\u200bter of Jap\u202ean met us.")) == [
        "The minister of Japan met us."
    ]


@pytest.mark.parametrize(
    "text",
    ["Hello", "Only a title", "FOR IMMEDIATE RELEASE", "March 7, 2006", "###", "- one\n- two"],
)
def test_a_document_is_never_empty(text: str) -> None:
    assert documented(text).sentences


def test_quotations_are_found_with_their_marks() -> None:
    text = 'He said “yes to all.” She said "no" twice. ‘Never,’ they said, and it’s ours.'
    document = documented(text)
    assert [span.of(text) for span in document.quotations] == ["“yes to all.”", '"no"', "‘Never,’"]


def test_words_are_spans_of_the_article() -> None:
    text = "Pakistan’s U.S. envoy paid $5\nmillion."
    document = documented(text)
    words = [span.of(text) for span in document.sentences[0].words]
    assert words == ["Pakistan", "’s", "U.S.", "envoy", "paid", "$", "5", "million", "."]
