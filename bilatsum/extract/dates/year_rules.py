"""Rules for years, decades, centuries and fiscal years."""

import re

from bilatsum.model import PartialDate

from . import resolve
from .rule import Context, DateRule, Meaning, RuleGroup, find
from .vocabulary import MONTH_NAME, ORDINALS, YEAR, number, ordinal

_YEAR = rf"(?P<year>{YEAR})"
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_CENTURY = 1900
_LONGEST_RANGE = 150
_LAST_CENTURY = 30
_EARLIEST_BARE_YEAR = 1500
_COUNTED = (
    r"people|troops|soldiers|workers|men|women|children|civilians|refugees|migrants|tons|tonnes|"
    r"barrels|miles|kilomet\w+|metres|meters|dollars|euros|pounds|percent|per\scent|million|"
    r"billion|members|students|families|homes|houses|police|officers|prisoners|fighters|rebels|"
    r"hectares|acres|feet|kg|km|mw|megawatts|companies|cases|deaths|rounds|points|votes|seats|"
    r"times|others|hours|delegates|villages|shares|units|vehicles|tanks|aircraft|missiles|warheads|"
    r"passengers|jobs|personnel|yards|calories|volts|rupees|yuan|yen|rubles|roubles|pesos|francs"
)
_NO_COUNT = rf"(?!,\d)(?!\.\d)(?!\s(?:{_COUNTED})\b)(?!\s\d{{3}}\b)"
_NO_TALLY = "".join(
    rf"(?<!{word}\s)"
    for word in (
        "some", "nearly", "almost", "least", "than", "up to", "over", "roughly", "approximately",
        "Rs", r"Rs\.", "INR", "USD", "EUR", "GBP", "PKR", r"\d", "number", r"no\.", "#", "page",
    )
)  # fmt: skip
_PREPOSITIONS = re.compile(
    r"(?:in|since|until|till|by|from|to|between|before|after|of|and|circa|about|around|year|early|"
    r"late|mid|the|ad)[\s-]\Z",
    re.IGNORECASE,
)
_ERA = r"(?P<era>B\.?C\.?(?:E\.?)?|A\.?D\.?|C\.?E\.?)"
_PLACES = {"first": 1, "1st": 1, "second": 2, "2nd": 2}
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
_MILLENNIUM = 2000
_PLURAL = re.compile(r"\s(?:[a-z]+\s)?[a-z]+s\b")
_REACH = 12


def _year(match: re.Match[str], context: Context) -> Meaning | None:
    year = int(match["year"])
    before = context.text[max(0, match.start() - _REACH) : match.start()]
    placed = _PREPOSITIONS.search(before)
    if year < _EARLIEST_BARE_YEAR and not placed:
        return None
    if year < _CENTURY and not placed and _PLURAL.match(context.text, match.end()):
        return None  # "1509 records"
    return resolve.year(year)


def _with_era(match: re.Match[str], _: Context) -> Meaning | None:
    year = int(match["year"])
    if match["era"].upper().startswith("B"):
        return Meaning("DATE", f"BC{year:04d}")
    return resolve.year(year)


def _in_words(match: re.Match[str], _: Context) -> Meaning | None:
    text = match.group().lower()
    if match["month"]:
        text = text.removeprefix(match["month"].lower()).lstrip(", ")
    text = text.removeprefix("the year ").replace("-", " ")
    if text.startswith("two thousand"):
        rest = text.removeprefix("two thousand").strip().removeprefix("and ")
        year = _MILLENNIUM + int(number(rest) or 0)
    else:
        century, years = text.split(" ", 1)
        year = int(100 * (number(century) or 0) + (0 if years == "hundred" else number(years) or 0))
    if match["month"]:
        return resolve.month(year, resolve.month_number(match["month"]))
    return resolve.year(year)


def _range(match: re.Match[str], _: Context) -> Meaning | None:
    first, last = int(match["year"]), resolve.full_year(match["last_year"], int(match["year"]))
    first_year, last_year = resolve.year(first), resolve.year(last)
    if not first_year or not last_year or not first < last <= first + _LONGEST_RANGE:
        return None
    return resolve.between(first_year, last_year)


