"""Names of persons, organisations and places, by type: strict F1 over the words of the gold.

Ours is the tagger alone, which reads the gold's words. Peers read the text; their names are laid
over the gold's words, and an article or a possessive that they take in is forgiven, for schemes
differ there.
"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.baselines import capitalised_tags
from benchmarks.scoring import Counts, names
from benchmarks.tasks import BASELINE, OURS, Answer, Article, Set, System, Task, one_by_one, rows
from bilatsum.extract.actors.tagger import tag

_SETS = ("worldwide_newswire_dev", "crossner_politics_dev", "meantime_dev", "gum_dev", "gmb_dev")
_OURS_ALONE = frozenset({"gum_dev", "gmb_dev"})
_FORGIVEN_BEFORE = frozenset({"the", "a", "an"})
_FORGIVEN_AFTER = frozenset({"'s", "’s", "'", "’"})


def sets(data: Path) -> Iterator[Set]:
    """Yield the development sets."""
    for name in _SETS:
        articles = tuple(
            Article(row["doc_id"], row["text"], row)
            for row in rows(data / "ner" / f"{name}.jsonl.gz")
        )
        yield Set(name, articles, peers=name not in _OURS_ALONE, gate=name not in _OURS_ALONE)


def ours(article: Article) -> Answer:
    """Return the tags of our tagger."""
    return {"tags": list(tag(article.gold["tokens"]))}


def baseline(article: Article) -> Answer:
    """Return capitalised words as names."""
    return {"tags": [capitalised_tags(sentence) for sentence in article.gold["tokens"]]}


def from_peer(article: Article, answer: Answer) -> Answer:
    """Return a peer's names as tags of the gold's words."""
    entities = sorted(
        (one["start"], one["end"], one["type"])
        for one in answer.get("entities", ())
        if one["type"] in names.TYPES
    )
    tags = []
    for words, spans in zip(article.gold["tokens"], article.gold["token_spans"], strict=True):
        own = ["O"] * len(words)
        for start, end, kind in entities:
            places = [i for i, (first, last) in enumerate(spans) if first < end and start < last]
            while places and words[places[0]].lower() in _FORGIVEN_BEFORE:
                places = places[1:]
            while places and words[places[-1]] in _FORGIVEN_AFTER:
                places = places[:-1]
            if places and all(own[place] == "O" for place in places):
                for place in places:
                    own[place] = f"{'I' if place > places[0] else 'B'}-{kind}"
        tags.append(own)
    return {"tags": tags}


def count(article: Article, answer: Answer) -> Counts:
    """Count an article."""
    gold = article.gold["tags"]
    return names.count(gold, answer.get("tags") or [["O"] * len(tags) for tags in gold])


TASK = Task(
    name="names",
    sets=sets,
    systems=(
        System("bilatsum", OURS, one_by_one(ours)),
        System("capitalised words", BASELINE, one_by_one(baseline)),
    ),
    count=count,
    figures=names.figures,
    gold="names",
    headline="F1",
    gated=("F1",),
    peers="names",
    from_peer=from_peer,
)
