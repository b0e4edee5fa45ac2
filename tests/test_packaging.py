"""What users install: the wheel in a fresh environment, without a network, a home or a locale."""

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest

import bilatsum

ROOT = Path(__file__).parents[1]
MAX_WHEEL = 15_000_000

# Stands before the program and refuses every connection.
NO_NETWORK = """
import socket
def refuse(*arguments, **options):
    raise OSError("the network is blocked")
socket.socket.connect = socket.socket.connect_ex = refuse
socket.create_connection = socket.getaddrinfo = refuse
import runpy, sys
sys.argv[0] = "bilatsum"
runpy.run_module("bilatsum", run_name="__main__")
"""


def test_what_is_tested_is_what_is_installed() -> None:
    installed = distribution("bilatsum")
    editable = '"editable"' in (installed.read_text("direct_url.json") or "")
    place = ROOT / "bilatsum" if editable else Path(str(installed.locate_file("bilatsum")))
    assert Path(bilatsum.__file__).resolve().parent == place.resolve()
    command = [sys.executable, "-c", "import bilatsum; print(bilatsum.__file__)"]
    started = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert Path(started.stdout.strip()).resolve().parent == place.resolve()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this tree."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder), "."]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=300)
    if built.returncode != 0:
        pytest.skip("the wheel cannot be built here: no package registry")
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the interpreter of a fresh environment with the wheel and its dependencies."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    interpreter = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    command = [str(interpreter), "-m", "pip", "install", "--quiet", str(wheel)]
    installed = subprocess.run(command, capture_output=True, check=False, timeout=600)
    if installed.returncode != 0:
        pytest.skip("the dependencies cannot be installed here: no package registry")
    return interpreter


def test_the_wheel_is_small_and_holds_its_data_and_types(wheel: Path) -> None:
    assert wheel.stat().st_size < MAX_WHEEL
    names = set(zipfile.ZipFile(wheel).namelist())
    tracked = (ROOT / "bilatsum").rglob("*")
    for path in tracked:
        if path.is_file() and "__pycache__" not in path.parts:
            assert str(path.relative_to(ROOT).as_posix()) in names
    assert not any(name.startswith(("tests/", "docs/", "training/")) for name in names)


def test_the_wheel_puts_the_man_page_and_the_completions_where_systems_look(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for path in (
        "man/man1/bilatsum.1",
        "bash-completion/completions/bilatsum",
        "zsh/site-functions/_bilatsum",
        "fish/vendor_completions.d/bilatsum.fish",
    ):
        assert any(name.endswith(f".data/data/share/{path}") for name in names), path


def test_the_sdist_holds_what_is_needed_to_test_document_and_train(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--sdist", "--outdir", str(tmp_path), str(ROOT)]
    built = subprocess.run(command, capture_output=True, check=False, timeout=300)
    if built.returncode != 0:
        pytest.skip("the sdist cannot be built here: no package registry")
    archive = next(tmp_path.glob("*.tar.gz"))
    assert archive.stat().st_size < MAX_WHEEL
    with tarfile.open(archive) as files:
        names = {name.partition("/")[2] for name in files.getnames()}
    for folder in ("bilatsum", "tests", "docs", "training", "benchmarks", "share", ".ci"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert path.relative_to(ROOT).as_posix() in names
    assert {"CITATION.cff", "LICENSE", "CHANGELOG.md", ".github/workflows/ci.yml"} <= names


@pytest.mark.parametrize("method", ["bilat", "lex-rank", "lsa", "edmundson"])
def test_it_runs_without_network_home_locale_or_a_writable_folder(
    python: Path, tmp_path: Path, method: str
) -> None:
    article = tmp_path / "article.txt"
    shutil.copy(ROOT / "docs" / "examples" / "wire-story.txt", article)
    tmp_path.chmod(0o555)
    result = subprocess.run(
        [str(python), "-c", NO_NETWORK, "summarize", article.name, "-m", method],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=120,
        env={"LC_ALL": "C", "PATH": os.defpath, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    tmp_path.chmod(0o755)
    assert result.returncode == 0, result.stderr
    assert result.stderr == b""
    assert b"Turkiye, Iraq to restart water talks" in result.stdout
    assert result.stdout.isascii()
