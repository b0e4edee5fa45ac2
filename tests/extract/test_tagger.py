"""The trained name tagger, on sentences of our own."""

import time
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilatsum.data import known
from bilatsum.data.name_tagger import name_tagger, pack, unpack
from bilatsum.errors import DataError
from bilatsum.extract.actors.tagger import Tagger
from bilatsum.extract.actors.tagger_features import PLAIN as PLAIN_WORD
from bilatsum.extract.actors.tagger_features import offsets, place_features, word_features
from bilatsum.extract.actors.tagger_path import LABELS, Transitions
from bilatsum.extract.actors.tagger_scores import Scores, first_scores, second_scores
from bilatsum.extract.actors.tagger_words import EDGE, outside, stretches

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


def tag(sentences: list[list[str]]) -> list[list[str]]:
    """Return the tags of a document."""
    return list(tagger().tag(sentences))


@cache
def tagger() -> Tagger:
    """Return a tagger that keeps what it met."""
    return Tagger(name_tagger())


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

    def seconds(some: list[str]) -> float:
        begin = time.process_time()
        tag([some[at : at + width] for at in range(0, len(some), width)])
        return time.process_time() - begin

    # The least of three: in a long run of tests a search for cycles may take as long as all of it.
    short, long = (min(seconds(some) for _ in range(3)) for some in (text[: size // 10], text))
    assert long < 25 * short


def test_a_model_survives_packing_and_a_damaged_one_is_refused() -> None:
    model = name_tagger()
    content = pack(model)
    assert pack(unpack(content)) == content
    for damaged in (b"", content[:-1], content[:1000], b"x" + content[1:]):
        with pytest.raises(DataError):
            unpack(damaged)


STRETCHES: tuple[tuple[str, list[str]], ...] = (
    ("Fighters of al-Shabaab left the town on Monday .", ["Fighters of al-Shabaab", "Monday"]),
    ("Then said von der Leyen : no .", ["Then", "von der Leyen"]),
    ("He met the Ministry of Trade , Industry and Energy before he left for Seoul .",
     ["He", "Ministry of Trade , Industry and Energy", "Seoul"]),
    ("they spoke to the president about tea , and left", ["president"]),
    ("they left", []),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), STRETCHES, ids=[text for text, _ in STRETCHES])
def test_only_words_that_may_be_in_names_are_looked_at_closely(
    sentence: str, expected: list[str]
) -> None:
    table = Scores(name_tagger()).words
    words = [EDGE, EDGE, *table.sentence(sentence.split()), EDGE, EDGE]
    bounds = stretches(words, table.marks(words))
    assert [" ".join(word.text for word in words[start:end]) for start, end in bounds] == expected


ACRONYMS = "Members of the Shanghai Cooperation Organisation ( SCO ) and of NATO met in Astana ."


def weights_of(feature: str) -> list[int]:
    """Return the weights of a feature for all labels of both passes, none if it is not known."""
    weights = name_tagger().weights
    at = weights.codes.find(feature)
    width = 2 * len(LABELS)
    return weights.rows[at * width : (at + 1) * width].tolist() if at >= 0 else []


def test_the_sums_of_weights_are_those_of_the_features_one_by_one() -> None:
    """The features that training takes, each looked up alone; labels compared with the first."""
    model = name_tagger()
    scores = Scores(model)
    found = 0
    for tokens in [*story(), ACRONYMS.split(), *(text.split() for text, _ in PLAIN)]:
        words = scores.words.sentence(tokens)
        places = place_features(words, scores.words)
        padded = [EDGE, EDGE, *words, EDGE, EDGE]
        found_here = scores.stretches(padded)
        within = [i - 2 for start, end in found_here.bounds for i in range(start, end)]
        sums = dict(zip(within, found_here.sums, strict=True))
        assert within == [i for i, place in enumerate(places) if PLAIN_WORD not in place]
        for i, total in sums.items():
            near = [
                feature
                for offset in offsets()
                for feature in word_features(
                    words[i + offset] if 0 <= i + offset < len(words) else outside(fine=0), offset
                )
            ]
            rows = [row for one in [*places[i], *near] if (row := weights_of(one))]
            plain = [sum(column) for column in zip(*rows, strict=True)]
            both = [*next(first_scores([total])), *next(second_scores([total]))]
            assert [n - both[0] for n in both[:7]] == [n - plain[0] for n in plain[:7]]
            assert [n - both[7] for n in both[7:]] == [n - plain[7] for n in plain[7:]]
            found += 1
    assert found > 50


def test_what_is_kept_changes_no_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = tag(story())
    monkeypatch.setattr(known, "_MOST", 1)
    forgetful = Tagger(name_tagger())
    assert list(forgetful.tag(story())) == expected
    assert list(forgetful.tag(story())) == expected


def plain_path(scores: list[list[int]], *, opens: bool, closes: bool) -> list[str]:
    """Return the best tags, every way looked at."""
    chain = name_tagger().second
    weights = [[round(weight / chain.scale) for weight in row] for row in chain.transitions]
    for to, after in enumerate(LABELS):
        for before, label in enumerate(LABELS):
            if after[0] == "I" and label[1:] != after[1:]:
                weights[to][before] = -1_000_000
    start = [-1_000_000 if label[0] == "I" else 0 for label in LABELS]
    best = [
        a + b
        for a, b in zip(start if opens else [row[0] for row in weights], scores[0], strict=True)
    ]
    back = []
    for row in scores[1:]:
        ways = [[a + b for a, b in zip(best, into, strict=True)] for into in weights]
        back.append([way.index(max(way)) for way in ways])
        best = [max(way) + score for way, score in zip(ways, row, strict=True)]
    if not closes:
        best = [a + b for a, b in zip(best, weights[0], strict=True)]
    at = best.index(max(best))
    path = [at]
    for came in reversed(back):
        at = came[at]
        path.append(at)
    return [LABELS[at] for at in reversed(path)]


@given(
    scores=st.lists(
        st.lists(st.integers(0, 900) | st.just(400), min_size=7, max_size=7), min_size=1, max_size=9
    ),
    opens=st.booleans(),
    closes=st.booleans(),
)
def test_the_best_path_is_the_best_of_all(
    *, scores: list[list[int]], opens: bool, closes: bool
) -> None:
    twice = [(len(scores), opens, closes)] * 2
    best = Transitions(name_tagger().second).paths(iter(scores * 2), twice)
    assert list(best) == [plain_path(scores, opens=opens, closes=closes)] * 2
