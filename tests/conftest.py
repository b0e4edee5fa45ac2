"""What several tests share: the sample articles, and a way to run the program."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.metadata import distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
INSTALLED = distribution("bilatsum")
EDITABLE = '"editable"' in (INSTALLED.read_text("direct_url.json") or "")
# What is tested is what is installed, also where `python -m pytest` has put this folder first, and
# in the programs that tests start.
if not EDITABLE:
    sys.path[:] = [place for place in sys.path if Path(place).resolve() != ROOT]
os.environ["PYTHONSAFEPATH"] = "1"

# The benchmarks are no installed package; last, so that an installed bilatsum comes before this one
sys.path.append(str(ROOT))
EXAMPLES = sorted(
    path
    for path in (ROOT / "docs" / "examples").iterdir()
    if path.is_file() and path.name != "README.md"
)

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> Path:
    """Return each of the sample articles in turn."""
    path: Path = request.param
    return path


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs the program in an empty folder."""

    def run_program(
        *arguments: str,
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
        cwd: Path = tmp_path,
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "bilatsum", *arguments],
            input=stdin,
            capture_output=True,
            check=False,
            cwd=cwd,
            env={**os.environ, **(environment or {})},
            timeout=120,
        )

    return run_program
