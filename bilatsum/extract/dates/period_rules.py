"""Rules for months, years and longer periods that are named outright."""

import re

from bilatsum.data.calendar import MONTH

from . import resolve
from .rule import UNRESOLVED, Context, DateRule, Meaning

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_CAPITAL_MONTH = rf"(?P<month>(?-i:{MONTH}))"
_PART = (
    r"(?:(?:early|mid|late|the (?:beginning|start|middle|end) of)[- ]"
    r"|(?:early|late|later|earlier|sometime) in )?"
)
_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
}  # fmt: skip
_ORDINAL = rf"(?P<ordinal>{'|'.join(_ORDINALS)})"
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_CENTURY = 1900
_LONGEST_RANGE = 150
_LAST_CENTURY = 30
# Numbers that look like years after these are numbers of resolutions, laws, aircraft, or sums.
_NO_NUMBER = "".join(
    rf"(?<!{word}\s)"
    for word in (
        "resolution", "resolutions", "article", "section", "order", "law", r"no\.", r"nos\.",
        "number", "chapter", "page", "flight", "room", "route", "#", "rule", "decree", "bill",
        "title", "directive", "convention",
    )
)  # fmt: skip
_COUNTED = (
    r"people|troops|soldiers|workers|men|women|children|civilians|refugees|migrants|tons|tonnes|"
    r"barrels|miles|kilomet|metres|meters|dollars|euros|pounds|percent|per\scent|million|billion|"
    r"members|students|families|homes|houses|police|officers|prisoners|fighters|rebels|hectares|"
    r"acres|feet|kg|km|mw|megawatts|companies|cases|deaths|rounds"
)
_NO_COUNT = rf"(?!,\d)(?!\.\d)(?!\s(?:{_COUNTED})\b)"
# "To May" and "for March" may be people and marches; these months need a plainer word before them.
_DOUBTFUL_MONTHS = frozenset({"May", "March"})
_DOUBTFUL_LEADS = frozenset({"for", "and", "of", "to", "from"})


