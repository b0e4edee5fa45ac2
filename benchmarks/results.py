"""The figures that were measured, in `results.json`; docs/generate.py makes the tables from it."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.bootstrap import Estimate, Sampled
from benchmarks.tasks import OURS, PEER, Task

PATH = Path(__file__).with_name("results.json")
_DIGITS = 6
Triple = list[float]  # value, low and high end of the interval


@dataclass
class Results:
    """Figures by place (task, set, part) and system, with what the tables need beside them."""

    systems: dict[str, dict[str, str]] = field(default_factory=dict)
    sets: dict[str, dict[str, Any]] = field(default_factory=dict)
    figures: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    best_peers: dict[str, dict[str, Any]] = field(default_factory=dict)

    def note_set(self, task: Task, name: str, part: str, size: tuple[int, int, int]) -> None:
        """Note how many documents, words and gold items a part of a set has."""
        documents, words, gold = size
        self.sets[place(task.name, name, part)] = {
            "documents": documents,
            "words": words,
            "gold": gold,
            "of": task.gold,
        }

    def note_figures(self, where: str, system: str, kind: str, sampled: Sampled, day: str) -> None:
        """Note the figures of a system."""
        self.figures.setdefault(where, {})[system] = {
            "kind": kind,
            "measured": day,
            "values": {name: _triple(sampled.estimate(name)) for name in sampled.figures},
        }

    def note_times(self, where: str, system: str, kind: str, triple: Triple, day: str) -> None:
        """Note CPU seconds: the median of some runs, the least and the most."""
        rounded = [round(number, _DIGITS) for number in triple]
        row = {"kind": kind, "measured": day, "values": {"CPU s": rounded}}
        self.figures.setdefault(where, {})[system] = row

    def note_best_peer(
        self, task: Task, where: str, sampled: dict[str, Sampled], kinds: dict[str, str]
    ) -> None:
        """Note the best peer by the headline figure, and how far ours is from it, paired.

        Where no peer was asked, an older difference is forgotten, for ours is another now.
        """
        peers = [name for name in sampled if kinds[name] == PEER]
        ours = sampled.get("bilatsum")
        self.best_peers.pop(where, None)
        if not peers or ours is None:
            return
        best = max(peers, key=lambda name: sampled[name].figures[task.headline])
        self.best_peers[where] = {
            "peer": best,
            "difference": {
                name: _triple(ours.difference(sampled[best], name)) for name in ours.figures
            },
        }

    def value(self, where: str, system: str, figure: str) -> Triple | None:
        """Return a figure with its interval, None where it was not measured."""
        found = self.figures.get(where, {}).get(system, {}).get("values", {}).get(figure)
        return list(found) if found else None

    def ours(self, where: str) -> list[str]:
        """Return the names of our ways of doing a task."""
        return [name for name, row in self.figures.get(where, {}).items() if row["kind"] == OURS]

    def write(self, path: Path = PATH) -> None:
        """Write the results in a form that changes line by line."""
        held = {
            "systems": self.systems,
            "sets": self.sets,
            "figures": self.figures,
            "best peers": self.best_peers,
        }
        text = json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True)
        path.write_text(_on_one_line(text) + "\n", encoding="utf-8")


def place(task: str, name: str, part: str) -> str:
    """Return the key of a part of a set."""
    return "/".join(word for word in (task, name, part) if word)


def load(path: Path = PATH) -> Results:
    """Return what was measured before, nothing where there is no file."""
    if not path.is_file():
        return Results()
    held = json.loads(path.read_text(encoding="utf-8"))
    return Results(held["systems"], held["sets"], held["figures"], held["best peers"])


def _triple(estimate: Estimate) -> Triple:
    return [round(number, _DIGITS) for number in (estimate.value, estimate.low, estimate.high)]


def _on_one_line(text: str) -> str:
    """Return JSON with each list of numbers on one line."""
    parts = text.split("[")
    for index, part in enumerate(parts[1:], 1):
        inside, bracket, rest = part.partition("]")
        parts[index] = " ".join(inside.split()) + bracket + rest
    return "[".join(parts)
