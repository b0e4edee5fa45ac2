"""Rules for durations: how long, not when."""

import re

from .rule import Context, DateRule, Meaning, RuleGroup, find
from .vocabulary import NUMBER, QUANTITY, UNIT, duration, number, quantity

_LEAD = r"(?:(?:the|these|those)\s(?:(?:first|final|latest|opening)\s)?(?!\S+-))?"
_KIND = (
    r"(?:(?:more|additional|further|consecutive|straight|successive|full|whole|solid|trading|single|"
    r"calendar|business|working|extra|entire)[\s-])?"
)
_UNIT = rf"(?P<unit>{UNIT})"
_NOT_AN_AGE = r"(?![\s-](?:old|olds)\b)(?!\sof\sage)"
_OR_SO = r"(?:\sor\s(?:so|more|less|longer|two))?"
_WILL = re.compile(r"\b(?:will|would|could|may|might|shall)\s\Z")
_PLURAL = r"(?:days|weeks|months|years|decades|centuries|hours|minutes)"


def _counted(match: re.Match[str], context: Context) -> Meaning | None:
    if match["period"]:
        return Meaning("DURATION", duration(number(match["adjective"]), match["period"]))
    words = match["count"].lower()
    unit = match["unit"].lower()
    if unit.startswith("quarter") and (words in {"a", "an"} or "-" in match.group()):
        return None  # "a quarter of them", "three-quarters"
    if words == "one" and unit == "day" and _WILL.search(context.text, 0, match.start()):
        return None  # "it will one day end"
    if words in {"a", "an", "another", "one"} and unit.endswith("s"):
        return None  # "a decades-long war"
    if unit == "second" and words not in {"one", "1"}:
        return None  # "a second time"
    count = quantity(words)
    if match["half"] and count is not None:
        count += 0.5
    return Meaning("DURATION", duration(count, unit))


def _span(match: re.Match[str], _: Context) -> Meaning | None:
    """Resolve "two to six days": the longer one is the bound."""
    return Meaning("DURATION", duration(number(match["count"]), match["unit"]))


def _bare(match: re.Match[str], _: Context) -> Meaning | None:
    unit = match["first_unit"] or match["unit"]
    return Meaning("DURATION", duration(None, unit), anchor="vague")


def _whole(match: re.Match[str], _: Context) -> Meaning | None:
    return Meaning("DURATION", duration(1, match["unit"]))


_RULES = (
    DateRule(
        "dates.duration.span",
        find(
            rf"(?:\d+\s?[-–]\s?|{NUMBER}\s(?:to|or)\s|(?<=between\s){NUMBER}\sand\s)(?P<count>{NUMBER})[\s-]{_UNIT}{_NOT_AN_AGE}"
        ),
        _span,
        (
            ("It takes two to six days.", "two to six days", "P6D"),
            ("It takes 3-5 years.", "3-5 years", "P5Y"),
        ),
        ("It takes two or six men.",),
    ),
    DateRule(
        "dates.duration.counted",
        find(
            rf"(?:{_LEAD}(?P<count>{QUANTITY})[\s-]{_KIND}{_UNIT}{_NOT_AN_AGE}"
            rf"(?P<half>\sand\sa\shalf)?{_OR_SO}(?:-long\b)?"
            rf"|an?\s(?P<adjective>{NUMBER})-(?P<period>{UNIT})\speriod)"
        ),
        _counted,
        (
            ("It is effective for up to 150 days.", "150 days", "P150D"),
            ("The five-year plan failed.", "five-year", "P5Y"),
            ("It lasted two and a half years.", "two and a half years", "P2Y6M"),
            ("It lasted several months.", "several months", "PXM"),
        ),
        ("A 42-year-old man spoke.", "Two years ago it ended.", "A second round began."),
    ),
    DateRule(
        "dates.duration.fraction",
        find(
            r"(?:(?:a|the\slast|the\spast)\s)?(?P<part>quarter|half)[\s-](?P<unit>century|decade|year)"
        ),
        lambda match, _: Meaning(
            "DURATION",
            duration({"quarter": 0.25, "half": 0.5}[match["part"].lower()], match["unit"]),
        ),
        (("For a quarter century they were allies.", "a quarter century", "P25Y"),),
        ("A quarter of the century passed.",),
    ),
    DateRule(
        "dates.duration.whole",
        find(
            r"(?:all|the\s(?:whole|entire|full)|full|whole|entire)\s(?P<unit>day|week|month|year)"
        ),
        _whole,
        (("They talked the whole day.", "the whole day", "P1D"),),
        ("The daytime was long.",),
    ),
    DateRule(
        "dates.duration.accounts",
        find(r"the\s(?:fiscal\s|financial\s)?(?P<unit>year|quarter|month)(?=\s(?:ended|ending))"),
        _whole,
        (("For the year ended May 31 aid fell.", "the year", "P1Y"),),
        ("The year ends well.",),
    ),
    DateRule(
        "dates.duration.long",
        find(r"(?P<unit>hours?|days?|weeks?|months?|years?|decades?|century)-long"),
        lambda match, _: Meaning(
            "DURATION",
            duration(None if match["unit"].lower().endswith("s") else 1, match["unit"]),
        ),
        (("The decades-long war goes on.", "decades-long", "PXDE"),),
        ("The long war.",),
    ),
    DateRule(
        "dates.duration.recent",
        find(rf"(?:the\s)?(?:more\s)?recent\s(?P<first_unit>)(?P<unit>{_PLURAL}|quarters)"),
        _bare,
        (("It grew in recent years.", "recent years", "PXY"),),
        ("A recent year-old plan.",),
    ),
    DateRule(
        "dates.duration.bare",
        find(
            rf"(?:the\s(?!\w+\s(?:before|after|that|of|when|leading)\b))?(?:(?P<first_unit>{_PLURAL})\s"
            rf"(?:or|and)\s)?(?P<unit>{_PLURAL}){_NOT_AN_AGE}(?!\sapart|-)"
        ),
        _bare,
        (("It has been at war for decades.", "decades", "PXDE"),),
        ("He is 40 years old.", "The daily bread."),
    ),
)

DURATIONS = RuleGroup(
    "durations",
    _RULES,
)
