"""Microsoft's recognizers-text: its TIMEX where it is definite, its resolution otherwise.

Where it offers a past and a future day, the past one is taken, for news tells of the past.
"""

import re
from datetime import date, datetime
from typing import Any

import protocol
from recognizers_date_time import Culture, recognize_datetime

_TYPES = {"duration": "DURATION", "set": "SET", "time": "TIME", "datetime": "TIME",
          "timerange": "TIME", "datetimerange": "TIME"}  # fmt: skip
_DEFINITE = re.compile(r"(?!.*X)(\d{4}|P)[-\dTWHMSDYAEFOUIPRN:]*")


def value_of(values: list[dict[str, str]]) -> str:
    """Return the TIMEX3 value of a resolution."""
    first = values[0]
    timex = first.get("timex", "")
    if _DEFINITE.fullmatch(timex):
        return timex
    if timex.startswith("(") and first.get("start") and first.get("end"):
        return f"{first['start'][:10]}/{first['end'][:10]}"
    value = first.get("value") or first.get("start") or timex
    return value.replace(" ", "T")


def dates(article: protocol.Article) -> protocol.Answer:
    """Return the dates of an article; each line is given for itself."""
    day = date.fromisoformat(article["date"]) if article["date"] else date(2000, 1, 1)
    reference = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - days alone
    timexes: list[dict[str, Any]] = []
    place = 0
    for line in article["text"].splitlines(keepends=True):
        for found in recognize_datetime(line, Culture.English, reference=reference):
            kind = found.type_name.rpartition(".")[2]
            values = (found.resolution or {}).get("values") or [{}]
            span = {"start": place + found.start, "end": place + found.end + 1}
            timexes.append({**span, "type": _TYPES.get(kind, "DATE"), "value": value_of(values)})
        place += len(line)
    return {"timexes": timexes}


protocol.serve(lambda: protocol.version_of("recognizers-text-suite"), {"dates": dates})
