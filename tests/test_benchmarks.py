"""Baselines, peers, results and tables of the benchmarks, on texts of ours."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import baselines, peers, results, tables
from benchmarks import briefs as brief_task
from benchmarks import names as name_task
from benchmarks.bootstrap import sample
from benchmarks.peers import AbsentError, Folder, Peer
from benchmarks.scoring import Counts
from benchmarks.summaries import filled, whole
from benchmarks.tasks import Article


def figures(total: Counts) -> dict[str, float]:
    """Return a figure by the name of the headline of names."""
    return {"F1": total["right"] / total["gold"]}


# ---------------------------------------------------------------- baselines


def test_the_date_patterns_read_what_is_written_out() -> None:
    text = "On 3 May 2024 and April 9, in March 2023, since 1999 and today."
    found = baselines.dates(text, "2025-04-08")
    assert [(text[one["start"] : one["end"]], one["value"]) for one in found] == [
        ("3 May 2024", "2024-05-03"),
        ("April 9", "2025-04-09"),
        ("March 2023", "2023-03"),
        ("1999", "1999"),
        ("today", "2025-04-08"),
    ]


def test_runs_of_capitals_are_names() -> None:
    words = "Ministers from NATO met Selim Karaduman in Ankara".split()
    tags = ["O", "O", "B-ORG", "O", "B-PER", "I-PER", "O", "B-LOC"]
    assert baselines.capitalised_tags(words) == tags


def test_the_plain_splitter_ends_sentences_at_full_stops_before_capitals() -> None:
    text = "It rained. Then 3.5 cm fell.\nNobody came"
    assert [text[a:b] for a, b in baselines.sentences(text)] == [
        "It rained.", "Then 3.5 cm fell.", "Nobody came",
    ]  # fmt: skip


def test_a_filled_summary_is_cut_at_its_words_and_a_whole_one_stays_below() -> None:
    ranked = [[2, "c c c"], [0, "a a a"], [1, "b b b"]]
    assert filled(ranked, 5) == {"summary": ["a a a", "c c"]}
    assert whole(ranked, 7) == {"summary": ["a a a", "c c c"]}


# ---------------------------------------------------------------- peers


def test_a_peers_names_are_laid_over_the_words_and_articles_and_possessives_forgiven() -> None:
    words = ["The", "European", "Union", "'s", "envoy"]
    spans = [[0, 3], [4, 12], [13, 18], [18, 20], [21, 26]]
    text = "The European Union's envoy"
    article = Article("a", text, {"tokens": [words], "token_spans": [spans]})
    told = name_task.from_peer(article, {"entities": [{"start": 0, "end": 20, "type": "ORG"}]})
    assert told == {"tags": [["O", "B-ORG", "I-ORG", "O", "O"]]}


def test_names_become_one_actor_for_each_wording_the_most_frequent_first() -> None:
    text = "Peru met Japan. Japan's envoy left Japan."
    places = [(0, 4), (9, 14), (16, 21), (35, 40)]
    told = [{"start": start, "end": end, "type": "LOC"} for start, end in places]
    actors = brief_task.actors_of(Article("a", text, {}), told)["actors"]
    assert [(actor["name"], actor["type"]) for actor in actors] == [
        ("Japan", "state"),
        ("Peru", "state"),
    ]


FAKE = """
import sys
sys.path.insert(0, {folder!r})
import protocol
print("asked", file=open({log!r}, "a"))
def dates(article):
    start = article["text"].index("2025")
    return {{"timexes": [{{"start": start, "end": start + 4, "type": "DATE", "value": "2025"}}]}}
