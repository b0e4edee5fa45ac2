"""Rules for fiscal years.

A year with its number is bounded as in the United States (October to September); of "the next
fiscal year" only the year is said, for whose it is we do not know.
"""

import re

from . import resolve
from .rule import UNRESOLVED, Context, DateRule, Meaning, RuleGroup, find
from .vocabulary import YEAR


def _fiscal(match: re.Match[str], context: Context) -> Meaning | None:
    groups = match.groupdict()
    if groups.get("which"):
        if not context.published:
            return UNRESOLVED
        shift = {"last": -1, "the last": -1, "the previous": -1, "next": 1, "the next": 1,
                 "the coming": 1}.get(groups["which"].lower(), 0)  # fmt: skip
        meaning = resolve.year(context.published.year + shift)  # whose year we do not know
        return meaning.anchored("published") if meaning else None
    digits = groups["year"] or groups["fiscal"]
    year = int(digits) if len(digits) > 2 else 2000 + int(digits)  # noqa: PLR2004
    if groups.get("last_year"):
        year = resolve.full_year(groups["last_year"], year)
    return resolve.fiscal_year(year)


_RULES = (
    DateRule(
        "dates.fiscal.year",
        find(
            rf"(?:the\s)?(?:(?:fiscal|financial)(?:\syears?)?\s(?P<year>{YEAR})"
            r"|FY[\s-]?['’]?(?P<fiscal>(?:20)?\d\d))(?:[-–/](?P<last_year>\d\d(?:\d\d)?))?"
        ),
        _fiscal,
        (
            ("Fiscal Year 2024 closed well.", "Fiscal Year 2024", "2024"),
            ("Aid fell in FY2023-24.", "FY2023-24", "2024"),
        ),
        ("The fiscal year was hard.",),
    ),
    DateRule(
        "dates.fiscal.after_year",
        find(
            rf"(?:the\s)?(?P<year>{YEAR})(?:[-–/](?P<last_year>\d\d(?:\d\d)?))?"
            r"\s(?:fiscal|financial)\syear(?P<fiscal>)"
        ),
        _fiscal,
        (("In the 2024 fiscal year it fell.", "the 2024 fiscal year", "2024"),),
        ("In 2024 fiscal rules changed.",),
    ),
    DateRule(
        "dates.fiscal.now",
        find(
            r"(?P<which>last|this|next|the\scurrent|the\slast|the\sprevious|the\slatest|the\snext|"
            r"the\scoming|the)\s(?:fiscal|financial)\syear(?!\s\d|\s(?:ended|ending))"
        ),
        _fiscal,
        (("Aid falls in the next fiscal year.", "the next fiscal year", "2026"),),
        ("In fiscal years it rained.",),
    ),
)

FISCAL = RuleGroup("fiscal years", _RULES)
