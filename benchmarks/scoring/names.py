"""Names of persons, organisations and places: strict figures, and errors by kind."""

from collections.abc import Sequence

from benchmarks.scoring import Counts, Figures, precision_recall_f1

TYPES = ("PER", "ORG", "LOC")
Name = tuple[int, int, str]  # first word, word behind, type


def chunks(tags: Sequence[str]) -> list[Name]:
    """Return the names of BIO tags; a name begins at B-, or at I- after O or another type."""
    found: list[Name] = []
    start, kind = -1, ""
    for place, tag in enumerate([*tags, "O"]):
        mark, _, label = tag.partition("-")
        if kind and (mark in {"O", "B"} or label != kind):
            found.append((start, place, kind))
            kind = ""
        if mark in {"B", "I"} and not kind:
            start, kind = place, label
    return [name for name in found if name[2] in TYPES]


def count(gold: Sequence[Sequence[str]], told: Sequence[Sequence[str]]) -> Counts:
    """Count a document, given as the tags of its sentences."""
    counts = Counts()
    for tags, own in zip(gold, told, strict=True):
        wanted, found = chunks(tags), chunks(own)
        for names, side in ((wanted, "gold"), (found, "told")):
            counts[side] += len(names)
            counts.update(f"{side} {kind}" for _, _, kind in names)
        right = set(wanted) & set(found)
        counts["right"] += len(right)
        counts.update(f"right {kind}" for _, _, kind in right)
        counts.update(kinds_of_error(wanted, found))
    return counts


def kinds_of_error(gold: Sequence[Name], told: Sequence[Name]) -> Counts:
    """Count the errors of a sentence by kind."""
    kinds = Counts()
    for name in set(gold) - set(told):
        near = [other for other in told if other[0] < name[1] and name[0] < other[1]]
        if any(other[:2] == name[:2] for other in near):
            kinds["other type"] += 1
        elif any(other[2] == name[2] for other in near):
            kinds["cut otherwise"] += 1
        elif near:
            kinds["both"] += 1
        else:
            kinds["missed"] += 1
    for name in told:
        if not any(other[0] < name[1] and name[0] < other[1] for other in gold):
            kinds["invented"] += 1
    return kinds


def figures(total: Counts) -> Figures:
    """Return strict F1 of all and of each type, and the numbers of errors."""
    found = {"F1": "", **{kind: f" {kind}" for kind in TYPES}}
    scored = {
        name: precision_recall_f1(
            total[f"right{kind}"], total[f"told{kind}"], total[f"right{kind}"], total[f"gold{kind}"]
        )
        for name, kind in found.items()
    }
    return {
        **{name: three[2] for name, three in scored.items()},
        "precision": scored["F1"][0],
        "recall": scored["F1"][1],
        **{k: total[k] for k in ("missed", "invented", "other type", "cut otherwise", "both")},
    }
