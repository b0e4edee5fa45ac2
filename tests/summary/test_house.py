"""The trained ranker, the choice of sentences as a set, and what is said about them."""

import random
import time
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilatsum import summarize
from bilatsum.data import ByteTable, sentence_ranker
from bilatsum.data.name_tagger import UINT, key_code
from bilatsum.data.sentence_ranker import pack, unpack
from bilatsum.data.trees import Trees
from bilatsum.errors import DataError, InputError, OptionError
from bilatsum.read import read_text
from bilatsum.segment import segment
from bilatsum.summary import meaning, table
from bilatsum.summary import texts as texts_module
from bilatsum.summary.features import FEATURES, describe
from bilatsum.summary.graph import graph_scores
from bilatsum.summary.house import _weighted, rank
from bilatsum.summary.lexicon import Lexicon, light_stem
from bilatsum.summary.selection import Candidate, _loss, ordered, within
from bilatsum.summary.table import AT_ONCE
from bilatsum.summary.terms import TERM_FEATURES, term_logits
from bilatsum.summary.texts import Reader, Texts, blocks, terms_of

READOUT = (
    "Readout of the Foreign Minister's call\n\n"
    "Foreign Minister Ana Ruiz of Peru spoke today with Foreign Minister Jorge Soto of Chile. "
    "The two ministers agreed to open three new border crossings before the end of the year. "
    "She thanked Chile for its help after the floods in the south of Peru.\n\n"
    "The two sides will hold talks on copper exports in Lima in March. "
    "Both governments said that trade between Peru and Chile had doubled since 2019.\n\n"
    "Office of the Spokesperson\n\n"
    "For more information, contact the press office at press@example.org.\n\n"
    "###\n"
)

GRAPH = (
    "Peru and Chile signed a treaty on copper exports.",
    "The treaty lets copper exports cross without duties.",
    "It rained in Lima.",
    "Chile will open a border office.",
)


def candidate(index: int, score: float, length: int, terms: range) -> Candidate:
    shared = [(term, 1.0) for term in terms]
    return Candidate(index, score, score, length / 10, length, len(terms), shared, index)


def read(text: str) -> Texts:
    reader = Reader(Lexicon(sentence_ranker().vectors))
    for block in blocks(segment(read_text(text, source="test"))):
        reader.read(block)
    return reader.texts("")


def test_boilerplate_is_ranked_behind_every_sentence_of_substance() -> None:
    brief = summarize(READOUT, sentences=3)
    shown = [brief.document.shown(one.span) for one in brief.document.sentences]
    order = [shown[index] for index, _ in brief.summary.ranking]
    assert len(order) == len(shown)
    boilerplate = [text for text in order if text.startswith(("For more", "Office"))]
    assert boilerplate
    assert order[-len(boilerplate) :] == boilerplate


def test_every_sentence_is_ranked_with_a_score_in_json() -> None:
    ranking = summarize(READOUT).to_dict()["summary"]["ranking"]
    assert sorted(one["index"] for one in ranking) == list(range(len(ranking)))
    assert all(isinstance(one["score"], float) for one in ranking)


def test_a_sentence_names_its_strongest_reasons() -> None:
    brief = summarize(READOUT, sentences=2)
    for chosen in brief.summary.sentences:
        assert 1 <= len(chosen.reasons) <= 3
        assert all(reason.rsplit(" ", 1)[1][0] in "+-" for reason in chosen.reasons)


def test_a_repeated_sentence_waits_for_one_that_says_something_new() -> None:
    candidates = [
        candidate(0, 1.0, 10, range(4)),
        candidate(1, 0.9, 10, range(4)),
        candidate(2, 0.5, 10, range(4, 7)),
    ]
    assert ordered([1.0, 0.9, 0.5], candidates.__getitem__) == [0, 2, 1]


