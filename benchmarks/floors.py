"""The floors of the quality gate, with the history of how each came to be.

A floor is a measured figure less its tolerance. The program is deterministic, so that nothing
differs from run to run; what a tolerance forgives is a change that helps some articles and costs
others. It is half a standard error of the figure (bootstrap over documents): what is within that
may as well be the choice of articles. But at least what one gold item weighs, for a figure on few
articles moves in such steps. Floors do not follow figures down, so that small drops do not add up.

Every change of floors is an entry of the history with its date and reason, and each entry's digest
covers the one before. A floor or an entry edited by hand does not agree with the rest any more.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PATH = Path(__file__).with_name("floors.json")
_DIGITS = 4


class TamperedError(Exception):
    """The floors are not what their history says; the message says which."""


class LoweredError(Exception):
    """A floor would be lowered without a reason; the message says which."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure, its standard error, and what one gold item weighs, all in the figure's unit."""

    value: float
    error: float
    one_item: float

    @property
    def floor(self) -> float:
        """Return the lowest value that is not a drop."""
        return round(self.value - max(self.error / 2, self.one_item), _DIGITS)


@dataclass
class Floors:
    """Floors by the names of figures, and their history."""

    floors: dict[str, float] = field(default_factory=dict)
    history: list[dict[str, Any]] = field(default_factory=list)

    def broken(self, measured: Mapping[str, Measured]) -> dict[str, float]:
        """Return the figures below their floors, with these."""
        return {
            name: floor
            for name, floor in self.floors.items()
            if name in measured and round(measured[name].value, _DIGITS) < floor
        }

    def change(self, floors: Mapping[str, float], reason: str, day: str, *, lower: bool) -> None:
        """Set floors; lower ones need `lower` and a reason."""
        changed = {name: floor for name, floor in floors.items() if self.floors.get(name) != floor}
        lowered = sorted(name for name in changed if changed[name] < self.floors.get(name, 0))
        if lowered and not (lower and reason.strip()):
            raise LoweredError(", ".join(lowered))
        if not changed:
            return
        entry: dict[str, Any] = {"date": day, "reason": reason, "floors": changed}
        if lowered:
            entry["lowered"] = lowered
        self.history.append({**entry, "digest": _digest(self._last(), entry)})
        self.floors.update(changed)

    def check(self) -> None:
        """Raise TamperedError where floors and history do not agree."""
        told: dict[str, float] = {}
        digest = ""
        for number, held in enumerate(self.history, 1):
            entry = {name: value for name, value in held.items() if name != "digest"}
            digest = _digest(digest, entry)
            if held.get("digest") != digest:
                message = f"entry {number} of the history was edited"
                raise TamperedError(message)
            told.update(entry["floors"])
        edited = sorted(
            name
            for name in told.keys() | self.floors.keys()
            if told.get(name) != self.floors.get(name)
        )
        if edited:
            message = f"edited by hand: {', '.join(edited)}"
            raise TamperedError(message)

    def _last(self) -> str:
        return str(self.history[-1]["digest"]) if self.history else ""

    def write(self, path: Path = PATH) -> None:
        """Write floors and history."""
        held = {"floors": dict(sorted(self.floors.items())), "history": self.history}
        path.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load(path: Path = PATH) -> Floors:
    """Return the floors of a file, none where it is not there; they are checked."""
    if not path.is_file():
        return Floors()
    held = json.loads(path.read_text(encoding="utf-8"))
    floors = Floors(held["floors"], held["history"])
    floors.check()
    return floors


def _digest(before: str, entry: Mapping[str, Any]) -> str:
    text = before + json.dumps(entry, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
