"""How an issue is worded: the bullet, what is at stake, its standing, whose issue it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilatsum import summarize
from bilatsum.extract.issues.bullets import bullet
from bilatsum.extract.issues.standing import standing
from bilatsum.model import Issue


def first_issue(text: str) -> tuple[Issue, str]:
    """Return the first issue of a text and its stake."""
    brief = summarize(text, date="2025-04-08")
    issue = brief.issues[0]
    return issue, brief.document.shown(issue.stake) if issue.stake else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides signed the treaty.", "done"),
        ("Peru has given Chile nine boats.", "done"),
        ("The parties have taken no meaningful steps to end hostilities.", "unclear"),
        ("Peru claimed that the deal being negotiated would help.", "unclear"),
        ("The ship was stopped off Arica.", "done"),
        ("The two sides agreed on the need for patience.", "done"),
        ("They will sign the treaty in May.", "planned"),
        ("The minister announced a new fund.", "planned"),
        ("Chile reiterated its commitment to the treaty.", "planned"),
        ("They thanked Peru and confirmed that Chile will pay.", "planned"),
        ("The treaty should be signed.", "called for"),
        ("She urged both sides to sign the treaty.", "called for"),
        ("Both agreed that Peru must sign the treaty.", "called for"),
        ("Chile warned Peru to remove the buoys.", "called for"),
        ("The envoys pressed their hosts in Lima to open the bridge.", "called for"),
        ("Peru rejected the treaty.", "disputed"),
        ("Chile accused Peru of bad faith and will not pay.", "disputed"),
        ("Peru said that it would not sign.", "disputed"),
        ("They discussed how the plan will help fishermen.", "unclear"),
        ("The two sides met to discuss the treaty.", "unclear"),
        ("Chile welcomed the treaty that Peru signed.", "unclear"),
        ("A treaty would allow both to fish in peace.", "unclear"),
        ("The treaty, which nobody has rejected, is long.", "unclear"),
        ("The treaty was not signed.", "unclear"),
        ("The treaty is long.", "unclear"),
        ("", "unclear"),
    ],
)
def test_the_standing_is_read_from_the_wording(text: str, expected: str) -> None:
    assert standing(text) == expected


@pytest.mark.parametrize("verb", ["should", "must", "need to", "ought to"])
def test_what_an_author_wants_is_never_policy(verb: str) -> None:
    text = f"Peru and Chile {verb} agree on a plan, sign it and announce a new fund."
    assert standing(text) == "called for"


def test_a_long_sentence_is_cut_at_the_end_of_a_clause_and_a_short_one_is_not() -> None:
    long = (
        "The two ministers agreed on Tuesday to restart the technical talks on sharing the rivers, "
        "which had been broken off in the summer of the year before the last when the drones came."
    )
    start, end = bullet(long, (40, 60))
    assert long[start:end].endswith("sharing the rivers")
    assert bullet("A short one.", (0, 3)) == (0, len("A short one."))


def test_a_cut_never_leaves_a_bracket_or_a_quotation_open() -> None:
    text = 'He said "the river; it is ours" ' + "and it is long " * 12 + "; so there."
    start, end = bullet(text, (3, 5))
    assert text[start:end].count('"') % 2 == 0


def test_a_cut_keeps_the_verb_of_the_sentence() -> None:
    text = (
        "The common treaty on the waters of the lake, which ranges from the trade in reeds to the "
        "rights of fishermen on both of its shores, will lapse in May of the year after the next."
    )
    start, end = bullet(text, (11, 17))
    assert "will lapse" in text[start:end]


def test_words_that_only_link_sentences_are_left_out() -> None:
    text = "However, the two sides signed the treaty."
    start, end = bullet(text, (30, 36))
    assert text[start:end] == "the two sides signed the treaty."


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(["the", "treaty", "said", ",", "; and", "which", "(", ")", '"', "— ", "In",
                         "May", "he", "will", "and", "agreed", "However,", "of", "Peru"]),
        min_size=1, max_size=90,
    ),
    st.integers(0, 400),
)  # fmt: skip
def test_a_bullet_lies_within_its_sentence_and_holds_what_it_must(
    pieces: list[str], where: int
) -> None:
    text = " ".join(pieces).strip()
    at = min(where, len(text))
    needed = (at, min(at + 3, len(text)))
    start, end = bullet(text, needed)
    assert 0 <= start <= end <= len(text)
    assert start <= needed[0]
    assert needed[1] <= end


@pytest.mark.parametrize(
    ("text", "stake"),
    [
        (
            "Chile underscored the significance of bolstering cooperation in trade and investment.",
            "bolstering cooperation in trade and investment",
        ),
        (
            "The leaders of Peru and Chile spoke of the boycott of the opening ceremony in Lima.",
            "boycott of the opening ceremony in Lima",
        ),
        (
            "The envoy from Lima was told off in Chile for illegal arms sales to a neighbour.",
            "illegal arms sales to a neighbour",
        ),
        (
            "Chile said on Monday that the island would have C$66 million in assistance from it.",
            "C$66 million in assistance",
        ),
        (
            "Peru promised on Friday to cap tariffs on wine from Chile and then went home quietly.",
            "tariffs on wine from Chile",
        ),
    ],
)
def test_the_stake_is_a_noun_phrase_of_the_bullet(text: str, stake: str) -> None:
    issue, found = first_issue(text)
    assert found == stake
    assert issue.stake is not None
    assert issue.bullet.covers(issue.stake)


def test_a_stake_that_says_no_more_than_the_label_is_left_out() -> None:
    issue, _ = first_issue("They spoke about sanctions, had lunch in Lima and then went home.")
    assert issue.topic == "sanctions"
    assert issue.stake is None


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Peru urged Chile to lower the tariff on wine before the end of the coming year.",
            [("Peru", "raises")],
        ),
        (
            "Peru rejected the tariff on wine, and Chile called for talks on the tariff in May.",
            [("Peru", "opposes"), ("Chile", "raises")],
        ),
        (
            "The tariff on wine and on copper was rejected by Chile on Tuesday, officials said.",
            [("Chile", "opposes")],
        ),
        ("The visit to Chile stressed the need for a lower tariff on wine and on copper.", []),
        ("The tariff on wine from Chile and on copper from Peru fell by half on Tuesday.", []),
    ],
)
def test_whose_issue_it_is_is_read_where_the_clause_says_so(
    text: str, sides: list[tuple[str, str]]
) -> None:
    issue, _ = first_issue(text)
    assert [(side.name, side.stance) for side in issue.sides] == sides


def test_the_sides_of_a_pair_that_act_together_are_both_named() -> None:
    text = (
        "Peru and Chile met in Arica. Peru and Chile talked. The two sides condemned the coup "
        "in Mali and asked its generals for an early election."
    )
    brief = summarize(text, date="2025-04-08")
    issue = next(issue for issue in brief.issues if issue.topic == "domestic_politics")
    assert {side.country for side in issue.sides if side.stance == "opposes"} == {"PER", "CHL"}


def test_a_case_at_law_is_no_matter_by_half_its_name() -> None:
    brief = summarize(
        "The court cited Belmor v. Hartfield on arms exports from Peru to Chile. Belmor v. "
        "Hartfield was decided in 1994. Peru said that Belmor v. Hartfield binds Chile."
    )
    assert brief.issues
    assert not [issue for issue in brief.issues if issue.label.startswith("Belmor")]