@given(
    st.lists(st.tuples(st.floats(-3, 3), st.integers(1, 60)), max_size=30),
    st.integers(1, 120),
    st.floats(0, 1),
)
def test_a_set_never_has_more_words_than_asked_for(
    rows: list[tuple[float, int]], words: int, share: float
) -> None:
    candidates = [
        candidate(i, score, size, range(i % 7, i % 7 + 1)) for i, (score, size) in enumerate(rows)
    ]
    scores, lengths = [score for score, _ in rows], [size for _, size in rows]
    chosen = within(scores, lengths, candidates.__getitem__, words, share)
    assert sum(rows[index][1] for index in chosen) <= words
    assert len(set(chosen)) == len(chosen)


def test_a_ratio_is_a_share_of_the_articles_words() -> None:
    brief = summarize(READOUT, ratio=0.4)
    document = brief.document
    lengths = [len(document.shown(one.span).split()) for one in document.sentences]
    assert sum(lengths[one.index] for one in brief.summary.sentences) <= 0.4 * sum(lengths)


@pytest.mark.parametrize("ratio", [0, 1.5, -0.1])
def test_a_ratio_out_of_range_is_refused(ratio: float) -> None:
    with pytest.raises(OptionError, match="ratio"):
        summarize(READOUT, ratio=ratio)


def test_only_one_kind_of_length_can_be_asked_for() -> None:
    with pytest.raises(OptionError, match="not both"):
        summarize(READOUT, ratio=0.5, words=20)


def test_the_two_sides_are_the_states_and_the_two_ministers_the_people_before() -> None:
    brief = summarize(READOUT, sentences=6)
    shown = {
        brief.document.shown(brief.document.sentences[one.index].span): one.context
        for one in brief.summary.sentences
    }
    by_opening = {" ".join(text.split()[:3]): context for text, context in shown.items()}
    assert by_opening["The two sides"] == ("The two sides", ("Chile", "Peru"))
    assert by_opening["The two ministers"] == ("The two ministers", ("Ana Ruiz", "Jorge Soto"))
    assert by_opening["Foreign Minister Ana"] is None


def test_she_of_two_people_is_left_open() -> None:
    text = (
        "Ana Ruiz, the foreign minister of Peru, met Rosa Vega, the president of Bolivia. "
        "She spoke of the border with Chile and of the copper mines in the south."
    )
    assert all(one.context is None for one in summarize(text, sentences=2).summary.sentences)


def test_context_is_in_brackets_for_people_and_outside_the_words_in_json() -> None:
    brief = summarize(READOUT, sentences=6)
    assert "*\\[The two sides: Chile and Peru\\]* The two sides will hold" in brief.to_markdown()
    found = brief.to_dict()["summary"]["sentences"]
    assert all("[" not in one["text"] for one in found)


def test_an_article_without_paragraphs_and_one_with_a_single_word_have_features() -> None:
    for text in ("Yes.", READOUT.replace("\n", " ")):
        document = summarize(text).document
        described = describe(document, (), (), sentence_ranker())
        for index in range(len(document.sentences)):
            row = described.row(index)
            assert row == [described.values(at)[index] for at in range(len(FEATURES))]


def test_ranking_takes_time_in_proportion_to_the_length() -> None:
    document = summarize(READOUT * 40, method="lead", issues=0).document
    longer = summarize(READOUT * 160, method="lead", issues=0).document

    def seconds(one: object) -> float:
        start = time.process_time()
        rank(one, (), (), 0.1)  # type: ignore[arg-type]
        return time.process_time() - start

    seconds(document)
    # The least of three: in a long run of tests a search for cycles may take as long as all of it.
    once, again = (min(seconds(one) for _ in range(3)) for one in (document, longer))
    assert again < 12 * once


def test_a_method_that_compares_all_sentences_refuses_an_article_without_end() -> None:
    with pytest.raises(InputError, match="too long for lex-rank"):
        summarize("Peru signed a pact. " * 4100, method="lex-rank", issues=0)


def test_stems_bring_forms_of_a_word_together_and_leave_short_words_alone() -> None:
    assert light_stem("negotiations") == light_stem("negotiation")
    assert light_stem("ties") == "ties"
    assert terms_of("The talks and the talk") == ["talk"]


