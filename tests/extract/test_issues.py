"""Key issues: topics, their evidence, the bullet and its standing."""

import pytest

from bilatsum import summarize
from bilatsum.data import topics
from bilatsum.extract.issues.bullets import bullet
from bilatsum.extract.issues.standing import standing
from bilatsum.extract.issues.terms import find_terms

ARTICLE = (
    "Peru and Chile agreed on Tuesday to lower tariffs under their free trade agreement.\n\n"
    "The tariff on copper exports will fall by half, the trade ministers said.\n\n"
    "They also discussed a joint exercise of their navies and a defence pact.\n\n"
    "Nobody spoke of the weather."
)


def codes(text: str) -> set[str]:
    """Return the topics of the terms in a text."""
    return {topics()[term.topic].code for term in find_terms(text)}


def test_issues_are_named_proved_and_ordered() -> None:
    issues = summarize(ARTICLE, date="2025-04-08").issues
    assert [issue.topic for issue in issues][:2] == ["trade", "defence"]
    assert [issue.score for issue in issues] == sorted((i.score for i in issues), reverse=True)
    assert issues[0].evidence[0] in {0, 1}
    assert issues[0].codes["plover"]


def test_no_two_bullets_are_the_same_and_at_most_so_many_are_given() -> None:
    brief = summarize(ARTICLE, date="2025-04-08", issues=1)
    assert len(brief.issues) == 1
    many = summarize(ARTICLE, date="2025-04-08").issues
    assert len({issue.bullet for issue in many}) == len(many)
    assert summarize(ARTICLE, issues=0).issues == ()


def test_terms_match_by_stem_and_across_hyphens() -> None:
    assert "trade" in codes("The Free-Trade Agreements were signed.")
    assert "trade" in codes("TARIFFS fell.")


def test_a_term_within_a_negative_does_not_count() -> None:
    topic = next(topic for topic in topics() if topic.code == "trade")
    assert any("trade union" in negative for negative in topic.negatives)
    assert "trade" not in codes("The trade union met.")


def test_a_term_within_the_name_of_a_body_does_not_count() -> None:
    text = "Officials of the Department of Energy and the Department of Commerce came to Lima."
    assert summarize(text).issues == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides signed the treaty.", "done"),
        ("They will sign the treaty in May.", "planned"),
        ("The treaty should be signed.", "called for"),
        ("She urged both sides to sign the treaty.", "called for"),
        ("Peru rejected the treaty.", "disputed"),
        ("The treaty, which nobody has rejected, is long.", "unclear"),
        ("The treaty was not signed.", "unclear"),
        ("The treaty is long.", "unclear"),
    ],
)
def test_the_standing_is_read_from_the_wording(text: str, expected: str) -> None:
    assert standing(text) == expected


def test_a_long_sentence_is_cut_at_the_end_of_a_clause_and_a_short_one_is_not() -> None:
    long = (
        "The two ministers agreed on Tuesday to restart the technical talks on sharing the rivers, "
        "which had been broken off in the summer of the year before the last when the drones came."
    )
    start, end = bullet(long, 60)
    assert long[start:end].endswith("sharing the rivers")
    assert bullet("A short one.", 3) == (0, len("A short one."))


def test_a_cut_never_leaves_a_bracket_or_a_quotation_open() -> None:
    text = 'He said "the river; it is ours" ' + "and it is long " * 12 + "; so there."
    start, end = bullet(text, 5)
    assert text[start:end].count('"') % 2 == 0
