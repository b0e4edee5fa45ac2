r"""Measure speed: cold commands beside their peers, warm articles, memory, and growth with length.

    python benchmarks/speed.py ../shared/data/briefs/seed-us-pk.txt \
        ../shared/data/articles/us_gov_press.jsonl.gz \
        [--sumy FOLDER/bin/sumy] [--nltk-data FOLDER] [--runs 10] [--articles 500] \
        [--words 10000000]

Cold: medians of user + system CPU seconds and of wall seconds of whole commands, which run in turn
so that a drift of the machine's speed touches all alike, and the peak memory of each. sumy's
command is left out with a line where `--sumy` does not name it; it needs NLTK's `punkt_tab` data.
Warm: briefs of releases in one process, a second after a tenth of them to warm up. Growth: one
brief of ever longer text, up to the 10 MB that the program takes, each in a process of its own,
and the exponent fitted to the times of the last three. Not for Windows, which does not tell a
child's CPU time.
"""

import argparse
import gzip
import itertools
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bilatsum import summarize

_SUMMARIZE = [sys.executable, "-m", "bilatsum", "summarize"]
_LENGTHS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
_MOST_BYTES = 10_000_000  # what the program takes: fewer words than the last length
_ARTICLE = 650  # words
_FITTED = 3


def main() -> None:
    """Measure everything and print it as tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", type=Path)
    parser.add_argument("releases", type=Path)
    parser.add_argument("--sumy", type=Path, default=None)
    parser.add_argument("--nltk-data", default="")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--words", type=int, default=_LENGTHS[-1])
    options = parser.parse_args()
    cold(options.article, options.sumy, options.nltk_data, options.runs)
    texts = list(releases(options.releases))
    warm(texts[: options.articles])
    growth(texts, options.words)


def cold(article: Path, sumy: Path | None, nltk_data: str, runs: int) -> None:
    """Time whole commands."""
    python = [sys.executable]
    commands = {
        "bilatsum --version": [*python, "-m", "bilatsum", "--version"],
        "bilatsum --help": [*python, "-m", "bilatsum", "--help"],
        "bilatsum summarize --help": [*_SUMMARIZE, "--help"],
        "bilatsum summarize -f json": [*_SUMMARIZE, str(article), "-f", "json"],
        "bilatsum summarize -f markdown": [*_SUMMARIZE, str(article), "-f", "markdown"],
        "bilatsum summarize (terminal)": [*_SUMMARIZE, str(article)],
        'python -c "import nltk"': [*python, "-c", "import nltk"],
    }
    if sumy:
        commands["sumy lex-rank"] = [str(sumy), "lex-rank", f"--file={article}"]
    else:
        print("sumy left out: --sumy does not name its command")
    environment = {**os.environ, "NLTK_DATA": nltk_data}
    figures: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
    for _ in range(runs + 1):  # the first round warms the disk and is not counted
        for name, command in commands.items():
            figures[name].append(timed(command, environment))
    print("| command | CPU s | wall s | peak MB |\n| --- | --- | --- | --- |")
    for name, times in figures.items():
        cpu, wall, memory = (statistics.median(column) for column in zip(*times[1:], strict=True))
        print(f"| `{name}` | {cpu:.3f} | {wall:.3f} | {memory:.0f} |")


# A process of its own runs the command: a child's peak begins with its parent's memory.
_WATCH = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
print(status, used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss)
"""


def timed(command: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    """Run a command; return its CPU seconds, its wall seconds and its peak memory in MB."""
    watch = [sys.executable, "-c", _WATCH, *command]
    done = subprocess.run(watch, capture_output=True, text=True, check=True, env=environment)
    status, cpu, wall, memory = map(float, done.stdout.split())
    if status:
        sys.exit(f"{' '.join(command)} failed")
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return cpu, wall, memory * unit / 1_000_000


def releases(path: Path) -> "itertools.chain[str]":
    """Return the texts of the releases, spread over the whole file, without the very short."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    texts = [text for text in texts if len(text.split()) > _ARTICLE // 5]
    return itertools.chain.from_iterable(texts[offset::8] for offset in range(8))


def warm(texts: list[str]) -> None:
    """Time briefs in one process."""
    for text in texts[: len(texts) // 10]:
        summarize(text)
    began = time.process_time()
    for text in texts:
        summarize(text)
    seconds = time.process_time() - began
    words = sum(len(text.split()) for text in texts)
    print(
        f"\nwarm: {len(texts)} releases of {words / len(texts):.0f} words on average, "
        f"{len(texts) / seconds:.1f} a second; {words / _ARTICLE / seconds:.1f} of {_ARTICLE} words"
    )


def growth(texts: list[str], most: int) -> None:
    """Time one brief of ever longer text and fit the exponent."""
    print("\n| words | MB of text | CPU s | peak MB |\n| --- | --- | --- | --- |")
    points: list[tuple[float, float]] = []
    paragraphs = itertools.cycle("\n\n".join(texts).split("\n\n"))
    for length in (each for each in _LENGTHS if each <= most):
        chosen: list[str] = []
        words = size = 0
        while words < length:
            paragraph = next(paragraphs)
            size += len(paragraph.encode()) + 2
            if size > _MOST_BYTES:
                break
            chosen.append(paragraph)
            words += len(paragraph.split())
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write("\n\n".join(chosen))
            file.flush()
            command = [*_SUMMARIZE, file.name, "-f", "json"]
            cpu, _, memory = timed(command, dict(os.environ))
        row = f"{words:,} | {min(size, _MOST_BYTES) / 1e6:.2f} | {cpu:.2f} | {memory:.0f}"
        print(f"| {row} |", flush=True)
        points.append((math.log(words), math.log(cpu)))
    last = points[-_FITTED:]
    if len(last) > 1:
        slope = statistics.linear_regression(*zip(*last, strict=True)).slope
        print(f"\nexponent over the last {len(last)}: {slope:.2f}")


if __name__ == "__main__":
    main()
