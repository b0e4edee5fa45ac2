"""The man page, the completions and the citation: what is installed or read beside the program."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from blocks import ROOT
from commands import commands, program

import bilatsum

SHARE = ROOT / "share"
MANUAL = SHARE / "man" / "man1" / "bilatsum.1"
BASH = SHARE / "bash-completion" / "completions" / "bilatsum"
ZSH = SHARE / "zsh" / "site-functions" / "_bilatsum"
FISH = SHARE / "fish" / "vendor_completions.d" / "bilatsum.fish"
# Until a version is released its page bears no day.
KNOWN = "cannot parse date, using it verbatim: TH unreleased"


def said(folder: Path, *command: str) -> str:
    """Return all that a program says when it runs in `folder`; skip where it is not installed."""
    if shutil.which(command[0]) is None or sys.platform == "win32":
        pytest.skip(f"{command[0]} is not installed here")
    run = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=60,
    )
    return run.stdout.decode("utf-8")


def test_the_man_page_names_every_option_and_exit_code() -> None:
    page = re.sub(r"\\f[BIR]", "", MANUAL.read_text(encoding="utf-8")).replace(r"\-", "-")
    for command in (program(), *commands()):
        for option in command.options:
            assert ", ".join(option.names) in page
    for code in (0, 1, 2, 3, 4, 5, 130):
        assert re.search(rf"\b{code} [a-z]", page), code


def test_mandoc_finds_no_fault_in_the_man_page(tmp_path: Path) -> None:
    faults = said(tmp_path, "mandoc", "-T", "lint", "-W", "warning", str(MANUAL)).splitlines()
    assert [fault for fault in faults if KNOWN not in fault] == []


def test_groff_finds_no_fault_in_the_man_page(tmp_path: Path) -> None:
    assert said(tmp_path, "groff", "-man", "-ww", "-Tutf8", "-z", str(MANUAL)) == ""


@pytest.mark.parametrize("file", [BASH, ZSH, FISH], ids=["bash", "zsh", "fish"])
def test_a_completion_knows_every_command_and_option(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for command in (program(), *commands()):
        assert command.name in text
        for option in command.options:
            for name in option.names:
                fish = f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
                assert (fish if file == FISH else name) in text
            assert all(choice in text for choice in option.choices)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("bilatsum summ", {"summarize"}),
        ("bilatsum summarize -m le", {"lead", "lex-rank"}),
        ("bilatsum summarize --meth", {"--method"}),
        ("bilatsum summarize -f ", {"json", "markdown", "terminal"}),
        ("bilatsum verify --max", {"--max-bytes"}),
        ("bilatsum --vers", {"--version"}),
        ("bilatsum summarize -n ", set()),
    ],
)
def test_bash_and_fish_complete_what_was_begun(tmp_path: Path, line: str, wanted: set[str]) -> None:
    words = line.split(" ")
    listed = " ".join(f"'{word}'" for word in words)
    script = f"""compopt() {{ :; }}; source '{BASH}'; COMP_WORDS=({listed})
        COMP_CWORD={len(words) - 1}; _bilatsum; printf '%s\\n' "${{COMPREPLY[@]}}" """
    assert set(said(tmp_path, "bash", "-c", script).split()) == wanted
    script = f"source '{FISH}'; complete -C '{line}'"
    offered = said(tmp_path, "fish", "--no-config", "-c", script).splitlines()
    assert {one.split("\t")[0] for one in offered} == wanted


def test_zsh_reads_its_completion(tmp_path: Path) -> None:
    script = f"fpath=('{ZSH.parent}' $fpath); autoload -U compinit; compinit -u -D; "
    script += "autoload +X _bilatsum; print $_comps[bilatsum] ${+functions[_bilatsum]}"
    assert said(tmp_path, "zsh", "-f", "-c", script).split() == ["_bilatsum", "1"]


def test_the_citation_names_this_version_and_licence() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {bilatsum.__version__}\n" in citation
    assert "\nlicense: Apache-2.0\n" in citation
