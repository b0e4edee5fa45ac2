"""Every command and every line of Python in the documentation does what the page says."""

import json
import re
import shutil
import sys
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


def module(name: str) -> ModuleType:
    """Return a script of docs/ as a module."""
    spec = spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    loaded = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


doc = module("blocks")
PAGES = [pytest.param(page, id=page.relative_to(ROOT).as_posix()) for page in doc.PAGES]
MARKED = {"text", "toml", "json", "sh", "python"}


def kinds(page: Path) -> set[str]:
    """Return the languages of the blocks of a page that can be run."""
    text = page.read_text(encoding="utf-8")
    return {block.language for block in doc.blocks(text) if block.not_run is None}


@pytest.mark.parametrize("page", PAGES)
def test_a_block_that_is_not_run_says_why(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for block in doc.blocks(text):
        assert block.not_run or block.language in MARKED or block.language == "{toctree}"
    assert text.count("<!-- not run") == sum(b.not_run is not None for b in doc.blocks(text))
    assert len(re.findall(r"^```", text, re.MULTILINE)) == 2 * sum(1 for _ in doc.blocks(text))


@pytest.mark.parametrize("page", [p for p in PAGES if "sh" in kinds(Path(str(p.values[0])))])
def test_the_commands_of_a_page_run_and_print_what_it_shows(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for program in ("bash", *(("jq",) if re.search(r"^jq ", text, re.MULTILINE) else ())):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed here")
    assert doc.with_outputs(text, tmp_path) == text, f"{page}: run python docs/generate.py"


@pytest.mark.parametrize("page", [p for p in PAGES if "python" in kinds(Path(str(p.values[0])))])
def test_the_python_of_a_page_runs_and_prints_what_its_comments_say(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doc.lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    code = "".join(b.code for b in doc.blocks(text) if b.language == "python" and not b.not_run)
    printed: list[str] = []
    names = {"print": lambda *values: printed.append(" ".join(str(value) for value in values))}
    exec(compile(code, page.name, "exec"), names)  # noqa: S102 - our own example
    said = re.findall(r"^ *print\(.*\)  # (.+)$", code, re.MULTILINE)
    shown = iter(printed)
    assert all(line in shown for line in said), (said, printed)


@pytest.mark.parametrize("page", PAGES)
def test_the_toml_and_json_of_a_page_can_be_read(page: Path) -> None:
    for block in doc.blocks(page.read_text(encoding="utf-8")):
        if block.language == "toml":
            assert tomllib.loads(block.code)
        if block.language == "json":
            assert json.loads(block.code)
