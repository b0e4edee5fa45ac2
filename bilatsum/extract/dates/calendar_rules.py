"""Rules for calendar dates: days, months, years and longer periods that are named outright."""

import datetime
import re

from bilatsum.data.calendar import MONTH, WEEKDAY

from . import resolve
from .rule import UNRESOLVED, Context, DateRule, Meaning

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_WEEKDAY = rf"(?:{WEEKDAY},?\s)?"
_CLOSING_RANGE = r"\s?(?:-|–|—|to|through|until|and)\s?"
_PART = (
    r"(?:(?:early|mid|late|the (?:beginning|start|middle|end) of)[- ]"
    r"|(?:early|late|later|earlier|sometime) in )?"
)
# The tense of the clause overrules the nearest year only beyond these; tenses are often misread.
_TOO_FAR_AHEAD = datetime.timedelta(days=120)
_TOO_LONG_AGO = datetime.timedelta(days=45)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ORDINAL = rf"(?P<ordinal>{'|'.join(_ORDINALS)})"
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
            "seventies": 70, "eighties": 80, "nineties": 90}  # fmt: skip
# Numbers that look like years after these are numbers of resolutions, laws, aircraft, or sums.
_NO_YEAR = (
    r"(?<!resolution )(?<!article )(?<!section )(?<!order )(?<!law )(?<!no\. )(?<!number )"
    r"(?<!nos\. )(?<!chapter )(?<!page )(?<!flight )(?<!room )(?<!route )(?<!# )(?<!rule )"
    r"(?<!decree )(?<!bill )(?<!title )(?<!directive )(?<!resolutions )(?<!convention )"
)
_COUNTED = (
    r"(?!,\d)(?!\.\d)(?!\s(?:people|troops|soldiers|workers|men|women|children|civilians|refugees|"
    r"migrants|tons|tonnes|barrels|miles|kilomet|metres|meters|dollars|euros|pounds|percent|per\s"
    r"cent|million|billion|members|students|families|homes|houses|police|officers|prisoners|"
    r"fighters|rebels|hectares|acres|feet|kg|km|mw|megawatts|companies|cases|deaths|rounds)\b)"
)


