"""NLTK's chunker of names (`ne_chunk`), on its tagger and tokenizers."""

import nltk
import protocol

_NEEDS = (
    "tokenizers/punkt_tab",
    "taggers/averaged_perceptron_tagger_eng",
    "chunkers/maxent_ne_chunker_tab",
    "corpora/words",
)
_TYPES = {"PERSON": "PER", "ORGANIZATION": "ORG", "GPE": "LOC", "LOCATION": "LOC", "GSP": "LOC"}


def version() -> str:
    """Return NLTK's version if the chunker's data is here."""
    for resource in _NEEDS:
        try:
            nltk.data.find(resource)
        except LookupError:
            protocol.absent(f"NLTK's data {resource.rpartition('/')[2]} is not here")
    return protocol.version_of("nltk")


def names(article: protocol.Article) -> protocol.Answer:
    """Return the names of an article."""
    text = article["text"]
    entities = []
    place = 0
    for sentence in nltk.sent_tokenize(text):
        for node in nltk.ne_chunk(nltk.pos_tag(nltk.word_tokenize(sentence))):
            chunk = hasattr(node, "label")
            words = [word for word, _ in node.leaves()] if chunk else [node[0]]
            start = text.find(words[0], place)
            end = text.find(words[-1], max(start, place)) + len(words[-1])
            if start < 0 or end < start:  # the tokenizer wrote quotation marks otherwise
                continue
            place = end
            if chunk and node.label() in _TYPES:
                entities.append({"start": start, "end": end, "type": _TYPES[node.label()]})
    return {"entities": entities}


protocol.serve(version, {"names": names})
