"""Figures are those of the given scorers, and intervals what they claim to be."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from benchmarks import briefs as brief_task
from benchmarks import dates as date_task
from benchmarks import names as name_task
from benchmarks import segmentation as segmentation_task
from benchmarks.bootstrap import RESAMPLES, sample
from benchmarks.scoring import Counts, boundaries, briefs, names, rouge, timex, wording
from benchmarks.tasks import Article

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("BILATSUM_SHARED", ROOT.parent / "shared"))
DATA, SCORERS = SHARED / "data", SHARED / "score"


def scorer(name: str) -> ModuleType:
    """Return a scorer that came with the data, or skip."""
    path = SCORERS / f"{name}.py"
    if not (path.is_file() and DATA.is_dir()):
        pytest.skip("the data folder and its scorers are not here")
    spec = importlib.util.spec_from_file_location(f"shared_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def some(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Return enough articles to compare scorers by."""
    return articles[:20]


def summed(rows: list[Counts]) -> Counts:
    """Return the sum of documents' counts."""
    total = Counts()
    for row in rows:
        total.update(row)
    return total


# ---------------------------------------------------------------- scoring


def test_dates_match_by_equal_spans_first_and_count_values_of_matches() -> None:
    gold = [
        {"start": 0, "end": 10, "type": "DATE", "value": "2025-04-08"},
        {"start": 20, "end": 30, "type": "DATE", "value": "2025"},
    ]
    told = [
        {"start": 0, "end": 10, "type": "DATE", "value": "2025-04-08"},
        {"start": 22, "end": 30, "type": "DATE", "value": "2024"},
        {"start": 40, "end": 44, "type": "DATE", "value": "1999"},
    ]
    figures = timex.figures(timex.count(gold, told, frozenset()))
    assert figures["recall"] == 1.0
    assert figures["precision"] == pytest.approx(2 / 3)
    assert figures["strict F1"] == pytest.approx(2 * (1 / 3) * (1 / 2) / (1 / 3 + 1 / 2))
    assert figures["value F1"] == pytest.approx(0.5 * 0.8)


def test_names_count_by_words_and_type_and_errors_by_kind() -> None:
    gold = [["B-PER", "I-PER", "O", "B-LOC", "O", "B-ORG"]]
    told = [["B-PER", "I-PER", "O", "B-ORG", "B-PER", "O"]]
    total = names.count(gold, told)
    assert names.figures(total)["F1"] == pytest.approx(1 / 3)
    assert (total["other type"], total["missed"], total["invented"]) == (1, 1, 1)


def test_boundaries_do_not_depend_on_white_space() -> None:
    text = "It rained. We left.\n\nNobody came."
    gold = [(0, 10), (11, 19), (21, 33)]
    with_gaps = [(0, 11), (11, 21), (21, 33)]
    assert boundaries.figures(boundaries.count(text, gold, with_gaps))["F1"] == 1.0
    assert boundaries.figures(boundaries.count(text, gold, [(0, 33)]))["recall"] == 0.0


def test_an_actor_under_another_name_of_the_gold_is_the_same_and_an_invented_one_costs() -> None:
    gold: list[dict[str, Any]] = [
        {"name": "Ishaq Dar", "type": "person", "country": "PAK", "role": "Foreign Minister",
         "aliases": ["Dar"], "salience": "principal"},
    ]  # fmt: skip
    told: list[dict[str, Any]] = [
        {"name": "Foreign Minister Dar", "type": "person", "country": "PAK", "role": "minister"},
        {"name": "Nobody Else", "type": "person", "country": None, "role": None},
    ]
    figures = briefs.actor_figures(briefs.count_actors(gold, told))
    assert figures["recall"] == 1.0
    assert figures["precision"] == 0.5
    assert (figures["country"], figures["role"], figures["kind"]) == (1.0, 1.0, 1.0)


def test_titles_accents_and_possessives_do_not_make_another_name() -> None:
    assert wording.key("President Begoña Urrutia’s", person=True) == "begona urrutia"
    assert wording.key("the U.S.") == "us"


def test_rouge_is_that_of_the_package() -> None:
    package = pytest.importorskip("rouge_score.rouge_scorer")
    kinds = ["rouge1", "rouge2", "rougeLsum"]
    theirs = package.RougeScorer(kinds, use_stemmer=True)
    reference = ["Ministers signed the water treaty.", "Farmers were waiting for it."]
    summary = ["The water treaty was signed by both ministers on Monday.", "Farmers wait."]
    scores = theirs.score("\n".join(reference), "\n".join(summary))
    ours = rouge.rouge(reference, summary)
    assert list(ours.values()) == [pytest.approx(scores[kind].fmeasure) for kind in kinds]


# ---------------------------------------------------------------- the same as the given scorers


