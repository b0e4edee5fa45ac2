"""Whole briefs: actors, dates, key issues, the summary and the head, each scored for itself.

Every article is read as the program reads it; the day of publication is given as `--date` only
where the text does not state one. Peers are always given it, for none of them looks for it in the
head of a text. The summary is asked for in at most 130 words, of peers as of ours in whole
sentences. A peer's names become actors: one for each name, persons, organisations and states.

Two sets: the 17 briefs of the data folder, and the samples of `docs/examples`, whose gold is ours
and stands in `gold/`. For the summaries a third, `extracts`: the articles whose sentences we marked
(`training/own_extracts`) and that the ranker is not trained on; the sentences are the abstract too.
"""

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from benchmarks import baselines
from benchmarks.scoring import briefs, wording
from benchmarks.summaries import sentences, whole
from benchmarks.tasks import BASELINE, OURS, Answer, Article, Part, Set, System, Task, one_by_one
from bilatsum import Brief, summarize

sys.path.append(str(Path(__file__).parents[1] / "training"))
from own_extracts import own_extracts

WORDS = 130
METHODS = (
    "lead", "lex-rank", "text-rank", "lsa", "luhn", "kl", "sum-basic", "reduction", "edmundson",
)  # fmt: skip
_GOLD = Path(__file__).with_name("gold")
_SAMPLES = Path(__file__).parents[1] / "docs" / "examples"
_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "state"}


