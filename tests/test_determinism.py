"""The same article gives the same bytes, wherever and however the program runs."""

import sys
from pathlib import Path

from determinism import compared

ROOT = Path(__file__).parents[1]
OFFICERS = (
    "Aldo Bravik", "Benat Corsen", "Cato Dellmar", "Davor Ekstrand", "Elio Farrow",
    "Ferran Gastel", "Goran Hallvard", "Hanno Ivering", "Iker Jorvik", "Jorn Kessel",
)  # fmt: skip
WAYS = ("hash seed 0", "hash seed 4242", "locale C", "time zone of Kiritimati")


def test_hash_seeds_locales_time_zones_and_folders_do_not_show() -> None:
    names = ("awkward.txt", "email.txt", "wire-story.txt")
    articles = [ROOT / "docs" / "examples" / name for name in names]
    found = compared(articles, [sys.executable], ["json"], WAYS)
    assert len(found["json"]) == 1


def test_of_sentences_as_central_as_each_other_the_first_is_first(tmp_path: Path) -> None:
    """Sums over the terms that sentences share: their order was once that of a set."""
    head = "The foreign ministry of Peru named ten officers of the mines ministry on Monday."
    item = "- {} is a deputy minister of mines at the Peruvian mines ministry."
    article = tmp_path / "officers.txt"
    article.write_text("\n\n".join([head, "The list:", *map(item.format, OFFICERS)]), "utf-8")
    assert len(compared([article], [sys.executable], ["json"], WAYS[:2])["json"]) == 1
