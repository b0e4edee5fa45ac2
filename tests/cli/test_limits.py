"""What a run promises at its limits: nothing half-written, nothing lost, one clear line."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bilatsum.cli.files import write_file
from bilatsum.errors import OutputError

ROOT = Path(__file__).parents[2]
READOUT = ROOT / "docs" / "examples" / "readout.txt"
SPEECH = ROOT / "docs" / "examples" / "speech.txt"
Run = Callable[..., subprocess.CompletedProcess[bytes]]


def started(*arguments: str) -> subprocess.Popen[bytes]:
    """Return a run that was started and goes on."""
    return subprocess.Popen(
        [sys.executable, "-m", "bilatsum", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )


@pytest.mark.parametrize(("limit", "code"), [(1372, 3), (100_000, 0)])
def test_the_limit_on_an_article_is_adjustable(run: Run, limit: int, code: int) -> None:
    for arguments, stdin in (((str(READOUT),), b""), (("-",), READOUT.read_bytes())):
        result = run("summarize", *arguments, "--max-bytes", str(limit), stdin=stdin)
        assert result.returncode == code
        assert (b"--max-bytes" in result.stderr) == bool(code)


def test_no_more_than_the_limit_is_read_of_an_endless_input(run: Run) -> None:
    result = run("summarize", "/dev/zero", "--max-bytes", "1000000")
    assert result.returncode == 3
    assert b"larger than 1 MB" in result.stderr


@pytest.mark.parametrize("command", ["file", "link", "folder"])
def test_a_brief_never_takes_the_place_of_its_article(
    run: Run, tmp_path: Path, command: str
) -> None:
    article = tmp_path / "article.md"
    article.write_bytes(READOUT.read_bytes())
    (tmp_path / "link.md").symlink_to(article)
    output = {"file": "article.md", "link": "link.md", "folder": "."}[command]
    result = run("summarize", "article.md", "-o", output, "-f", "markdown")
    assert result.returncode == 2
    assert b"take the place of the article" in result.stderr
    assert article.read_bytes() == READOUT.read_bytes()


def test_an_output_that_exists_is_replaced_whole_and_keeps_its_mode(
    run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "brief.json"
    target.write_text("x" * 1_000_000)
    target.chmod(0o640)
    assert run("summarize", str(READOUT), "-o", "brief.json").returncode == 0
    assert json.loads(target.read_bytes())["schema"] == 1
    assert target.stat().st_mode & 0o777 == 0o640


def test_an_input_that_cannot_be_read_leaves_the_old_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.md").write_text("old")
    assert run("summarize", "missing.txt", "-o", "brief.md").returncode == 3
    assert (tmp_path / "brief.md").read_text() == "old"


def test_several_runs_that_write_one_file_leave_one_whole_brief(tmp_path: Path) -> None:
    target = tmp_path / "brief.json"
    runs = [
        started("summarize", str(source), "-o", str(target)) for source in (READOUT, SPEECH) * 2
    ]
    for process in runs:
        assert process.communicate(timeout=120) == (b"", b"")
        assert process.returncode == 0
    sources = {str(READOUT), str(SPEECH)}
    assert json.loads(target.read_bytes())["article"]["source"] in sources
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_may_only_be_read_is_exit_code_4(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_options: object) -> tuple[int, str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    with pytest.raises(OutputError, match="permission denied"):
        write_file(tmp_path / "brief.md", ["new"])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")
def test_a_place_where_no_file_can_be_made_is_exit_code_4(run: Run) -> None:
    result = run("summarize", str(READOUT), "-o", "/proc/brief.md")
    assert result.returncode == 4
    assert result.stderr.count(b"\n") == 1


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, MemoryError])
def test_whatever_ends_a_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    target = tmp_path / "brief.md"
    write_file(target, ["old"])

    def end(_handle: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", end)
    with pytest.raises(error):
        write_file(target, ["n", "ew"])
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_run_that_waits_for_its_input_ends_at_a_signal(number: int, code: int) -> None:
    process = started("summarize", "-")
    time.sleep(2.0)
    process.send_signal(number)
    output, errors = process.communicate(timeout=30)
    assert (process.returncode, output, errors) == (code, b"", b"")


def test_a_reader_that_goes_away_ends_the_run_without_a_word() -> None:
    read, write = os.pipe()
    os.close(read)
    result = subprocess.run(
        [sys.executable, "-m", "bilatsum", "summarize", str(READOUT), "-f", "json"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        cwd=ROOT,
        timeout=60,
    )
    os.close(write)
    assert (result.returncode, result.stderr) == (0, b"")
