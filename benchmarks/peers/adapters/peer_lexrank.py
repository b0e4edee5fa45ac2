"""The package lexrank: its inverse document frequencies come from the articles it is asked about.

It has no sentence splitter; NLTK's Punkt splits for it.
"""

import json
import sys

import protocol
from lexrank import STOPWORDS, LexRank
from nltk.tokenize import PunktTokenizer


def main() -> None:
    """Rank the sentences of all articles."""
    if sys.argv[1] == "--version":
        print(protocol.version_of("lexrank"))
        return
    tokenizer = PunktTokenizer("english")
    articles = list(protocol.articles())
    sentences = [
        [sentence for line in article["text"].splitlines() for sentence in tokenizer.tokenize(line)]
        for article in articles
    ]
    ranker = LexRank(sentences, stopwords=STOPWORDS["en"])
    for article, own in zip(articles, sentences, strict=True):
        scores = ranker.rank_sentences(own, threshold=None, fast_power_method=True) if own else []
        best = sorted(range(len(own)), key=lambda place: -scores[place])
        ranked = [[place, own[place]] for place in best]
        print(json.dumps({"id": article["id"], "ranked": ranked}), flush=True)


main()
