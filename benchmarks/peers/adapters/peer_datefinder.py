"""datefinder: a day for each date that it finds."""

from datetime import date, datetime

import datefinder
import protocol


def dates(article: protocol.Article) -> protocol.Answer:
    """Return the dates of an article."""
    day = date.fromisoformat(article["date"]) if article["date"] else None
    base = datetime(day.year, day.month, day.day) if day else None  # noqa: DTZ001 - days alone
    return {
        "timexes": [
            {"start": start, "end": end, "type": "DATE", "value": moment.strftime("%Y-%m-%d")}
            for moment, (start, end) in datefinder.find_dates(
                article["text"], index=True, base_date=base
            )
        ]
    }


protocol.serve(lambda: protocol.version_of("datefinder"), {"dates": dates})