def sets(data: Path) -> Iterator[Set]:
    """Yield the briefs of the data folder and our samples."""
    articles = []
    for path in sorted((data / "briefs" / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (data / "briefs" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        title = gold.get("title")
        articles.append(Article(path.stem, text, gold, gold["published"], title, gold["genre"]))
    yield Set("briefs", tuple(articles))
    yield Set("samples", tuple(samples()))


def sets_by_genre(data: Path) -> Iterator[Set]:
    """Yield the same sets, and the extracts; all but the samples with their genres apart."""
    briefs_, samples_ = sets(data)
    yield _by_genre(briefs_)
    yield samples_
    yield _by_genre(Set("extracts", tuple(extracts(data))))


def _by_genre(whole_set: Set) -> Set:
    genres = Counter(article.genre for article in whole_set.articles)
    parts = [
        Part(genre, frozenset(one.id for one in whole_set.articles if one.genre == genre))
        for genre, _ in genres.most_common()
    ]
    return replace(whole_set, parts=(Part(""), *parts))


def extracts(data: Path) -> Iterator[Article]:
    """Yield the articles whose sentences we marked and that are not trained on."""
    if not (data / "articles").is_dir():
        return
    for one in own_extracts(data, "held back"):
        document = one.document
        chosen = [document.shown(document.sentences[index].span) for index in one.chosen]
        gold = {
            "summary_sentences": chosen,
            "abstract": " ".join(chosen),
            "published_in_text": True,
        }
        yield Article(document.article.source, document.article.text, gold, genre=one.genre)


def samples() -> Iterator[Article]:
    """Yield the samples with our gold; the places of dates and aliases follow from the words."""
    for path in sorted(_GOLD.glob("*.toml")):
        gold = tomllib.loads(path.read_text(encoding="utf-8"))
        text = (_SAMPLES / gold["file"]).read_bytes().decode("utf-8")
        place = 0
        for date in gold["dates"]:
            start = text.index(date["text"], place)
            place = start + len(date["text"])
            date.update(start=start, end=place)
        for actor in gold["actors"]:
            actor["aliases"] = [actor["name"], *actor.get("aliases", ())]
            actor["country"] = actor.get("country")
            actor["role"] = actor.get("role")
            actor["salience"] = "principal" if actor.get("principal") else "mention"
        gold["published"] = gold.get("published")
        gold["acceptable_pairs"] = [gold["states"]]
        day = gold["published"]
        yield Article(path.stem, text, gold, day, gold.get("title"), gold["genre"])


@cache
def _brief(article_id: str, text: str, date: str | None) -> dict[str, Any]:
    brief = summarize(text.encode(), words=WORDS, date=date, source=article_id)
    return prediction(brief)


def ours(article: Article) -> Answer:
    """Return the whole brief."""
    stated = article.gold["published_in_text"]
    return _brief(article.id, article.text, None if stated else article.date)


def by_method(method: str, article: Article) -> Answer:
    """Return a summary by one of our other methods, which run on our sentences."""
    return {"summary": sentences(article.text.encode(), method, WORDS)}


def prediction(brief: Brief) -> dict[str, Any]:
    """Return a brief in the terms of the scoring."""
    document = brief.document
    shown = document.shown
    states = [actor.country for actor in brief.actors if actor.kind == "state"]
    pair = list(brief.pair or ())
    return {
        "published": str(brief.article.published) if brief.article.published else None,
        "states": pair + [code for code in states if code not in pair],
        "actors": [
            {
                "name": actor.name,
                "aliases": list(actor.aliases),
                "type": actor.kind,
                "country": actor.country,
                "role": "; ".join(actor.roles) or None,
            }
            for actor in brief.actors
        ],
        "dates": [
            {"start": mention.span.start, "end": mention.span.end, "value": mention.value}
            for mention in brief.dates
        ],
        "issues": [
            {
                "label": f"{issue.label}: {shown(issue.stake)}" if issue.stake else issue.label,
                "evidence": [shown(document.sentences[i].span) for i in issue.evidence],
            }
            for issue in brief.issues
        ],
        "summary": [
            shown(document.sentences[chosen.index].span) for chosen in brief.summary.sentences
        ],
    }


def actors_of(article: Article, entities: Sequence[dict[str, Any]]) -> Answer:
    """Return names as actors, the most frequent first, one entry for each wording."""
    named: dict[tuple[str, str], list[str]] = {}
    for one in entities:
        kind, words = _KINDS.get(one["type"]), article.text[one["start"] : one["end"]]
        if kind:
            key = wording.key(words, person=kind == "person")
            named.setdefault((kind, key), []).append(words)
    often = sorted(named.items(), key=lambda item: -len(item[1]))
    return {
        "actors": [
            {"name": words[0], "aliases": sorted(set(words)), "type": kind}
            for (kind, _), words in often
        ]
    }


def _task(name: str, **fields: Any) -> Task:  # noqa: ANN401 - what a Task takes
    systems = (System("bilatsum", OURS, one_by_one(ours)), *fields.pop("systems", ()))
    return Task(name=name, sets=fields.pop("sets", sets), systems=systems, **fields)


ACTORS = _task(
    "brief actors",
    systems=(
        System(
            "capitalised words",
            BASELINE,
            one_by_one(lambda article: actors_of(article, baselines.names(article.text))),
        ),
    ),
    count=lambda article, told: briefs.count_actors(article.gold["actors"], told.get("actors", ())),
    figures=briefs.actor_figures,
    gold="actors",
    headline="F1",
    gated=("F1", "kind", "country", "role", "principals first"),
    peers="names",
    from_peer=lambda article, answer: actors_of(article, answer.get("entities", ())),
)
DATES = _task(
    "brief dates",
    systems=(
        System(
            "date patterns",
            BASELINE,
            one_by_one(lambda one: {"dates": baselines.dates(one.text, one.date)}),
        ),
    ),
    count=lambda article, told: briefs.count_dates(article.gold["dates"], told.get("dates", ())),
    figures=briefs.date_figures,
    gold="dates",
    headline="value F1",
    gated=("value F1", "relaxed F1", "strict F1"),
    peers="dates",
    from_peer=lambda _, answer: {"dates": answer.get("timexes", ())},
)
ISSUES = _task(
    "brief issues",
    count=lambda article, told: briefs.count_issues(
        article.gold["key_issues"], told.get("issues", ())
    ),
    figures=briefs.issue_figures,
    gold="issues",
    headline="F1",
    gated=("F1",),
)
SUMMARIES = _task(
    "brief summaries",
    sets=sets_by_genre,
    systems=(
        *(
            System(f"bilatsum --method {method}", OURS, one_by_one(partial(by_method, method)))
            for method in METHODS
        ),
        System(
            "first sentences",
            BASELINE,
            one_by_one(lambda article: whole(baselines.lead(article.text), WORDS)),
        ),
    ),
    count=lambda article, told: briefs.count_summary(article.gold, told.get("summary", ())),
    figures=briefs.summary_figures,
    gold="sentences",
    headline="sentence F1",
    gated=("sentence F1", "ROUGE-1", "ROUGE-2"),
    peers="summaries",
    from_peer=lambda _, answer: whole(answer.get("ranked", ()), WORDS),
)
HEAD = _task(
    "brief head",
    count=lambda article, told: briefs.count_head(article.gold, told),
    figures=briefs.head_figures,
    gold="articles",
    headline="pair",
    gated=("pair", "published, stated", "published, unstated"),
)
