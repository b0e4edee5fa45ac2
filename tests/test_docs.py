"""Documentation that cannot go stale."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def generator() -> ModuleType:
    """Return docs/generate.py as a module."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_files_are_what_the_generator_writes() -> None:
    for path, text in generator().generated().items():
        assert path.read_text(encoding="utf-8") == text, f"{path}: run python docs/generate.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"```sh\n(.+?)\n```", readme, re.DOTALL)[:2]
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert len(commands) == 2
    for command in commands:
        assert command in script, command


def test_the_python_example_of_the_readme_is_true() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    code = re.findall(r"```python\n(.+?)\n```", readme, re.DOTALL)
    printed: list[object] = []
    exec(code[0], {"print": printed.append})  # noqa: S102 - our own example
    assert printed[0] == ("JPN", "PER")
    assert str(printed[1]).startswith("# ")


def test_every_room_says_what_goes_in_and_out() -> None:
    for room in ("read", "segment", "extract/dates", "extract/actors", "extract/issues",
                 "summary", "render", "cli", "data", "model"):  # fmt: skip
        text = (ROOT / "bilatsum" / room / "__init__.py").read_text(encoding="utf-8")
        assert "In: " in text, room
        assert "Out: " in text, room
