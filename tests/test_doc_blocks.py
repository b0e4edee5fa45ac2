"""Every command and every line of Python in the documentation does what the page says."""

import json
import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest
from blocks import PAGES, ROOT, blocks, lay_out, with_outputs

READ = {"text", "toml", "json", "sh", "python", "{toctree}"}


def name_of(page: Path) -> str:
    """Return the name of a page in the names of tests."""
    return page.relative_to(ROOT).as_posix()


def kinds(page: Path) -> set[str]:
    """Return the languages of the blocks of a page that can be run."""
    text = page.read_text(encoding="utf-8")
    return {block.language for block in blocks(text) if block.not_run is None}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_block_that_is_not_run_says_why(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for block in blocks(text):
        assert block.not_run or block.language in READ
    assert text.count("<!-- not run") == sum(b.not_run is not None for b in blocks(text))
    assert len(re.findall(r"^```", text, re.MULTILINE)) == 2 * sum(1 for _ in blocks(text))


@pytest.mark.parametrize("page", [p for p in PAGES if "sh" in kinds(p)], ids=name_of)
def test_the_commands_of_a_page_run_and_print_what_it_shows(page: Path, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("the commands are those of a POSIX shell")
    text = page.read_text(encoding="utf-8")
    for program in ("bash", *(("jq",) if re.search(r"^jq ", text, re.MULTILINE) else ())):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed here")
    assert with_outputs(text, tmp_path) == text, f"{page}: run python docs/generate.py"


@pytest.mark.parametrize("page", [p for p in PAGES if "python" in kinds(p)], ids=name_of)
def test_the_python_of_a_page_runs_and_prints_what_its_comments_say(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    code = "".join(b.code for b in blocks(text) if b.language == "python" and not b.not_run)
    printed: list[str] = []
    names = {"print": lambda *values: printed.append(" ".join(str(value) for value in values))}
    exec(compile(code, page.name, "exec"), names)  # noqa: S102 - our own example
    said = re.findall(r"^ *print\(.*\)  # (.+)$", code, re.MULTILINE)
    shown = iter(printed)
    assert all(line in shown for line in said), (said, printed)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_the_toml_and_json_of_a_page_can_be_read(page: Path) -> None:
    for block in blocks(page.read_text(encoding="utf-8")):
        if block.language == "toml":
            assert tomllib.loads(block.code)
        if block.language == "json":
            assert json.loads(block.code)
