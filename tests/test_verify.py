"""A brief held against its article: true ones pass, every change is found and named."""

import json
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilatsum import summarize
from bilatsum.errors import InputError
from bilatsum.model import Document
from bilatsum.read import read_bytes
from bilatsum.render.markdown import render
from bilatsum.segment import segment
from bilatsum.verify import check_json, check_markdown, json_briefs

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "docs" / "examples" / "wire-story.txt"
Run = Callable[..., subprocess.CompletedProcess[bytes]]


def document_of(path: Path) -> Document:
    """Return a sample article, segmented."""
    return segment(read_bytes(path.read_bytes(), source=path.name))


def brief_of(path: Path) -> dict[str, Any]:
    """Return the brief of a sample article as JSON has it."""
    found: dict[str, Any] = json.loads(summarize(path.read_bytes(), source=path.name).to_json())
    return found


def test_the_brief_of_every_sample_is_true_in_both_forms(example: Path) -> None:
    document = document_of(example)
    brief = summarize(example.read_bytes(), source=example.name)
    report = check_json(json.loads(brief.to_json()), document)
    assert report.faults == []
    assert report.checked["summary sentences"] == len(brief.summary.sentences)
    assert report.checked["bullets"] == len(brief.issues)
    assert report.checked["dates"] == len(brief.dates)
    assert report.checked["mentions"] == sum(len(actor.mentions) for actor in brief.actors)
    for cite in (True, False):
        for explain in (True, False):
            text = render(brief, cite=cite, explain=explain)
            report = check_markdown(text, "brief.md", document)
            assert report.faults == []
            assert report.checked["summary sentences"] == len(brief.summary.sentences)
            assert report.checked["bullets"] == len(brief.issues)


