"""Train the Punkt parameters of bilatsum/data/punkt.json.

    python training/punkt.py ../shared/data

Reads raw text only, unsupervised: the releases of `articles/us_gov_press` (US government works) and
the news of `ner/gmb_train` (Groningen Meaning Bank, public domain). Neither GUM nor EWT nor the
golden rules are seen. Deterministic; about two minutes on one core.

Method: T. Kiss and J. Strunk, "Unsupervised Multilingual Sentence Boundary Detection",
Computational Linguistics 32(4), 2006, as implemented by NLTK.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from nltk.tokenize.punkt import PunktParameters, PunktTrainer

from bilatsum.segment.boundaries import typewritten

OUT = Path(__file__).parents[1] / "bilatsum" / "data" / "punkt.json"
SOURCES = ("articles/us_gov_press.jsonl.gz", "ner/gmb_train.jsonl.gz")
# Without that penalty, short words that often end sentences pass for abbreviations ("jew", "rut");
# they are told by how often they stand without a full stop.
MAX_BARE_SHARE = 0.1
MIN_ABBREVIATION_COUNT = 3
# Words seen less often tell nothing reliable about capitals and only make the file larger.
MIN_WORD_COUNT = 4


def texts(data: Path) -> Iterator[str]:
    """Yield the training texts, in the form in which the program hands text to Punkt."""
    for source in SOURCES:
        with gzip.open(data / source, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = typewritten(json.loads(line)["text"])
                yield re.sub(r"(?m)^[A-Z][A-Z .'-]{2,40}: ", "", text)  # THE PRESIDENT:


def train(corpus: list[str]) -> PunktParameters:
    """Train on all texts at once: in portions, the last portion would overrule the others."""
    trainer = PunktTrainer()
    trainer.INCLUDE_ABBREV_COLLOCS = True
    trainer.IGNORE_ABBREV_PENALTY = True  # one stray "U.S" in a thousand would rule out "U.S."
    trainer.train("\n\n".join(corpus), finalize=True)
    return trainer.get_params()


def bare_share(corpus: list[str], abbreviations: set[str]) -> dict[str, float]:
    """Return for each abbreviation its share of occurrences without a full stop.

    Those too rare to judge are left out.
    """
    dotted = dict.fromkeys(abbreviations, 0)
    bare = dict.fromkeys(abbreviations, 0)
    for text in corpus:
        for match in re.finditer(r"(?<![\w.])([^\W_](?:[\w.&°-]*\w)?)(\.?)", text.lower()):
            if match[1] in bare:
                (dotted if match[2] else bare)[match[1]] += 1
    return {
        word: bare[word] / (bare[word] + dotted[word])
        for word in abbreviations
        if dotted[word] >= MIN_ABBREVIATION_COUNT
    }


def word_counts(corpus: list[str]) -> dict[str, int]:
    """Return how often each lower-cased word occurs."""
    counts: dict[str, int] = {}
    for text in corpus:
        for word in re.findall(r"[^\W\d_]+", text.lower()):
            counts[word] = counts.get(word, 0) + 1
    return counts


def main(data: Path) -> None:
    """Train, prune and write the parameters."""
    corpus = list(texts(data))
    parameters = train(corpus)
    share = bare_share(corpus, parameters.abbrev_types)
    counts = word_counts(corpus)
    kept = {
        "abbrev_types": sorted(
            word for word in parameters.abbrev_types if share.get(word, 1.0) <= MAX_BARE_SHARE
        ),
        "collocations": sorted(list(pair) for pair in parameters.collocations),
        "sent_starters": sorted(parameters.sent_starters),
        "ortho_context": {
            word: parameters.ortho_context[word]
            for word in sorted(parameters.ortho_context)
            if counts.get(word, 0) >= MIN_WORD_COUNT and parameters.ortho_context[word]
        },
    }
    OUT.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print({name: len(values) for name, values in kept.items()}, OUT.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