def test_the_rankers_file_survives_packing_and_refuses_damage() -> None:
    content = pack(sentence_ranker())
    again = unpack(content)
    assert values(again.gain, [[0.5] * len(FEATURES)]) == values(
        sentence_ranker().gain, [[0.5] * len(FEATURES)]
    )
    for damaged in (content[:-3], b"x" + content[1:], content[:40], b""):
        with pytest.raises(DataError, match="damaged"):
            unpack(damaged)


def values(trees: Trees, rows: list[list[float]]) -> list[float]:
    """Return the values of rows, evaluated together."""
    return list(trees.values(lambda at: [row[at] for row in rows], len(rows)))


def walked(trees: Trees, row: list[float]) -> float:
    """Return the value of a row, each tree walked from its root."""
    total = 0.0
    for root in trees.roots:
        node = root
        while node >= 0:
            left = row[trees.features[node]] <= trees.thresholds[node]
            node = trees.lefts[node] if left else trees.rights[node]
        total += trees.leaves[-node - 1]
    return total


def test_rows_evaluated_together_have_the_values_of_rows_walked_alone() -> None:
    """On the thresholds themselves too, where a mistake of one place would show."""
    trees = sentence_ranker().density
    chance = random.Random(7)  # noqa: S311 - a sample, no secret
    asked: dict[int, list[float]] = {}
    for column, threshold in zip(trees.features, trees.thresholds, strict=True):
        asked.setdefault(column, []).append(threshold)
    rows = [
        [
            chance.choice([*asked.get(column, ()), chance.gauss(0, 2)])
            for column in range(len(FEATURES))
        ]
        for _ in range(200)
    ]
    assert values(trees, rows) == [walked(trees, row) for row in rows]
    assert values(trees, []) == []
    whole: list[list[float]] = [
        [chance.randrange(-2, 60) for _ in range(len(FEATURES))] for _ in range(200)
    ]
    assert values(trees, whole) == [walked(trees, row) for row in whole]
    assert list(trees.values(lambda _: 0.5, 2)) == [walked(trees, [0.5] * len(FEATURES))] * 2


@given(
    st.lists(
        st.tuples(
            st.floats(-3, 3),
            st.dictionaries(st.integers(0, 6), st.floats(0, 1), max_size=5),
            st.integers(0, 3),
        ),
        max_size=12,
    )
)
def test_the_order_is_that_of_looking_at_every_sentence_each_time(
    rows: list[tuple[float, dict[int, float], int]],
) -> None:
    candidates = [
        Candidate(i, score, score, 1.0, 10, sum(worths.values()), list(worths.items()), paragraph)
        for i, (score, worths, paragraph) in enumerate(rows)
    ]
    pool, order = list(candidates), []
    said: set[int] = set()
    paragraphs: set[int] = set()
    while pool:
        best = max(pool, key=lambda one: (one.score - _loss(one, said, paragraphs), -one.sentence))
        pool.remove(best)
        order.append(best.sentence)
        said.update(term for term, _ in best.shared)
        paragraphs.add(best.paragraph)
    assert ordered([score for score, _, _ in rows], candidates.__getitem__) == order


def test_a_value_is_its_parts_and_what_the_average_row_has() -> None:
    trees = sentence_ranker().gain
    row = [0.3] * len(FEATURES)
    average = sum(trees.means[root] for root in trees.roots)
    assert values(trees, [row])[0] == pytest.approx(
        average + sum(trees.parts(row).values()), abs=1e-3
    )


def test_a_table_knows_its_words_and_no_others() -> None:
    keys = sorted([key_code("peru"), key_code("chile")])
    rows = ByteTable(array(UINT, keys), memoryview(bytes([1, 2, 3, 4])).cast("b"), 2)
    assert rows.get("peru") in {(1, 2), (3, 4)}
    assert rows.get("bolivia") == ()


def test_rows_of_many_words_add_up_packed() -> None:
    vectors = sentence_ranker().vectors
    words = "peru chile copper treaty minister nosuchword".split() * 300
    rows = [row for word in words if (row := vectors.get(word))]
    assert len(rows) == 5 * 300
    assert vectors.unpacked(sum(map(vectors.pack, words))) == tuple(
        map(sum, zip(*rows, strict=True))
    )


