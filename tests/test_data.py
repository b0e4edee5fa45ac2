"""Data files are tested like code."""

from collections import Counter
from pathlib import Path

import pytest

from bilatsum.data import (
    abbreviations,
    brief_schema,
    cue_words,
    decoys,
    given_names,
    is_known_word,
    known,
    offices,
    organisations,
    phrase_words,
    punkt_parameters,
    rarity,
    states,
    stem,
    stop_words,
    term_factors,
    topics,
    wordings,
)
from bilatsum.data.known import Known
from bilatsum.data.tables import read_table
from bilatsum.errors import DataError

DATA = Path(__file__).parents[1] / "bilatsum" / "data"
TABLES = sorted(DATA.glob("*.tsv"))
LISTS = sorted(DATA.glob("*.txt"))
CODES = {state.iso3 for state in states()}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_a_table_is_sorted_and_its_first_column_unique(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    keys = [line.split("\t")[0] for line in lines]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert all(line == line.strip("\n") and "  " not in line for line in lines)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_is_sorted_and_unique(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))


def test_every_data_file_has_its_source_noted() -> None:
    sources = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    for path in DATA.iterdir():
        if path.suffix in {".tsv", ".txt", ".json"}:
            assert f"`{path.name}`" in sources, path.name


def test_states_have_a_code_a_name_and_no_form_that_another_bears_unmarked() -> None:
    assert len(states()) >= 193 + 2
    bearers: Counter[str] = Counter()
    marked: set[str] = set()
    for state in states():
        assert len(state.iso3) == 3
        assert state.iso3.isupper()
        assert state.name
        bearers.update({state.name, *state.aliases, *state.demonyms, *state.capitals})
        marked |= state.ambiguous
    shared = {form for form, count in bearers.items() if count > 1}
    assert shared <= marked


def test_organisations_belong_to_states_that_exist() -> None:
    for row in organisations():
        assert row.country is None or row.country in CODES, row.name
        assert row.kind in {"organisation", "group"}


def test_no_name_is_a_common_word_in_small_letters() -> None:
    for row in organisations():
        for form in (row.name, *row.acronyms, *row.aliases):
            assert not (form.islower() and is_known_word(form)), form


def test_offices_are_in_small_letters_and_of_a_known_branch() -> None:
    kinds = {
        "state", "government", "diplomat", "military", "legislature", "justice", "party",
        "religion", "civil",
    }  # fmt: skip
    assert set(offices().values()) <= kinds
    assert all(office == office.lower() for office in offices())


def test_topics_are_sorted_unique_and_share_no_weighty_term() -> None:
    codes = [topic.code for topic in topics()]
    assert codes == sorted(set(codes))
    assert 24 <= len(codes) <= 28
    assert "other" not in codes
    weighty: Counter[str] = Counter()
    for topic in topics():
        assert topic.label
        assert topic.definition
        assert set(topic.terms.values()) <= {1, 2, 3}
        assert not set(topic.terms) & set(topic.negatives)
        weighty.update(term for term, weight in topic.terms.items() if weight > 1)
        listed = list(topic.terms.items())
        assert listed == sorted(listed, key=lambda item: (-item[1], item[0]))
        assert list(topic.negatives) == sorted(topic.negatives)
        assert all(term == term.lower() for term in (*topic.terms, *topic.negatives))
    assert all(count == 1 for count in weighty.values())


def test_topics_carry_the_codes_of_other_schemes() -> None:
    contexts = {
        "asylum", "cbrn", "corruption", "crime", "cyber", "diplomatic", "disasters", "economic",
        "election", "environment", "executive", "health", "human_rights", "human_security",
        "intelligence", "legal", "legislative", "migration", "military", "misinformation",
        "natural_resource", "peacekeeping", "pro_democracy", "religion_ethnicity", "repression",
        "rights_freedoms", "technology", "territory", "terrorism", "trafficking", "SANCTION",
    }  # fmt: skip
    for topic in topics():
        assert topic.plover, topic.code
        assert set(topic.plover) <= contexts, topic.code
        assert topic.iptc, topic.code
        assert all(len(code) == 8 and code.isdigit() for code in topic.iptc), topic.code


def test_learned_factors_are_of_terms_that_exist_and_near_one() -> None:
    terms = {topic.code: set(topic.terms) for topic in topics()}
    for code, factors in term_factors().items():
        assert set(factors) <= terms[code]
        assert all(0.5 <= factor <= 1.5 for factor in factors.values())


def test_wordings_are_in_small_letters_and_of_known_kinds() -> None:
    assert set(wordings()) == {
        "done", "planned", "called for", "needed", "disputed", "talk", "raises", "opposes",
    }  # fmt: skip
    standings = ["done", "planned", "called for", "needed", "disputed", "talk"]
    of_one = [wording for kind in standings for wording in wordings()[kind]]
    assert len(of_one) == len(set(of_one))
    assert all(word == word.lower() for word in of_one)
    assert {"verb", "noun", "time", "link", "determiner", "generic"} <= set(phrase_words())


def test_abbreviations_are_of_a_known_kind() -> None:
    assert set(abbreviations().values()) == {"title", "number", "latin", "month", "tail"}
    assert not any(abbreviation.endswith(".") for abbreviation in abbreviations())


def test_punkt_parameters_have_the_parts_that_nltk_wants() -> None:
    assert set(punkt_parameters()) == {
        "abbrev_types", "collocations", "sent_starters", "ortho_context",
    }  # fmt: skip
    assert "u.s" in punkt_parameters()["abbrev_types"]


def test_word_lists_say_what_is_common() -> None:
    assert is_known_word("trade")
    assert not is_known_word("blinken")
    assert rarity("the") < rarity("treaty") < rarity("xylophonist")
    assert "the" in stop_words()
    assert "Vladimir" in given_names()
    assert "Gulf of Mexico" in decoys()
    assert cue_words()["bonus"].isdisjoint(cue_words()["stigma"])
    assert stem("negotiations") == stem("negotiation")


def test_a_missing_data_file_is_a_data_error_with_a_hint() -> None:
    with pytest.raises(DataError) as caught:
        read_table("nothing.tsv")
    assert caught.value.hint


def test_the_schema_is_schema_one() -> None:
    assert brief_schema()["properties"]["schema"]["const"] == 1


def test_what_is_kept_is_asked_for_once_and_within_bounds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    most = 3
    monkeypatch.setattr(known, "_MOST", most)
    asked: list[str] = []

    def upper(word: str) -> str:
        asked.append(word)
        return word.upper()

    kept = Known(upper)
    assert "".join(kept[word] for word in "abacdad") == "ABACDAD"
    assert "".join(asked) == "abcda", "with the fourth it began anew"
    assert len(kept) <= most
    assert kept["x" * 1_000] == "X" * 1_000
    assert "x" * 1_000 not in kept
