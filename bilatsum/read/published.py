"""Publication dates as headers write them: whole calendar dates and nothing else."""

import datetime as dt
import re

from bilatsum.data.calendar import MONTH, MONTHS, WEEKDAY
from bilatsum.model import PartialDate

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH = rf"(?P<month>{MONTH})"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_WEEKDAY = rf"(?:{WEEKDAY},?\s+)?"

DATE_PREFIX = re.compile(
    r"(?:(?:first |last |date )?(?:published|posted|updated|modified|issued|released|dated?|"
    r"publication date)(?: on| at)?\s*[:\-–—]?\s+)",
    re.IGNORECASE,
)
"""The words before a date that say what date it is."""

# Tried in this order; 03/04/2025 is refused, for nobody knows whether it is March or April.
_FORMS = (
    r"(?P<year>(?:1[6-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])",
    r"(?P<year>(?:1[6-9]|20)\d\d)[/.](?P<month>0[1-9]|1[0-2])[/.](?P<day>0[1-9]|[12]\d|3[01])",
    rf"{_WEEKDAY}{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
    rf"{_WEEKDAY}(?:the\s+)?{_DAY}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
    r"(?P<day>1[3-9]|2\d|3[01])[/.](?P<month>0?[1-9]|1[0-2])[/.](?P<year>(?:1[6-9]|20)\d\d)",
    r"(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:1[6-9]|20)\d\d)",
)
_CLOCK = (
    r"(?:(?:\s+at|,|T|\s+-)?\s*\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:Z|UTC|GMT|[A-Z]{2,4})?\s*(?:[+-]\d\d:?\d\d)?(?:\s*\([A-Z]{2,5}\))?)?"
)
_DATES = tuple(re.compile(rf"\b{form}\b{_CLOCK}", re.IGNORECASE) for form in _FORMS)


def date_at_start(text: str) -> tuple[PartialDate, int] | None:
    """Return the full date that `text` begins with, and where it and its clock time end."""
    for pattern in _DATES:
        match = pattern.match(text)
        if match:
            date = _date(match)
            if date:
                return date, match.end()
    return None


def date_within(text: str) -> PartialDate | None:
    """Return the first full date anywhere in `text`."""
    found = [(match.start(), match) for form in _DATES for match in form.finditer(text)]
    for _, match in sorted(found, key=lambda item: item[0]):
        date = _date(match)
        if date:
            return date
    return None


def _date(match: re.Match[str]) -> PartialDate | None:
    month = match["month"]
    number = int(month) if month.isdigit() else MONTHS[month.lower().rstrip(".")]
    try:
        day = dt.date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
    return PartialDate(day.year, day.month, day.day)
