"""The house rules that a reader of the file list relies on."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "bilatsum"
MODULES = sorted(PACKAGE.rglob("*.py"))
MAX_LINES = 400

WORKERS = {"read", "segment", "extract.dates", "extract.actors", "extract.issues", "summary"}
ROOMS = {*WORKERS, "model", "data", "errors", "pipeline", "render", "verify", "api", "cli"}
MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "data": {"errors", "model"},
    **{room: {"model", "data", "errors"} for room in WORKERS},
    "pipeline": {"", "model", "data", *WORKERS},
    "render": {"model", "data"},
    "verify": {"model", "errors", "render"},
    "api": {"model", "data", "errors", "pipeline", "read", "render"},
    "cli": {"", *ROOMS},
    "": {"model", "api", "cli"},
}


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


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_the_rooms_it_may(path: Path) -> None:
    room = room_of(".".join(path.relative_to(PACKAGE).with_suffix("").parts))
    for module in imports(path):
        other = room_of(module)
        assert other == room or other in MAY_IMPORT[room], f"{path} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_has_a_docstring_and_is_not_too_long(path: Path) -> None:
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
