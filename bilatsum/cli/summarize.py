"""The work of `bilatsum summarize`: sources in, briefs out, what went wrong at the end."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Protocol

from bilatsum.errors import BilatsumError, InputError, OutputError
from bilatsum.model import Brief, Options, OwnNames
from bilatsum.summary import LINEAR

from .exits import Exit
from .files import file_names, is_folder, keep_articles, make_folder, write_file
from .streams import MAX_BYTES, STDIN, Screen, name_of, read_source, screen, write_stdout

_MANY_WORDS = 15_000


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line."""

    sources: tuple[str, ...]
    options: Options
    form: str
    output: str | None
    cite: bool
    explain: bool
    context: bool = True
    max_bytes: int = MAX_BYTES


@dataclass(slots=True)
class _Report:
    """What there is to say at the end: inputs that failed, articles that bear no date."""

    errors: list[InputError] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)

    def tell(self, inputs: int) -> None:
        """Say it on standard error."""
        if self.undated:
            one = len(self.undated) == 1
            who = f"{self.undated[0]} does" if one else f"{len(self.undated)} articles do"
            say(
                f"hint: {who} not say when {'it was' if one else 'they were'} published, so words "
                'such as "on Monday" stay unresolved; give --date YYYY-MM-DD'
            )
        for error in self.errors:
            tell(error)
        if self.errors and inputs > 1:
            say(f"{len(self.errors)} of {inputs} inputs could not be read")


def own_names(file: str | None, folder: str) -> OwnNames:
    """Return the names that the user adds: those of `file`, else of the configuration `folder`.

    Raises OptionError where a file cannot be read or understood.
    """
    path = Path(file) if file else Path(folder) / "gazetteer.toml"
    if not file and not path.is_file():
        return OwnNames()
    from bilatsum.data import read_own_names  # noqa: PLC0415 - nothing is loaded before it is needed

    return read_own_names(path)


def summarize(request: Request) -> Exit:
    """Make and write all briefs; return the exit code. Errors are told on standard error.

    An input that cannot be read does not stop the others. Raises OutputError.
    """
    report = _Report()
    try:
        _write_all(request, report)
    except OutputError:
        report.tell(len(request.sources))
        raise
    report.tell(len(request.sources))
    return Exit.INPUT if report.errors else Exit.OK


def _write_all(request: Request, report: _Report) -> None:
    """Write every brief as it is made, or all at the end where they go into one file."""
    output = request.output
    folder = Path(output) if output and is_folder(output, request.sources) else None
    waiting: list[Iterable[str]] = []
    names = file_names(request.sources, request.form)
    if output:
        targets = [folder / name for name in names] if folder else [Path(output)]
        keep_articles(targets, request.sources)
    if folder:
        make_folder(folder)
    first = True
    with _progress(len(request.sources)) as advance:
        for source, name in zip(request.sources, names, strict=True):
            try:
                pieces = _written(request, _brief(source, request, report))
            except InputError as error:
                report.errors.append(error)
            else:
                if folder:
                    write_file(folder / name, pieces)
                else:
                    pieces = chain([_separator(request.form, first=first)], pieces)
                    if output is None:
                        write_stdout(pieces)
                    else:  # of several, no more than their text is kept
                        waiting.append(pieces if len(names) == 1 else ["".join(pieces)])
                first = False
            advance()
    if output and not folder and waiting:
        write_file(Path(output), chain.from_iterable(waiting))


def _brief(source: str, request: Request, report: _Report) -> Brief:
    options = request.options
    from bilatsum.read import read_bytes  # noqa: PLC0415 - nothing is loaded before it is needed

    # The bytes are not kept: of a long article they are as large as its text.
    article = read_bytes(
        read_source(source, request.max_bytes), source=name_of(source), date=options.date
    )
    from bilatsum.pipeline import make_brief  # noqa: PLC0415 - NLTK is slow to import

    if options.method not in LINEAR and article.text.count(" ") > _MANY_WORDS:
        say(
            f"note: {options.method} compares every sentence with all others, which takes long for "
            "an article of this length; bilat takes time in proportion to it"
        )
    brief = make_brief(article, options)
    if article.published is None and any(not mention.value for mention in brief.dates):
        report.undated.append(name_of(source))
    return brief


def _written(request: Request, brief: Brief) -> Iterable[str]:
    """Return the pieces of the brief in the form asked for, with a line break at its end."""
    if request.form == "json":
        from bilatsum.render.json import pieces  # noqa: PLC0415

        several = len(request.sources) > 1
        return chain(pieces(brief, indent=None if several else 2), ["\n"])
    if request.form == "markdown":
        from bilatsum.render.markdown import render as to_markdown  # noqa: PLC0415

        return [
            to_markdown(brief, cite=request.cite, explain=request.explain, context=request.context)
        ]
    from bilatsum.render.terminal import render as to_terminal  # noqa: PLC0415

    where = _screen(request)
    return [
        to_terminal(
            brief,
            width=where.width,
            colour=where.colour,
            ascii_only=where.ascii_only,
            cite=request.cite,
            explain=request.explain,
            context=request.context,
        )
    ]


def _screen(request: Request) -> Screen:
    if request.output is not None:
        return Screen(width=80, colour=False, ascii_only=False)
    return screen(sys.stdout, os.environ)


def _separator(form: str, *, first: bool) -> str:
    """Return what stands between a brief and the one before."""
    if first or form == "json":
        return ""
    return "\n---\n\n" if form == "markdown" else "\n"


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


def sources_or_stdin(sources: Sequence[str]) -> tuple[str, ...] | None:
    """Return the sources, standard input if there are none, None if that is a terminal."""
    if sources:
        return tuple(sources)
    return None if sys.stdin is None or sys.stdin.isatty() else (STDIN,)
