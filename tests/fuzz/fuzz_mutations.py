"""Mutate real articles and put them through the command line, each in a process of its own.

    python tests/fuzz/fuzz_mutations.py ARTICLES -n 20000 [--seed 0] [--size 3000]

ARTICLES is a folder of text files; of each mutant at most `--size` characters are kept. Encodings,
truncation, duplicated and shuffled lines, markup, control characters and swapped bytes; each mutant
goes through `bilatsum summarize` in one of the three forms, and every tenth through `bilatsum
verify` as well. The processes are forked from this one, which has loaded the program: that is
thirty times as fast as a new interpreter for each. Not for Windows. A mutant is kept where there is
a traceback, an exit code that docs/cli.md does not list, a raw escape sequence, a run of more than
ten seconds or a brief that is not true.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from bilatsum import summarize
from bilatsum.cli import main as program
from bilatsum.render.terminal import render as to_terminal

CODES = {0, 3}
SLOW = 10.0
_HANGS = 60  # seconds, after which a process is ended
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1250",
             "cp1251", "latin-1", "iso8859-15", "mac-roman", "shift-jis", "gb18030", "koi8-r",
             "cp037", "utf-7")  # fmt: skip
MARKUP = ("**", "*", "_", "# ", "## ", "> ", "- ", "1. ", "`", "```\n", "[a](https://x.org)", "|",
          "<b>", "</p>", "&amp;", "![i](x.png)", "---\n", "[^1]", "\\", "~~", "<!-- ", "{{",
          "$$")  # fmt: skip
CONTROLS = ("\x00", "\x1b[31m", "\x1b]0;x\x07", "\x9b2J", "\u202e", "\u2066", "\u200b", "\ufeff",
            "\x85", "\u2028", "\x0c", "\r", "\x08", "\u0301" * 30, "\ufffd", "\U0001f1fa",
            "\x7f")  # fmt: skip
FORMS = ("terminal", "markdown", "json")

Mutation = Callable[[str, random.Random], str]


def _truncate(text: str, rng: random.Random) -> str:
    start = rng.randrange(len(text) + 1)
    return text[start : start + rng.randrange(1, len(text) + 2)]


def _duplicate_lines(text: str, rng: random.Random) -> str:
    rows = text.splitlines(keepends=True)
    return "".join(row * rng.choice((1, 1, 1, 2, 5)) for row in rows)


def _shuffle_lines(text: str, rng: random.Random) -> str:
    rows = text.splitlines(keepends=True)
    rng.shuffle(rows)
    return "".join(rows)


def _shuffle_words(text: str, rng: random.Random) -> str:
    words = text.split(" ")
    rng.shuffle(words)
    return " ".join(words)


def _rewrap(text: str, rng: random.Random) -> str:
    return text.replace(" ", rng.choice(("\n", "  ", "\t", "\r\n", "-\n", "\u00a0", "")))


def _sprinkle(text: str, rng: random.Random, what: Sequence[str]) -> str:
    for _ in range(rng.randrange(1, 40)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(what) + text[at:]
    return text


def _mojibake(text: str, _rng: random.Random) -> str:
    return text.encode("utf-8").decode("cp1252", errors="replace")


def _one_line(text: str, _rng: random.Random) -> str:
    return " ".join(text.split())


def _case(text: str, rng: random.Random) -> str:
    return rng.choice((text.upper, text.lower, text.title, text.swapcase))()


def _delete(text: str, rng: random.Random) -> str:
    return text.replace(rng.choice((".", ",", " ", "\n", '"', "the ", "e")), "")


MUTATIONS: tuple[Mutation, ...] = (
    _truncate,
    _duplicate_lines,
    _shuffle_lines,
    _shuffle_words,
    _rewrap,
    _mojibake,
    _one_line,
    _case,
    _delete,
    lambda text, rng: _sprinkle(text, rng, MARKUP),
    lambda text, rng: _sprinkle(text, rng, CONTROLS),
)


def mutant(text: str, rng: random.Random, size: int) -> bytes:
    """Return the bytes of a mutant of `text`: one to four mutations, then an encoding."""
    start = rng.randrange(max(1, len(text) - size // 2)) if rng.random() < 0.5 else 0
    text = text[start : start + size]
    for mutation in rng.choices(MUTATIONS, k=rng.randrange(1, 5)):
        text = mutation(text, rng)[: 2 * size]
    encoding = rng.choice(ENCODINGS) if rng.random() < 0.4 else "utf-8"
    data = bytearray(text.encode(encoding, errors="replace"))
    if data and rng.random() < 0.3:
        for _ in range(rng.randrange(1, 30)):
            data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data[: rng.randrange(len(data) + 1)] if rng.random() < 0.1 else data)


def load(text: str) -> None:
    """Load what the program loads when it is needed, so that no process has to do it again."""
    brief = summarize(text)
    brief.to_json()
    brief.to_markdown()
    to_terminal(brief)


def command(*arguments: str) -> tuple[int, bytes, bytes]:
    """Run the program in a process of its own; return exit code, output and errors."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        child = os.fork()
        if not child:
            _become(arguments, out.fileno(), errors.fileno())
        _, status = os.waitpid(child, 0)
        out.seek(0)
        errors.seek(0)
        return os.waitstatus_to_exitcode(status), out.read(), errors.read()


