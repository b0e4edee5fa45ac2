"""The Open Text Summarizer of Debian, by its command; runs with any Python."""

import html
import re
import shutil
import subprocess

import protocol

_SENTENCE = re.compile(r"<!--\((\d+)\)--><FONT[^>]*><span[^>]*>(.*?)</span></FONT>", re.DOTALL)


def summaries(article: protocol.Article) -> protocol.Answer:
    """Return the sentences of an article, best first, by the scores of its HTML output."""
    done = subprocess.run(
        ["ots", "--html"],  # noqa: S607 - the peer is a command
        input=article["text"].encode(),
        capture_output=True,
        check=True,
    )
    found = _SENTENCE.findall(done.stdout.decode("utf-8", "replace"))
    sentences = [
        (int(score), html.unescape(words.replace("<br>", " ")).strip()) for score, words in found
    ]
    places = [place for place, (_, words) in enumerate(sentences) if words]
    places.sort(key=lambda place: -sentences[place][0])
    return {"ranked": [[place, sentences[place][1]] for place in places]}


def version() -> str:
    """Return the version that the command tells."""
    if not shutil.which("ots"):
        protocol.absent("the command ots is not installed")
    done = subprocess.run(["ots", "-v"], capture_output=True, text=True, check=False)  # noqa: S607
    return done.stdout.split()[-1]


protocol.serve(version, {"summaries": summaries})