def _iso(match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.day(int(match["year"]), int(match["month"]), int(match["day"]))


def _full(match: re.Match[str], _: Context) -> Meaning | None:
    month = resolve.month_number(match["month"])
    return resolve.day(int(match["year"]), month, int(match["day"]))


def _full_range(match: re.Match[str], _: Context) -> Meaning | None:
    year = int(match["year"])
    month = resolve.month_number(match["month"])
    first = resolve.day(year, month, int(match["day"]))
    last_month = resolve.month_number(match["last_month"]) if match["last_month"] else month
    last = resolve.day(year, last_month, int(match["last"]))
    return resolve.between(first, last) if first and last else None


def _day_of_month(match: re.Match[str], context: Context) -> Meaning | None:
    month, number = resolve.month_number(match["month"]), int(match["day"])
    if not context.published:
        leap_year = 2000
        return UNRESOLVED if resolve.day(leap_year, month, number) else None
    tense = context.tense(match.start(), match.end())
    return resolve.day(_year_of(month, number, context.published, tense), month, number)


def _year_of(month: int, number: int, published: datetime.date, tense: str) -> int:
    """Return the year of a day that is named without one: the nearest, or the tense's side."""
    year = resolve.nearest_year(published, month, "unknown")
    try:
        date = datetime.date(year, month, number)
    except ValueError:
        return year
    if tense == "past" and date > published + _TOO_FAR_AHEAD:
        return year - 1
    if tense == "future" and date < published - _TOO_LONG_AGO:
        return year + 1
    return year


def _day_range(match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    month = resolve.month_number(match["month"])
    number = int(match["day"])
    tense = context.tense(match.start(), match.end())
    year = _year_of(month, number, context.published, tense)
    last_month = resolve.month_number(match["last_month"]) if match["last_month"] else month
    first = resolve.day(year, month, number)
    last = resolve.day(year + (last_month < month), last_month, int(match["last"]))
    return resolve.between(first, last) if first and last else None


def _month_of_year(match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.month(int(match["year"]), resolve.month_number(match["month"]))


def _month_of_named_year(match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    shift = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    year = context.published.year + shift
    return resolve.month(year, resolve.month_number(match["month"]))


def _bare_month(match: re.Match[str], context: Context) -> Meaning | None:
    if not context.published:
        return UNRESOLVED
    month = resolve.month_number(match["month"])
    which = (match["which"] or "").lower()
    tense = {"last": "past", "next": "future"}.get(which) or context.tense(
        match.start(), match.end()
    )
    if tense == "unknown" and not which:
        tense = "nearest"
    year = resolve.nearest_year(context.published, month, tense)
    if which == "last" and month == context.published.month:
        year -= 1
    return resolve.month(year, month)


def _year(match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.year(int(match["year"]))


def _year_range(match: re.Match[str], _: Context) -> Meaning | None:
    first = int(match["year"])
    first_year, last_year = resolve.year(first), resolve.year(resolve.full_year(match["last"], first))
    if not first_year or not last_year or (last_year.end and last_year.end.year - first > 150):  # noqa: PLR2004
        return None
    return resolve.between(first_year, last_year)


def _decade(match: re.Match[str], _: Context) -> Meaning | None:
    if match["digits"]:
        return resolve.decade(int(match["digits"]))
    if match["short"]:
        return resolve.decade(1900 + int(match["short"]))
    return resolve.decade(1900 + _DECADES[match["word"].lower()])


def _century(match: re.Match[str], _: Context) -> Meaning | None:
    ordinal = int(match["century"])
    return resolve.century(ordinal) if 0 < ordinal <= 30 else None  # noqa: PLR2004


def _season(match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.season(match["season"], int(match["year"]))


def _quarter(match: re.Match[str], _: Context) -> Meaning | None:
    ordinal = int(match["q"]) if match["q"] else _ORDINALS[match["ordinal"].lower()]
    return resolve.quarter(ordinal, int(match["year"]))


def _half(match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.half(_ORDINALS[match["ordinal"].lower()], int(match["year"]))


def _nine_eleven(_match: re.Match[str], _: Context) -> Meaning | None:
    return resolve.day(2001, 9, 11)


_MONTH = rf"(?P<month>{MONTH})"
_CASED_MONTH = rf"(?P<month>(?-i:{MONTH}))"
_LAST_DAY = r"(?P<last>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"

CALENDAR_RULES = (
    DateRule(
        "dates.calendar.iso",
        resolve.find(r"(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"),
        _iso,
        (("The text of 2025-04-08 stands.", "2025-04-08", "2025-04-08"),),
        ("Call 2025-04-0812.", "The code is 2025-13-01."),
    ),
    DateRule(
        "dates.calendar.day_range_year",
        resolve.find(
            rf"{_WEEKDAY}{_MONTH}\s{_DAY}{_CLOSING_RANGE}(?:(?P<last_month>{MONTH})\s)?{_LAST_DAY},?\s{_YEAR}"
        ),
        _full_range,
        (("They met on September 11-12, 2024.", "September 11-12, 2024", "2024-09-11/2024-09-12"),),
        ("They met in September 2024.",),
    ),
    DateRule(
        "dates.calendar.day_range_year_british",
        resolve.find(
            rf"{_WEEKDAY}{_DAY}(?:\s(?P<month>{MONTH}))?{_CLOSING_RANGE}{_LAST_DAY}\s"
            rf"(?P<last_month>{MONTH}),?\s{_YEAR}"
        ),
        lambda match, context: _british_range(match, context),
        (("It runs from 3-5 May 2025.", "3-5 May 2025", "2025-05-03/2025-05-05"),),
        ("Articles 3-5 of May's plan.",),
    ),
    DateRule(
        "dates.calendar.day",
        resolve.find(rf"{_WEEKDAY}{_MONTH}\s{_DAY},?\s{_YEAR}"),
        _full,
        (
            ("On Monday, July 25, 2022, they met.", "Monday, July 25, 2022", "2022-07-25"),
            ("Published Jan. 9, 2024.", "Jan. 9, 2024", "2024-01-09"),
        ),
        ("On February 30, 2024 nothing happened.",),
    ),
    DateRule(
        "dates.calendar.day_british",
        resolve.find(rf"{_WEEKDAY}(?:the\s)?{_DAY}\s(?:of\s)?{_MONTH},?\s{_YEAR}"),
        _full,
        (("The declaration of 30 December 2005 holds.", "30 December 2005", "2005-12-30"),),
        ("Some 30 December deliveries failed.",),
    ),
    DateRule(
        "dates.calendar.day_range",
        resolve.find(
            rf"{_WEEKDAY}(?P<month>(?-i:{MONTH}))\s{_DAY}{_CLOSING_RANGE}"
            rf"(?:(?P<last_month>(?-i:{MONTH}))\s)?{_LAST_DAY}(?!,?\s\d{{4}})(?!,\d)(?!\s?(?:percent|per|%))"
        ),
        _day_range,
        (
            ("She will visit Ankara April 5-6 for talks.", "April 5-6", "2025-04-05/2025-04-06"),
            ("It runs from June 1 to August 31 each time.", "June 1 to August 31",
             "2025-06-01/2025-08-31"),
        ),
        ("It rose from May 3 to 12,000.",),
    ),
    DateRule(
        "dates.calendar.day_of_month",
        resolve.find(rf"{_WEEKDAY}{_CASED_MONTH}\s{_DAY}(?!,?\s\d{{4}})(?!,\d)(?!:\d)"),
        _day_of_month,
        (
            ("On March 3, Ukraine instituted a new regime.", "March 3", "2025-03-03"),
            ("The Senate will vote on January 9.", "January 9", "2026-01-09"),
        ),
        ("They may 3 times ask.", "March 30,000 men there."),
    ),
    DateRule(
        "dates.calendar.day_of_month_british",
        resolve.find(rf"{_WEEKDAY}(?:the\s)?{_DAY}\s(?:of\s)?{_CASED_MONTH}(?!,?\s\d{{4}})(?!\s(?-i:[A-Z][a-z]))"),
        _day_of_month,
        (("A further round is due on 27 August.", "27 August", "2025-08-27"),),
        ("Some 27 may leave.",),
    ),
    DateRule(
        "dates.calendar.month_of_year",
        resolve.find(rf"{_PART}{_CASED_MONTH},?\s(?:of\s)?{_YEAR}"),
        _month_of_year,
        (
            ("They met in Rome in October 2021.", "October 2021", "2021-10"),
            ("It fell in early May 2024.", "early May 2024", "2024-05"),
        ),
        ("It may 2024 be.",),
    ),
    DateRule(
        "dates.calendar.month_of_named_year",
        resolve.find(rf"{_PART}{_CASED_MONTH}\s(?:of\s)?(?P<which>this|last|next)\syear"),
        _month_of_named_year,
        (("Troops leave in June this year.", "June this year", "2025-06"),),
        ("They may this year agree.",),
    ),
    DateRule(
        "dates.calendar.month",
        resolve.find(
            rf"(?:(?:in|since|until|till|by|from|before|after|during|for|and|of|to)\s)"
            rf"(?P<timex>{_PART}(?:(?P<which>last|this|next|this past|this coming)\s)?{_CASED_MONTH})"
            rf"(?!\s\d)(?!\s(?-i:[A-Z][a-z]))(?!['’]s\s(?:visit|speech|government))"
        ),
        lambda match, context: _bare_month_checked(match, context),
        (
            ("In January I met the businessmen.", "January", "2025-01"),
            ("Ministers will review it in early May.", "early May", "2025-05"),
            ("The talks broke down in November.", "November", "2024-11"),
        ),
        ("They agreed to march.", "A letter from April Glaspie.", "It is for May to decide."),
    ),
    DateRule(
        "dates.calendar.part_of_month",
        resolve.find(rf"(?P<part>early|mid|late)[- ]{_CASED_MONTH}(?!\s\d)(?P<which>(?!))?"),
        _bare_month,
        (("Early May will bring rain.", "Early May", "2025-05"),),
        ("In late may it rained.",),
    ),
    DateRule(
        "dates.calendar.year_range",
        resolve.find(
            rf"(?:(?P<pre>between|from)\s)?(?P<timex>{_NO_YEAR}{_YEAR}(?:\s?[-–/]\s?|\s(?:to|and|through)\s)"
            r"(?P<last>(?:1[5-9]|20)\d\d|\d\d))(?!\d)" + _COUNTED
        ),
        lambda match, context: _year_range_checked(match, context),
        (
            ("Between 2001 and 2021 it was there.", "2001 and 2021", "2001/2021"),
            ("Tons in 2023-24 rose.", "2023-24", "2023/2024"),
        ),
        ("In 2021 and 2022 alone.", "Resolution 1929-30 was cited."),
    ),
    DateRule(
        "dates.calendar.season_of_year",
        resolve.find(
            rf"(?:the\s)?(?P<season>spring|summer|autumn|fall|winter)(?:\sof)?\s{_YEAR}(?!\s(?:winter|summer)\s)"
        ),
        _season,
        (("In the spring of 2024 gold came home.", "the spring of 2024", "2024-SP"),),
        ("Prices fall 2 percent.",),
    ),
    DateRule(
        "dates.calendar.quarter",
        resolve.find(
            rf"(?:the\s)?(?:{_ORDINAL}\squarter|Q(?P<q>[1-4]))(?:\sof)?\s{_YEAR}"
        ),
        _quarter,
        (("Growth in the second quarter of 2024 was slow.", "the second quarter of 2024", "2024-Q2"),),
        ("A quarter of 2024 firms agreed.",),
    ),
    DateRule(
        "dates.calendar.half",
        resolve.find(rf"(?:the\s)?(?P<ordinal>first|second)\shalf\sof\s{_YEAR}"),
        _half,
        (("It is due in the first half of 2026.", "the first half of 2026", "2026-H1"),),
        ("Half of 2024 voters agreed.",),
    ),
    DateRule(
        "dates.calendar.decade",
        resolve.find(
            r"(?:the\s)?(?:(?:early|mid|late)[- ])?(?:(?P<digits>(?:1[5-9]|20)\d0)['’]?s"
            r"|['’](?P<short>[2-9]0)s|(?<=the\s)(?P<word>" + "|".join(_DECADES) + "))"
        ),
        _decade,
        (
            ("It changed in the late 1980s.", "the late 1980s", "198X"),
            ("The 1990s were good.", "The 1990s", "199X"),
        ),
        ("She is in her sixties.", "Boeing 707s fly."),
    ),
    DateRule(
        "dates.calendar.century",
        resolve.find(
            r"(?:the\s)?(?:(?:early|mid|late)[- ])?(?P<century>\d{1,2})(?:st|nd|rd|th)[- ]centur(?:y|ies)"
        ),
        _century,
        (("Democracies of the 21st century differ.", "the 21st century", "20XX"),),
        ("The 21st session closed.",),
    ),
    DateRule(
        "dates.calendar.nine_eleven",
        resolve.find(r"9/11|nine[- ]eleven"),
        _nine_eleven,
        (("He had ignored it since 9/11.", "9/11", "2001-09-11"),),
        ("It is open 24/7.", "They won 9-11."),
    ),
    DateRule(
        "dates.calendar.year",
        resolve.find(rf"{_NO_YEAR}{_PART}{_YEAR}(?![-–/]\d)(?!['’]?s\b)" + _COUNTED),
        _year,
        (
            ("The accord was signed in 2009.", "2009", "2009"),
            ("A report is due by mid-2025.", "mid-2025", "2025"),
        ),
        ("Resolution 1929 was adopted.", "Some 1,200 troops left.", "They sent 2000 troops.",
         "It cost $2000."),
    ),
)  # fmt: skip


def _british_range(match: re.Match[str], _: Context) -> Meaning | None:
    year = int(match["year"])
    last_month = resolve.month_number(match["last_month"])
    month = resolve.month_number(match["month"]) if match["month"] else last_month
    first = resolve.day(year, month, int(match["day"]))
    last = resolve.day(year, last_month, int(match["last"]))
    return resolve.between(first, last) if first and last else None


def _bare_month_checked(match: re.Match[str], context: Context) -> Meaning | None:
    """"To May" and "for March" may be people and marches: the plain months only after "in" etc."""
    lead = match.group().split()[0].lower()
    if match["month"] in {"May", "March"} and lead in {"for", "and", "of", "to", "from"}:
        return None
    return _bare_month(match, context)


def _year_range_checked(match: re.Match[str], context: Context) -> Meaning | None:
    """"In 2021 and 2022" are two years; "between 2021 and 2022" is a range."""
    if re.search(r"\sand\s", match["timex"]) and (match["pre"] or "").lower() != "between":
        return None
    return _year_range(match, context)
