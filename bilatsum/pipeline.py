"""The journey of an article, from its text to its brief."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from bilatsum import __version__
from bilatsum.data import nltk_version
from bilatsum.extract.actors import find_actors
from bilatsum.extract.dates import find_dates
from bilatsum.extract.issues import find_issues
from bilatsum.model import Article, Brief, Options
from bilatsum.segment import segment
from bilatsum.summary import summarize


def make_brief(article: Article, options: Options) -> Brief:
    """Make the brief of an article that was read. Raises OptionError for an unknown method."""
    with _no_search_for_cycles():
        document = segment(article)
        dates = find_dates(document)
        actors, pair = find_actors(document, options.own)
        issues = find_issues(document, actors, pair, options.issues, options.own.topics)
        summary = summarize(document, actors, dates, pair, options)
    return Brief(
        article=document.article,
        document=document,
        pair=pair,
        dates=dates,
        actors=actors,
        issues=issues,
        summary=summary,
        options=options,
        versions=_versions(options.method),
    )


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Put the collector of garbage off: the rooms make no cycles, and it goes through all tables.

    What is not in a cycle is freed as ever. Where a caller has put it off, it stays so.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _versions(method: str) -> Mapping[str, str]:
    """Return the versions of what took part."""
    versions = {"bilatsum": __version__, "nltk": nltk_version()}
    if method not in {"bilat", "lead"}:
        import sumy  # noqa: PLC0415

        versions["sumy"] = sumy.__version__
    return versions
