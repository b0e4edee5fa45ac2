"""Documentation that cannot go stale."""

import re
from pathlib import Path

import generate
import pytest
from blocks import PAGES, ROOT
from markdown_it import MarkdownIt
from markdown_it.token import Token


def name_of(page: Path) -> str:
    """Return the name of a page in the names of tests."""
    return page.relative_to(ROOT).as_posix()


def tokens(page: Path) -> list[Token]:
    """Return a page as a Markdown parser sees it, the pieces of its lines after the lines."""
    found = MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))
    return [*found, *(child for token in found for child in token.children or ())]


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, made as GitHub makes them."""
    text = re.sub(r"(?ms)^```.*?^```$", "", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


def test_generated_files_are_what_the_generator_writes() -> None:
    for path, text in generate.generated().items():
        assert path.read_text(encoding="utf-8") == text, f"{path}: run python docs/generate.py"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_between_pages_lead_to_a_file_and_a_heading_that_exist(page: Path) -> None:
    for token in tokens(page):
        target = str(token.attrGet("href") or "")
        if not target or "://" in target or target.startswith("mailto:"):
            continue
        file, _, anchor = target.partition("#")
        path = (page.parent / file).resolve() if file else page
        assert path.exists(), target
        assert path == ROOT or ROOT in path.parents, target
        if anchor:
            assert anchor in anchors(path), target


def test_every_page_of_the_site_is_in_its_table_of_contents() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    listed = {
        (ROOT / "docs" / f"{line}.md").resolve()
        for toctree in re.findall(r"```{toctree}\n.*?\n\n(.*?)\n```", index, re.DOTALL)
        for line in toctree.splitlines()
    }
    pages = {page for page in PAGES if page.parent != ROOT} - {ROOT / "docs" / "index.md"}
    assert pages <= listed
    assert all(page.exists() for page in listed)


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


def test_every_trained_file_has_a_card_with_data_recipe_figures_and_failures() -> None:
    data = ROOT / "bilatsum" / "data"
    sources = (data / "SOURCES.md").read_text(encoding="utf-8")
    learned = r"^\| `([\w.]+)` \|.*(?:learned|trained|counted) by `training/"
    trained = {
        *re.findall(learned, sources, re.MULTILINE),
        *(one.name for one in data.glob("*.bin")),
    }
    assert len(trained) >= 6
    cards = {
        card: card.read_text(encoding="utf-8")
        for card in (ROOT / "docs" / "models").glob("*.md")
        if not card.name.endswith("-figures.md")
    }
    for name in trained:
        assert any(f"`bilatsum/data/{name}`" in text for text in cards.values()), name
    for card, text in cards.items():
        for part in ("**Use.**", "**Recipe.**", "**Data", "**Figures.**", "**Known failures.**"):
            assert part in text, f"{card.name}: {part}"
        for recipe in re.findall(r"training/\w+\.py", text):
            assert (ROOT / recipe).is_file(), recipe
