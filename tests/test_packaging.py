"""What users install: the wheel in a fresh environment, without a network, a home or a locale."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

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
