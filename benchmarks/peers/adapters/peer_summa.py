"""summa's TextRank."""

import protocol
from summa import summarizer


def summaries(article: protocol.Article) -> protocol.Answer:
    """Return the sentences of an article, best first."""
    scored = summarizer.summarize(article["text"], ratio=1.0, scores=True)
    places = range(len(scored))
    best = sorted(places, key=lambda place: -scored[place][1])
    return {"ranked": [[place, scored[place][0]] for place in best]}


protocol.serve(lambda: protocol.version_of("summa"), {"summaries": summaries})
