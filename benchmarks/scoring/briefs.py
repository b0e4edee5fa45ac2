"""Briefs: actors, dates, key issues, the summary, the pair of states and the day of publication.

A gold brief has `actors`, `dates`, `key_issues`, `summary_sentences`, `abstract`, `states`,
`acceptable_pairs`, `published` and `published_in_text`; optional actors and dates are neither
right nor wrong. An answer has any of `actors`, `dates`, `issues`, `summary`, `states`,
`published`; what it lacks counts as missed.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from benchmarks.scoring import Counts, Figures, precision_recall_f1, rouge, share, wording

Record = dict[str, Any]
_VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
_FIRST = 5  # actors that a reader sees first
_ISSUES = 10  # issues beyond these are not read


def count_actors(gold: Sequence[Record], told: Sequence[Record]) -> Counts:
    """Count actors, their kinds, countries and roles, and how many entries each has."""
    places = [_same_actor(gold, actor) for actor in told]
    entries: dict[int, list[Record]] = defaultdict(list)
    for actor, place in zip(told, places, strict=True):
        if place is not None:
            entries[place].append(actor)
    needed = [place for place, actor in enumerate(gold) if not actor.get("optional")]
    counts = Counts(gold=len(needed), found=sum(place in entries for place in needed))
    counts["invented"] = sum(place is None for place in places)
    counts["entries"] = sum(map(len, entries.values()))
    counts["entered"] = len(entries)
    for place in needed:
        actor, found = gold[place], entries.get(place, [])
        counts["roles"] += bool(actor["role"])
        if not found:
            continue
        counts["kinds right"] += found[0].get("type") in {actor["type"], *actor.get("type_alt", ())}
        if actor["country"]:
            counts["countries"] += 1
            counts["countries right"] += any(e.get("country") == actor["country"] for e in found)
        counts["roles found"] += bool(actor["role"]) and _role_found(actor, found)
    principals = [place for place in needed if gold[place]["salience"] == "principal"]
    first = set(places[:_FIRST])
    counts["principals"] = min(_FIRST, len(principals))
    counts["principals first"] = min(_FIRST, sum(place in first for place in principals))
    return counts


def _same_actor(gold: Sequence[Record], told: Record) -> int | None:
    """Return the place of the gold actor that is meant: by name, then kind, then most names."""
    kind = told.get("type")
    names = [told.get("name") or "", *(told.get("aliases") or ())]
    keys = {wording.key(name) for name in names}
    if kind in {None, "person"}:
        keys |= {wording.key(name, person=True) for name in names}
    keys -= {""}
    own = {wording.key(names[0]), wording.key(names[0], person=True)}
    best: tuple[tuple[bool, bool, float, bool], int] | None = None
    for place, actor in enumerate(gold):
        person = actor["type"] == "person"
        known = [actor["name"], *actor["aliases"], *actor.get("demonyms", ())]
        wanted = {wording.key(name, person=person) for name in known} - {""}
        common: float = len(wanted & keys)
        same_state = kind == actor["type"] == "state" and actor["country"]
        if not common and same_state and told.get("country") == actor["country"]:
            common = 0.5  # under a name that is not in the text
        if not common:
            continue
        right_kind = kind in {actor["type"], *actor.get("type_alt", ())}
        score = (bool(wanted & own), right_kind, common, not actor.get("optional"))
        if best is None or score > best[0]:
            best = score, place
    return best[1] if best else None


def _role_found(actor: Record, entries: Sequence[Record]) -> bool:
    """Whether an entry has half of the words of the role, or of another wording of it."""
    wanted = [wording.role(words) for words in (actor["role"], *actor.get("role_alt", ()))]
    told = [wording.role(entry["role"]) for entry in entries if entry.get("role")]
    return any(len(one & other) / len(one) >= 1 / 2 for one in wanted if one for other in told)


def count_dates(gold: Sequence[Record], told: Sequence[Record]) -> Counts:
    """Count dates by overlapping spans, equal spans, and values."""
    needed = [date for date in gold if not date.get("optional")]
    counts = Counts(gold=len(needed))
    for date in needed:
        near = [other for other in told if _overlap(date, other)]
        counts["relaxed gold"] += bool(near)
        counts["strict gold"] += any(_same_span(date, other) for other in near)
        counts["value gold"] += any(_same_value(date, other) for other in near)
    for date in told:
        near = [other for other in gold if _overlap(other, date)]
        optional = all(other.get("optional") for other in near)
        if optional and (near or _value(date.get("value")) in _VAGUE):
            continue  # neither right nor wrong
        counts["told"] += 1
        counts["relaxed told"] += bool(near)
        counts["strict told"] += any(_same_span(other, date) for other in near)
        counts["value told"] += any(_same_value(other, date) for other in near)
    return counts


def _overlap(one: Record, other: Record) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _same_span(one: Record, other: Record) -> bool:
    return bool(one["start"] == other["start"] and one["end"] == other["end"])


def _value(value: str | None) -> str:
    return re.sub(r"(-XX)+$", "", (value or "").strip().upper().replace(" ", ""))


def _same_value(gold: Record, told: Record) -> bool:
    """Whether the value is the gold's or one of its others, or an interval that ends at it."""
    wanted = {_value(value) for value in (gold["value"], *gold.get("alt_values", ()))}
    value = _value(told.get("value"))
    return bool(value) and (
        value in wanted or ("/" in value and bool(set(value.split("/")) & wanted))
    )


