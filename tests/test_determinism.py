"""The same article gives the same bytes, wherever and however the program runs."""

import sys
from pathlib import Path

from determinism import WAYS, compared

ROOT = Path(__file__).parents[1]


def test_hash_seeds_locales_time_zones_and_folders_do_not_show() -> None:
    articles = sorted((ROOT / "docs" / "examples").glob("*.txt"))
    assert len(articles) > 5
    assert len(WAYS) > 8
    assert {
        form: len(found) for form, found in compared(articles, [sys.executable], ["json"]).items()
    } == {"json": 1}
