"""Key issues: which matters are found, what proves them, in which order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilatsum import Brief, summarize
from bilatsum.data import parse_own_names, topics
from bilatsum.extract.issues.forms import is_little, plain, plain_forms, split
from bilatsum.extract.issues.lines import Line
from bilatsum.extract.issues.phrases import is_content, touch
from bilatsum.extract.issues.terms import find_terms, vocabulary
from bilatsum.extract.issues.words import bounds, runs
from bilatsum.extract.issues.words import codes as codes_of
from bilatsum.model import View

ARTICLE = (
    "Peru and Chile agreed on Tuesday to lower tariffs under their free trade agreement.\n\n"
    "The tariff on copper exports will fall by half, the trade ministers said.\n\n"
    "They also discussed a joint exercise of their navies and a defence pact.\n\n"
    "Nobody spoke of the weather."
)
RETURNING = (
    "Peru and Chile met in Arica on Tuesday about the llama registry. The llama registry was "
    "begun in 1999, and both herders and customs men have called it useless.\n\n"
    "Chile said that the llama registry must go. Peru would keep it for another year.\n\n"
    "The ministers will meet again in May. Nobody spoke of the weather."
)


def codes(text: str) -> set[str]:
    """Return the topics of the terms in a text."""
    words = vocabulary(())
    forms, _ = plain_forms(split(text)[1::2])
    return {words.topics[term.topic].code for _, term in find_terms(forms, words)}


def issues_of(text: str) -> Brief:
    """Return the brief of a text of a certain day."""
    return summarize(text, date="2025-04-08")


def test_issues_are_named_proved_and_ordered() -> None:
    issues = issues_of(ARTICLE).issues
    assert [issue.topic for issue in issues][:2] == ["trade", "defence"]
    assert [issue.score for issue in issues] == sorted((i.score for i in issues), reverse=True)
    assert issues[0].evidence[0] in {0, 1}
    assert issues[0].codes == {"plover": ("economic",), "iptc": ("20000373", "20000377")}


def test_no_two_bullets_are_the_same_and_at_most_so_many_are_given() -> None:
    brief = summarize(ARTICLE, date="2025-04-08", issues=1)
    assert len(brief.issues) == 1
    many = issues_of(ARTICLE).issues
    assert len({issue.bullet for issue in many}) == len(many)
    assert summarize(ARTICLE, issues=0).issues == ()


def test_two_bullets_of_one_sentence_do_not_overlap() -> None:
    text = "Peru and Chile signed a free trade agreement, and they condemned the coup in Mali."
    bullets = sorted(issue.bullet for issue in issues_of(text).issues)
    assert all(a.end <= b.start for a, b in pairwise(bullets))


def test_terms_match_in_every_form_and_across_hyphens() -> None:
    assert "trade" in codes("The Free-Trade Agreements were signed.")
    assert "trade" in codes("TARIFFS fell.")
    assert "law_crime" not in codes("The Ganges is long.")


@pytest.mark.parametrize(
    ("word", "same"),
    [("treaties", "treaty"), ("invading", "invade"), ("sanctioned", "sanction"), ("ties", "tie")],
)
def test_plain_forms_join_what_belongs_together(word: str, same: str) -> None:
    assert plain(word) == plain(same)


def test_a_term_within_a_negative_does_not_count() -> None:
    topic = next(topic for topic in topics() if topic.code == "trade")
    assert any("trade union" in negative for negative in topic.negatives)
    assert "trade" not in codes("The trade union met.")


def test_a_term_within_the_name_of_a_body_does_not_count() -> None:
    text = "Officials of the Department of Energy and the Department of Commerce came to Lima."
    assert summarize(text).issues == ()


def test_what_is_named_to_be_set_aside_is_no_issue() -> None:
    text = "Peru and Chile now want to go beyond military assistance in all that they do together."
    assert "arms" not in {issue.topic for issue in issues_of(text).issues}


def test_the_boycott_of_a_ceremony_is_no_sanction() -> None:
    text = "Chile said that its minister will boycott the opening ceremony of the games in Lima."
    assert {issue.topic for issue in issues_of(text).issues} == {"diplomacy"}


def test_trade_and_investment_told_together_are_one_issue() -> None:
    text = (
        "Peru and Chile spoke of trade and investment on Tuesday in Arica. More trade and "
        "investment would help both, said Chile. A forum on trade and investment meets in May."
    )
    assert len(issues_of(text).issues) == 1


def test_a_phrase_outside_the_taxonomy_to_which_the_text_returns_is_an_issue() -> None:
    issue = next(issue for issue in issues_of(RETURNING).issues if issue.topic == "other")
    assert issue.label == "llama registry"
    assert issue.stake is None
    assert issue.codes == {}
    assert len(issue.evidence) == 3


def test_boilerplate_headings_and_questions_give_no_bullet() -> None:
    text = (
        "For further information on trade and tariffs please visit the page of the ministry. "
        "What will the new tariff on copper and on wine bring to Peru and Chile? "
        "Tackling Tariffs, Trade Barriers and Export Quotas in Latin America."
    )
    assert issues_of(text).issues == ()


def test_topics_of_ones_own_are_found_and_add_to_ours() -> None:
    own = parse_own_names(
        '[[topic]]\ncode = "llamas"\nlabel = "Llamas"\nterms = { "llama registry" = 3 }\n'
        'iptc = ["20000210"]\n[[topic]]\ncode = "trade"\nterms = ["copper exports"]\n',
        source="t",
    )
    listed = vocabulary(own.topics)
    assert {"llamas", "trade"} <= {topic.code for topic in listed.topics}
    trade = next(topic for topic in listed.topics if topic.code == "trade")
    assert trade.label == "Trade and tariffs"
    assert trade.terms["copper exports"] == 3
    assert trade.terms["tariff"] == 3


PIECES = """
    the of detained talks llama agreed ends use U.S. across running no fly zone 2025 s - -- – /
    $5 ’s ' , . (
""".split()
PARTS = st.sampled_from([*PIECES, *[" "] * 6])


@given(st.lists(PARTS, max_size=14).map("".join))
def test_codes_tell_the_same_words_of_phrases_as_the_rules_for_a_stake(text: str) -> None:
    parts = split(text)
    assert "".join(parts) == text
    limits = bounds(parts)
    raws = tuple(word.lower() for word in parts[1::2])
    forms, counted = plain_forms(parts[1::2])
    line = Line(0, View(text, 0), raws, forms, limits[:-1:2], limits[1::2], frozenset())
    expected: list[list[int]] = [[]]
    for at, raw in enumerate(raws):
        assert counted[at] == ("" if is_little(raw) else forms[at])
        solid = not is_little(raw) and is_content(line, at)
        if not solid or (at and not touch(line, at - 1)):
            expected.append([])
        if solid:
            expected[-1].append(at)
    assert list(runs(codes_of(parts))) == [
        (run[0], run[-1] + 1) for run in expected if len(run) > 1
    ]
