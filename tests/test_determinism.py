"""The same article gives the same bytes, wherever and however the program runs."""

import sys
from pathlib import Path

from determinism import compared

ROOT = Path(__file__).parents[1]
WAYS = ("hash seed 0", "hash seed 4242", "locale C", "time zone of Kiritimati")


def test_hash_seeds_locales_time_zones_and_folders_do_not_show() -> None:
    names = ("awkward.txt", "email.txt", "wire-story.txt")
    articles = [ROOT / "docs" / "examples" / name for name in names]
    found = compared(articles, [sys.executable], ["json"], WAYS)
    assert len(found["json"]) == 1
