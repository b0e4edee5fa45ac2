"""Make the same briefs in many ways and compare the bytes.

    python tests/fuzz/determinism.py ARTICLES [--python PATH]...

ARTICLES is a folder of text files. Each article is summarized in every form twice, with several
values of PYTHONHASHSEED, in several locales and time zones, from two working folders, and with
every Python given (each needs bilatsum installed). Prints one digest for each article and way;
exits with 1 where two differ.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

WAYS: dict[str, dict[str, str]] = {
    "as it is": {},
    "once more": {},
    "hash seed 0": {"PYTHONHASHSEED": "0"},
    "hash seed 1": {"PYTHONHASHSEED": "1"},
    "hash seed 4242": {"PYTHONHASHSEED": "4242"},
    "locale C": {"LC_ALL": "C"},
    "locale Turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "time zone of Kiritimati": {"TZ": "Pacific/Kiritimati"},
    "optimized": {"PYTHONOPTIMIZE": "2"},
}


def digest(python: str, articles: list[Path], form: str, way: dict[str, str], folder: Path) -> str:
    """Return the SHA-256 of the briefs of `articles` made in one way, as files in a folder."""
    with tempfile.TemporaryDirectory() as output:
        subprocess.run(
            [python, "-m", "bilatsum", "summarize", *map(str, articles), "-f", form, "-o", output],
            env={**os.environ, **way},
            check=True,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        whole = hashlib.sha256()
        for path in sorted(Path(output).iterdir()):
            whole.update(path.name.encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def compared(
    articles: list[Path],
    pythons: list[str],
    forms: list[str],
    ways: Iterable[str] = tuple(WAYS),
) -> dict[str, set[str]]:
    """Return by form the different digests that the ways gave: one where all is well."""
    found: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        for way in ways:
            found[form].add(digest(pythons[0], articles, form, WAYS[way], Path.cwd()))
        with tempfile.TemporaryDirectory() as elsewhere:
            for python in pythons:
                found[form].add(digest(python, articles, form, {}, Path(elsewhere)))
    return found


def main() -> None:
    """Compare and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--python", action="append", default=[])
    chosen = parser.parse_args()
    articles = sorted(path.resolve() for path in chosen.articles.glob("*.txt"))
    pythons = [sys.executable, *chosen.python]
    differs = False
    for form in ("json", "markdown", "terminal"):
        digests = compared(articles, pythons, [form])[form]
        differs |= len(digests) > 1
        print(  # noqa: T201
            f"{form}: {len(articles)} articles, {len(WAYS) + len(pythons)} ways, "
            f"{len(digests)} different results ({', '.join(sorted(d[:12] for d in digests))})",
            flush=True,
        )
    sys.exit(differs)


if __name__ == "__main__":
    main()