protocol.serve(lambda: "1.0", {{"dates": dates}})
"""


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Folder, Peer, Path]:
    """Return a folder with a fake peer, the peer, and where it notes that it was started."""
    log = tmp_path / "log"
    folder = str(peers.ADAPTERS)
    adapters = tmp_path / "adapters"
    adapters.mkdir()
    code = FAKE.format(folder=folder, log=str(log))
    (adapters / "peer_fake.py").write_text(code, "utf-8")
    (adapters / "protocol.py").write_bytes((peers.ADAPTERS / "protocol.py").read_bytes())
    home = tmp_path / "peers" / "fake" / "bin"
    home.mkdir(parents=True)
    (home / "python").symlink_to(sys.executable)
    monkeypatch.setattr(peers, "ADAPTERS", adapters)
    return Folder(tmp_path / "peers"), Peer("fake", "fake", "peer_fake.py", ("dates",)), log


ASKED = {"id": "a", "text": "In 2025 it rained.", "date": None, "title": None, "genre": "news"}


def test_a_peer_answers_by_its_adapter_and_is_asked_once(fake: tuple[Folder, Peer, Path]) -> None:
    folder, peer, log = fake
    assert folder.version(peer) == "1.0"
    expected = {"start": 3, "end": 7, "type": "DATE", "value": "2025"}
    for _ in range(2):
        assert folder.answers(peer, "dates", [ASKED])["a"]["timexes"] == [expected]
    assert log.read_text().count("asked") == 2, "once for its version, once for the article"
    folder.answers(peer, "dates", [{**ASKED, "text": "In 2025 it snowed."}])
    assert log.read_text().count("asked") == 3, "another text is asked about anew"


def test_an_absent_peer_says_why(tmp_path: Path) -> None:
    with pytest.raises(AbsentError, match="no environment spacy"):
        Folder(tmp_path).version(next(one for one in peers.PEERS if one.environment == "spacy"))


def test_a_peer_that_fails_is_not_taken_for_one_that_found_nothing(
    fake: tuple[Folder, Peer, Path],
) -> None:
    folder, peer, _ = fake
    with pytest.raises(AbsentError, match="it failed: ValueError"):
        folder.answers(peer, "dates", [{**ASKED, "text": "No year."}])


@pytest.mark.parametrize("peer", peers.PEERS, ids=lambda peer: peer.name)
def test_every_peer_has_its_adapter(peer: Peer) -> None:
    assert (peers.ADAPTERS / peer.adapter).is_file()


# ---------------------------------------------------------------- results and tables


def test_results_survive_writing_and_reading(tmp_path: Path) -> None:
    known = results.Results()
    rows = [Counts(gold=10, right=right) for right in (5, 7, 9)]
    known.note_figures("names/x", "bilatsum", "ours", sample(rows, figures), "2026-11-23")
    known.write(tmp_path / "results.json")
    again = results.load(tmp_path / "results.json")
    assert again == known
    value, low, high = again.value("names/x", "bilatsum", "F1") or [0, 0, 0]
    assert low < value == 0.7 < high


def test_a_run_without_peers_forgets_differences_that_are_no_longer_true() -> None:
    known = results.Results()
    rows = [Counts(gold=10, right=right) for right in (5, 7, 9)]
    both = {name: sample(rows, figures) for name in ("bilatsum", "a peer")}
    kinds = {"bilatsum": "ours", "a peer": "peer"}
    known.note_best_peer(name_task.TASK, "names/x", both, kinds)
    assert known.best_peers["names/x"]["difference"]["F1"] == [0.0, 0.0, 0.0]
    known.note_best_peer(name_task.TASK, "names/x", {"bilatsum": both["bilatsum"]}, kinds)
    assert "names/x" not in known.best_peers


def test_a_page_shows_a_figure_with_its_interval_and_its_absence_as_a_dash() -> None:
    known = results.Results()
    place: dict[str, Any] = {"kind": "ours", "measured": "", "values": {"F1": [0.9, 0.85, 0.95]}}
    known.figures["segmentation/GUM news"] = {"bilatsum": place}
    text = "<!-- segmentation: generated -->\nstale\n<!-- end of segmentation -->\nprose"
    page = tables.page(text, known)
    assert "| `bilatsum` | 0.900 [0.850, 0.950] | – | – | – |" in page
    assert "stale" not in page
    assert page.endswith("prose")


def test_our_gold_is_found_in_our_samples() -> None:
    for article in brief_task.samples():
        for date in article.gold["dates"]:
            assert article.text[date["start"] : date["end"]] == date["text"]
        words = " ".join(article.text.replace("-\n", "").split())
        for sentence in article.gold["summary_sentences"]:
            assert " ".join(sentence.split()) in words, sentence
        for issue in article.gold["key_issues"]:
            for sentence in issue["evidence"]:
                assert " ".join(sentence.split()) in words, sentence


def test_the_results_of_the_project_name_what_was_measured() -> None:
    held = json.loads(results.PATH.read_text("utf-8"))
    for place, systems in held["figures"].items():
        assert place in held["sets"], place
        for system in systems:
            assert system in held["systems"] or systems[system]["kind"] != "peer"
