"""Names of months and weekdays in English, with their customary abbreviations."""

from collections.abc import Mapping

MONTHS: Mapping[str, int] = {
    "january": 1, "jan": 1,
    "february": 2, "feb": 2,
    "march": 3, "mar": 3,
    "april": 4, "apr": 4,
    "may": 5,
    "june": 6, "jun": 6,
    "july": 7, "jul": 7,
    "august": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10,
    "november": 11, "nov": 11,
    "december": 12, "dec": 12,
}  # fmt: skip

WEEKDAYS: Mapping[str, int] = {
    "monday": 0, "mon": 0,
    "tuesday": 1, "tues": 1, "tue": 1,
    "wednesday": 2, "wed": 2,
    "thursday": 3, "thurs": 3, "thur": 3, "thu": 3,
    "friday": 4, "fri": 4,
    "saturday": 5, "sat": 5,
    "sunday": 6, "sun": 6,
}  # fmt: skip
"""Monday is 0, as in `datetime.date.weekday`."""

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""A pattern for the names of months and their abbreviations."""

WEEKDAY = (
    r"(?:Mon(?:day|\.)?|Tue(?:sday|s\.?|\.)?|Wed(?:nesday|\.)?|Thu(?:rsday|rs\.?|\.)?|"
    r"Fri(?:day|\.)?|Sat(?:urday|\.)?|Sun(?:day|\.)?)"
)
"""A pattern for the names of weekdays and their abbreviations."""
