"""The commands and their options: Typer's part of the program, which only translates."""

from enum import Enum
from typing import Annotated

import typer

from bilatsum import __version__
from bilatsum.api import parse_date
from bilatsum.errors import BilatsumError
from bilatsum.model import Options
from bilatsum.render import FORMATS, format_of
from bilatsum.summary import METHODS

from . import summarize as work
from .exits import Exit
from .streams import MAX_BYTES

Method = Enum("Method", {name: name for name in METHODS}, type=str)  # type: ignore[misc]
Format = Enum("Format", {name: name for name in FORMATS}, type=str)  # type: ignore[misc]

app = typer.Typer(
    name="bilatsum",
    help="A brief of an article on the relations between two states, every line traceable.",
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    rich_markup_mode=None,  # Rich takes longer to import than the rest of --help
    pretty_exceptions_enable=False,
)

_EXAMPLES = """\b
Examples:
  bilatsum summarize article.txt
  cat article.txt | bilatsum summarize
  bilatsum summarize article.txt -o brief.md
  bilatsum summarize *.txt -f json -o briefs.jsonl
  bilatsum summarize readout.txt --date 2025-04-08 -w 100

\b
Exit codes: 0 ok, 1 unexpected error, 2 usage, 3 input unreadable, empty or too
large, 4 output could not be written, 130 interrupted."""

_VERIFY_EPILOG = """\b
Examples:
  bilatsum verify brief.json article.txt
  bilatsum verify brief.md article.txt
  bilatsum summarize article.txt -f json | bilatsum verify - article.txt

\b
Exit codes: 0 every line is the article's, 5 some are not (each is listed),
2 usage, 3 brief or article unreadable, 4 output could not be written."""

MaxBytes = Annotated[
    int,
    typer.Option("--max-bytes", min=1, metavar="N", help="Largest article that is read, in bytes."),
]


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"bilatsum {__version__}")
        raise typer.Exit


@app.callback()
def root(
    *,
    _version_wanted: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=lambda value: _version(wanted=value),
            is_eager=True,
            help="Show the version and exit.",
        ),
    ] = False,
) -> None:
    """Print a brief of an article on the relations between two states, every line traceable."""


@app.command(epilog=_EXAMPLES)
def summarize(  # noqa: PLR0913 - one argument for each option
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...", help="Text files, or - for standard input.", show_default=False
        ),
    ] = None,
    *,
    sentences: Annotated[
        int | None,
        typer.Option(
            "-n",
            "--sentences",
            min=1,
            metavar="N",
            help="Sentences in the summary. Default: 3 to 7, by the length of the article.",
            show_default=False,
        ),
    ] = None,
    words: Annotated[
        int | None,
        typer.Option(
            "-w",
            "--words",
            min=1,
            metavar="N",
            help="Words in the summary, at most.",
            show_default=False,
        ),
    ] = None,
    ratio: Annotated[
        float | None,
        typer.Option(
            "--ratio",
            min=0.0,
            max=1.0,
            metavar="X",
            help="Share of the article's words in the summary, at most: 0.2 is a fifth.",
            show_default=False,
        ),
    ] = None,
    issues: Annotated[
        int, typer.Option("-k", "--issues", min=0, metavar="N", help="Key issues, at most.")
    ] = 6,
    method: Annotated[
        Method, typer.Option("-m", "--method", help="How sentences are chosen.")
    ] = Method.bilat,  # type: ignore[attr-defined]
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="YYYY-MM-DD",
            help="Publication date of an article that does not state its own.",
            show_default=False,
        ),
    ] = None,
    gazetteer: Annotated[
        str | None,
        typer.Option(
            "--gazetteer",
            metavar="FILE",
            help="TOML file with names and topics of your own. Default: gazetteer.toml in the "
            "configuration folder, if it is there.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "-f",
            "--format",
            help="Written form. Default: by the suffix of --output, else terminal.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="A file, or a folder for several articles. Written whole or not at all.",
            show_default=False,
        ),
    ] = None,
    cite: Annotated[
        bool, typer.Option("--cite/--no-cite", help="Sentence numbers beside every line.")
    ] = True,
    context: Annotated[
        bool,
        typer.Option("--context/--no-context", help='In brackets, who "He" or "The two sides" is.'),
    ] = True,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which rule or score produced each line.")
    ] = False,
    max_bytes: MaxBytes = MAX_BYTES,
) -> None:
    """Print the brief of one or more articles."""
    found = work.sources_or_stdin(sources or ())
    if found is None:
        work.say("no article: give a file, or pipe one in: cat article.txt | bilatsum summarize")
        raise typer.Exit(Exit.USAGE)
    try:
        request = work.Request(
            sources=found,
            options=Options(
                method=method.value,
                sentences=sentences,
                words=words,
                ratio=ratio,
                issues=issues,
                date=parse_date(date) if date else None,
                own=work.own_names(gazetteer, typer.get_app_dir("bilatsum")),
            ),
            form=_form(form, output),
            output=output,
            cite=cite,
            explain=explain,
            context=context,
            max_bytes=max_bytes,
        )
    except BilatsumError as error:
        work.tell(error)
        raise typer.Exit(Exit.USAGE) from error
    except ValueError as error:
        work.say(f"error: {error}")
        raise typer.Exit(Exit.USAGE) from error
    raise typer.Exit(work.summarize(request))


@app.command(epilog=_VERIFY_EPILOG)
def verify(
    brief: Annotated[
        str, typer.Argument(metavar="BRIEF", help="A brief in JSON or Markdown, or -.")
    ],
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="The article that it was made of, or -.")
    ],
    *,
    max_bytes: MaxBytes = MAX_BYTES,
) -> None:
    """Check that every line of a brief stands in its article; list what does not."""
    from .verify import verify as check  # noqa: PLC0415 - loaded when asked for

    raise typer.Exit(check(brief, article, max_bytes))


def _form(form: Enum | None, output: str | None) -> str:
    if form is not None:
        return str(form.value)
    suffix = "." + output.rpartition(".")[2] if output and "." in output else ""
    return format_of(suffix) or "terminal"
