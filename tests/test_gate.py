"""The quality gate refuses what it should, and lets pass what it should."""

import json
from pathlib import Path

import pytest

from benchmarks import gate
from benchmarks.floors import Floors, LoweredError, Measured, TamperedError, load

NAME = "dates/a_set/value F1"
OTHER = "names/another_set/F1"
DAY = "2026-11-23"


def measured(value: float, error: float = 0.02, one_item: float = 0.005) -> Measured:
    """Return a figure whose floor is .01 below it."""
    return Measured(value, error, one_item)


def floors_at(value: float) -> Floors:
    """Return floors as `--raise` sets them where the figure is as given."""
    floors = Floors()
    gate.raise_floors(floors, {NAME: measured(value)}, DAY)
    return floors


def test_the_floor_is_half_a_standard_error_or_one_gold_item_below_the_figure() -> None:
    assert measured(0.9, error=0.02, one_item=0.005).floor == 0.89
    assert measured(0.9, error=0.002, one_item=0.005).floor == 0.895


def test_a_drop_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.report(floors_at(0.9), {NAME: measured(0.88)}) == 1
    assert f"BELOW  {NAME}: 0.8800, floor 0.8900" in capsys.readouterr().out


@pytest.mark.parametrize("value", [0.8901, 0.9, 0.95])
def test_what_is_within_the_tolerance_or_better_passes(value: float) -> None:
    assert gate.report(floors_at(0.9), {NAME: measured(value)}) == 0


def test_small_drops_do_not_add_up_for_floors_do_not_follow_figures_down() -> None:
    floors = floors_at(0.9)
    gate.raise_floors(floors, {NAME: measured(0.893)}, DAY)
    assert floors.floors[NAME] == 0.89
    assert gate.report(floors, {NAME: measured(0.886)}) == 1


def test_an_improvement_raises_the_floor_and_says_so_in_the_history() -> None:
    floors = floors_at(0.9)
    gate.raise_floors(floors, {NAME: measured(0.95)}, "2026-12-01")
    assert floors.floors[NAME] == 0.94
    assert [entry["date"] for entry in floors.history] == [DAY, "2026-12-01"]
    floors.check()


def test_absent_data_is_named_and_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = gate.measure(tmp_path)
    told = capsys.readouterr().out
    assert "skipped: names, meantime_dev: its gold is not here" in told
    assert "skipped: summaries, cnndm_dev: its gold is not here" in told
    assert found, "our own gold is always here"
    assert all("/samples/" in name for name in found)


def test_figures_that_cannot_be_measured_here_do_not_fail(
    capsys: pytest.CaptureFixture[str],
) -> None:
    floors = floors_at(0.9)
    gate.raise_floors(floors, {OTHER: measured(0.7)}, DAY)
    assert gate.report(floors, {NAME: measured(0.9)}) == 0
    assert "not measured here: 1 of 2" in capsys.readouterr().out


@pytest.mark.parametrize(("lower", "reason"), [(False, "a reason"), (True, ""), (True, "  ")])
def test_a_floor_is_not_lowered_without_the_flag_and_a_reason(lower: bool, reason: str) -> None:  # noqa: FBT001
    floors = floors_at(0.9)
    with pytest.raises(LoweredError, match="a_set"):
        floors.change({NAME: 0.8}, reason, DAY, lower=lower)
    assert floors.floors[NAME] == 0.89


def test_a_floor_lowered_on_purpose_keeps_its_reason_and_day() -> None:
    floors = floors_at(0.9)
    floors.change({NAME: 0.8}, "the gold was mended", "2026-12-01", lower=True)
    entry = floors.history[-1]
    assert (entry["reason"], entry["date"]) == ("the gold was mended", "2026-12-01")
    assert entry["lowered"] == [NAME]
    floors.check()


def written(tmp_path: Path) -> Path:
    """Return a file of floors."""
    path = tmp_path / "floors.json"
    floors_at(0.9).write(path)
    return path


def test_a_floor_lowered_by_hand_is_caught(tmp_path: Path) -> None:
    path = written(tmp_path)
    held = json.loads(path.read_text("utf-8"))
    held["floors"][NAME] = 0.5
    path.write_text(json.dumps(held), "utf-8")
    with pytest.raises(TamperedError, match="edited by hand: dates/a_set/value F1"):
        load(path)


def test_a_floor_taken_out_by_hand_is_caught(tmp_path: Path) -> None:
    path = written(tmp_path)
    held = json.loads(path.read_text("utf-8"))
    del held["floors"][NAME]
    path.write_text(json.dumps(held), "utf-8")
    with pytest.raises(TamperedError, match="edited by hand"):
        load(path)


def test_a_history_edited_by_hand_is_caught(tmp_path: Path) -> None:
    path = written(tmp_path)
    held = json.loads(path.read_text("utf-8"))
    held["floors"][NAME] = held["history"][0]["floors"][NAME] = 0.5
    path.write_text(json.dumps(held), "utf-8")
    with pytest.raises(TamperedError, match="entry 1 of the history was edited"):
        load(path)


def test_the_command_refuses_floors_that_were_edited(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path)
    path.write_text(path.read_text("utf-8").replace("0.89", "0.5", 1), "utf-8")
    assert gate.main(["--floors", str(path)]) == 1
    assert "refused: floors.json: edited by hand" in capsys.readouterr().out


def test_the_command_lowers_only_what_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "floors.json"
    floors = floors_at(0.9)
    gate.raise_floors(floors, {OTHER: measured(0.7)}, DAY)
    floors.write(path)
    now = {NAME: measured(0.8), OTHER: measured(0.695)}
    monkeypatch.setattr(gate, "measure", lambda _: now)
    assert gate.main(["--floors", str(path)]) == 1
    arguments = ["--floors", str(path), "--accept-lower", "a trap is read", "--date", DAY]
    assert gate.main(arguments) == 0
    assert load(path).floors == {NAME: 0.79, OTHER: 0.69}


def test_the_floors_of_the_project_are_what_their_history_says() -> None:
    assert load().floors
