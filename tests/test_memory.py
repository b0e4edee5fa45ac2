"""Memory: a long article costs little more than its text."""

import gc
import subprocess
import sys
from itertools import chain, repeat
from pathlib import Path

import pytest

from bilatsum import summarize

EXAMPLES = sorted((Path(__file__).parents[1] / "docs" / "examples").glob("*.txt"))
STATUS = Path("/proc/self/status")
WORDS = 100_000
MOST_PER_WORD = 800  # bytes; a word and its blank are six, twelve with one curly quote in the text

SCRIPT = """
import sys
from bilatsum.cli import main

def peak():
    with open("/proc/self/status") as lines:
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))

def run(article):
    sys.argv = ["bilatsum", "summarize", article, "-f", "json", "-o", sys.argv[-1]]
    try:
        main()
    except SystemExit as done:
        assert not done.code, done.code

short, long = sys.argv[1:3]
run(short)
before = peak()
run(long)
print(peak() - before)
"""


@pytest.mark.skipif(not STATUS.exists(), reason="the system does not tell a process's peak")
def test_a_word_more_costs_a_bounded_number_of_bytes(tmp_path: Path) -> None:
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in EXAMPLES]
    short, long = tmp_path / "short.txt", tmp_path / "long.txt"
    short.write_text("\n\n".join(texts), encoding="utf-8")
    words = len(short.read_text(encoding="utf-8").split())
    rounds = WORDS // words + 1
    long.write_text("\n\n".join(chain.from_iterable(repeat(texts, rounds))), encoding="utf-8")
    command = [sys.executable, "-c", SCRIPT, str(short), str(long), str(tmp_path / "brief.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    grown = int(done.stdout)
    assert grown < MOST_PER_WORD * words * rounds, grown / (words * rounds)


def test_a_brief_leaves_nothing_that_only_a_search_for_cycles_would_free() -> None:
    """The search is put off while a brief is made, so that it could keep what should be freed."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in EXAMPLES]
    for text in texts:  # what is loaded once may hold cycles
        summarize(text)
    gc.collect()
    for path, text in zip(EXAMPLES, texts, strict=True):
        gc.disable()
        try:
            summarize(text)
        finally:
            gc.enable()
        assert gc.collect() == 0, path.name
