r"""Measure speed beside peers: cold commands, warm articles, memory, and growth with length.

    python -m benchmarks.speed ../shared/data/briefs/seed-us-pk.txt \
        ../shared/data/articles/us_gov_press.jsonl.gz \
        [--peers FOLDER] [--runs 10] [--articles 500] [--words 10000000]

Cold: medians of user + system CPU seconds and of wall seconds of whole commands, which run in turn
so that a drift of the machine's speed touches all alike, and the peak memory of each. Beside them
the command of sumy, and some peers as `cold.py` asks them; they are left out with a line where
`--peers` does not name the folder that `peers/install.py` filled. Warm: briefs of releases in one
process on one core, after a tenth of them to warm up, and of a tenth the share of each room; of a
peer what one more release costs it. Growth: one brief of ever longer text, up to the 10 MB that the
program takes, each in a process of its own, and the exponent fitted to the times of the last three.
Not for Windows, which does not tell a child's CPU time.
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
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from benchmarks.cold import compile_ours
from benchmarks.peers import PEERS, AbsentError, Folder, Peer
from bilatsum import pipeline, summarize

_SUMMARIZE = [sys.executable, "-m", "bilatsum", "summarize"]
_LENGTHS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
_MOST_BYTES = 10_000_000  # what the program takes: fewer words than the last length
_ARTICLE = 650  # words
_CHOSEN = frozenset({"sumy lex-rank", "newspaper4k", "spaCy small", "dateparser"})
_FITTED = 3
_ROOMS = (
    "segment",
    "find_dates",
    "find_actors",
    "find_issues",
    "summarize",
)  # as pipeline has them


def main() -> None:
    """Measure everything and print it as tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", type=Path)
    parser.add_argument("releases", type=Path)
    parser.add_argument("--peers", type=Path, default=None, help="the folder of install.py")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--words", type=int, default=_LENGTHS[-1])
    options = parser.parse_args()
    folder = Folder(options.peers) if options.peers else None
    if not folder:
        print("peers left out: --peers does not name their folder")
    compile_ours()
    cold(options.article, folder, options.runs)
    texts = list(releases(options.releases))
    warm(texts[: options.articles])
    warm_rooms(texts[: options.articles])
    if folder:
        warm_peers(texts[: options.articles], folder)
    growth(texts, options.words)


def cold(article: Path, folder: Folder | None, runs: int) -> None:
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
    environment = folder.environment() if folder else dict(os.environ)
    question = asked([article.read_text(encoding="utf-8")])
    if folder:
        sumy = str(folder.path / "sumy" / "bin" / "sumy")
        commands["sumy lex-rank (command)"] = [sumy, "lex-rank", f"--file={article}"]
        commands |= {peer.name: [*folder.command(peer, peer.tasks[0])] for peer in present(folder)}
    figures: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
    for _ in range(runs + 1):  # the first round warms the disk and is not counted
        for name, command in commands.items():
            figures[name].append(timed(command, environment, question))
    print("| command | CPU s | wall s | peak MB |\n| --- | --- | --- | --- |")
    for name, times in figures.items():
        cpu, wall, memory = (statistics.median(column) for column in zip(*times[1:], strict=True))
        print(f"| `{name}` | {cpu:.3f} | {wall:.3f} | {memory:.0f} |")


def present(folder: Folder) -> Iterator[Peer]:
    """Yield those of the chosen peers that are there."""
    for peer in (peer for peer in PEERS if peer.name in _CHOSEN):
        try:
            folder.version(peer)
        except AbsentError as error:
            print(f"{peer.name} left out: {error}")
        else:
            yield peer


def asked(texts: Sequence[str]) -> bytes:
    """Return the lines that ask a peer about some texts."""
    rows = [{"id": "", "text": text, "date": "2022-03-04", "title": None, "genre": "news"}
            for text in texts]  # fmt: skip
    return "".join(f"{json.dumps(row)}\n" for row in rows).encode()


# A process of its own runs the command: a child's peak begins with its parent's memory.
_WATCH = """
import os, subprocess, sys, time
start = time.perf_counter()
null = subprocess.DEVNULL
process = subprocess.Popen(sys.argv[1:], stdin=sys.stdin, stdout=null, stderr=null)
_, status, used = os.wait4(process.pid, 0)
print(status, used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss)
"""


def timed(
    command: list[str], environment: dict[str, str], question: bytes = b""
) -> tuple[float, float, float]:
    """Run a command; return its CPU seconds, its wall seconds and its peak memory in MB."""
    watch = [sys.executable, "-c", _WATCH, *command]
    with tempfile.TemporaryFile() as file:
        file.write(question)
        file.seek(0)
        done = subprocess.run(
            watch, stdin=file, stdout=subprocess.PIPE, check=True, env=environment
        )
    status, cpu, wall, memory = map(float, done.stdout.split())
    if status:
        sys.exit(f"{' '.join(command)} failed")
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return cpu, wall, memory * unit / 1_000_000


def releases(path: Path) -> Iterator[str]:
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


def warm_rooms(texts: Sequence[str]) -> None:
    """Time each room of the pipeline over a tenth of the texts; the rest is mostly reading."""
    some = texts[: len(texts) // 10]
    spent = dict.fromkeys(_ROOMS, 0.0)

    def clocked(name: str) -> Callable[..., object]:
        room = getattr(pipeline, name)

        def timed_room(*arguments: object) -> object:
            began = time.process_time()
            found = room(*arguments)
            spent[name] += time.process_time() - began
            return found

        return timed_room

    with ExitStack() as stack:
        for name in _ROOMS:
            stack.enter_context(patch.object(pipeline, name, clocked(name)))
        began = time.process_time()
        for text in some:
            summarize(text)
        whole = time.process_time() - began
    shares = [f"{name} {share / whole:.0%}" for name, share in spent.items()]
    print(f"of that: {', '.join(shares)}, the rest {1 - sum(spent.values()) / whole:.0%}")


def warm_peers(texts: Sequence[str], folder: Folder) -> None:
    """Time what releases cost each peer beyond its start."""
    some = texts[: len(texts) // 10]
    words = sum(len(text.split()) for text in some[1:])
    for peer in present(folder):
        command = [*folder.command(peer, peer.tasks[0])]
        one, all_of_them = (
            timed(command, folder.environment(), asked(few))[0] for few in (some[:1], some)
        )
        rate = words / _ARTICLE / (all_of_them - one)
        print(f"warm, {peer.name} ({peer.tasks[0]}): {rate:.1f} of {_ARTICLE} words a second")


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