def change(brief: dict[str, Any], path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """Return the brief with one value replaced."""
    held: Any = brief
    for step in path[:-1]:
        held = held[step]
    held[path[-1]] = value
    return brief


@pytest.mark.parametrize(
    ("path", "value", "where", "what"),
    [
        (("summary", "sentences", 0, "text"), "War began.", "summary.sentences[0]", "not in the"),
        (("summary", "sentences", 0, "start"), 0, "summary.sentences[0]", "but elsewhere"),
        (("summary", "sentences", 0, "index"), 10**6, "summary.sentences[0]", "no sentence"),
        (("summary", "sentences", 0, "index"), True, "summary.sentences[0]", "no sentence"),
        (("issues", 0, "text"), "They agreed on all.", "issues[0]", "not in the article"),
        (("issues", 0, "evidence"), [9], "issues[0]", "not from sentence 9"),
        (("issues", 0, "evidence"), [-1], "issues[0]", "that there is not"),
        (("actors", 0, "mentions"), [], "actors[0]", "mentioned nowhere"),
        (("actors", 0, "mentions", 0, "end"), 10**9, "actors[0].mentions[0]", "no stretch"),
        (("actors", 0, "aliases"), ["Atlantis"], "actors[0].aliases[0]", "not in the article"),
        (("actors", 0, "roles"), ["Emperor"], "actors[0].roles[0]", "not in the article"),
        (("dates", 0, "text"), "on Sunday", "dates[0]", "stand at"),
        (("dates", 0, "end"), None, "dates[0]", "no stretch"),
        (("sentences", 1, "start"), 0, "sentences[1]", "out of order"),
        (("article", "title"), "Another title", "article.title", "not in the article"),
        (("article", "sha256"), "0" * 64, "article.sha256", "another file"),
        (("text",), "x", "text", "from character 0 on"),
        (("summary",), None, "brief", "does not follow the schema"),
    ],
)
def test_every_change_to_a_json_brief_is_found(
    path: tuple[str | int, ...], value: object, where: str, what: str
) -> None:
    report = check_json(change(brief_of(ARTICLE), path, value), document_of(ARTICLE))
    assert not report.holds
    assert report.faults[0].where == where
    assert what in report.faults[0].what


def test_every_changed_line_of_a_markdown_brief_is_found() -> None:
    document = document_of(ARTICLE)
    brief = summarize(ARTICLE.read_bytes(), source=ARTICLE.name)
    lines = brief.to_markdown().splitlines()
    first = lines.index("## Summary") + 2
    end = lines.index("## Key issues") - 1
    for number in range(first, end):
        for old, new in ((" the ", " no "), ("\\[S", "\\[S9"), ("- ", "- No, ")):
            if old in lines[number]:
                changed = [*lines]
                changed[number] = lines[number].replace(old, new, 1)
                report = check_markdown("\n".join(changed), "brief.md", document)
                assert [fault.where for fault in report.faults] == [f"line {number + 1}"]
    swapped = "\n".join([*lines[:first], "A line of somebody else’s.", *lines[first:]])
    assert "no line of a brief" in check_markdown(swapped, "brief.md", document).faults[0].what


HOSTILE = (
    "Peru & Chile | met on <b>Monday</b> for #1 the [pact](http://evil.example) _now_ \\| a.\n\n"
    '1. The ministers of *Peru* said "no" and then **left** the ~~room~~ at $5 | a head \\.\n\n'
    "The \u202eminister\u202c of Ja\u200bpan spoke on 5 May in Paris [S4] on | talks\\.\n\n- # x."
)


def test_a_brief_of_hostile_text_is_true_too() -> None:
    brief = summarize(HOSTILE, date="2025-04-08")
    document = segment(read_bytes(HOSTILE.encode(), source="text"))
    assert check_json(json.loads(brief.to_json()), document).faults == []
    assert check_markdown(brief.to_markdown(), "brief.md", document).faults == []


@given(st.text(max_size=200))
def test_no_text_taken_for_a_brief_breaks_the_check(text: str) -> None:
    document = segment(read_bytes(b"Peru and Chile met on Monday. They signed.", source="text"))
    for given_text in (
        text,
        f"# {text}\n\n## Summary\n\n- {text}\n",
        f'{{"schema":1,"text":"{text}',
    ):
        with suppress(InputError):
            check_markdown(given_text, "brief", document)
        with suppress(InputError):
            for brief in json_briefs(given_text, "brief"):
                check_json(brief, document)


def test_the_command_says_true_or_lists_what_is_not(run: Run, tmp_path: Path) -> None:
    for name in ("brief.json", "brief.md"):
        assert run("summarize", str(ARTICLE), "-o", name).returncode == 0
        result = run("verify", name, str(ARTICLE))
        assert (result.returncode, result.stderr) == (0, b"")
        assert result.stdout.decode().startswith(f"{name}: true to ")
        assert result.stdout.count(b"\n") == 1
        text = (tmp_path / name).read_text(encoding="utf-8")
        start = (
            text.index("## Summary\n\n- ") + 13 if name == "brief.md" else text.index('"text": ')
        )
        (tmp_path / name).write_text(text[: start + 9] + "\x1b[31mNO" + text[start + 9 :], "utf-8")
        result = run("verify", name, str(ARTICLE))
        assert result.returncode in {3, 5}  # a raw control character is no JSON
        assert b"\x1b" not in result.stdout + result.stderr


def test_of_several_briefs_the_one_of_the_article_is_checked(run: Run) -> None:
    other = ROOT / "docs" / "examples" / "readout.txt"
    run("summarize", str(other), str(ARTICLE), "-o", "all.jsonl")
    assert run("verify", "all.jsonl", str(ARTICLE)).returncode == 0
    third = run("verify", "all.jsonl", str(ROOT / "docs" / "examples" / "op-ed.txt"))
    assert third.returncode == 3
    assert b"none of this article" in third.stderr


@pytest.mark.parametrize(
    ("brief", "reason"),
    [
        (b"", "no JSON"),
        (b"[1]", "no brief of schema"),
        (b'{"schema": 2}', "no brief of schema"),
        (b"[" * 100_000, "no JSON"),
        (b"\xff\xfe", "not in UTF-8"),
        (b"# One\n\n## Summary\n\n# Two\n", "several briefs"),
    ],
)
def test_what_is_no_brief_is_one_line_and_exit_code_3(
    run: Run, tmp_path: Path, brief: bytes, reason: str
) -> None:
    (tmp_path / "brief").write_bytes(brief)
    result = run("verify", "brief", str(ARTICLE))
    assert result.returncode == 3
    assert result.stdout == b""
    assert reason in result.stderr.decode()
    assert result.stderr.count(b"\n") == 1
