"""The timeline: when each entry is said to be."""

import pytest

from bilatsum import summarize
from bilatsum.render.timeline import timeline


@pytest.mark.parametrize(
    ("sentence", "when", "reach"),
    [
        ("Peru has paid Chile since 2019.", "since 2019", ""),
        ("Peru has paid Chile beginning in FY 2023.", "since 2023", "from 2022-10"),
        ("Peru will pay Chile from 1 June 2025 on.", "from 2025-06-01", ""),
        ("Peru paid Chile in the spring of 2024.", "2024-SP", "2024-03 to 2024-05"),
        ("Peru paid Chile from 3 to 5 March 2025.", "2025-03-03 to 2025-03-05", ""),
    ],
)
def test_an_entry_says_when_in_the_words_of_the_article_and_how_far_that_reaches(
    sentence: str, when: str, reach: str
) -> None:
    found = timeline(summarize(sentence, date="2025-04-08"))
    assert [(entry.when, entry.reach) for entry in (*found.past, *found.ahead)] == [(when, reach)]
