"""Refuse a drop in quality: hold every figure against its floor in `floors.json`.

    python -m benchmarks.gate [../shared/data]
    python -m benchmarks.gate ../shared/data --raise               after an improvement
    python -m benchmarks.gate ../shared/data --accept-lower REASON on purpose, with the reason

Measures our own program on our gold for the samples and on those sets of the data folder that are
present; absent ones are named and skipped. Ends with 1 where a figure is below its floor or the
floors were edited by hand. `floors.py` says what a floor is. About a minute and a half.
"""

import argparse
import datetime as dt
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import results
from benchmarks.bootstrap import sample
from benchmarks.floors import PATH, Floors, Measured, TamperedError, load
from benchmarks.suite import TASKS
from benchmarks.tasks import Set, Task

_NO_DATA = Path("no-data-folder")


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="?", default=_NO_DATA)
    parser.add_argument("--raise", action="store_true", dest="higher", help="raise floors")
    parser.add_argument("--accept-lower", metavar="REASON", help="lower floors that are broken")
    parser.add_argument("--floors", type=Path, default=PATH)
    parser.add_argument("--date", default=str(dt.date.today()))  # noqa: DTZ011 - a day
    options = parser.parse_args(arguments)
    try:
        floors = load(options.floors)
    except TamperedError as error:
        print(f"refused: {options.floors.name}: {error}")
        return 1
    if options.accept_lower is not None and not options.accept_lower.strip():
        parser.error("--accept-lower needs a reason")
    measured = measure(options.data)
    if options.accept_lower:
        lowered = {name: measured[name].floor for name in floors.broken(measured)}
        floors.change(lowered, options.accept_lower, options.date, lower=True)
        floors.write(options.floors)
    if options.higher:
        raise_floors(floors, measured, options.date)
        floors.write(options.floors)
    return report(floors, measured)


def measure(data: Path, tasks: Sequence[Task] = TASKS) -> dict[str, Measured]:
    """Return the figures of our program on all gold that is here."""
    found: dict[str, Measured] = {}
    for task in tasks:
        for one in task.sets(data):
            if not one.gate:
                continue
            if not one.articles:
                print(f"skipped: {task.name}, {one.name}: its gold is not here")
                continue
            found |= measure_set(task, one)
    return found


def measure_set(task: Task, one: Set) -> dict[str, Measured]:
    """Return the gated figures on the first part of a set."""
    part = one.parts[0]
    articles = one.of(part)
    answers = task.systems[0].answers(articles)
    rows = [task.count(article, answers.get(article.id, {})) for article in articles]
    sampled = sample(rows, task.figures)
    one_item = task.unit / max(sum(row["gold"] for row in rows), 1)
    place = results.place(task.name, one.name, part.name)
    found = {}
    for name in task.gated:
        estimate = sampled.estimate(name)
        found[f"{place}/{name}"] = Measured(estimate.value, estimate.error, one_item)
    return found


def raise_floors(floors: Floors, measured: Mapping[str, Measured], day: str) -> None:
    """Raise the floors that a figure has left behind, and set those that are missing."""
    higher = {
        name: figure.floor
        for name, figure in measured.items()
        if figure.floor > floors.floors.get(name, -1)
    }
    floors.change(higher, "measured", day, lower=False)


def report(floors: Floors, measured: Mapping[str, Measured]) -> int:
    """Print how each figure stands to its floor; return 1 where one is below it."""
    broken = floors.broken(measured)
    for name, figure in measured.items():
        floor = floors.floors.get(name)
        if floor is None:
            print(f"no floor yet  {name}: {figure.value:.4f} (--raise sets it)")
        else:
            verdict = "BELOW" if name in broken else "holds"
            print(f"{verdict}  {name}: {figure.value:.4f}, floor {floor:.4f}")
    absent = [name for name in floors.floors if name not in measured]
    if absent:
        print(f"not measured here: {len(absent)} of {len(floors.floors)} figures with floors")
    if broken:
        print(f"refused: {len(broken)} below their floors")
    else:
        print(f"passed: {len(measured)} figures hold")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
