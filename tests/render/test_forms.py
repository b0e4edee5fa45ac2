"""The written forms: what they promise whatever an article contains."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len

from bilatsum import Brief, summarize
from bilatsum.data import brief_schema
from bilatsum.render import FORMATS, format_of
from bilatsum.render.json import pieces
from bilatsum.render.markdown import escape
from bilatsum.render.safe import to_ascii, visible
from bilatsum.render.terminal import render as to_terminal

HOSTILE = (
    "A [title](javascript:x) *with* `marks` | <script>\n\n"
    "Peru & Chile | met on <b>Monday</b> to sign #1 the [pact](http://evil.example) _now_.\n\n"
    '1. The ministers of *Peru* said "no" and then **left** the ~~room~~ at $5 | a head.\n\n'
    "The \u202eminister\u202c of Ja\u200bpan spoke in Paris, and so did the others."
)


def brief_of(path: Path) -> Brief:
    """Return the brief of a sample article."""
    return summarize(path.read_bytes(), source=path.name)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_on_a_terminal_is_wider_than_it(example: Path, width: int) -> None:
    for line in to_terminal(brief_of(example), width=width).splitlines():
        assert cell_len(line) <= width


def test_a_plain_terminal_gets_no_escape_sequence_and_a_coloured_one_does(example: Path) -> None:
    brief = brief_of(example)
    assert "\x1b" not in to_terminal(brief)
    assert "\x1b[" in to_terminal(brief, colour=True)


def test_ascii_output_is_ascii(example: Path) -> None:
    assert to_terminal(brief_of(example), ascii_only=True).isascii()


def test_what_is_shown_is_the_articles_own_text(example: Path) -> None:
    brief = brief_of(example)
    folded = " ".join(brief.document.view(s.span).text for s in brief.document.sentences)
    for chosen in brief.to_dict()["summary"]["sentences"]:
        assert chosen["text"] in folded


def test_json_follows_its_schema(example: Path) -> None:
    jsonschema.validate(json.loads(brief_of(example).to_json()), brief_schema())


@pytest.mark.parametrize("indent", [None, 2])
def test_json_in_pieces_is_what_the_json_module_writes(example: Path, indent: int | None) -> None:
    brief = brief_of(example)
    separators = (",", ":") if indent is None else (",", ": ")
    whole = json.dumps(brief.to_dict(), ensure_ascii=False, indent=indent, separators=separators)
    assert "".join(pieces(brief, indent=indent)) == whole


def test_offsets_in_json_point_at_what_they_say(example: Path) -> None:
    brief = brief_of(example).to_dict()
    text = brief["text"]
    assert text == example.read_text(encoding="utf-8")
    for held in (*brief["summary"]["sentences"], *brief["dates"]):
        source = iter(text[held["start"] : held["end"]])
        assert all(letter in source for letter in held["text"] if not letter.isspace())
    for actor in brief["actors"]:
        for mention in actor["mentions"]:
            assert text[mention["start"] : mention["end"]].strip()


def test_markdown_shows_exactly_what_the_terminal_shows() -> None:
    brief = summarize(HOSTILE, date="2025-04-08")
    html = MarkdownIt("commonmark").enable("table").render(brief.to_markdown())
    assert "<script>" not in html
    assert "<b>" not in html
    assert "<a " not in html
    assert "&lt;b&gt;Monday&lt;/b&gt;" in html
    assert html.count("<h1>") == 1
    assert html.count("<h2>") == brief.to_markdown().count("\n## ")


def test_markdown_of_a_sample_has_its_headings_lists_and_tables(example: Path) -> None:
    brief = brief_of(example)
    html = MarkdownIt("commonmark").enable("table").render(brief.to_markdown())
    assert html.count("<h1>") == 1
    assert html.count("<li>") == len(brief.summary.sentences) + len(brief.issues)
    assert html.count("<table>") == len(re.findall("<h2>(?:Actors|Upcoming dates|Timeline)<", html))


@pytest.mark.parametrize("text", ["# a", "1. a", "- a", "+ a", "> a", "=== a", "a*b_c`d", "&amp;"])
def test_escaped_text_is_shown_as_it_stands(text: str) -> None:
    from bilatsum.render.markdown import _line  # noqa: PLC0415
    from bilatsum.render.runs import Run  # noqa: PLC0415

    html = MarkdownIt("commonmark").render(_line((Run(text),)))
    assert html == f"<p>{text.replace('&', '&amp;').replace('>', '&gt;')}</p>\n"
    assert escape(text)


def test_invisible_and_control_characters_never_come_out() -> None:
    brief = summarize(HOSTILE, date="2025-04-08")
    for shown in (to_terminal(brief), brief.to_markdown()):
        assert not set(shown) & set("\u202e\u202c\u200b\x1b\x07")
    assert visible("a\x1b[0m\u202eb\u200b\n c") == "a[0mb c"


def test_without_citations_no_sentence_numbers_are_shown(example: Path) -> None:
    brief = brief_of(example)
    assert "[S" not in to_terminal(brief, cite=False)
    assert "\\[S" not in brief.to_markdown(cite=False)


def test_an_explained_brief_names_rules_and_scores(example: Path) -> None:
    shown = to_terminal(brief_of(example), explain=True, width=120)
    assert "score" in shown
    assert "dates." in shown


def test_ascii_spells_what_it_can() -> None:
    assert to_ascii("Türkiye — “Łódź” …") == 'Turkiye -- "Lodz" ...'


def test_forms_are_asked_for_by_suffix() -> None:
    assert {form: format_of(suffix) for form, s in FORMATS.items() for suffix in s[:1]} == {
        "markdown": "markdown",
        "json": "json",
    }
    assert format_of(".txt") is None