def _become(arguments: Sequence[str], out: int, errors: int) -> NoReturn:
    """Be the program from here on, with output and errors to these files."""
    code = 1
    try:
        signal.alarm(_HANGS)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.dup2(errors, 2)
        sys.argv = ["bilatsum", *arguments]
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - till the end
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        program()
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 - what a new interpreter would print
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def try_one(data: bytes, number: int, folder: Path) -> tuple[str, int]:
    """Put one mutant through the program; return what is wrong, "" if nothing, and the code."""
    article = folder / "article.txt"
    article.write_bytes(data)
    form = FORMS[number % len(FORMS)]
    begin = time.perf_counter()
    code, out, errors = command("summarize", str(article), "-f", form)
    seconds = time.perf_counter() - begin
    wrong = ""
    if code not in CODES:
        wrong = f"exit code {code}: {errors!r}"
    elif b"Traceback" in errors or b"unexpected" in errors:
        wrong = f"a traceback: {errors!r}"
    elif any(byte in out + errors for byte in (b"\x1b", b"\x00", b"\xc2\x9b")):
        wrong = "a raw escape sequence"
    elif bool(out) == bool(code):
        wrong = f"exit code {code} with {len(out)} bytes of output"
    elif seconds > SLOW:
        wrong = f"{seconds:.1f} s"
    elif number % 10 == 0 and not code and form != "terminal":
        brief = folder / f"brief.{form}"
        brief.write_bytes(out)
        verdict, report, errors = command("verify", str(brief), str(article))
        wrong = f"not true: {(report + errors)[:600]!r}" if verdict else ""
    return wrong, code


def main() -> None:
    """Run the mutations and print how they ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("-n", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--start", type=int, default=0, help="number of the first mutant")
    parser.add_argument("--size", type=int, default=3_000)
    chosen = parser.parse_args()
    texts = [path.read_text("utf-8") for path in sorted(chosen.articles.rglob("*.txt"))]
    load(texts[0])
    codes: Counter[int] = Counter()
    finds = 0
    with tempfile.TemporaryDirectory() as name:
        for number in range(chosen.start, chosen.start + chosen.n):
            rng = random.Random(f"{chosen.seed}/{number}")  # noqa: S311 - mutants, not secrets
            data = mutant(rng.choice(texts), rng, chosen.size)
            wrong, code = try_one(data, number, Path(name))
            codes[code] += 1
            if wrong:
                finds += 1
                kept = Path(f"mutant-{chosen.seed}-{number}.bin")
                kept.write_bytes(data)
                print(f"{kept}: {wrong}", flush=True)  # noqa: T201 - a tool that prints
            if number % 1_000 == 999:
                print(number + 1, dict(codes), flush=True)  # noqa: T201
    print(f"{chosen.n} mutants, exit codes {dict(codes)}, {finds} finds")  # noqa: T201
    sys.exit(bool(finds) and os.EX_SOFTWARE)


if __name__ == "__main__":
    main()
