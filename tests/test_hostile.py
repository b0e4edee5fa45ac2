"""Hostile text: nothing in an article commands a terminal, injects markup, or hangs the program."""

import json
import os
import time
from pathlib import Path
from random import Random

import pytest
from fuzz_mutations import MARKUP, load, mutant, try_one
from fuzz_targets import TARGETS, check_article, check_dates, check_document, harmless
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bilatsum import Brief, summarize
from bilatsum.errors import InputError
from bilatsum.render.terminal import render as to_terminal

ROOT = Path(__file__).parents[1]
MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")
PROSE = "The ministers of Peru and Chile met in Lima on Monday to sign a trade pact. "
NAMES = " ".join(
    f"Minister {first}a{second}o Kal{first}{second}ov of Peru met."
    for first in "BCDFGHJKLMNPQRSTVWXZ"
    for second in "aeioubcdfg"
)
ATTACKS = {
    "colours": "\x1b[31;1m{}\x1b[0m",
    "window title": "\x1b]0;owned\x07{}",
    "link": "\x1b]8;;http://evil.example\x1b\\{}\x1b]8;;\x1b\\",
    "eight-bit control": "\x9b2J{}\x9d0;x\x9c",
    "device control string": "\x1bPq#0;2;0;0;0{}\x1b\\",
    "unfinished": "{}\x1b[",
    "backspaces": "{}\x08\x08\x08\x7f\x07",
    "bidi": "\u202e{}\u202c \u2066x\u2069 \u061c",
    "zero width": "\u200b\u200d\u2060\ufeff{}\u00ad",
    "tags": "\U000e0041\U000e0042{}",
    "private and unassigned": "\ue000\U0010ffff\u0378{}",
    "line separators": "{}\u2028\u2029\x85\x0b\x0c\x1c",
}
INJECTIONS = (
    "<script>alert(1)</script>", "<img src=x onerror=y>", "<!-- x", "&lt;b&gt;", "<https://a.b>",
    "[x](javascript:y)", "![x](http://a.b/c.png)", "[x]: http://a.b", "[x][y]", "| a | b |",
    "```", "~~~", "    code", "# heading", "Setext\n===", "---", "***", "* item", "+ item",
    "1) item",
    "> quote", "**bold**", "__bold__", "_it_", "~~gone~~", "`code`", "\\*", "$x$", "http://a.b",
    "a\\", "- [ ] task", "[^1]", "\\|", "|", "&#42;x&#42;", "*", "**", "Term\n: definition",
)  # fmt: skip


def brief_of(text: str) -> Brief | None:
    """Return the brief of a text, None where it is refused."""
    try:
        return summarize(text, date="2025-04-08")
    except InputError:
        return None


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_no_control_or_format_character_reaches_a_terminal_or_a_page(attack: str) -> None:
    title, text = attack.format("Talks in Lima"), attack.format(PROSE.strip())
    for article in (f"{title}\nBy {attack.format('Jane Doe')}\n\n{text}\n\n{PROSE}", text):
        brief = brief_of(article)
        assert brief is not None
        check_article(brief.article)
        check_document(brief.document)
        check_dates(brief.dates, brief.document)
        for explain in (False, True):
            harmless(to_terminal(brief, explain=explain))
        harmless(brief.to_markdown())
        harmless(to_terminal(brief, ascii_only=True))
        json.loads(brief.to_json())


@pytest.mark.parametrize("name", ["\x1b[31mred", "\u202eevil", "a\nb"])
def test_the_name_of_a_source_is_harmless_too(name: str) -> None:
    for text in (PROSE, f"**{PROSE}**"):
        brief = summarize(text, source=name)
        harmless(to_terminal(brief))
        harmless(brief.to_markdown())


def html_of(text: str) -> tuple[str, str]:
    """Return the Markdown of a text's brief, and the HTML that it becomes."""
    brief = brief_of(text)
    assert brief is not None
    markdown = brief.to_markdown()
    return markdown, MARKDOWN.render(markdown)


