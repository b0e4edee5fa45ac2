"""What one article costs from a cold start: our whole brief, and each peer's one task.

    python -m benchmarks.cold ../shared/data/briefs/seed-us-pk.txt --peers FOLDER [--runs 10]

User + system CPU seconds of whole processes, children included, which run in turn so that a drift
of the machine's speed touches all alike; median, least and most go into `results.json`. Ours is
`bilatsum summarize -f json`, a peer its adapter (`peers/adapters`) with all that it imports. Not
for Windows, which does not tell a child's CPU time. `speed.py` measures more, of ours alone.
"""

import argparse
import compileall
import datetime as dt
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import bilatsum
from benchmarks import results
from benchmarks.peers import PEERS, AbsentError, Folder
from benchmarks.tasks import OURS, PEER

PLACE = "speed/one article"
_UNCOUNTED = frozenset({"HeidelTime"})  # its wrapper does not wait for Java, whose time is lost


def main() -> None:
    """Time every command and note the times."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("article", type=Path)
    parser.add_argument("--peers", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--results", type=Path, default=results.PATH)
    parser.add_argument("--date", default=str(dt.date.today()))  # noqa: DTZ011 - a day
    options = parser.parse_args()
    compile_ours()
    text = options.article.read_text(encoding="utf-8")
    known = results.load(options.results)
    known.systems["bilatsum"] = {"kind": OURS, "version": bilatsum.__version__}
    size = {"documents": 1, "words": len(text.split()), "gold": options.runs, "of": "runs"}
    known.sets[PLACE] = size
    ours = [sys.executable, "-m", "bilatsum", "summarize", str(options.article), "-f", "json"]
    folder = Folder(options.peers)
    commands = {"bilatsum": (ours, OURS)}
    for peer in PEERS:
        if peer.name in _UNCOUNTED:
            continue
        try:
            known.systems[peer.name] = {"kind": PEER, "version": folder.version(peer)}
            commands[peer.name] = [*folder.command(peer, peer.tasks[0])], PEER
        except AbsentError as error:
            print(f"{peer.name} left out: {error}")
    asked = {"id": "", "text": text, "date": "2025-04-08", "title": None, "genre": "news"}
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryFile() as question:
        question.write(json.dumps(asked).encode() + b"\n")
        for run in range(options.runs + 1):
            for name, (command, _) in commands.items():
                question.seek(0)
                seconds = cpu_seconds(command, question.fileno(), folder.environment())
                if run:  # the first round warms the disk
                    times[name].append(seconds)
    for name, (_, kind) in commands.items():
        triple = [statistics.median(times[name]), min(times[name]), max(times[name])]
        known.note_times(PLACE, name, kind, triple, options.date)
        print(f"{name:20} {triple[0]:.3f} s, {triple[1]:.3f} to {triple[2]:.3f}")
    known.write(options.results)


def compile_ours() -> None:
    """Compile our modules, as pip does when it installs, and did for the peers.

    Where PYTHONDONTWRITEBYTECODE is set, each run from a checkout would compile them anew.
    """
    compileall.compile_dir(Path(bilatsum.__file__).parent, quiet=2)


def cpu_seconds(command: list[str], question: int, environment: dict[str, str]) -> float:
    """Run a command on a question; return its user and system seconds."""
    process = subprocess.Popen(
        command,
        stdin=question,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