def test_dates_are_scored_as_the_given_scorer_does() -> None:
    module = scorer("timex")
    for one in date_task.sets(DATA):
        if one.name not in {"timebank_dev", "wikiwars_train"}:
            continue
        articles = some(one.articles)
        answers = [{"doc_id": a.id, **date_task.baseline(a)} for a in articles]
        types = {"DATE"} if one.name.startswith("wikiwars") else None
        theirs = module.score([a.gold for a in articles], answers, types)
        rows = [
            date_task.count(article, answer)
            for article, answer in zip(articles, answers, strict=True)
        ]
        ours = timex.figures(summed(rows))
        assert ours["relaxed F1"] == pytest.approx(theirs["relaxed"][2], abs=1e-4)
        assert ours["strict F1"] == pytest.approx(theirs["strict"][2], abs=1e-4)
        assert ours["value F1"] == pytest.approx(theirs["value_F1"], abs=1e-4)


def test_names_are_scored_as_the_given_scorer_does() -> None:
    module = scorer("ner")
    one = next(one for one in name_task.sets(DATA) if one.name == "meantime_dev")
    articles = some(one.articles)
    answers = [{"doc_id": a.id, **name_task.baseline(a)} for a in articles]
    theirs = module.score([a.gold for a in articles], answers, types=names.TYPES)["strict"]
    rows = [name_task.count(a, answer) for a, answer in zip(articles, answers, strict=True)]
    ours = names.figures(summed(rows))
    assert ours["F1"] == pytest.approx(theirs["micro"]["F1"], abs=1e-4)
    assert ours["ORG"] == pytest.approx(theirs["ORG"]["F1"], abs=1e-4)


def test_boundaries_are_scored_as_the_given_scorer_does() -> None:
    module = scorer("segmentation")
    one = next(one for one in segmentation_task.sets(DATA) if one.name == "gum_dev")
    articles = some(one.articles)
    answers = [
        {"doc_id": a.id, "sentence_spans": segmentation_task.baseline(a)["spans"]} for a in articles
    ]
    theirs = module.score([a.gold for a in articles], answers)
    rows = [segmentation_task.count(a, segmentation_task.baseline(a)) for a in articles]
    assert boundaries.figures(summed(rows))["F1"] == pytest.approx(theirs["boundary"][2], abs=1e-4)


def test_briefs_are_scored_as_the_given_scorer_does() -> None:
    module = scorer("briefs")
    one = next(brief_task.sets(DATA))
    tasks = (brief_task.ACTORS, brief_task.DATES, brief_task.ISSUES, brief_task.HEAD)
    theirs = Counts()
    rows: dict[str, list[Counts]] = {task.name: [] for task in tasks}
    for article in one.articles[:6]:
        told = dict(brief_task.ours(article))
        module.score_actors(article.gold, told, theirs)
        module.score_dates(article.gold, told, article.text, theirs)
        module.score_issues(article.gold, told, theirs)
        module.score_states(article.gold, told, theirs)
        for task in tasks:
            rows[task.name].append(task.count(article, told))
    expected = module.summarise(theirs)
    ours = {task.name: task.figures(summed(rows[task.name])) for task in tasks}
    for name, figure, key in (
        ("brief actors", "F1", "actor_F1"),
        ("brief actors", "kind", "actor_type_acc"),
        ("brief actors", "country", "actor_country_acc"),
        ("brief actors", "role", "actor_role_recall"),
        ("brief actors", "principals first", "principal_in_top5"),
        ("brief dates", "value F1", "date_value_F1"),
        ("brief dates", "strict F1", "date_strict_F1"),
        ("brief issues", "F1", "issue_F1"),
        ("brief head", "pair", "state_pair_acc"),
    ):
        assert ours[name][figure] == pytest.approx(expected[key], abs=1e-9), key


# ---------------------------------------------------------------- intervals


def share_right(total: Counts) -> dict[str, float]:
    """Return a figure to resample."""
    return {"share": total["right"] / total["gold"]}


def test_the_bootstrap_gives_the_same_interval_twice_and_it_holds_the_figure() -> None:
    rows = [Counts(gold=10, right=right) for right in (5, 7, 9, 6, 8, 10, 4)]
    first, second = (sample(rows, share_right) for _ in range(2))
    assert first == second
    assert len(first.resampled["share"]) == RESAMPLES
    estimate = first.estimate("share")
    assert estimate.low < estimate.value == 0.7 < estimate.high


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    estimate = sample([Counts(gold=4, right=3)] * 5, share_right).estimate("share")
    assert estimate.low == estimate.high == 0.75
    assert estimate.error == 0.0


def test_a_difference_is_paired() -> None:
    """One system is .1 better on every document: there is no doubt, wide as its own interval is."""
    rows = [Counts(gold=10, right=right) for right in (1, 9, 2, 8, 5)]
    better = [Counts(gold=10, right=row["right"] + 1) for row in rows]
    difference = sample(better, share_right).difference(sample(rows, share_right), "share")
    assert difference.low == pytest.approx(0.1)
    assert difference.high == pytest.approx(0.1)
