"""What is installed with bilatsum, and that no data can run as code."""

import ast
import re
import tomllib
from pathlib import Path

import licences
import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "bilatsum"
MODULES = sorted(PACKAGE.rglob("*.py"))
DATA = sorted(path for path in (PACKAGE / "data").iterdir() if path.is_file())
LOADS_CODE = {"pickle", "cPickle", "marshal", "shelve", "dill", "joblib", "cloudpickle", "ctypes",
              "subprocess", "socket", "urllib", "http", "requests"}  # fmt: skip
RUNS_CODE = {"eval", "exec", "compile", "__import__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_loads_code_from_data_runs_programs_or_opens_connections(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        assert not {name.split(".")[0] for name in names} & LOADS_CODE
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in RUNS_CODE
        if isinstance(node, ast.keyword):
            assert node.arg != "allow_pickle"


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_no_data_file_is_a_pickle_or_an_archive(path: Path) -> None:
    assert path.suffix in {".py", ".tsv", ".txt", ".json", ".md", ".bin"}
    data = path.read_bytes()
    assert not data.startswith((b"\x80", b"PK\x03\x04", b"\x1f\x8b", b"\x93NUMPY", b"\x7fELF"))
    if path.suffix == ".bin":  # older pickles have no mark; they end in a full stop
        assert not data.endswith(b".")


def test_every_dependency_has_a_lower_bound_and_a_licence() -> None:
    listed = re.findall(r"^\| ([\w-]+) \| (.+) \|$", licences.PAGE.read_text("utf-8"), re.MULTILINE)
    assert {licence for _, licence in listed}.isdisjoint({"not stated", ""})
    assert set(licences.required()) <= {name for name, _ in listed}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for line in project["dependencies"]:
        assert re.match(r"[\w-]+>=\d", line), line
