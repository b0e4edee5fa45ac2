"""Date rules: each proves itself, and what they mean together."""

import calendar
import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilatsum import Brief, summarize
from bilatsum.extract.dates import RULE_GROUPS, find_in
from bilatsum.extract.dates.cues import Cues
from bilatsum.extract.dates.rule import DateRule, Reference, RuleGroup
from bilatsum.model import DateMention, PartialDate, View

TUESDAY = dt.date(2025, 4, 8)
HERE = Path(__file__).parent


def found(text: str, published: dt.date | None = TUESDAY) -> list[DateMention]:
    """Return the dates of a text of one sentence in text order."""
    return find_in(View(text, 0), published, Reference())[0]


CUES = Cues(RULE_GROUPS)
RULES = [rule for group in RULE_GROUPS for rule in group.rules]
TRAPS = {rule.name for rule in RULES if rule.name.startswith("dates.trap")}
FINDS = [(rule, *example) for rule in RULES for example in rule.finds if rule.name not in TRAPS]
REFUSES = [(rule, *example) for rule in RULES for example in rule.finds if rule.name in TRAPS]
IGNORES = [(rule, sentence) for rule in RULES for sentence in rule.ignores]


@pytest.mark.parametrize(("rule", "sentence", "words", "value"), FINDS)
def test_a_rule_finds_its_examples(rule: DateRule, sentence: str, words: str, value: str) -> None:
    mentions = [(m.span.of(sentence), m.value, m.rule) for m in found(sentence)]
    assert (words, value, rule.name) in mentions


@pytest.mark.parametrize(("rule", "sentence", "words", "value"), REFUSES)
def test_a_trap_takes_its_words(rule: DateRule, sentence: str, words: str, value: str) -> None:
    assert not value
    taken = [match.group() for match in rule.pattern.finditer(sentence)]
    assert words in taken
    start = sentence.index(words)
    assert not [m for m in found(sentence) if start <= m.span.start < start + len(words)]


@pytest.mark.parametrize(("rule", "sentence"), IGNORES)
def test_a_rule_finds_nothing_where_it_says_so(rule: DateRule, sentence: str) -> None:
    assert rule.name not in {mention.rule for mention in found(sentence)}
    if rule.name in TRAPS:
        assert not rule.pattern.search(sentence)


def test_rules_have_names_of_their_own_and_examples_of_both_kinds() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert not [rule.name for rule in RULES if not rule.finds or not rule.ignores]


@pytest.mark.parametrize("group", RULE_GROUPS, ids=lambda group: group.name)
def test_the_cues_of_a_rule_are_in_all_that_it_finds(group: RuleGroup) -> None:
    for rule in group.rules:
        for sentence, _, _ in rule.finds:
            assert rule in {tried for _, tried, _ in CUES.matches(sentence)}, rule.name


def tried_everywhere(text: str) -> list[tuple[int, tuple[int, int]]]:
    """Return what the rules find that are all tried at every character of a text."""
    return [
        (number, match.span())
        for number, rule in enumerate(RULES)
        for match in rule.pattern.finditer(text)
    ]


EXAMPLES = [sentence for rule in RULES for sentence, _, _ in rule.finds]
EXAMPLES += [sentence for rule in RULES for sentence in rule.ignores]
WORDS = sorted({word for sentence in EXAMPLES for word in re.split(r"(?<=[ -])|(?=-)", sentence)})
WORDS += ["the ", "The\n", "\n", " ", "(", "“", "mid-", "THE "]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join))
def test_the_rules_find_by_their_cues_all_that_they_find_without(text: str) -> None:
    matches = CUES.matches(text)
    assert sorted((number, match.span()) for number, _, match in matches) == tried_everywhere(text)


def test_the_rules_find_by_their_cues_all_that_their_examples_hold() -> None:
    for text in [*EXAMPLES, *map(str.upper, EXAMPLES), *map(str.lower, EXAMPLES)]:
        matches = CUES.matches(text)
        found = sorted((number, match.span()) for number, _, match in matches)
        assert found == tried_everywhere(text), text