def _decade(match: re.Match[str], context: Context) -> Meaning | None:
    if match["digits"]:
        first = int(match["digits"])
        if first % 100 or first >= _MILLENNIUM:
            return resolve.decade(first)
        # "The 1600s" are a hundred years.
        return Meaning("DATE", f"{first // 100}", PartialDate(first), PartialDate(first + 99))
    if match["century"]:
        century = {"nineteen": 1900, "eighteen": 1800}[match["century"].lower()]
        return resolve.decade(century + _DECADES[match["word"].lower()])
    short = int(match["short"]) if match["short"] else _DECADES[match["alone"].lower()]
    if context.published and context.published.year >= _MILLENNIUM + short:
        return Meaning("DATE", "", anchor="vague")  # "the '20s" of which century?
    return resolve.decade(_CENTURY + short)


def _century(match: re.Match[str], _: Context) -> Meaning | None:
    place = ordinal(match["ordinal"])
    if match["era"] and match["era"].upper().startswith("B"):
        return Meaning("DATE", f"BC{place - 1:02d}")
    return resolve.century(place) if 0 < place <= _LAST_CENTURY else None


def _period(match: re.Match[str], context: Context) -> Meaning | None:
    """Resolve "the 2023 period": the quarter that the text is comparing, in that year."""
    if context.reference.quarter:
        place = context.reference.quarter.split("-Q")[1]
        return resolve.quarter(int(place), int(match["year"])).anchored("text")
    return resolve.year(int(match["year"]))


