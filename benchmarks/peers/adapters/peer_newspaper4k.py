"""newspaper4k's summary: position, length, frequent words and words of the title."""

import protocol
from newspaper import nlp, settings
from newspaper.text import StopWords

_STOP_WORDS = StopWords("en")


def summaries(article: protocol.Article) -> protocol.Answer:
    """Return the sentences of an article, best first; without a title its first line is one."""
    text = article["text"]
    title = article.get("title") or text.strip().partition("\n")[0]
    sentences = nlp.split_sentences(text)
    keys = nlp.keywords(text, _STOP_WORDS, settings.SUMMARIZE_KEYWORD_COUNT)
    words = list(_STOP_WORDS.tokenizer(title))
    ranks = nlp.scored_sentences(sentences, words, keys, _STOP_WORDS)
    return {"ranked": [[place, sentence] for place, sentence, _ in ranks]}


protocol.serve(lambda: protocol.version_of("newspaper4k"), {"summaries": summaries})