def _month_of_year(match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.month(int(match["year"]), resolve.month_number(match["month"]))


def _month_of_named_year(match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    shift = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    year = context.published.year + shift
    return resolve.month(year, resolve.month_number(match["month"]))


def _month_after_preposition(match: re.Match[str], context: Context) -> Meaning | None:
    lead = match.group().split()[0].lower()
    if match["month"] in _DOUBTFUL_MONTHS and lead in _DOUBTFUL_LEADS:
        return None
    return _month(match, context, (match["which"] or "").lower())


def _part_of_month(match: re.Match[str], context: Context) -> Meaning | None:
    return _month(match, context, "")


def _month(match: re.Match[str], context: Context, which: str) -> Meaning | None:
    """Resolve a month without its year by the words beside it, else by the tense of its clause."""
    if not context.published:
        return UNRESOLVED
    month = resolve.month_number(match["month"])
    beside = {"last": "past", "this past": "past", "next": "future", "this coming": "future"}
    tense = beside.get(which) or context.tense(match.start(), match.end())
    year = resolve.nearest_year(context.published, month, tense)
    if which == "last" and month == context.published.month:
        year -= 1
    return resolve.month(year, month)


def _year(match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.year(int(match["year"]))


def _year_range(match: re.Match[str], _: Context) -> Meaning | None:
    """Resolve a range of years; "in 2021 and 2022" are two years, "between ... and ..." is one."""
    if re.search(r"\sand\s", match["timex"]) and (match["pre"] or "").lower() != "between":
        return None
    first, last = int(match["year"]), resolve.full_year(match["last"], int(match["year"]))
    first_year, last_year = resolve.year(first), resolve.year(last)
    if not first_year or not last_year or last - first > _LONGEST_RANGE:
        return None
    return resolve.between(first_year, last_year)


def _decade(match: re.Match[str], _: Context) -> Meaning | None:
    if match["digits"]:
        return resolve.decade(int(match["digits"]))
    short = int(match["short"]) if match["short"] else _DECADES[match["word"].lower()]
    return resolve.decade(_CENTURY + short)


def _century(match: re.Match[str], _: Context) -> Meaning | None:
    ordinal = int(match["century"])
    return resolve.century(ordinal) if 0 < ordinal <= _LAST_CENTURY else None


def _season(match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.season(match["season"], int(match["year"]))


def _quarter(match: re.Match[str], _: Context) -> Meaning | None:
    ordinal = int(match["q"]) if match["q"] else _ORDINALS[match["ordinal"].lower()]
    return resolve.quarter(ordinal, int(match["year"]))


def _half(match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.half(_ORDINALS[match["ordinal"].lower()], int(match["year"]))


PERIOD_RULES = (
    DateRule(
        "dates.period.month_of_year",
        resolve.find(rf"(?<!\d\s){_PART}{_CAPITAL_MONTH},?\s(?:of\s)?{_YEAR}"),
        _month_of_year,
        (
            ("They met in Rome in October 2021.", "October 2021", "2021-10"),
            ("It fell in early May 2024.", "early May 2024", "2024-05"),
        ),
        ("It may 2024 be.",),
    ),
    DateRule(
        "dates.period.month_of_named_year",
        resolve.find(rf"{_PART}{_CAPITAL_MONTH}\s(?:of\s)?(?P<which>this|last|next)\syear"),
        _month_of_named_year,
        (("Troops leave in June this year.", "June this year", "2025-06"),),
        ("They may this year agree.",),
    ),
    DateRule(
        "dates.period.month",
        resolve.find(
            r"(?:in|since|until|till|by|from|before|after|during|for|and|of|to)\s"
            rf"(?P<timex>{_PART}(?:(?P<which>last|next|this past|this coming|this)\s)?"
            rf"{_CAPITAL_MONTH})(?!\s\d)(?!\s(?-i:[A-Z][a-z]))"
        ),
        _month_after_preposition,
        (
            ("In January I met the businessmen.", "January", "2025-01"),
            ("Ministers will review it in early May.", "early May", "2025-05"),
            ("The talks broke down in November.", "November", "2024-11"),
        ),
        ("They agreed to march.", "A letter from April Glaspie.", "It is for May to decide."),
    ),
    DateRule(
        "dates.period.part_of_month",
        resolve.find(rf"(?:early|mid|late)[- ]{_CAPITAL_MONTH}(?!\s\d)"),
        _part_of_month,
        (("Early May will bring rain.", "Early May", "2025-05"),),
        ("In late may it rained.",),
    ),
    DateRule(
        "dates.period.year_range",
        resolve.find(
            rf"(?:(?P<pre>between|from)\s)?(?P<timex>{_NO_NUMBER}{_YEAR}"
            r"(?:\s?[-–/]\s?|\s(?:to|and|through)\s)(?P<last>(?:1[5-9]|20)\d\d|\d\d))(?!\d)"
            + _NO_COUNT
        ),
        _year_range,
        (
            ("Between 2001 and 2021 it was there.", "2001 and 2021", "2001/2021"),
            ("Tons in 2023-24 rose.", "2023-24", "2023/2024"),
        ),
        ("In 2021 and 2022 alone.", "Resolution 1929-30 was cited."),
    ),
    DateRule(
        "dates.period.season",
        resolve.find(
            rf"(?:the\s)?(?P<season>spring|summer|autumn|fall|winter)(?:\sof)?\s{_YEAR}"
        ),
        _season,
        (("In the spring of 2024 gold came home.", "the spring of 2024", "2024-SP"),),
        ("Prices fall 2 percent.",),
    ),
    DateRule(
        "dates.period.quarter",
        resolve.find(rf"(?:the\s)?(?:{_ORDINAL}\squarter|Q(?P<q>[1-4]))(?:\sof)?\s{_YEAR}"),
        _quarter,
        (
            ("Growth in the second quarter of 2024 was slow.", "the second quarter of 2024",
             "2024-Q2"),
        ),
        ("A quarter of 2024 firms agreed.",),
    ),
    DateRule(
        "dates.period.half",
        resolve.find(rf"(?:the\s)?(?P<ordinal>first|second)\shalf\sof\s{_YEAR}"),
        _half,
        (("It is due in the first half of 2026.", "the first half of 2026", "2026-H1"),),
        ("Half of 2024 voters agreed.",),
    ),
    DateRule(
        "dates.period.decade",
        resolve.find(
            r"(?:the\s)?(?:(?:early|mid|late)[- ])?(?:(?P<digits>(?:1[5-9]|20)\d0)['’]?s"
            rf"|['’](?P<short>[2-9]0)s|(?<=the\s)(?P<word>{'|'.join(_DECADES)}))"
        ),
        _decade,
        (
            ("It changed in the late 1980s.", "the late 1980s", "198X"),
            ("The 1990s were good.", "The 1990s", "199X"),
        ),
        ("She is in her sixties.", "Boeing 707s fly."),
    ),
    DateRule(
        "dates.period.century",
        resolve.find(
            r"(?:the\s)?(?:(?:early|mid|late)[- ])?(?P<century>\d{1,2})(?:st|nd|rd|th)[- ]"
            r"centur(?:y|ies)"
        ),
        _century,
        (("Democracies of the 21st century differ.", "the 21st century", "20XX"),),
        ("The 21st session closed.",),
    ),
    DateRule(
        "dates.period.year",
        resolve.find(rf"{_NO_NUMBER}{_PART}{_YEAR}(?![-–/]\d)(?!['’]?s\b){_NO_COUNT}"),
        _year,
        (
            ("The accord was signed in 2009.", "2009", "2009"),
            ("A report is due by mid-2025.", "mid-2025", "2025"),
        ),
        ("Resolution 1929 was adopted.", "Some 1,200 troops left.", "They sent 2000 troops.",
         "It cost $2000."),
    ),
)  # fmt: skip
