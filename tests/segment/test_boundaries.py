"""Where sentences end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilatsum.data import punkt_parameters
from bilatsum.segment.boundaries import boundaries, typewritten
from bilatsum.segment.punkt import punkt, punkt_parts

ONE_SENTENCE = [
    "He met the U.S. Secretary of State in the U.K. Parliament.",
    "Pakistan sent Lt. Gen. Asim Munir and Adm. Zafar Abbasi to the talks.",
    "The treaty of Jan. 5 replaced that of Sept. 11, 1999.",
    "She is No. 2 in the ministry and lives in St. Petersburg.",
    "Several states, e.g. Peru and Chile, i.e. the neighbours, agreed.",
    "J. R. R. Tolkien and S. Jaishankar were not there, nor was George W. Bush.",
    "The accord (Art. 5, para. 2, p. 55) is clear.",
    "It was “good.” he said.",
    '"Will it hold?" Karaduman asked.',
    'The crowd shouted "March! March!" but did not move.',
    "Well ... then it stopped.",
    "The anti-U.S. Senate vote failed.",
    "They work for Yahoo! in the accounting department.",
    "Mr. and Mrs. Smith vs. Dr. Jones was heard at 5 p.m. on Monday.",
    "The site www.example.org is slow and costs $1.5 billion.",
    "1. The first item of the list.",
    "Figure 1. Exports of goods.",
]

TWO_SENTENCES = [
    ("He lives in the U.S.", "The ministers left."),
    ("They met at 6 p.m.", "Mr. Smith then went home."),
    ("We make a good team, you and I.", "Did you see him?"),
    ("“This is great.”", "She held the book out."),
    ('He said "no."', "Then he left."),
    ("Is it over?", "It is."),
    ("It never ended....", "She left the room."),
    ("He works for Pitt, Briggs & Co.", "It closed yesterday."),
    ("They brought maps, charts, etc.", "The others slept."),
    ("The answer was no.", "Two days later it was yes."),
    ("It happened in Washington, D.C.", "The president was away."),
    ("The talks ended.", "“Good,” he said."),
    ("He came (late as ever).", "She did not."),
    ("A blank was lost here.", "The next sentence followed."),
    ("It was agreed.[3]", "The text is short."),
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_a_sentence_is_not_cut_at(text: str) -> None:
    assert boundaries(text) == []


@pytest.mark.parametrize(("first", "second"), TWO_SENTENCES)
def test_two_sentences_are_parted(first: str, second: str) -> None:
    text = f"{first} {second}"
    assert [text[:end] for end in boundaries(text)] == [first]


def test_a_lost_blank_between_sentences_is_seen() -> None:
    text = "The meeting ended.The ministers left at once."
    assert [text[:end] for end in boundaries(text)] == ["The meeting ended."]


@pytest.mark.parametrize("text", ["." * 50_000 + "x", ". " * 25_000, '."' * 25_000, "a! " * 20_000])
def test_strings_made_to_backtrack_end(text: str) -> None:
    boundaries(text)


PIECES = st.sampled_from(
    """word Word no No Mr U.S e.g Inc J 5 12.5 etc D.C p.m . . ? ! … ... " ' ) ( ” “ [3] the The I a
    Jan vs mid-June al-Din Pakistan's St é É : Photo""".split()
)


@given(st.lists(st.lists(PIECES, min_size=1, max_size=4).map("".join), min_size=2, max_size=9))
def test_punkt_decides_from_the_words_around_a_mark_as_from_the_whole_paragraph(
    pieces: list[str],
) -> None:
    text = " ".join(pieces)
    plain = typewritten(text)
    ends = {end for _, end in punkt().span_tokenize(plain)}
    for mark in re.finditer(r"(?<![.?!…])[.?!…]+[\"'”’)]*(?= )", text):
        first, last = mark.start() + 1, mark.end()
        assert punkt_parts(plain, *mark.span()) == any(first <= end <= last for end in ends)


STORED = punkt_parameters()
BEFORE = [
    *STORED["abbrev_types"],
    *(first for first, _ in STORED["collocations"]),
    *'5 5,000 (a) it\'s R&D $5 60% co-op a-mr B U.S a/b Word "word"'.split(),
]
BEHIND = [
    *STORED["sent_starters"],
    *(second for _, second in STORED["collocations"]),
    *"mr. okay.) what?\" it's we, Jean-Pierre: U.S. X,Y no! J.".split(),
]


@given(
    st.sampled_from(BEFORE),
    st.sampled_from([".", '."', ".'", ".)"]),
    st.sampled_from(["", "(", '"', "["]),
    st.sampled_from(BEHIND),
)
def test_two_words_are_parted_as_punkt_parts_them(
    before: str, mark: str, opening: str, behind: str
) -> None:
    text = f"so {before}{mark} {opening}{behind[:1].upper()}{behind[1:]} then"
    start = 3 + len(before)
    ends = {end for _, end in punkt().span_tokenize(text)}
    parts = any(start < end <= start + len(mark) for end in ends)
    assert punkt_parts(text, start, start + len(mark)) == parts
