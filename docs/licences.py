"""Write docs/licences.md: every package that an installation of bilatsum brings, and its licence.

    python docs/licences.py

From the metadata of the environment it runs in, followed from bilatsum's own requirements.
"""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

PAGE = Path(__file__).parent / "licences.md"
_NAME = re.compile(r"[\w.-]+")


def required(name: str = "bilatsum") -> dict[str, Distribution]:
    """Return the distributions that `name` requires, directly or not, by normalized name."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        for line in distribution(waiting.pop()).requires or []:
            match = _NAME.match(line)
            if match is None or "extra ==" in line:
                continue
            key = re.sub(r"[-_.]+", "-", match.group()).lower()
            if key in found:
                continue
            try:
                found[key] = distribution(key)
            except PackageNotFoundError:  # for another system or another Python
                continue
            waiting.append(key)
    return dict(sorted(found.items()))


def licence(package: Distribution) -> str:
    """Return a package's licence as its metadata gives it."""
    data = package.metadata
    if "License-Expression" in data:
        return data["License-Expression"]
    classified = [
        line.rpartition(" :: ")[2]
        for line in data.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    lines = (data["License"] or "").strip().splitlines()
    return ", ".join(classified) or (lines[0] if lines else "not stated")


def page() -> str:
    """Return the page."""
    lines = [
        "# Licences of what is installed",
        "",
        "Generated from package metadata by `python docs/licences.py`: bilatsum's dependencies and",
        "theirs. bilatsum itself is under Apache-2.0; its data files are in",
        "[SOURCES.md](../bilatsum/data/SOURCES.md).",
        "",
        "| package | licence |",
        "| --- | --- |",
    ]
    lines += [f"| {name} | {licence(package)} |" for name, package in required().items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
