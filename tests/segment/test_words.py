"""The words of a sentence: our one pass parts them as NLTK's tokenizer does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilatsum.model import View, Words
from bilatsum.segment.boundaries import typewritten
from bilatsum.segment.words import nltk_words, words

SENTENCES = [
    "The ministers' talks in the U.S. didn't fail, he said.",
    "“We can’t wait,” she said; “they'll come at 10:30 with $1,500,000.”",
    "It cost 3,000 (or 5%), i.e. a lot -- too much...",
    "He cannot say 'yes', nor could she (in the U.K.).",
    'They call it "the deal of the \'90s".',
    "You gonna tell 'em? Gimme more'n that, d'ye hear!",
    "It's the states' right, isn't it?",
    "A `strange' one: 'I' and ''two'' and [3] {4} <5>.",
]
FRAGMENTS = st.sampled_from(
    """word don't N'T n't cannot can not 's 'S 'll ' " 're I U.S. . .. ... , : ; - -- --- ( ) [ ] <
    > $ % 5 3,000 10:30 ? ! * & @ # é O'Brien '90s dogs' _ / „ ― … = N't they'll d'ye gonna ` ’ “
    — lemme |""".split()
)
TEXTS = st.lists(st.lists(FRAGMENTS, min_size=1, max_size=4).map("".join), min_size=1, max_size=8)


def words_of(text: str, origin: int = 0) -> Words:
    """Return the words of a text of one sentence."""
    return next(words(View(text, origin), [(0, len(text))]))


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_has_the_words_that_nltk_finds(text: str) -> None:
    found = [(span.start, span.end) for span in words_of(text)]
    assert found == nltk_words(typewritten(text))


@given(TEXTS)
def test_any_mixture_of_marks_has_the_words_that_nltk_finds(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = [(span.start, span.end) for span in words_of(text)]
    assert found == nltk_words(typewritten(text))


@given(TEXTS)
def test_words_are_spans_of_the_article_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = words_of(text, 7)
    article = "." * 7 + text
    assert found.of(article) == [span.of(article) for span in found]
    assert [found[at] for at in range(len(found))] == list(found)
    assert "".join(found.of(article)) == text.replace(" ", "").replace("—", "")
