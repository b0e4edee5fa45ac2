"""What is loaded, and what is not: start-up is a promise."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SLOW = ("nltk", "sumy", "numpy", "rich", "ftfy", "charset_normalizer", "scipy", "requests")

SCRIPT = """
import sys
sys.argv = ["bilatsum", *{arguments!r}]
from bilatsum.cli import main
try:
    main()
except SystemExit:
    pass
finally:
    sys.stderr.write("LOADED " + " ".join(sys.modules))
"""


def loaded(*arguments: str) -> set[str]:
    """Return the top-level modules that a command has loaded when it ends."""
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(arguments=list(arguments))],
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONUTF8": "1"},
        timeout=120,
    )
    return {name.split(".")[0] for name in result.stderr.rpartition("LOADED ")[2].split()}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("--help",),
        ("summarize", "--help"),
        ("--show-completion",),
        ("summarize", "no-such-file.txt"),
        ("summarize", os.devnull),
        ("summarize", "--date", "yesterday", "no-such-file.txt"),
        ("summarize", "-m", "none", "no-such-file.txt"),
    ],
)
def test_nothing_slow_is_loaded_for_help_and_errors(arguments: tuple[str, ...]) -> None:
    assert loaded(*arguments).isdisjoint(SLOW)


def test_json_is_written_without_rich_and_the_house_method_without_sumy() -> None:
    example = str(ROOT / "docs" / "examples" / "readout.txt")
    assert loaded("summarize", example, "-f", "json").isdisjoint({"rich", "sumy"})


def test_importing_the_package_loads_nothing_slow_and_prints_nothing() -> None:
    code = "import bilatsum, sys; sys.stderr.write(' '.join(sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert result.stdout == ""
    assert {name.split(".")[0] for name in result.stderr.split()}.isdisjoint({*SLOW, "typer"})
