"""The trained name tagger, on sentences of our own."""

import time

import pytest

from bilatsum.data.name_tagger import name_tagger, pack, unpack
from bilatsum.errors import DataError
from bilatsum.extract.actors.tagger import tag

TAGS = {"O", *(f"{part}-{kind}" for part in "BI" for kind in ("PER", "ORG", "LOC"))}
STORY = """
The Foreign Ministry of Norway said today that Prime Minister Elena Marković will fly to Paris .
Marković will meet officials of the European Union and of the World Health Organization there .
She is expected in Nairobi next week , a spokesman for the Ministry of Defence told Reuters .
" We welcome this visit , " said David Mwangi , who teaches at the University of Nairobi .
In Cairo , Mr. Hassan called on Hezbollah and Israel to stop the fighting along the border .
"""
PLAIN: tuple[tuple[str, set[tuple[str, str]]], ...] = (
    ("President Maria Lopez arrived in Berlin .", {("Maria Lopez", "PER"), ("Berlin", "LOC")}),
    ("Talks between China and India were held in Geneva .",
     {("China", "LOC"), ("India", "LOC"), ("Geneva", "LOC")}),
    ("The United Nations Security Council met on Monday .",
     {("United Nations Security Council", "ORG")}),
    ("Trade between the two countries has grown since last year .", set()),
    ("The minister , John Smith , works for the World Bank .",
     {("John Smith", "PER"), ("World Bank", "ORG")}),
    ("Ukraine and Poland signed an agreement with NATO in Warsaw .",
     {("Ukraine", "LOC"), ("Poland", "LOC"), ("NATO", "ORG"), ("Warsaw", "LOC")}),
)  # fmt: skip


def story() -> list[list[str]]:
    """Return the sentences of the story as words."""
    return [line.split() for line in STORY.strip().splitlines()]


def names(words: list[str], tags: list[str]) -> set[tuple[str, str]]:
    """Return the names of a tagged sentence, each with its type."""
    found: list[tuple[list[str], str]] = []
    for word, mark in zip(words, tags, strict=True):
        if mark[0] == "B":
            found.append(([word], mark[2:]))
        elif mark[0] == "I":
            found[-1][0].append(word)
    return {(" ".join(parts), kind) for parts, kind in found}


def test_every_word_gets_a_tag_and_a_name_opens_with_a_b() -> None:
    for words, tags in zip(story(), tag(story()), strict=True):
        assert len(words) == len(tags)
        assert set(tags) <= TAGS
        for before, after in zip(["O", *tags], tags, strict=False):
            assert after[0] != "I" or before[1:] == after[1:]


def test_the_same_document_always_gets_the_same_tags_whatever_was_tagged_before() -> None:
    first = tag(story())
    tag([["Something", "else", "in", "Oslo", "."]])
    assert tag(story()) == first


@pytest.mark.parametrize("nothing", [[], [[]], [[], []]], ids=repr)
def test_nothing_gets_no_tags(nothing: list[list[str]]) -> None:
    assert tag(nothing) == nothing


@pytest.mark.parametrize(("sentence", "expected"), PLAIN, ids=[text for text, _ in PLAIN])
def test_plain_sentences_are_tagged_right(sentence: str, expected: set[tuple[str, str]]) -> None:
    words = sentence.split()
    assert names(words, tag([words])[0]) == expected


def test_a_surname_is_a_person_where_the_document_has_the_full_name() -> None:
    tags = tag(story())
    assert ("Elena Marković", "PER") in names(story()[0], tags[0])
    assert names(story()[1], tags[1]) >= {("Marković", "PER"), ("European Union", "ORG")}


def test_odd_words_are_tagged_like_any_others() -> None:
    odd = [["", " ", "’", "s", "\U0001f600", "А́", "X" * 10_000, "-", "--", "-a-"]]
    assert [len(tags) for tags in tag(odd)] == [10]


@pytest.mark.parametrize(("size", "width"), [(100_000, 25), (30_000, 30_000)])
def test_the_time_grows_with_the_number_of_words_and_not_faster(size: int, width: int) -> None:
    """Proved on a document of ordinary sentences, and on a single endless one."""
    words = [word for sentence in story() for word in sentence]
    text = (words * (size // len(words) + 1))[:size]
    spent = []
    for some in (text[: size // 10], text):
        begin = time.process_time()
        tag([some[at : at + width] for at in range(0, len(some), width)])
        spent.append(time.process_time() - begin)
    assert spent[1] < 25 * spent[0]


def test_a_model_survives_packing_and_a_damaged_one_is_refused() -> None:
    model = name_tagger()
    content = pack(model)
    assert pack(unpack(content)) == content
    for damaged in (b"", content[:-1], content[:1000], b"x" + content[1:]):
        with pytest.raises(DataError):
            unpack(damaged)
