"""The words that date rules are made of, as fragments of patterns, and what they stand for."""

import re
from collections.abc import Mapping

from bilatsum.data.calendar import MONTH

ONES: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: Mapping[str, int] = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SCALES: Mapping[str, int] = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
}  # fmt: skip
ORDINALS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
} | {
    "twenty-first": 21, "twenty-fifth": 25, "thirtieth": 30, "thirty-first": 31, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "seventy-fifth": 75, "eightieth": 80,
    "ninetieth": 90, "hundredth": 100,
}  # fmt: skip

_WORDS = "|".join((*TENS, *sorted(ONES, key=len, reverse=True)))
_UNITS_1_9 = "|".join(list(ONES)[1:10])
_WORD_NUMBER = rf"(?:(?:{'|'.join(TENS)})[- ](?:{_UNITS_1_9})|{_WORDS})"
_SCALE = "|".join(_SCALES)
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,4}}(?:\.\d{{1,2}}|\s[1-9]/[2-9])?(?:\s(?:{_SCALE}))?"
    rf"|(?:{_WORD_NUMBER}|an?)\s(?:{_SCALE})|half\sa\sdozen|{_WORD_NUMBER})"
)
"""A number: 12, 1,200, 2.5, 2 1/2, twelve, twenty-five, two hundred, a dozen."""

_VAGUE = (
    r"several|a\sfew|few|many|some|numerous|countless|a\snumber\sof|(?:dozens|scores|tens|hundreds|"
    r"thousands|millions)\sof|a\sgood\smany|multiple"
)
QUANTITY = (
    rf"(?:{NUMBER}(?:\sand\sa\s(?:half|quarter))?|half\san?|an?\shalf|(?:a\s)?couple\sof|"
    rf"(?:an?|the)\sadditional|another|single|an?|{_VAGUE})"
)
"""How many: a number, "two and a half", "half a", "a couple of", "a", or a vague word."""

UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|"
    r"decades?|centur(?:y|ies)|millenni(?:um|a))"
)
CALENDAR_UNIT = r"(?:days?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies))"
_LETTERS: Mapping[str, tuple[str, int, str]] = {
    "second": ("TS", 1, "TX"), "minute": ("TM", 1, "TXM"), "hour": ("TH", 1, "TXH"),
    "day": ("D", 1, "XD"), "night": ("D", 1, "XD"), "week": ("W", 1, "XW"),
    "fortnight": ("W", 2, "XW"), "month": ("M", 1, "XM"), "quarter": ("Q", 1, "XQ"),
    "year": ("Y", 1, "XY"), "decade": ("Y", 10, "XDE"), "century": ("Y", 100, "XCE"),
    "millennium": ("Y", 1000, "XML"),
}  # fmt: skip
"""Each unit with its TIMEX3 letter, how many of it, and how some of it are written."""

SEASONS: Mapping[str, str] = {
    "spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI",
}  # fmt: skip
SEASON = rf"(?:{'|'.join(SEASONS)})"

PARTS_OF_DAY: Mapping[str, str] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI",
}  # fmt: skip
PART_OF_DAY = rf"(?:{'|'.join(PARTS_OF_DAY)})"

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTH_NAME = rf"(?-i:{_MONTHS}|{_MONTHS.upper()}|(?:{MONTH}))"
"""A month in capitals: "may" and "march" in small letters are no months."""
FULL_MONTH = (
    rf"(?-i:{_MONTHS}|{_MONTHS.upper()}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
)
"""A month that may stand alone: abbreviations only with their full stop."""

YEAR = r"(?:(?:1[0-9]|20)\d\d)"
ORDINAL_DAY = r"(?:[12]?1st|2?2nd|2?3rd|(?:[12]?[04-9]|1[0-3]|30)th|31st)"


# Letters that a pattern takes for plain ones where it ignores case.
_PLAIN = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s", "\u212a": "k"})


def small(text: str) -> str:
    """Return a text in small letters, one for one, alike where a pattern ignores case."""
    return (text if text.isascii() else text.translate(_PLAIN)).lower()


def number(text: str) -> float | None:
    """Return the number that a numeral or a number word stands for, None if it is neither."""
    words = text.lower().replace("-", " ").replace(",", "").split()
    total = 0.0
    for word in words:
        if re.fullmatch(r"\d+(?:\.\d+)?", word):
            total += float(word)
        elif "/" in word:
            above, below = word.split("/")
            total += int(above) / int(below)
        elif word in _SCALES:
            total = (total or 1) * _SCALES[word]
        elif word in ONES or word in TENS:
            total += ONES.get(word, 0) or TENS.get(word, 0)
        elif word == "half":
            total += 0.5
        elif word == "quarter":
            total += 0.25
        elif word in {"a", "an", "and", "the", "of"}:
            continue
        else:
            return None
    return total


def quantity(text: str) -> float | None:
    """Return how many a quantity says, None where it is vague ("several")."""
    words = text.lower()
    if words in {"a", "an", "another", "single", "the additional"} or words.endswith("additional"):
        return 1
    if words.endswith("couple of"):
        return 2
    return number(words)


def singular(unit: str) -> str:
    """Return a unit of time in the singular: "centuries" gives "century"."""
    word = unit.lower()
    if word.startswith("centur"):
        return "century"
    if word.startswith("millenn"):
        return "millennium"
    return word.removesuffix("s")


def duration(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of so many units: P2Y, PT30M, P2Y6M for two and a half years."""
    letter, times, vague = _LETTERS[singular(unit)]
    if count is None:
        return f"P{vague}"
    amount = count * times
    time, letter = ("T", letter[1:]) if letter.startswith("T") else ("", letter)
    whole, rest = int(amount), amount - int(amount)
    finer = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S") if time else (30, "D"),
             "D": (24, "H"), "W": (7, "D"), "Q": (3, "M")}  # fmt: skip
    if rest and letter in finer:
        parts, small = finer[letter]
        mark = "T" if letter == "D" else ""
        more = f"{mark}{round(rest * parts)}{small}"
        return f"P{time}{f'{whole}{letter}' if whole else ''}{more}"
    return f"P{time}{whole}{letter}"


def ordinal(text: str) -> int:
    """Return the number of an ordinal: "third", "3rd" and "3" give 3; 0 if it is none."""
    word = text.lower().replace(" ", "-")
    if word in ORDINALS:
        return ORDINALS[word]
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else 0