_RULES = (
    DateRule(
        "dates.year.from_to",
        find(
            rf"(?:between|from)\s(?P<first>{_YEAR})\s(?:to|and|through|until|till)\s"
            rf"(?P<last>(?P<last_year>{YEAR}))" + _NO_COUNT
        ),
        _range,
        (
            ("Between 2001 and 2021 it was there.", "2001", "2001"),
            ("Between 2001 and 2021 it was there.", "2021", "2021"),
        ),
        ("In 2021 and 2022 alone.",),
    ),
    DateRule(
        "dates.year.from_to_dash",
        find(rf"{_NO_TALLY}(?P<first>{_YEAR})\s[-–—]\s(?P<last>(?P<last_year>{YEAR}))" + _NO_COUNT),
        _range,
        (("The architect (1704 – 1787) built it.", "1704", "1704"),),
        ("The war of 1939–1945 ended.",),
    ),
    DateRule(
        "dates.year.range",
        find(
            rf"{_NO_TALLY}{_YEAR}[-–—/](?P<last_year>{YEAR}|\d\d)(?!\d|-\d)" + _NO_COUNT
        ),
        _range,
        (
            ("Tons in 2023-24 rose.", "2023-24", "2023/2024"),
            ("The war of 1939–1945 ended.", "1939–1945", "1939/1945"),
        ),
        ("In 2021 and 2022 alone.", "Some 1940-45 men left."),
    ),
    DateRule(
        "dates.year.era",
        find(rf"(?P<year>\d{{1,4}})\s?{_ERA}(?=\W|\Z)"),
        _with_era,
        (("Persia attacked in 480 BC with ships.", "480 BC", "BC0480"),),
        ("Channel 4 CBC reported.",),
    ),
    DateRule(
        "dates.year.anno_domini",
        find(r"(?-i:A\.?D\.?)\s(?P<year>\d{1,4})"),
        lambda match, _: resolve.year(int(match["year"])),
        (("Rome burned in AD 64.", "AD 64", "0064"),),
        ("The ad 64 people saw.",),
    ),
    DateRule(
        "dates.year.in_words",
        find(
            rf"(?:(?P<month>{MONTH_NAME}),?\s)?(?:the\syear\s)?(?:nineteen|twenty)[\s-](?:hundred|(?:twenty|thirty|forty|fifty|sixty|"
            r"seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?)"
            r"(?![\s-](?:years?|days?|hundred|thousand|million|percent|people|men|women))"
            r"|the\syear\stwo\sthousand(?:\s(?:and\s)?(?:one|two|three|four|five|six|seven|eight|"
            r"nine|ten|eleven|twelve))?"
        ),
        _in_words,
        (
            ("It was in nineteen ninety-one that he left.", "nineteen ninety-one", "1991"),
            ("By the year two thousand it is done.", "the year two thousand", "2000"),
        ),
        ("Nineteen men left.", "Some twenty thirty years old."),
    ),
    DateRule(
        "dates.year.decade",
        find(
            r"(?:the\s)?(?:(?P<digits>(?:1[0-9]|20)\d0)['’]?s|"
            r"['’‘`](?P<short>[2-9]0)['’]?s|(?<=the\s)(?P<alone>"
            rf"{'|'.join(_DECADES)})|(?P<century>nineteen|eighteen)[\s-](?P<word>"
            rf"{'|'.join(_DECADES)}))"
        ),
        _decade,
        (
            ("It changed in the late 1980s.", "the late 1980s", "198X"),
            ("The 1990s were good.", "The 1990s", "199X"),
            ("It began in the '70s.", "the '70s", "197X"),
            ("The port was built in the 1600s.", "the 1600s", "16"),
        ),
        ("She is in her sixties.", "Boeing 707s fly."),
    ),
    DateRule(
        "dates.year.short_decade",
        find(
            r"(?:(?<=the\s)(?=[6-9])|(?<=0s\sand\s)|(?<=the\s)(?:early|mid|late)[\s-])(?P<short>[2-9]0)s(?P<digits>)"
            r"(?P<century>)"
        ),
        _decade,
        (("Back in the 70s he left.", "70s", "197X"),),
        ("He is in his 70s.",),
    ),
    DateRule(
        "dates.year.century",
        find(rf"(?:the\s)?(?P<ordinal>{_ORDINAL})[\s-]centur(?:y|ies)(?:\s{_ERA})?"),
        _century,
        (
            ("Democracies of the 21st century differ.", "the 21st century", "20"),
            ("The nineteenth century was long.", "The nineteenth century", "18"),
        ),
        ("The 21st session closed.",),
    ),
    DateRule(
        "dates.year.period",
        find(rf"the\s{_YEAR}\speriod"),
        _period,
        (("It fell from the 2023 period.", "the 2023 period", "2023"),),
        ("The 2023 periods fell.",),
    ),
    DateRule(
        "dates.year.named",
        find(r"(?:the\s)?(?:calendar\s)?year\s(?P<year>(?:1[0-9]|2[0-9])\d\d)"),
        lambda match, _: resolve.year(int(match["year"])),
        (("It will last until the year 2030.", "the year 2030", "2030"),),
        ("A year 20 men left.",),
    ),
    DateRule(
        "dates.year.apostrophe",
        find(
            r"(?:(?<=in\s)|(?<=since\s)|(?<=of\s)|(?<=from\s)|(?<=until\s)|(?<=by\s)|(?<=after\s)|"
            r"(?<=before\s)|(?<=to\s))['’‘](?P<short>\d\d)(?!['’]?s)(?!\d)"
        ),
        lambda match, context: resolve.year(_short(int(match["short"]), context)),
        (("He left in '98 for good.", "'98", "1998"),),
        ("In the '90s he left.",),
    ),
    DateRule(
        "dates.year.bare",
        find(rf"{_NO_TALLY}{_YEAR}(?![-–/]\d)(?!['’]?s\b){_NO_COUNT}"),
        _year,
        (
            ("The accord was signed in 2009.", "2009", "2009"),
            ("A report is due by mid-2025.", "mid-2025", "2025"),
        ),
        ("Resolution 1929 was adopted.", "Some 1,200 troops left.", "They sent 2000 troops.",
         "It cost $2000.", "Among 1066 of them."),
    ),
)  # fmt: skip


def _short(digits: int, context: Context) -> int:
    latest = context.published.year + 10 if context.published else 2030
    return 2000 + digits if 2000 + digits <= latest else 1900 + digits


YEARS = RuleGroup(
    "years",
    _RULES,
)
