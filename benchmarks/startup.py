r"""Time whole commands from a cold start, beside `import nltk` and sumy's own command.

    python benchmarks/startup.py ../shared/data/briefs/seed-us-pk.txt \
        [--sumy FOLDER/bin/sumy] [--nltk-data FOLDER] [--runs 10]

Prints the median of user + system CPU seconds and of wall seconds. The
commands run in turn, so that a drift of the machine's speed touches all alike. sumy's command is
left out with a line where `--sumy` does not name it; it needs NLTK's `punkt_tab` data. Not for
Windows, which does not tell a child's CPU time.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path


def main() -> None:
    """Time every command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", type=Path)
    parser.add_argument("--sumy", type=Path, default=None)
    parser.add_argument("--nltk-data", default="")
    parser.add_argument("--runs", type=int, default=10)
    options = parser.parse_args()
    program = [sys.executable, "-m", "bilatsum"]
    article = str(options.article)
    commands = {
        "bilatsum --version": [*program, "--version"],
        "bilatsum --help": [*program, "--help"],
        "bilatsum summarize --help": [*program, "summarize", "--help"],
        "bilatsum summarize -f json": [*program, "summarize", article, "-f", "json"],
        "bilatsum summarize (terminal)": [*program, "summarize", article],
        'python -c "import nltk"': [sys.executable, "-c", "import nltk"],
    }
    if options.sumy:
        commands["sumy lex-rank"] = [str(options.sumy), "lex-rank", f"--file={article}"]
    else:
        print("sumy left out: --sumy does not name its command")
    environment = {**os.environ, "NLTK_DATA": options.nltk_data}
    figures: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(options.runs + 1):  # the first round warms the disk and is not counted
        for name, command in commands.items():
            figures[name].append(timed(command, environment))
    print("| command | CPU s | wall s |\n| --- | --- | --- |")
    for name, times in figures.items():
        cpu = statistics.median(cpu for cpu, _ in times[1:])
        wall = statistics.median(wall for _, wall in times[1:])
        print(f"| `{name}` | {cpu:.3f} | {wall:.3f} |")


def timed(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Run a command and return its CPU and its wall seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall


if __name__ == "__main__":
    main()
