"""dateparser's search for dates in running text."""

from datetime import date, datetime
from typing import Any

import protocol
from dateparser.search import search_dates

_GRAIN = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "day": "%Y-%m-%d"}


def dates(article: protocol.Article) -> protocol.Answer:
    """Return the dates of an article, each as exact as dateparser says that it is."""
    text = article["text"]
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
    if article["date"]:
        day = date.fromisoformat(article["date"])
        settings["RELATIVE_BASE"] = datetime(day.year, day.month, day.day)  # noqa: DTZ001
    found = []
    place = 0
    hits = search_dates(text, languages=["en"], settings=settings, add_period=True)
    for words, moment, period in hits or ():
        start = text.find(words, place)
        if start < 0:
            continue
        place = start + len(words)
        value = moment.strftime(_GRAIN.get(period or "day", "%Y-%m-%dT%H:%M"))
        kind = "TIME" if "T" in value else "DATE"
        found.append({"start": start, "end": place, "type": kind, "value": value})
    return {"timexes": found}


protocol.serve(lambda: protocol.version_of("dateparser"), {"dates": dates})
