"""No regular expression of ours is super-linear: each is fed its worst strings.

For each pattern some eighty strings, made from its own parse tree and from a fixed list, are drawn
out to 500 characters; the two that cost most are drawn out to 10^5. A pattern that is linear takes
some hundredths of a second for those, a quadratic one minutes.
"""

import re

from pattern_strings import Case, cases, filled, hostile

SHORT, MIDDLE, LONG = 500, 10_000, 100_000
SECONDS = 2.0
# Used on 300 characters at most, where the head of an article runs into its date.
BOUNDED = {"bilatsum.read.dateline._HEADLINE": 10_000}


def slowest(case: Case) -> tuple[float, str]:
    """Return the CPU time of the worst string found at full length, and the string."""
    strings = sorted(hostile(case.pattern), key=lambda string: -case.seconds(filled(string, SHORT)))
    worst = 0.0, ""
    for string in strings[:2]:
        middle = case.seconds(filled(string, MIDDLE))
        if middle > SECONDS * MIDDLE / LONG:  # no need to wait for it
            return middle * LONG / MIDDLE, string
        size = BOUNDED.get(case.name, LONG)
        worst = max(worst, (case.seconds(filled(string, size)), string))
    return worst


def test_every_pattern_is_linear_on_its_worst_strings() -> None:
    found = cases()
    assert len(found) > 250
    slow = {
        case.name: (round(seconds, 2), string)
        for case in found
        for seconds, string in [slowest(case)]
        if seconds > SECONDS
    }
    assert not slow


def test_the_search_finds_a_pattern_that_backtracks() -> None:
    for source in (r"\w*\d", r"\s+$"):
        assert slowest(Case("bad", re.compile(source)))[0] > SECONDS, source