def count_issues(gold: Sequence[Record], told: Sequence[Record]) -> Counts:
    """Count key issues."""
    told = told[:_ISSUES]
    return Counts(
        {
            "gold": len(gold),
            "told": len(told),
            "right gold": sum(any(wording.same_issue(i, t) for t in told) for i in gold),
            "right told": sum(any(wording.same_issue(i, t) for i in gold) for t in told),
        }
    )


def count_summary(gold: Record, told: Sequence[str]) -> Counts:
    """Count the sentences of a summary, and its ROUGE against the abstract."""
    wanted = gold["summary_sentences"]
    abstract = re.split(r'(?<=[.!?])\s+(?=[A-Z"“])', gold["abstract"])
    counts = Counts(
        {
            "gold": len(wanted),
            "told": len(told),
            "right gold": sum(wording.any_same([one], told) for one in wanted),
            "right told": sum(wording.any_same([one], wanted) for one in told),
            "documents": 1,
            "words": sum(len(sentence.split()) for sentence in told),
        }
    )
    for name, value in rouge.rouge(abstract, told).items():
        counts[name] = value  # type: ignore[assignment]  # shares of a document, summed
    return counts


def count_head(gold: Record, told: Record) -> Counts:
    """Count the pair of states and the day of publication, where the text states it or not."""
    pair = set((told.get("states") or ())[:2])
    stated = bool(gold["published_in_text"])
    unstated = not stated and gold["published"] is None
    right = told.get("published") == gold["published"]
    return Counts(
        {
            "gold": 1,
            "pairs right": any(pair == set(other) for other in gold["acceptable_pairs"]),
            "stated": stated,
            "stated right": stated and right,
            "unstated": unstated,
            "unstated right": unstated and right,
        }
    )


def actor_figures(total: Counts) -> Figures:
    """Return the figures of actors."""
    found, told = total["found"], total["found"] + total["invented"]
    precision, recall, f1 = precision_recall_f1(found, told, found, total["gold"])
    return {
        "F1": f1,
        "precision": precision,
        "recall": recall,
        "kind": share(total["kinds right"], found),
        "country": share(total["countries right"], total["countries"]),
        "role": share(total["roles found"], total["roles"]),
        "entries": share(total["entries"], total["entered"]),
        "principals first": share(total["principals first"], total["principals"]),
    }


def date_figures(total: Counts) -> Figures:
    """Return the figures of dates."""
    three = {
        name: precision_recall_f1(
            total[f"{name} told"], total["told"], total[f"{name} gold"], total["gold"]
        )
        for name in ("value", "relaxed", "strict")
    }
    return {
        **{f"{name} F1": figures[2] for name, figures in three.items()},
        "precision": three["relaxed"][0],
        "recall": three["relaxed"][1],
    }


def issue_figures(total: Counts) -> Figures:
    """Return the figures of key issues, or of the sentences of summaries."""
    precision, recall, f1 = precision_recall_f1(
        total["right told"], total["told"], total["right gold"], total["gold"]
    )
    return {"F1": f1, "precision": precision, "recall": recall}


def summary_figures(total: Counts) -> Figures:
    """Return sentence F1, the mean ROUGE of the documents, and the mean number of words."""
    of_sentences = issue_figures(total)
    means = {
        name: total[name] / total["documents"]
        for name in ("ROUGE-1", "ROUGE-2", "ROUGE-Lsum", "words")
    }
    return {"sentence F1": of_sentences["F1"], **means, **of_sentences}


def head_figures(total: Counts) -> Figures:
    """Return the shares of right pairs and days."""
    return {
        "pair": share(total["pairs right"], total["gold"]),
        "published, stated": share(total["stated right"], total["stated"]),
        "published, unstated": share(total["unstated right"], total["unstated"]),
    }
