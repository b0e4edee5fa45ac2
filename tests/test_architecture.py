"""The house rules that a reader of the file list relies on."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "bilatsum"
MODULES = sorted(PACKAGE.rglob("*.py"))
SOURCES = sorted(
    path
    for folder in ("bilatsum", "tests", "training", "benchmarks", "docs")
    for path in (PACKAGE.parent / folder).rglob("*.py")
)
MAX_LINES = 400

MAP = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")


def rows(heading: str) -> dict[str, str]:
    """Return the second column of the table below a heading of the map, by the room."""
    section = MAP.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    found = re.findall(r"^\| `([\w/.]+)` \| (.+?) \|", section, re.MULTILINE)
    return {room_name(room): what for room, what in found}


def room_name(written: str) -> str:
    """Return a room as it is imported: extract.dates for extract/dates/."""
    return written.removesuffix(".py").strip("/").replace("/", ".")


def imports_of(cell: str) -> set[str]:
    """Return the rooms that a cell of the map names, "" for the package itself."""
    names = {room_name(name) for name in cell.split(", ")} - {"nothing"}
    return {"" if name == "the package" else name for name in names}


ON_THE_MAP = {room: imports_of(cell) for room, cell in rows("Who imports whom").items()}
ON_THE_MAP[""] = {"model", "api", "cli"}
ROOMS = set(ON_THE_MAP) - {""}
WORKERS = {"read", "segment", "extract.dates", "extract.actors", "extract.issues", "summary"}


def room_of(module: str) -> str:
    """Return the room of a module's dotted name below the package, "" for the package itself."""
    parts = module.split(".")
    if parts[0] == "extract":
        return ".".join(parts[:2])
    return parts[0] if parts[0] in ROOMS else ""


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted names below the package that a module imports."""
    here = path.relative_to(PACKAGE).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            names = [".".join(["bilatsum", *here[: -node.level], node.module or ""])]
        elif isinstance(node, ast.ImportFrom):
            parent = node.module or ""
            whole = parent in {"bilatsum", "bilatsum.extract"}
            names = [f"{parent}.{alias.name}" for alias in node.names] if whole else [parent]
        else:
            continue
        for name in names:
            if name == "bilatsum" or name.startswith("bilatsum."):
                yield name.removeprefix("bilatsum").strip(".")


@pytest.mark.parametrize("room", sorted(ON_THE_MAP), ids=lambda room: room or "the package")
def test_the_map_is_what_the_imports_say(room: str) -> None:
    found = {
        room_of(module)
        for path in MODULES
        if room_of(".".join(path.relative_to(PACKAGE).with_suffix("").parts)) == room
        for module in imports(path)
    }
    assert found - {room} == ON_THE_MAP[room], f"{room}: see docs/architecture.md"


def test_the_map_shows_every_room_and_no_other() -> None:
    there = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py"} - {
        "__init__",
        "__main__",
    }
    there |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")} - {"extract"}
    there |= {f"extract.{path.parent.name}" for path in PACKAGE.glob("extract/*/__init__.py")}
    assert there == ROOMS
    assert set(rows("The rooms")) == ROOMS


def test_no_worker_imports_another() -> None:
    for room in WORKERS:
        assert not ON_THE_MAP[room] & WORKERS, room


def test_every_file_that_the_map_names_exists() -> None:
    folders = [PACKAGE.parent, *(path for path in PACKAGE.rglob("*") if path.is_dir()), PACKAGE]
    for name in re.findall(r"`([\w./]+\.(?:py|tsv|json|txt|md|bin))`", MAP):
        assert any((folder / name).is_file() for folder in folders), name
    for name in re.findall(r"`([A-Z][A-Z_]+)`", MAP):
        assert any(re.search(rf"\b{name}\b", path.read_text("utf-8")) for path in MODULES), name


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE.parent)))
def test_a_file_says_what_it_is_and_is_not_too_long(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= MAX_LINES
    assert path.name != "utils.py"


def test_only_the_command_line_prints_exits_or_asks_the_clock() -> None:
    forbidden = {"print", "input", "exit", "breakpoint"}
    for path in MODULES:
        if path.relative_to(PACKAGE).parts[0] == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in forbidden, path
            if isinstance(node, ast.Attribute):
                assert node.attr not in {"now", "today", "utcnow"}, path


def test_the_model_holds_frozen_slotted_dataclasses_and_nothing_else() -> None:
    from bilatsum import model  # noqa: PLC0415

    records = [getattr(model, name) for name in model.__all__]
    classes = [record for record in records if isinstance(record, type)]
    assert classes
    for record in classes:
        assert record.__dataclass_params__.frozen, record  # type: ignore[attr-defined]
        assert hasattr(record, "__slots__"), record
