"""What a user adds to the gazetteer."""

from pathlib import Path

import pytest

from bilatsum import summarize
from bilatsum.data import parse_own_names
from bilatsum.errors import OptionError

NAMES = """
offices = ["chief sherpa"]

[[person]]
name = "Zhulina Brako"
aliases = ["Brako Hanim"]
country = "ALB"

[[organisation]]
name = "Gwadar Port Authority"
acronyms = ["GWPA"]
country = "PAK"

[[organisation]]
name = "Sons of the Delta"
kind = "group"

[[state]]
code = "PAK"
aliases = ["Land of the Pure"]
"""
TEXT = (
    "Brako Hanim went to Lima. The GWPA and the Land of the Pure disagreed with Peru. Chief sherpa "
    "Orlin Vask spoke. The Sons of the Delta did not. The GWPA sued Peru again."
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "names.toml"
    path.write_text(NAMES, encoding="utf-8")
    return path


def test_names_of_the_user_are_found_with_their_kind_and_country(file: Path) -> None:
    actors = {a.name: (a.kind, a.country) for a in summarize(TEXT, gazetteer=file).actors}
    assert actors["Zhulina Brako"] == ("person", "ALB")
    assert actors["Gwadar Port Authority"] == ("organisation", "PAK")
    assert actors["Sons of the Delta"] == ("group", None)
    assert ("state", "PAK") in actors.values()
    assert actors["Orlin Vask"] == ("person", None)


def test_without_the_file_nobody_knows_them() -> None:
    names = {actor.name for actor in summarize(TEXT).actors}
    assert not names & {"Zhulina Brako", "Gwadar Port Authority", "Sons of the Delta"}


def test_a_country_that_the_text_states_wins(file: Path) -> None:
    text = "Greece's foreign minister, Zhulina Brako, met Albania's cabinet in Tirana."
    brief = summarize(text, gazetteer=file)
    assert [a.country for a in brief.actors if a.name == "Zhulina Brako"] == ["GRC"]


def test_an_issue_of_a_topic_of_the_users_has_its_label_and_codes(tmp_path: Path) -> None:
    path = tmp_path / "topics.toml"
    path.write_text(
        '[[topic]]\ncode = "llamas"\nlabel = "Llamas"\niptc = ["20000210"]\n'
        'terms = { "llama registry" = 3, "herder" = 2 }\nnegatives = ["llama registry office"]\n',
        encoding="utf-8",
    )
    text = "Peru and Chile agreed on Tuesday to keep the old llama registry of the herders."
    issue = summarize(text, gazetteer=path).issues[0]
    assert (issue.topic, issue.label, issue.codes) == (
        "llamas", "Llamas", {"iptc": ("20000210",)},
    )  # fmt: skip
    away = "Peru and Chile agreed on Tuesday to paint the old llama registry office in Arica."
    assert "llamas" not in {one.topic for one in summarize(away, gazetteer=path).issues}


def test_the_brief_says_which_file_it_was_made_with(file: Path) -> None:
    options = summarize(TEXT, gazetteer=file).to_dict()["options"]
    assert len(options["gazetteer"]) == len("0" * 64)
    assert summarize(TEXT).to_dict()["options"]["gazetteer"] is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x = 1", "unknown entry 'x'"),
        ("a = [", "no TOML"),
        ("person = 3", "[[person]]"),
        ('[[person]]\nnick = "a"', "has no 'nick'"),
        ('[[person]]\nname = "A"\ncountry = "XX"', "ISO 3166-1"),
        ("[[person]]\nname = 3", "must be a text"),
        ('[[person]]\nname = " "', "must be a text"),
        ('[[organisation]]\nname = "A"\nkind = "club"', "organisation or group"),
        ('[[state]]\naliases = ["A"]', "ISO 3166-1"),
        ('offices = "sherpa"', "list of texts"),
        ('[[topic]]\nlabel = "A"\nterms = ["a"]', "code must be a text"),
        ('[[topic]]\ncode = "a"\nterms = ["a"]', "label must be a text"),
        ('[[topic]]\ncode = "trade"', "terms must be a table"),
        ('[[topic]]\ncode = "trade"\nterms = { "a" = 7 }', "1, 2 or 3"),
        ('[[topic]]\ncode = "trade"\nterms = [3]', "must be a text"),
        ('[[topic]]\ncode = "trade"\nweight = 1', "has no 'weight'"),
    ],
)
def test_what_cannot_be_understood_is_told_in_one_line(text: str, says: str) -> None:
    with pytest.raises(OptionError) as caught:
        parse_own_names(text, source="names.toml")
    assert says in str(caught.value)
    assert "names.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_or_not_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="No such file"):
        summarize(TEXT, gazetteer=tmp_path / "none.toml")
    binary = tmp_path / "b.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(OptionError, match="UTF-8"):
        summarize(TEXT, gazetteer=binary)