def test_graph_scores_are_those_of_going_to_and_fro_between_sentences_and_terms() -> None:
    texts = read(" ".join(GRAPH))
    sentences = list(texts.by_sentence())
    worths = [len(stem) / 20 for stem in texts.stems]
    scores = [1.0] * len(sentences)
    for _ in range(8):
        of_term: dict[int, float] = {}
        for score, terms in zip(scores, sentences, strict=True):
            for term in terms:
                weight = score * worths[term] / len(terms) ** 0.5
                of_term[term] = of_term.get(term, 0.0) + weight
        scores = [
            sum(of_term[term] * worths[term] for term in terms) / len(terms) ** 0.5
            for terms in sentences
        ]
        scores = [score / max(scores) for score in scores]
    assert graph_scores(texts, worths) == pytest.approx(scores)
    assert max(scores) == scores[0]


def test_weights_count_in_standard_deviations_within_the_article() -> None:
    columns, weights = [[1.0, 3.0], [5.0, 5.0], [0.0, 9.0]], [2.0, 1.0, 0.0]
    scales, sums = _weighted(columns.__getitem__, weights, 2)
    assert sums == pytest.approx([-2.0, 2.0])
    assert [at for at, _, _ in scales] == [0, 1]


def test_the_features_of_terms_are_what_weights_of_one_bring_out() -> None:
    """So training sees them, which needs them one by one."""
    texts = read(" ".join(GRAPH))
    size = len(TERM_FEATURES)
    units = [[float(at == one) for at in range(size)] for one in range(size)]
    rows = list(zip(*[term_logits(texts, unit) for unit in units], strict=True))
    features = dict(zip(TERM_FEATURES, rows[texts.stems.index("copper")], strict=True))
    assert features["bias"] == 1
    assert features["count"] == features["sentences"] == pytest.approx(0.693, abs=1e-3)
    assert features["share"] == 0.5
    assert features["reciprocal"] == features["opening"] == features["second"] == 1
    assert features["late"] == features["place"] == features["capital"] == features["title"] == 0
    weights = [0.1 * at - 0.7 for at in range(size)]
    sums = [sum(value * weight for value, weight in zip(row, weights, strict=True)) for row in rows]
    assert term_logits(texts, weights) == pytest.approx(sums)


def test_a_long_article_is_described_like_a_short_one() -> None:
    """Piece by piece, and in arrays."""
    paragraphs = [
        f"Peru and Chile signed treaty number {number} on copper exports with {number % 7} states. "
        f"“It will help,” Minister Ruiz said; the {'treaty' * (number % 3)} office did not reply."
        for number in range(AT_ONCE)
    ]
    document = segment(read_text("\n\n".join(paragraphs), source="test"))
    assert len(document.sentences) > AT_ONCE
    described = describe(document, (), (), sentence_ranker())
    columns = [list(described.values(at)) for at in range(len(FEATURES))]
    assert described.row(AT_ONCE) == [column[AT_ONCE] for column in columns]
    with pytest.MonkeyPatch.context() as patch:
        for module in (table, texts_module, meaning):
            patch.setattr(module, "AT_ONCE", 10 * AT_ONCE)
        whole = describe(document, (), (), sentence_ranker())
    assert columns == [list(whole.values(at)) for at in range(len(FEATURES))]


def test_a_quotation_without_its_speaker_is_ranked_behind_who_said_it() -> None:
    text = (
        "Peru and Chile signed a treaty on copper exports in Lima on Monday. The ministers of both "
        "states praised the treaty. “The treaty on copper exports is the best that Peru and Chile "
        "have signed in Lima.” Chile will open three border offices by May, Foreign Minister Ana "
        "Ruiz said. Peru will lift its duties on copper exports in June."
    )
    order = summarize(text, date="2025-04-08", sentences=4).summary.ranking
    assert order[-1][0] == 2