def test_the_cues_are_those_of_the_patterns_as_they_are() -> None:
    path = Path(__file__).parents[2] / "training" / "date_cues.py"
    if not path.exists():
        pytest.skip("training/ is not part of this tree")
    done = subprocess.run(
        [sys.executable, str(path), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _table(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split(" | ") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("row", _table("date_sentences.txt"), ids=lambda row: row[0])
def test_a_sentence_holds_exactly_these_dates(row: list[str]) -> None:
    sentence, *cells = row
    expected = []
    actual = []
    for cell in cells:
        if cell == "-":
            continue
        words, value = cell.split(" =", 1)
        bounds = re.search(r"\s*\[(.*)\.\.(.*)\]$", value)
        if bounds:
            value = value[: bounds.start()]
        expected.append((words, value.strip(), bounds.groups() if bounds else None))
    for number, mention in enumerate(found(sentence)):
        wanted = number < len(expected) and expected[number][2]
        ends = (str(mention.start or ""), str(mention.end or "")) if wanted else None
        actual.append((mention.span.of(sentence), mention.value, ends))
    assert actual == expected


def _first_day(date: PartialDate | None) -> str:
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}" if date else ""


def _last_day(date: PartialDate | None) -> str:
    if date is None:
        return ""
    month = date.month or 12
    day = date.day or calendar.monthrange(date.year, month)[1]
    return f"{date.year:04d}-{month:02d}-{day:02d}"


@pytest.mark.parametrize("row", _table("date_intervals.txt"), ids=lambda row: row[0])
def test_a_wording_bounds_exactly_these_days(row: list[str]) -> None:
    sentence, words, days = row
    (mention,) = [one for one in found(sentence) if one.span.of(sentence) == words]
    bounded = mention.start is not None or mention.end is not None
    actual = f"{_first_day(mention.start)}..{_last_day(mention.end)}" if bounded else "-"
    assert actual == days


def test_relative_wordings_stay_unresolved_without_a_publication_date() -> None:
    mentions = found("They met on Monday, and in May 2024 as well.", None)
    assert [(m.value, m.start, m.anchor) for m in mentions] == [
        ("", None, "published"),
        ("2024-05", PartialDate(2024, 5), "calendar"),
    ]


def test_periods_are_bounded_no_more_precisely_than_the_text_does() -> None:
    (mention,) = found("It changed in the late 1980s.")
    assert (str(mention.start), str(mention.end)) == ("1986", "1989")
    (mention,) = found("They met in May 2024.")
    assert (str(mention.start), str(mention.end)) == ("2024-05", "2024-05")


def brief(text: str) -> Brief:
    """Return the brief of a text published on the Tuesday."""
    return summarize(text, date="2025-04-08")


def test_dates_across_wrapped_lines_have_offsets_into_the_input() -> None:
    text = (
        "The ministers of the two countries agreed in the capital on March\n"
        "12, 2024 to reopen the border crossing that was closed in 2019, and\n"
        "they signed a memorandum on trade in goods and services of all kind.\n"
        "Nobody expected that they would do so before the end of that year.\n"
    )
    mention = brief(text).dates[0]
    assert mention.span.of(text) == "March\n12, 2024"
    assert mention.value == "2024-03-12"


@pytest.mark.parametrize("published", [dt.date(1600, 1, 1), dt.date(2999, 12, 31)])
def test_the_edges_of_the_calendar_do_not_break_a_rule(published: dt.date) -> None:
    text = "Yesterday, tomorrow, last century, 9999 years ago, next winter, next Friday it was."
    found(text, published)


HOSTILE = (
    "May 3-", "in May ", "2024-", "q1 ", "A", "a", "1 ", "twenty-", "one hundred ", "said ",
    "the 50th anniversary of ", "Article 1, 2, ", "the last ", "and a half ", "will be ",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_repetition_of_100_000_characters_ends(words: str) -> None:
    found((words * 100_000)[:100_000])


@pytest.mark.parametrize("group", RULE_GROUPS, ids=lambda group: group.name)
def test_what_a_rule_finds_can_be_repeated_without_end(group: RuleGroup) -> None:
    for rule in group.rules:
        for _, words, _ in rule.finds:
            for glue in (" ", "-", ""):
                found((words + glue) * 60)


def test_a_date_line_that_opens_a_sentence_hides_none_of_its_dates_and_is_found_once() -> None:
    text = (
        "Peru reopens its embassy in Chile July 02, 2008 The ministry in Lima said on June 18 that "
        "the embassy would open. It has been shut since 2001."
    )
    values = [mention.value for mention in summarize(text).dates]
    assert values == ["2008-07-02", "2008-06-18", "2001"]
