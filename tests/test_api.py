"""The Python face."""

import subprocess
import sys
from pathlib import Path

import pytest

import bilatsum
from bilatsum import Article, Brief, Options, summarize
from bilatsum.errors import BilatsumError, InputError, OptionError
from bilatsum.read import read_bytes

ROOT = Path(__file__).parents[1]
TEXT = "Japan and Peru signed a fisheries accord on Monday. It ends a long dispute."


def test_a_string_bytes_and_an_article_give_the_same_brief() -> None:
    article = read_bytes(TEXT.encode(), source="text")
    assert isinstance(article, Article)
    briefs = [summarize(given) for given in (TEXT, TEXT.encode(), article)]
    assert briefs[0] == briefs[1] == briefs[2]
    assert all(isinstance(brief, Brief) for brief in briefs)


def test_a_brief_has_three_written_forms() -> None:
    brief = summarize(TEXT, date="2025-04-08")
    assert brief.to_dict()["pair"] == ["JPN", "PER"]
    assert "\n" not in brief.to_json()
    assert brief.to_markdown().startswith("# ")
    assert brief.options == Options(date=brief.article.published)


def test_the_public_names_stay_what_they_are_after_use() -> None:
    summarize(TEXT, method="lead")
    code = (
        "import bilatsum; bilatsum.summarize('A b.'); "
        "from bilatsum import summarize; summarize('A b.')"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, timeout=60)
    assert callable(bilatsum.summarize)


@pytest.mark.parametrize("date", ["yesterday", "2025-02-30", "2025-04", "0001-01-01", "9999-12-31"])
def test_a_wrong_date_is_an_option_error(date: str) -> None:
    with pytest.raises(OptionError, match="is not a date"):
        summarize(TEXT, date=date)


def test_errors_are_of_one_family_and_carry_a_hint() -> None:
    with pytest.raises(InputError) as caught:
        summarize("Le ministre a rencontré le président de la République. " * 9)
    assert isinstance(caught.value, BilatsumError)
    assert caught.value.hint


def test_nothing_is_written_to_the_streams(capsys: pytest.CaptureFixture[str]) -> None:
    summarize(TEXT)
    captured = capsys.readouterr()
    assert captured.out == captured.err == ""


def test_a_notebook_shows_a_brief_as_its_markdown_page() -> None:
    brief = summarize("Japan and Peru signed a fisheries accord on Monday.", date="2025-04-08")
    assert brief._repr_markdown_() == brief.to_markdown()
