"""The work of `bilatsum summarize`: sources in, briefs out, what went wrong at the end."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bilatsum.errors import BilatsumError, InputError, OutputError
from bilatsum.model import Brief, Options

from .exits import Exit
from .files import file_names, is_folder, make_folder, write_file
from .streams import Screen, name_of, read_source, screen, write_stdout

_SLOW_METHODS = frozenset({"lex-rank", "text-rank", "lsa", "kl", "reduction", "luhn"})
_MANY_SENTENCES = 500


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line."""

    sources: tuple[str, ...]
    options: Options
    form: str
    output: str | None
    cite: bool
    explain: bool


def summarize(request: Request) -> Exit:
    """Make and write all briefs; return the exit code. Errors are told on standard error."""
    folder = request.output is not None and is_folder(request.output, request.sources)
    if folder and request.output:
        make_folder(Path(request.output))
    errors: list[BilatsumError] = []
    texts: list[str] = []
    names = file_names(request.sources, request.form)
    with _progress(len(request.sources)) as advance:
        for source, name in zip(request.sources, names, strict=True):
            try:
                text = _written(request, _brief(source, request.options))
            except InputError as error:
                errors.append(error)
                text = None
            if text is not None and request.output is None:
                write_stdout(_separated(request.form, text, first=not texts))
                texts.append("")
            elif text is not None and folder and request.output:
                write_file(Path(request.output) / name, text)
            elif text is not None:
                texts.append(_separated(request.form, text, first=not texts))
            advance()
    if request.output is not None and not folder and texts:
        write_file(Path(request.output), "".join(texts))
    for problem in errors:
        tell(problem)
    if len(errors) > 1 or (errors and len(request.sources) > 1):
        say(f"{len(errors)} of {len(request.sources)} inputs could not be read")
    return Exit.INPUT if errors else Exit.OK


def _brief(source: str, options: Options) -> Brief:
    from bilatsum.read import read_bytes  # noqa: PLC0415 - nothing is loaded before it is needed

    article = read_bytes(read_source(source), source=name_of(source), date=options.date)
    from bilatsum.pipeline import make_brief  # noqa: PLC0415 - NLTK is slow to import

    brief = make_brief(article, options)
    count = len(brief.document.sentences)
    if options.method in _SLOW_METHODS and count > _MANY_SENTENCES:
        say(f"note: {options.method} compares {count} sentences with each other, which takes long")
    if article.published is None and any(not mention.value for mention in brief.dates):
        say(
            f"hint: {name_of(source)} does not say when it was published, so words such as "
            '"on Monday" stay unresolved; give --date YYYY-MM-DD'
        )
    return brief


def _written(request: Request, brief: Brief) -> str:
    """Return the brief in the form asked for, with a line break at its end."""
    if request.form == "json":
        from bilatsum.render.json import render as to_json  # noqa: PLC0415

        several = len(request.sources) > 1
        return to_json(brief, indent=None if several else 2) + "\n"
    if request.form == "markdown":
        from bilatsum.render.markdown import render as to_markdown  # noqa: PLC0415

        return to_markdown(brief, cite=request.cite, explain=request.explain)
    from bilatsum.render.terminal import render as to_terminal  # noqa: PLC0415

    where = _screen(request)
    return to_terminal(
        brief,
        width=where.width,
        colour=where.colour,
        ascii_only=where.ascii_only,
        cite=request.cite,
        explain=request.explain,
    )


def _screen(request: Request) -> Screen:
    if request.output is not None:
        return Screen(width=80, colour=False, ascii_only=False)
    return screen(sys.stdout, os.environ)


def _separated(form: str, text: str, *, first: bool) -> str:
    """Return a brief with what stands between it and the one before."""
    if first or form == "json":
        return text
    return f"\n---\n\n{text}" if form == "markdown" else f"\n{text}"


class _Advance(Protocol):
    def __call__(self) -> None: ...


@contextmanager
def _progress(count: int) -> Iterator[_Advance]:
    """Show a progress bar on standard error if several inputs and a terminal are there."""
    if count == 1 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - slow to import
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Summarizing", total=count)
        yield lambda: progress.advance(task)


def tell(error: BilatsumError) -> None:
    """Say on one line of standard error what is wrong and what to do."""
    hint = f" ({error.hint})" if error.hint else ""
    say(f"error: {error.message}{hint}")


def say(message: str) -> None:
    """Write one line to standard error, harmless whatever a file is called."""
    from bilatsum.render.safe import visible  # noqa: PLC0415

    print(f"bilatsum: {visible(message)}", file=sys.stderr)  # noqa: T201 - this room speaks


def exit_code(error: BilatsumError) -> Exit:
    """Return the exit code of an error."""
    if isinstance(error, InputError):
        return Exit.INPUT
    if isinstance(error, OutputError):
        return Exit.OUTPUT
    return Exit.USAGE if isinstance(error, ValueError) else Exit.ERROR


__all__ = ["Request", "exit_code", "say", "summarize", "tell"]


def sources_or_stdin(sources: Sequence[str]) -> tuple[str, ...] | None:
    """Return the sources, standard input if there are none, None if that is a terminal."""
    if sources:
        return tuple(sources)
    return None if sys.stdin is None or sys.stdin.isatty() else ("-",)
