"""The command line, run as a user runs it."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bilatsum import __version__

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.txt"))
Run = Callable[..., subprocess.CompletedProcess[bytes]]
READOUT = ROOT / "docs" / "examples" / "readout.txt"
FRENCH = "Le ministre a rencontré le président de la République à Paris. " * 9


def one_line(stderr: bytes) -> str:
    """Return what was said on standard error, which must be one line without a traceback."""
    text = stderr.decode()
    assert text.count("\n") == 1, text
    assert "Traceback" not in text
    assert text.startswith("bilatsum: ")
    return text


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout.decode() == f"bilatsum {__version__}\n"


def test_a_file_a_pipe_and_a_dash_give_the_same_summary(run: Run) -> None:
    data = READOUT.read_bytes()
    briefs = [
        json.loads(result.stdout)
        for result in (
            run("summarize", str(READOUT), "-f", "json"),
            run("summarize", "-f", "json", stdin=data),
            run("summarize", "-", "-f", "json", stdin=data),
        )
    ]
    assert briefs[0]["summary"] == briefs[1]["summary"] == briefs[2]["summary"]
    assert briefs[1]["article"]["source"] == "standard input"


def test_several_inputs_give_json_lines_and_one_bad_one_is_told_at_the_end(run: Run) -> None:
    good = [str(path) for path in EXAMPLES[:3]]
    result = run("summarize", good[0], "nothing.txt", *good[1:], "-f", "json")
    assert [json.loads(line)["article"]["source"] for line in result.stdout.splitlines()] == good
    assert result.returncode == 3
    assert result.stderr.decode().splitlines() == [
        "bilatsum: error: nothing.txt cannot be read: there is no such file",
        "bilatsum: 1 of 4 inputs could not be read",
    ]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty", b"", "is empty"),
        ("blank", b" \n \n", "holds no text"),
        ("binary", bytes(range(256)) * 99, "binary"),
        ("french", FRENCH.encode(), "English"),
        ("large", b"The ministers met. " * 600_000, "larger than 10 MB"),
        ("pdf", b"%PDF-1.4", "PDF"),
    ],
)
def test_a_bad_input_is_one_line_and_exit_code_3(
    run: Run, tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    result = run("summarize", name)
    assert result.returncode == 3
    assert result.stdout == b""
    assert reason in one_line(result.stderr)


@pytest.mark.parametrize("source", ["missing.txt", ".", "a\x1b[31mb.txt", "x" * 5000])
def test_what_is_no_readable_file_is_one_line_and_exit_code_3(run: Run, source: str) -> None:
    result = run("summarize", source)
    assert result.returncode == 3
    assert "\x1b" not in one_line(result.stderr)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read all")
def test_a_file_without_permission_is_exit_code_3(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("Peru and Chile met.")
    path.chmod(0)
    result = run("summarize", str(path))
    assert result.returncode == 3
    assert "permission" in one_line(result.stderr)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Hello", "Hello"),
        ("Peru and Chile sign a pact", "Peru and Chile sign a pact"),
        ("the ministers met and nobody wrote a full stop", "the ministers met and nobody"),
    ],
)
def test_a_text_of_one_sentence_still_gives_a_brief(run: Run, text: str, sentence: str) -> None:
    result = run("summarize", stdin=text.encode())
    assert result.returncode == 0
    assert sentence in result.stdout.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ("-n", "0"),
        ("-w", "-3"),
        ("-n", "2", "-w", "20"),
        ("-m", "nonsense"),
        ("-f", "pdf"),
        ("--date", "yesterday"),
        ("--date", "2025-02-30"),
        ("--nonsense",),
    ],
)
def test_a_wrong_option_is_exit_code_2(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("summarize", str(READOUT), *arguments)
    assert result.returncode == 2
    assert result.stdout == b""
    assert b"Traceback" not in result.stderr


def test_no_input_at_a_terminal_gets_a_hint_instead_of_a_hang() -> None:
    controller, terminal = pty.openpty()
    result = subprocess.run(
        [sys.executable, "-m", "bilatsum", "summarize"],
        stdin=terminal,
        capture_output=True,
        check=False,
        cwd=ROOT,
        timeout=30,
    )
    os.close(controller)
    os.close(terminal)
    assert result.returncode == 2
    assert "pipe one in" in one_line(result.stderr)


def test_the_suffix_of_the_output_gives_the_form(run: Run, tmp_path: Path) -> None:
    for name, start in (("a.md", "# Minister"), ("a.json", "{\n"), ("a.txt", "\n Minister")):
        assert run("summarize", str(READOUT), "-o", name).returncode == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_several_briefs_go_into_a_folder_under_names_of_their_own(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "readout.txt").write_bytes(READOUT.read_bytes())
    sources = [str(READOUT), str(other / "readout.txt"), "-"]
    result = run("summarize", *sources, "-o", "briefs/", "-f", "markdown", stdin=b"Peru spoke.")
    assert result.returncode == 0
    names = sorted(path.name for path in (tmp_path / "briefs").iterdir())
    assert names == ["brief.md", "readout-2.md", "readout.md"]


def test_several_briefs_go_into_one_file_with_a_suffix(run: Run, tmp_path: Path) -> None:
    sources = [str(path) for path in EXAMPLES[:2]]
    run("summarize", *sources, "-o", "all.jsonl")
    lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["schema"] for line in lines] == [1, 1]


def test_an_output_that_cannot_be_written_is_exit_code_4(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for output in ("no/such/folder/a.md", str(READOUT / "a.md")):
        result = run("summarize", str(READOUT), "-o", output)
        assert result.returncode == 4
        assert "cannot be" in one_line(result.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_exit_code_4() -> None:
    for arguments in (["-o", "/dev/full"], []):
        with Path("/dev/full").open("wb") as full:
            result = subprocess.run(
                [sys.executable, "-m", "bilatsum", "summarize", str(READOUT), *arguments],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
                cwd=ROOT,
                timeout=60,
            )
        assert result.returncode == 4
        assert "no space left" in one_line(result.stderr)


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bilatsum.cli.files import write_file  # noqa: PLC0415
    from bilatsum.errors import OutputError  # noqa: PLC0415

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "brief.md"
    write_file(target, ["old"])
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match="no space left"):
        write_file(target, ["n", "ew"])
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_broken_pipe_is_silent() -> None:
    command = f"{sys.executable} -m bilatsum summarize {READOUT} | head -c 1"
    result = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, check=False, cwd=ROOT, timeout=60
    )
    assert result.stderr == b""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_ends_quietly_and_leaves_nothing(
    tmp_path: Path, number: int, code: int
) -> None:
    article = tmp_path / "long.txt"
    article.write_text("The ministers of Peru met in Lima on Monday and spoke of trade. " * 30_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "bilatsum", "summarize", str(article), "-o", str(tmp_path / "a.md")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    time.sleep(2.0)
    process.send_signal(number)
    output, errors = process.communicate(timeout=30)
    assert (process.returncode, output, errors) == (code, b"", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["long.txt"]


def test_a_hint_is_given_once_where_dates_stay_unresolved(run: Run) -> None:
    result = run("summarize", stdin=b"Peru and Chile met on Monday and on Friday.")
    assert "--date" in one_line(result.stderr)
    dated = run("summarize", "--date", "2025-04-08", stdin=b"Peru and Chile met on Monday.")
    assert dated.stderr == b""


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("LC_ALL", "C", "Turkiye"),
        ("LC_ALL", "C.UTF-8", "Türkiye"),
        ("PYTHONIOENCODING", "ascii", "Turkiye"),
    ],
)
def test_the_locale_decides_between_ascii_and_unicode(
    run: Run, variable: str, value: str, expected: str
) -> None:
    source = str(ROOT / "docs" / "examples" / "wire-story.txt")
    environment = {variable: value}
    shown = run("summarize", source, environment=environment).stdout.decode()
    assert shown.splitlines()[1].startswith(f" {expected}, Iraq")
    written = run("summarize", source, "-f", "json", environment=environment).stdout.decode()
    assert json.loads(written)["article"]["title"].startswith("Türkiye")


def test_colour_needs_a_terminal_and_no_color_forbids_it() -> None:
    def at_a_terminal(**environment: str) -> bytes:
        controller, terminal = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "bilatsum", "summarize", str(READOUT)],
            stdout=terminal,
            stderr=terminal,
            cwd=ROOT,
            env={**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment},
        )
        os.close(terminal)
        output = b""
        while True:
            try:
                chunk = os.read(controller, 65_536)
            except OSError:
                break
            if not chunk:
                break
            output += chunk
        process.wait(timeout=30)
        os.close(controller)
        return output

    assert b"\x1b[" in at_a_terminal(NO_COLOR="")
    assert b"\x1b[" not in at_a_terminal(NO_COLOR="1")


def test_completion_installs_for_bash(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path)}
    shown = subprocess.run(
        [sys.executable, "-m", "bilatsum"],
        env={**environment, "_BILATSUM_COMPLETE": "complete_bash", "COMP_WORDS": "bilatsum su",
             "COMP_CWORD": "1"},
        capture_output=True,
        check=False,
        timeout=60,
    )  # fmt: skip
    assert b"summarize" in shown.stdout
    script = subprocess.run(
        [sys.executable, "-m", "bilatsum"],
        env={**environment, "_BILATSUM_COMPLETE": "source_bash"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"complete -o default" in script.stdout
