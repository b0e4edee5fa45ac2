"""Score this program and its peers on the same articles, in one run.

    python -m benchmarks ../shared/data [--peers FOLDER] [--task NAME ...] [--set NAME ...]

Prints every figure with its 95 % interval and writes them to `benchmarks/results.json`, from which
`python docs/generate.py` makes the tables of docs/evaluation.md and of the README. Results of
tasks, sets and peers that a run leaves out stay as they are. `benchmarks/peers/install.py FOLDER`
installs the peers; what they answered is kept in FOLDER/cache.
"""

import argparse
import datetime as dt
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import bilatsum
from benchmarks import results
from benchmarks.bootstrap import Sampled, sample
from benchmarks.peers import PEERS, AbsentError, Folder, Peer, for_task
from benchmarks.suite import TASKS
from benchmarks.tasks import OURS, PEER, Answer, Article, Set, System, Task


def main() -> None:
    """Run the tasks that were asked for and write the results."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--peers", type=Path, default=None, help="the folder of install.py")
    parser.add_argument("--task", action="append", choices=[task.name for task in TASKS])
    parser.add_argument("--set", action="append", help="the name of a set, as in the tables")
    parser.add_argument("--results", type=Path, default=results.PATH)
    parser.add_argument("--date", default=str(dt.date.today()))  # noqa: DTZ011 - a day
    options = parser.parse_args()
    folder = Folder(options.peers) if options.peers else None
    known = results.load(options.results)
    known.systems["bilatsum"] = {"kind": OURS, "version": bilatsum.__version__}
    if folder:
        note_versions(folder, known)
    else:
        print("peers left out: --peers does not name their folder")
    for task in TASKS:
        if options.task and task.name not in options.task:
            continue
        for one in task.sets(options.data):
            if options.set and one.name not in options.set:
                continue
            if not one.articles:
                print(f"{task.name}, {one.name}: left out, not in {options.data}")
                continue
            measure(task, one, folder, known, options.date)
            known.write(options.results)


def note_versions(folder: Folder, known: results.Results) -> None:
    """Note the versions of the peers, or why one was never here."""
    for peer in PEERS:
        try:
            known.systems[peer.name] = {"kind": PEER, "version": folder.version(peer)}
        except AbsentError as error:
            print(f"{peer.name} left out: {error}")
            known.systems.setdefault(peer.name, {"kind": PEER, "absent": str(error)})


def measure(task: Task, one: Set, folder: Folder | None, known: results.Results, day: str) -> None:
    """Score all systems on a set and note the figures."""
    sampled: dict[tuple[str, str], Sampled] = {}
    kinds: dict[str, str] = {}
    for system in (*task.systems, *peers_of(task, one, folder)):
        asked = one.of(one.parts[0]) if system.kind == PEER else one.articles
        try:
            answers = system.answers(asked)
        except AbsentError as error:
            print(f"{system.name} left out of {one.name}: {error}")
            continue
        kinds[system.name] = system.kind
        counts = {one.id: task.count(one, answers.get(one.id, {})) for one in asked}
        for part in one.parts:
            rows = [counts[article.id] for article in one.of(part) if article.id in counts]
            if len(rows) < len(one.of(part)):
                continue  # peers are asked about the first part only
            sampled[part.name, system.name] = sample(rows, task.figures)
            if system.name == "bilatsum":
                words = sum(len(article.text.split()) for article in one.of(part))
                gold = sum(int(row["gold"]) for row in rows)
                known.note_set(task, one.name, part.name, (len(rows), words, gold))
    for (part_name, name), figures in sampled.items():
        place = results.place(task.name, one.name, part_name)
        known.note_figures(place, name, kinds[name], figures, day)
        head = figures.estimate(task.headline)
        print(
            f"{place:45} {name:28} {task.headline} "
            f"{head.value:.3f} [{head.low:.3f}, {head.high:.3f}]",
            flush=True,
        )
    for part in one.parts:
        of_part = {
            name: figures for (where, name), figures in sampled.items() if where == part.name
        }
        known.note_best_peer(task, results.place(task.name, one.name, part.name), of_part, kinds)


def peers_of(task: Task, one: Set, folder: Folder | None) -> Iterator[System]:
    """Yield the peers that are here as systems."""
    if not (folder and task.peers and one.peers):
        return
    for peer in for_task(task.peers):
        try:
            folder.version(peer)
        except AbsentError:
            continue  # said already
        yield as_system(folder, task, peer)


def as_system(folder: Folder, task: Task, peer: Peer) -> System:
    """Return a peer as a system of a task."""
    kind = task.peers
    if kind is None:
        sys.exit(f"{task.name} has no peers")

    def answers(articles: Sequence[Article]) -> Mapping[str, Answer]:
        told = folder.answers(peer, kind, [article.asked() for article in articles])
        return {
            article.id: task.from_peer(article, told.get(article.id, {})) for article in articles
        }

    return System(peer.name, PEER, answers)


if __name__ == "__main__":
    main()
