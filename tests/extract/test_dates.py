"""Date rules: each proves itself, and what they mean together."""

import datetime as dt

import pytest

from bilatsum import Brief, summarize
from bilatsum.extract.dates import RULES, _find
from bilatsum.extract.dates.rule import DateRule
from bilatsum.model import DateMention, View

TUESDAY = dt.date(2025, 4, 8)


def dates(text: str, published: dt.date | None = TUESDAY) -> list[tuple[str, str]]:
    """Return the words and values of the dates of a sentence."""
    return [(m.span.of(text), m.value) for m in found(text, published)]


def found(text: str, published: dt.date | None = TUESDAY) -> list[DateMention]:
    """Return the dates of a sentence in text order."""
    return sorted(_find(View(text, 0), published), key=lambda mention: mention.span)


FINDS = [(rule, *example) for rule in RULES for example in rule.finds]
IGNORES = [(rule, sentence) for rule in RULES for sentence in rule.ignores]


@pytest.mark.parametrize(("rule", "sentence", "words", "value"), FINDS)
def test_a_rule_finds_its_examples(rule: DateRule, sentence: str, words: str, value: str) -> None:
    mentions = [(m.span.of(sentence), m.value, m.rule) for m in found(sentence)]
    assert (words, value, rule.name) in mentions


@pytest.mark.parametrize(("rule", "sentence"), IGNORES)
def test_a_rule_finds_nothing_where_it_says_so(rule: DateRule, sentence: str) -> None:
    assert rule.name not in {mention.rule for mention in found(sentence)}


def test_rules_have_names_of_their_own_and_examples_of_both_kinds() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(rule.finds and rule.ignores for rule in RULES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Tuesday.", [("Tuesday", "2025-04-08")]),
        ("They will meet on Tuesday.", [("Tuesday", "2025-04-08")]),
        ("He said on Monday that they will meet on Friday.",
         [("Monday", "2025-04-07"), ("Friday", "2025-04-11")]),
        ("On Monday she will travel to Rome.", [("Monday", "2025-04-14")]),
        ("The plan, announced in May, was dropped.", [("May", "2024-05")]),
        ("It begins in December and ends in May.", [("December", "2025-12"), ("May", "2025-05")]),
        ("Dec. 31 was the last day.", [("Dec. 31", "2024-12-31")]),
        ("From January 1 to May 31, 2024 it held.", [("January 1 to May 31, 2024",
                                                     "2024-01-01/2024-05-31")]),
        ("between 2 and 4 May 2025", [("2 and 4 May 2025", "2025-05-02/2025-05-04")]),
        ("On 30 February 2024 and May 5, 2024.", [("2024", "2024"),
                                                  ("May 5, 2024", "2024-05-05")]),
        ("In the 1990s and in 2001.", [("the 1990s", "199X"), ("2001", "2001")]),
    ],
)  # fmt: skip
def test_wordings_resolve_by_their_clause(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may march in second place under the sun.",
        "Resolution 1929, Article 370, Section 301 and F-16 jets.",
        "Some 1,200 troops and $2000 in prices, 2000 barrels a day.",
        "Open 24/7, call 555-2024-17, version 2.2019.",
        "April Glaspie met Theresa May.",
        "The Security Council sat on Black Friday's eve.",
    ],
)
def test_what_only_looks_like_a_date_is_refused(text: str) -> None:
    assert dates(text) == []


def test_relative_wordings_stay_unresolved_without_a_publication_date() -> None:
    mentions = found("They met on Monday, and in May 2024 as well.", None)
    assert [(m.value, m.start) for m in mentions if m.rule.startswith("dates.relative")] == [
        ("", None)
    ]
    assert "2024-05" in [m.value for m in mentions]


def test_periods_are_bounded_no_more_precisely_than_the_text_does() -> None:
    (mention,) = found("It changed in the late 1980s.")
    assert (str(mention.start), str(mention.end)) == ("1980", "1989")
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


@pytest.mark.parametrize("text", ["May 3-" * 20_000, "in May " * 20_000, "2024-" * 20_000])
def test_hostile_repetition_ends(text: str) -> None:
    found(text)
