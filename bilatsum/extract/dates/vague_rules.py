"""Rules for vague references to the past, the present and the future; no timeline shows them."""

import re

from .rule import Context, DateRule, Meaning, RuleGroup, find


def _ref(match: re.Match[str], _: Context) -> Meaning | None:
    side = match.lastgroup or ""
    return Meaning("DATE", f"{side.upper()}_REF", anchor="vague")


_RULES = (
    DateRule(
        "dates.vague.present",
        find(
            r"(?P<present>(?-i:[Nn]ow)(?!-)|currently|nowadays|these\sdays|at\spresent|at\sthe\smoment|"
            r"the\spresent(?!\s\w)|the\stime\sbeing|current(?=\s(?-i:[a-z])))"
        ),
        _ref,
        (("It is now in force.", "now", "PRESENT_REF"),),
        ("The know-how is here.",),
    ),
    DateRule(
        "dates.vague.past",
        find(
            r"(?P<past>(?:more\s|most\s)?recently|(?:in\s)?(?<=in\s)?recent\s(?:past|history)|"
            r"the\s(?:recent\s|distant\s)?past"
            r"(?!\s(?:\w+\s)?(?:day|week|month|year|decade|quarter|hour|centur|season|summer|winter|"
            r"spring|few|several|couple|two|three|four|five|six|seven|eight|nine|ten|\d)))"
        ),
        _ref,
        (
            ("It was recently signed.", "recently", "PAST_REF"),
            ("It was so in the past.", "the past", "PAST_REF"),
        ),
        ("Over the past two years it fell.",),
    ),
    DateRule(
        "dates.vague.future",
        find(
            r"(?P<future>(?:the\s)?(?:near|foreseeable|immediate|not[\s-]too[\s-]distant|distant)\s"
            r"future|(?-i:[Tt]he\sfuture)(?!s)|future\s(?:years|months|weeks|quarters)|the\s(?:near|short|immediate|medium|long|longer)\sterm|"
            r"(?:very\s)?soon(?!\safter|er|-)(?<!as\ssoon)|(?:(?<=will\s)|(?<=would\s)|(?<=could\s)|"
            r"(?<=may\s)|(?<=shall\s))one\sday|a\slater\sdate|shortly(?!\s(?:after|before)))"
        ),
        _ref,
        (
            ("Talks will begin soon.", "soon", "FUTURE_REF"),
            ("It hopes for peace in the near future.", "the near future", "FUTURE_REF"),
        ),
        ("As soon as they met.", "Soon after it fell."),
    ),
)

VAGUE = RuleGroup(
    "vague references",
    _RULES,
)
