"""NLTK's Punkt with the parameters it is distributed with."""

import nltk
import protocol


def version() -> str:
    """Return NLTK's version if Punkt's data is here."""
    try:
        nltk.data.find("tokenizers/punkt_tab")
    except LookupError:
        protocol.absent("NLTK's data punkt_tab is not here")
    return protocol.version_of("nltk")


def segmentation(article: protocol.Article) -> protocol.Answer:
    """Return the sentences of an article."""
    tokenizer = nltk.tokenize.PunktTokenizer("english")
    return {"spans": protocol.by_lines(article["text"], tokenizer.span_tokenize)}


protocol.serve(version, {"segmentation": segmentation})
