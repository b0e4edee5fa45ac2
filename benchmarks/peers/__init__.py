"""The programs that this one is measured beside.

In: articles, and the folder that install.py fills. Out: their answers, kept in a cache.

Each peer runs in an environment of its own (`FOLDER/ENVIRONMENT`), asked by an adapter in
`adapters/`, whose protocol.py says how. A peer that is not there is left out with a line. Answers
are kept in `FOLDER/cache` by the peer's version, the adapter and the articles, so that a second run
asks nobody twice; deleting that folder measures anew.
"""

import gzip
import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ADAPTERS = Path(__file__).with_name("adapters")


@dataclass(frozen=True, slots=True)
class Peer:
    """A program beside ours: how it is called, where it lives, what it can do."""

    name: str
    environment: str
    adapter: str
    tasks: tuple[str, ...]
    arguments: tuple[str, ...] = ()


SUMY_METHODS = (
    "lex-rank", "text-rank", "lsa", "luhn", "kl", "sum-basic", "reduction", "edmundson",
)  # fmt: skip

PEERS = (
    Peer("HeidelTime", "heideltime", "peer_heideltime.py", ("dates",)),
    Peer("recognizers-text", "recognizers", "peer_recognizers.py", ("dates",)),
    Peer("chrono-node", "node", "peer_chrono.mjs", ("dates",)),
    Peer("dateparser", "dateparser", "peer_dateparser.py", ("dates",)),
    Peer("timefhuman", "timefhuman", "peer_timefhuman.py", ("dates",)),
    Peer("datefinder", "datefinder", "peer_datefinder.py", ("dates",)),
    Peer("spaCy small", "spacy", "peer_spacy.py", ("names", "segmentation")),
    Peer("compromise", "node", "peer_compromise.mjs", ("names", "segmentation")),
    Peer("NLTK ne_chunk", "nltk", "peer_nltk_chunker.py", ("names",)),
    *(
        Peer(f"sumy {method}", "sumy", "peer_sumy.py", ("summaries",), (method,))
        for method in SUMY_METHODS
    ),
    Peer("summa", "summa", "peer_summa.py", ("summaries",)),
    Peer("newspaper4k", "newspaper4k", "peer_newspaper4k.py", ("summaries",)),
    Peer("lexrank", "lexrank", "peer_lexrank.py", ("summaries",)),
    Peer("ots", "ots", "peer_ots.py", ("summaries",)),
    Peer("NLTK Punkt", "nltk", "peer_nltk_punkt.py", ("segmentation",)),
    Peer("pysbd", "pysbd", "peer_pysbd.py", ("segmentation",)),
    Peer("wink-nlp", "node", "peer_wink.mjs", ("segmentation",)),
)


class AbsentError(Exception):
    """A peer cannot run here; the message says why."""


class Folder:
    """The folder of the peers' environments and of what they answered."""

    def __init__(self, path: Path) -> None:
        """Take the folder as it is; nothing is made before a peer answers."""
        self.path = path.resolve()
        self.version = cache(self._version)  # asked once of each peer

    def _version(self, peer: Peer) -> str:
        """Return a peer's version, or raise AbsentError."""
        done = subprocess.run(
            [*self.command(peer), "--version"],
            capture_output=True,
            text=True,
            check=False,
            env=self.environment(),
        )
        if done.returncode:
            lines = done.stderr.strip().splitlines() or ["it does not start"]
            raise AbsentError(lines[-1])
        return done.stdout.strip()

    def answers(
        self, peer: Peer, task: str, articles: Sequence[dict[str, Any]]
    ) -> dict[str, dict[str, Any]]:
        """Return a peer's answers by the ids of the articles, from the cache where they are."""
        asked = "".join(f"{json.dumps(article)}\n" for article in articles)
        code = b"".join(
            (ADAPTERS / name).read_bytes()
            for name in (peer.adapter, f"protocol{Path(peer.adapter).suffix}")
        )
        key = hashlib.sha256(code + asked.encode()).hexdigest()[:16]
        words = [*peer.name.split(), *self.version(peer).replace(",", "").split(), task, key]
        kept = self.path / "cache" / f"{'-'.join(words)}.jsonl.gz"
        if not kept.is_file():
            began = time.monotonic()
            told = self._ask(peer, task, asked)
            kept.parent.mkdir(parents=True, exist_ok=True)
            unfinished = kept.with_suffix(".part")
            with gzip.open(unfinished, "wt", encoding="utf-8") as file:
                file.write(told)
            unfinished.replace(kept)
            seconds = time.monotonic() - began
            print(f"  {peer.name}: {len(articles)} articles asked in {seconds:.0f} s", flush=True)
        with gzip.open(kept, "rt", encoding="utf-8") as lines:
            return {answer["id"]: answer for answer in map(json.loads, lines)}

    def _ask(self, peer: Peer, task: str, asked: str) -> str:
        done = subprocess.run(
            [*self.command(peer, task)],
            input=asked.encode(),
            capture_output=True,
            check=False,
            env=self.environment(),
        )
        if done.returncode:
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason"]
            reason = f"it failed: {lines[-1]}"
            raise AbsentError(reason)
        return done.stdout.decode("utf-8")

    def command(self, peer: Peer, *task: str) -> Iterator[str]:
        """Yield the command that asks a peer, or raise AbsentError."""
        home = self.path / peer.environment
        if peer.adapter.endswith(".mjs"):
            yield "node"
        elif (home / "bin" / "python").exists():
            yield str(home / "bin" / "python")
        elif peer.environment == "ots":
            yield sys.executable
        else:
            reason = f"no environment {peer.environment} in the peers' folder"
            raise AbsentError(reason)
        yield str(ADAPTERS / peer.adapter)
        yield from task
        yield from peer.arguments if task else ()

    def environment(self) -> dict[str, str]:
        """Return the environment variables of its process."""
        return {
            **os.environ,
            "NLTK_DATA": str(self.path / "nltk_data"),
            "PEER_HOME": str(self.path / "node"),
            "PYTHONHASHSEED": "0",
            "OMP_NUM_THREADS": "1",
        }


def for_task(task: str) -> Iterator[Peer]:
    """Yield the peers that do a task."""
    yield from (peer for peer in PEERS if task in peer.tasks)
