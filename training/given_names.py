"""Collect given names for bilatsum/data/given_names.txt.

    python training/given_names.py ../shared/data

The first word of every tagged person of two to four words, in corpora whose licence lets learned
lists be shipped (gmb_train, wikigold_train, crossner_politics_train, gum_train, uner_en_ewt_train).
A name is kept when it was seen before two different surnames and is no common English word.
Deterministic; ten seconds on one core.
"""

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bilatsum.data import is_known_word, offices, states

OUT = Path(__file__).parents[1] / "bilatsum" / "data" / "given_names.txt"
SOURCES = (
    "gmb_train", "wikigold_train", "crossner_politics_train", "gum_train", "uner_en_ewt_train",
)  # fmt: skip
MIN_SURNAMES = 2
MAX_WORDS = 4
MONTHS = {"January", "March", "May", "August", "October"}


def people(data: Path) -> Iterator[list[str]]:
    """Yield the words of every tagged person."""
    for source in SOURCES:
        with gzip.open(data / "ner" / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                for tokens, tags in zip(document["tokens"], document["tags"], strict=True):
                    yield from sentence_people(tokens, tags)


def sentence_people(tokens: list[str], tags: list[str]) -> Iterator[list[str]]:
    """Yield the words of every tagged person of one sentence."""
    name: list[str] = []
    for token, tag in zip([*tokens, ""], [*tags, "O"], strict=True):
        if tag == "I-PER" and name:
            name.append(token)
            continue
        if name:
            yield name
        name = [token] if tag == "B-PER" else []


def main(data: Path) -> None:
    """Count and write."""
    taken = {form.lower() for state in states() for form in (state.name, *state.demonyms)}
    surnames: defaultdict[str, set[str]] = defaultdict(set)
    for name in people(data):
        while name and (name[0].lower() in offices() or name[0].endswith(".")):
            name.pop(0)
        if 1 < len(name) <= MAX_WORDS and name[0].istitle() and name[0].isalpha():
            surnames[name[0]].add(name[-1])
    kept = sorted(
        name
        for name, others in surnames.items()
        if len(others) >= MIN_SURNAMES
        and len(name) > 2  # noqa: PLR2004 - "El", "Al"
        and name not in MONTHS
        and not is_known_word(name.lower())
        and name.lower() not in taken
    )
    OUT.write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(len(kept), "given names")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
