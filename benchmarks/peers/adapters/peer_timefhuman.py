"""timefhuman: dates, ranges and durations, by a grammar; it is given one line at a time."""

from datetime import date, datetime, time, timedelta
from typing import Any

import protocol
from timefhuman import Direction, tfhConfig, timefhuman


def value_of(found: Any) -> tuple[str, str] | None:  # noqa: ANN401 - what timefhuman gives
    """Return type and value of a result, None where it has no day of its own."""
    if isinstance(found, list):
        return value_of(found[0])
    if isinstance(found, tuple):
        ends = [value_of(one) for one in found]
        first, last = ends[0], ends[-1]
        return ("DATE", f"{first[1]}/{last[1]}") if first and last else None
    if isinstance(found, datetime):
        midnight = found.time() == time()
        form = "%Y-%m-%d" if midnight else "%Y-%m-%dT%H:%M"
        return ("DATE" if midnight else "TIME"), found.strftime(form)
    if isinstance(found, date):
        return "DATE", found.isoformat()
    if isinstance(found, timedelta):
        days, seconds = found.days, found.seconds
        return "DURATION", f"P{days}D" if days else f"PT{seconds // 3600}H"
    return None


def dates(article: protocol.Article) -> protocol.Answer:
    """Return the dates of an article."""
    day = date.fromisoformat(article["date"]) if article["date"] else date(2000, 1, 1)
    config = tfhConfig(
        now=datetime(day.year, day.month, day.day),  # noqa: DTZ001 - days alone
        direction=Direction.previous,  # news tells of the past
        return_matched_text=True,
        infer_datetimes=False,
    )
    timexes = []
    place = 0
    for line in article["text"].splitlines(keepends=True):
        try:
            found = timefhuman(line, config)
        except Exception:  # noqa: BLE001 - some lines make it fail; they have no dates then
            found = []
        for _, (start, end), meaning in found:
            value = value_of(meaning)
            if value:
                kind, words = value
                span = {"start": place + start, "end": place + end}
                timexes.append({**span, "type": kind, "value": words})
        place += len(line)
    return {"timexes": timexes}


protocol.serve(lambda: protocol.version_of("timefhuman"), {"dates": dates})
