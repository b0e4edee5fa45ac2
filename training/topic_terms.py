r"""Learn how far each term of a topic is to be trusted; writes bilatsum/data/term_factors.tsv.

    python training/topic_terms.py ../shared/data

Weights of terms are given by hand (1 to 3). Whether a term means that a text is about its topic, or
is only said in passing ("territorial integrity"), shows in the releases of the US government of
2021-22 (public domain), with the topics' own terms as weak labels: a release in which a term stands
counts for it where at least two other strong terms of the topic stand too, that share no word with
it. The share of such releases, less the share of all releases that have two strong terms of the
topic, is the term's lift, and its factor 0.8 + 0.5 x lift, which was chosen among five on the 17
briefs (docs/evaluation.md). Terms in fewer than ten releases keep their weight.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from bilatsum.data import topics
from bilatsum.extract.issues.forms import plain_forms, split
from bilatsum.extract.issues.terms import find_terms, vocabulary

OUT = Path(__file__).parents[1] / "bilatsum" / "data" / "term_factors.tsv"
MIN_WORDS, MIN_RELEASES = 80, 10
STRONG, OTHERS = 2, 2
BASE, SLOPE = 0.8, 0.5
PRIOR, PRIOR_SHARE = 5, 0.4
"""So many releases with such a share of support are added to those seen."""


def releases(data: Path) -> Iterator[str]:
    """Yield the texts of the releases that are no mere notes."""
    with gzip.open(data / "articles" / "us_gov_press.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            release = json.loads(line)
            if release["words"] >= MIN_WORDS:
                yield release["text"]


def main() -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    words = vocabulary(())
    hand = [topic.terms for topic in topics()]
    seen: Counter[tuple[int, str]] = Counter()
    supported: Counter[tuple[int, str]] = Counter()
    about: Counter[int] = Counter()
    total = 0
    for text in releases(parser.parse_args().data):
        total += 1
        forms, _ = plain_forms(split(text)[1::2])
        found = {(term.topic, term.text) for _, term in find_terms(forms, words)}
        strong: defaultdict[int, list[str]] = defaultdict(list)
        for topic, term in found:
            if hand[topic][term] >= STRONG:
                strong[topic].append(term)
        about.update(topic for topic, terms in strong.items() if len(terms) >= OTHERS)
        for topic, term in found:
            parts = set(term.split())
            others = [other for other in strong[topic] if parts.isdisjoint(other.split())]
            seen[topic, term] += 1
            supported[topic, term] += len(others) >= OTHERS
    rows = []
    for (topic, term), count in seen.items():
        if count >= MIN_RELEASES:
            share = (supported[topic, term] + PRIOR * PRIOR_SHARE) / (count + PRIOR)
            factor = BASE + SLOPE * (share - about[topic] / total)
            rows.append(f"{topics()[topic].code}: {term}\t{factor:.2f}\n")
    OUT.write_text("term\tfactor\n" + "".join(sorted(rows)), encoding="utf-8")
    print(f"{len(rows)} terms, from {total} releases")


if __name__ == "__main__":
    main()
