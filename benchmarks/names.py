r"""Score the shipped name tagger on development sets, show its errors by kind, and time it.

    python benchmarks/names.py ../shared/data/ner ../shared/score/ner.py \
        worldwide_newswire_dev crossner_politics_dev meantime_dev gum_dev gmb_dev

Strict figures count a name whose words and type are both right. Of the others it says how many
were missed, invented, cut otherwise, or of another type.
"""

import gzip
import importlib.util
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bilatsum.extract.actors.tagger import tag

TYPES = ("PER", "ORG", "LOC")
Name = tuple[int, int, str]  # first word, word behind, type


def kinds_of_error(gold: list[Name], told: list[Name]) -> Counter[str]:
    """Count the errors in a sentence by kind."""
    kinds: Counter[str] = Counter()
    for name in set(gold) - set(told):
        near = [other for other in told if other[0] < name[1] and name[0] < other[1]]
        if any(other[:2] == name[:2] for other in near):
            kinds["other type"] += 1
        elif any(other[2] == name[2] for other in near):
            kinds["cut otherwise"] += 1
        elif near:
            kinds["cut otherwise, other type"] += 1
        else:
            kinds["missed"] += 1
    for name in told:
        if not any(other[0] < name[1] and name[0] < other[1] for other in gold):
            kinds["invented"] += 1
    return kinds


def main(data: Path, score: Path, *sets: str) -> None:
    """Tag each set, score it, and print the figures."""
    spec = importlib.util.spec_from_file_location("ner", score)
    if spec is None or spec.loader is None:
        sys.exit(f"{score} is no scorer")
    scorer: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    words, seconds = 0, 0.0
    for name in sets:
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            gold = [json.loads(line) for line in lines]
        began = time.process_time()
        told = [{"doc_id": row["doc_id"], "tags": list(tag(row["tokens"]))} for row in gold]
        seconds += time.process_time() - began
        words += sum(len(sentence) for row in gold for sentence in row["tokens"])
        found = scorer.score(gold, told, types=TYPES)["strict"]
        figures = (f"{kind} {found[kind]['F1']:.3f}" for kind in (*TYPES, "micro"))
        print(f"{name} ({len(gold)})", *figures, sep="  ")
        errors: Counter[str] = Counter()
        for row, answer in zip(gold, told, strict=True):
            for tags, own in zip(row["tags"], answer["tags"], strict=True):
                pair = ([n for n in scorer.chunks(each) if n[2] in TYPES] for each in (tags, own))
                errors += kinds_of_error(*pair)
        print("   ", ", ".join(f"{kind} {count}" for kind, count in errors.most_common()))
    print(f"{60 * words / seconds:,.0f} words a minute")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