@pytest.mark.parametrize("injection", INJECTIONS)
def test_markdown_in_an_article_is_inert(injection: str) -> None:
    for text in (
        f"{PROSE}{injection} {PROSE}",
        f"Talks {injection}\n\n{PROSE}",
        f"{injection} talks\n\n{PROSE}\n\n{injection}\n\n{PROSE}",
        f"{PROSE}\n\n{injection}{PROSE}",
    ):
        markdown, html = html_of(text)
        for tag in ("<script", "<img", "<a ", "<code", "<pre", "<blockquote", "<hr", "<s>", "<!--"):
            assert tag not in html, (tag, markdown)
        assert html.count("<h1>") == 1
        assert html.count("<h2>") == markdown.count("\n## ")
        assert "<h3" not in html
        assert "<ol" not in html


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from([*INJECTIONS, *MARKUP, "a", " ", "\n", "\n\n"]), max_size=12))
def test_no_mixture_of_markup_becomes_structure(parts: list[str]) -> None:
    brief = brief_of("".join(parts) + PROSE)
    if brief is None:
        return
    markdown = brief.to_markdown()
    html = MARKDOWN.render(markdown)
    assert html.count("<li>") == len(brief.summary.sentences) + len(brief.issues)
    assert html.count("<h1>") == 1
    assert not any(tag in html for tag in ("<a ", "<img", "<pre", "<code", "<blockquote", "<hr"))


ABSURD = {
    "one-character lines": "a\n" * 30_000,
    "a million quotes": '"' * 200_000,
    "typographic quotes": "“" * 50_000 + PROSE,
    "deep brackets": "(" * 50_000 + PROSE + ")" * 50_000,
    "square brackets": "[" * 50_000 + "](" * 20_000,
    "2,000 names": NAMES * 10,
    "one word": "a" * 300_000,
    "one capital": "A" * 300_000,
    "capitals": "Aa " * 50_000,
    "stops": ". " * 50_000,
    "dots": "." * 100_000,
    "dates": "May 3, 2024, " * 8_000,
    "days and days": "Monday and " * 10_000,
    "numbers": "2024 " * 20_000,
    "hyphens": "a-\n" * 20_000,
    "combining marks": "e" + "\u0301" * 100_000,
    "stars": "**a" * 30_000,
    "escapes": "\x1b[" * 50_000 + PROSE,
    "open links": "[a](http://x " * 10_000,
    "mojibake": "Ã©Ã¨â€™ " * 5_000 + PROSE,
    "quoted mail": "> " * 50_000 + PROSE,
    "headers": "From: a\n" * 10_000,
    "blank lines": "\n" * 200_000 + PROSE,
    "emoji": "\U0001f1fa\U0001f1f8" * 20_000 + PROSE,
    "states": "Peru, Chile, Japan and the United States of America; " * 3_000,
}


@pytest.mark.parametrize("text", ABSURD.values(), ids=ABSURD)
def test_an_absurd_text_ends_in_a_brief_or_in_one_clear_line(text: str) -> None:
    begin = time.process_time()
    refusal = ""
    try:
        brief = summarize(text[:60_000], date="2025-04-08")
    except InputError as error:
        refusal = error.message
    else:
        check_document(brief.document)
        check_dates(brief.dates, brief.document)
    assert "\n" not in refusal
    assert time.process_time() - begin < 10


@pytest.mark.parametrize("target", TARGETS)
@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(data=st.binary(max_size=40))
def test_what_the_fuzzer_runs_holds_on_a_sample(target: str, data: bytes) -> None:
    TARGETS[target](data)


# What the fuzzers found; each once broke a promise.
FINDS = [
    "# Published: 2025-04-08\nearly 2100 soon ? on 29 May\n\nBy Jane Doe\nformer from ",
    "Norway and Peru sign a plan August 16, 2008 Peru's president Rodrigo Valdez met Ingvild Lie.",
]


@pytest.mark.parametrize("text", FINDS)
def test_what_a_fuzzer_found_stays_mended(text: str) -> None:
    for target in TARGETS.values():
        target(b"\x01" + text.encode())
        target(text.encode())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each run is a fork of this process")
def test_mutants_of_the_samples_go_through_the_command_line(tmp_path: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "docs/examples").glob("*.txt"))]
    load(texts[0])
    for number in range(60):
        rng = Random(number)  # noqa: S311 - mutants, not secrets
        wrong, _ = try_one(mutant(rng.choice(texts), rng, 800), number, tmp_path)
        assert not wrong, number
