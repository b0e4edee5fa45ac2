"""Every method of the table, and the length of summaries."""

import pytest

from bilatsum import Options, summarize
from bilatsum.errors import OptionError
from bilatsum.summary import METHODS
from bilatsum.summary.length import default_sentences, take, take_words
from bilatsum.summary.method import Ranking

ARTICLE = (
    "Peru and Chile sign a pact\n\n"
    "Peru and Chile signed a pact on copper on Tuesday. The pact ends a long dispute. "
    "Copper is the main export of both. Ministers praised the pact. Will it last? "
    "Nobody knows. The dispute began in 1990. Miners in Chile welcomed the pact on copper.\n\n"
    "For more information, visit the website of the ministry."
)


@pytest.mark.parametrize("method", METHODS)
def test_a_method_gives_whole_sentences_in_text_order(method: str) -> None:
    brief = summarize(ARTICLE, method=method, sentences=3)
    indices = [sentence.index for sentence in brief.summary.sentences]
    assert len(indices) == 3
    assert indices == sorted(indices)
    assert brief.summary.method == method


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        "Only a title",
        "!!!",
        "One. One. One. One.",
        "1 2 3 4 5.",
        "The the of and.",
        "It is a bee. " * 40,
    ],
)
def test_a_method_is_never_empty_and_never_breaks(method: str, text: str) -> None:
    assert summarize(text, method=method).summary.sentences


@pytest.mark.parametrize("method", METHODS)
def test_a_method_keeps_to_the_words_asked_for(method: str) -> None:
    brief = summarize(ARTICLE, method=method, words=20)
    document = brief.document
    words = sum(
        len(document.shown(document.sentences[one.index].span).split())
        for one in brief.summary.sentences
    )
    assert 0 < words <= 20


def test_only_where_every_sentence_is_too_long_is_the_limit_passed() -> None:
    texts = ["one two three", "one two three four"]
    assert take_words(Ranking((1, 0), (0.0, 1.0)), texts.__getitem__, [3, 4], 2) == [0]


def test_equal_sentences_are_taken_once() -> None:
    ranking, texts = Ranking((0, 1, 2), (0.0,) * 3), ["same", "same", "other"]
    assert take(ranking, texts.__getitem__, 3) == [0, 2]
    assert take_words(ranking, texts.__getitem__, [1, 1, 1], 9) == [0, 2]


def test_boilerplate_is_taken_only_where_there_is_nothing_else() -> None:
    texts = ["contact", "terms"]
    for unfit, found in (({0}, [1]), ({0, 1}, [0])):
        ranking = Ranking((0, 1), (0.0,) * 2, unfit=frozenset(unfit))
        assert take(ranking, texts.__getitem__, 1) == found
        assert take_words(ranking, texts.__getitem__, [1, 1], 1) == found


def test_the_default_length_grows_gently() -> None:
    lengths = [default_sentences(count) for count in range(1, 500)]
    assert lengths == sorted(lengths)
    assert (lengths[0], lengths[-1]) == (3, 7)


def test_the_house_method_leaves_boilerplate_and_questions_out_and_gives_reasons() -> None:
    brief = summarize(ARTICLE, sentences=4)
    texts = [
        brief.document.shown(brief.document.sentences[one.index].span)
        for one in brief.summary.sentences
    ]
    assert not any(text.startswith("For more") or text.endswith("?") for text in texts)
    assert all(one.reasons for one in brief.summary.sentences)


def test_an_unknown_method_is_an_option_error_that_names_the_known_ones() -> None:
    with pytest.raises(OptionError) as caught:
        summarize(ARTICLE, method="nonsense")
    assert "lex-rank" in caught.value.hint


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"sentences": 0}, "at least 1"),
        ({"words": -1}, "at least 1"),
        ({"issues": -1}, "at least 0"),
        ({"sentences": 1, "words": 1}, "not both"),
    ],
)
def test_options_that_cannot_be_meant_are_refused(options: dict[str, int], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Options(**options)  # type: ignore[arg-type]
