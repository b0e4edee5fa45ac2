"""The tables of docs/evaluation.md and of the README, from `results.json`.

`blocks()` returns each generated block by the name between its markers.
"""

from collections.abc import Callable, Iterator, Sequence

from benchmarks import results
from benchmarks.results import Results
from benchmarks.tasks import BASELINE, OURS, PEER

_NONE = "–"
_GENRES = ("wire", "readout", "analysis", "joint_statement", "op-ed", "statement")
_EXTRACT_GENRES = ("wire", "joint statement", "readout", "statement", "fact sheet", "analysis")
_NAMES = ("worldwide_newswire_dev", "crossner_politics_dev", "meantime_dev", "gum_dev", "gmb_dev")
_FOREIGN = "summaries/cnndm_dev/foreign affairs"
# What is compared in the first table: the question, where it is answered, by which figure.
_COMPARED = (
    ("actors of the 17 briefs, F1", "brief actors/briefs", "F1"),
    ("dates of the 17 briefs with their values, F1", "brief dates/briefs", "value F1"),
    ("sentences of the summary, 17 briefs, F1", "brief summaries/briefs", "sentence F1"),
    ("sentences of the summary, 49 extracts, F1", "brief summaries/extracts", "sentence F1"),
    ("names, newspapers of the world, strict F1", "names/worldwide_newswire_dev", "F1"),
    ("names, Wikipedia on politics, strict F1", "names/crossner_politics_dev", "F1"),
    ("names, Wikinews, strict F1", "names/meantime_dev", "F1"),
    ("dates with values, newswire (TimeBank), F1", "dates/timebank_dev", "value F1"),
    ("dates with values, Wikinews (MEANTIME), F1", "dates/meantime_dev", "value F1"),
    ("dates with values, histories of wars, F1", "dates/wikiwars_train", "value F1"),
    (
        "dates found with their value, all genres (GUM)",
        "date values/gum_dates_dev",
        "right of marked",
    ),
    ("summaries, CNN on foreign affairs, ROUGE-1", _FOREIGN, "ROUGE-1"),
    ("summaries, CNN on foreign affairs, ROUGE-2", _FOREIGN, "ROUGE-2"),
    ("sentence boundaries, news (GUM), F1", "segmentation/GUM news", "F1"),
    ("sentence boundaries, web (EWT), F1", "segmentation/ud_ewt_dev", "F1"),
    ("sentence boundaries, 48 golden rules, F1", "segmentation/golden rules", "F1"),
)
_IN_README = {
    "dates/meantime_dev": "dates with their value, 120 Wikinews articles (F1)",
    "names/worldwide_newswire_dev": "names in newspapers of the world (strict F1)",
    "brief actors/briefs": "actors of 17 articles (F1)",
    "brief summaries/extracts": "right sentences in the summary, 49 articles held back (F1)",
    _FOREIGN: "ROUGE-1, CNN on foreign affairs, at most 70 words",
    "segmentation/GUM news": "sentence boundaries, GUM news (F1)",
}


def blocks(known: Results) -> dict[str, str]:
    """Return the generated blocks by name."""
    return {name: "\n".join(make(known)) for name, make in _BLOCKS.items()}


def number(known: Results, where: str, system: str, figure: str, *, interval: bool = False) -> str:
    """Return a figure as the tables write it, with its interval in brackets if asked for."""
    found = known.value(where, system, figure)
    return _written(found, interval=interval) if found else _NONE


def _written(triple: Sequence[float], *, interval: bool, sign: str = "") -> str:
    digits = 1 if max(abs(one) for one in triple) > 2 else 3  # noqa: PLR2004 - out of 1 or 100
    value, low, high = (f"{one:{sign}.{digits}f}" for one in triple)
    return f"{value} [{low}, {high}]" if interval else value


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _best(known: Results, where: str, kind: str, figure: str) -> str | None:
    rows = known.figures.get(where, {})
    names = [name for name in rows if rows[name]["kind"] == kind]
    return max(names, key=lambda name: rows[name]["values"][figure][0], default=None)


def _order(known: Results, where: str, figure: str) -> list[str]:
    """Return the systems of a place: ours, then the others from the best."""
    rows = known.figures.get(where, {})
    return sorted(
        rows,
        key=lambda name: (
            name != "bilatsum",
            rows[name]["kind"] != OURS,
            -rows[name]["values"][figure][0],
        ),
    )


def _shown(known: Results, where: str, system: str) -> str:
    """Return a system's name as in the tables."""
    kind = known.figures[where][system]["kind"]
    if kind == OURS:
        return f"`{system}`"
    return f"*{system}*" if kind == BASELINE else system


def beside(known: Results) -> Iterator[str]:
    """Yield the first table: ours, the best peer, the difference, the trivial baseline."""
    rows = []
    for what, where, figure in _COMPARED:
        best = _best(known, where, PEER, figure)
        plain = _best(known, where, BASELINE, figure)
        paired = known.best_peers.get(where, {})
        difference = paired.get("difference", {}).get(figure)
        same = paired.get("peer") == best
        rows.append(
            (
                what,
                number(known, where, "bilatsum", figure, interval=True),
                f"{best} {number(known, where, best, figure, interval=True)}" if best else _NONE,
                _written(difference, interval=True, sign="+") if difference and same else _NONE,
                f"{plain} {number(known, where, plain, figure)}" if plain else _NONE,
            )
        )
    yield from _table(("what", "bilatsum", "best peer", "difference", "trivial baseline"), rows)


def brief_figures(known: Results) -> Iterator[str]:
    """Yield all figures of whole briefs, on both sets."""
    figures = (
        ("actors, F1", "brief actors", "F1"),
        ("actors, precision", "brief actors", "precision"),
        ("actors, recall", "brief actors", "recall"),
        ("actor's kind right", "brief actors", "kind"),
        ("actor's country right", "brief actors", "country"),
        ("roles found", "brief actors", "role"),
        ("entries per actor (1 is best)", "brief actors", "entries"),
        ("principals among the first five", "brief actors", "principals first"),
        ("dates, the value too, F1", "brief dates", "value F1"),
        ("dates, overlapping spans, F1", "brief dates", "relaxed F1"),
        ("dates, the same spans, F1", "brief dates", "strict F1"),
        ("key issues, F1", "brief issues", "F1"),
        ("key issues, precision", "brief issues", "precision"),
        ("key issues, recall", "brief issues", "recall"),
        ("summary sentences, F1", "brief summaries", "sentence F1"),
        ("ROUGE-1 F1 against the reader's abstract", "brief summaries", "ROUGE-1"),
        ("ROUGE-2 F1", "brief summaries", "ROUGE-2"),
        ("ROUGE-Lsum F1", "brief summaries", "ROUGE-Lsum"),
        ("the pair of states right", "brief head", "pair"),
        ("publication date right, where stated", "brief head", "published, stated"),
    )
    rows = [
        (
            what,
            number(known, f"{task}/briefs", "bilatsum", figure, interval=True),
            number(known, f"{task}/samples", "bilatsum", figure),
        )
        for what, task, figure in figures
    ]
    yield from _table(("what", "the 17 briefs", "our 6 samples"), rows)


def _systems(where: str, figures: Sequence[str]) -> Callable[[Results], Iterator[str]]:
    """Return a block with a row for each system and an interval at the first figure."""

    def block(known: Results) -> Iterator[str]:
        rows = [
            (
                _shown(known, where, system),
                *(
                    number(known, where, system, figure, interval=figure == figures[0])
                    for figure in figures
                ),
            )
            for system in _order(known, where, figures[0])
        ]
        yield from _table(("system", *figures), rows)

    return block


def _over_sets(task: str, names: Sequence[str], figure: str) -> Callable[[Results], Iterator[str]]:
    """Return a block with a row for each system and a column for each set."""

    def block(known: Results) -> Iterator[str]:
        places = [f"{task}/{name}" for name in names]
        rows = [
            (
                _shown(known, places[0], system),
                *(number(known, place, system, figure, interval=True) for place in places),
            )
            for system in _order(known, places[0], figure)
        ]
        head = [f"{name} ({_documents(known, f'{task}/{name}')})" for name in names]
        yield from _table(("system", *head), rows)

    return block


def _documents(known: Results, where: str) -> str:
    size = known.sets.get(where)
    return f"{size['documents']:,}" if size else _NONE


def _genres(where: str, genres: Sequence[str]) -> Callable[[Results], Iterator[str]]:
    """Return what yields sentence F1 of summaries on a set and on each of its genres."""

    def make(known: Results) -> Iterator[str]:
        places = [where, *(f"{where}/{genre}" for genre in genres)]
        rows = [
            (
                _shown(known, where, system),
                *(number(known, place, system, "sentence F1") for place in places),
            )
            for system in _order(known, where, "sentence F1")
        ]
        head = [
            f"{genre.replace('_', ' ')} ({_documents(known, place)})"
            for genre, place in zip(("all", *genres), places, strict=True)
        ]
        yield from _table(("system", *head), rows)

    return make


def names_by_type(known: Results) -> Iterator[str]:
    """Yield our figures by type and our errors by kind."""
    figures = (
        "PER",
        "ORG",
        "LOC",
        "F1",
        "missed",
        "invented",
        "other type",
        "cut otherwise",
        "both",
    )
    rows = []
    for name in _NAMES:
        found = [known.value(f"names/{name}", "bilatsum", figure) for figure in figures]
        cells = [
            _NONE if one is None else f"{one[0]:.3f}" if figure.isupper() else f"{one[0]:.0f}"
            for figure, one in zip(figures, found, strict=True)
        ]
        rows.append((name, *cells))
    yield from _table(("set", *figures[:3], "all", *figures[4:]), rows)


def dates(known: Results) -> Iterator[str]:
    """Yield all systems on the sets with TIMEX values, three figures each."""
    for name in ("timebank_dev", "meantime_dev", "wikiwars_train"):
        where = f"dates/{name}"
        size = known.sets.get(where, {"documents": 0, "words": 0, "gold": 0})
        yield f"{name}: {size['documents']:,} documents, {size['gold']:,} dates."
        yield ""
        yield from _systems(where, ("value F1", "relaxed F1", "strict F1"))(known)
        yield ""


def dates_written_on(known: Results) -> Iterator[str]:
    """Yield our figures on the sets that the rules were written on."""
    figures = ("value F1", "relaxed F1", "strict F1")
    rows = [
        (
            f"{name} ({_documents(known, f'dates/{name}')})",
            *(number(known, f"dates/{name}", "bilatsum", figure) for figure in figures),
        )
        for name in ("timebank_train", "aquaint_train", "tcr_train")
    ]
    yield from _table(("set", *figures), rows)


def cold(known: Results) -> Iterator[str]:
    """Yield the CPU seconds of one article from a cold start, the quickest first."""
    where = "speed/one article"
    rows = known.figures.get(where, {})
    if not rows:
        yield "Not measured yet."
        return
    quickest = sorted(rows, key=lambda name: rows[name]["values"]["CPU s"][0])
    cells = []
    for name in quickest:
        median, least, most = rows[name]["values"]["CPU s"]
        cells.append((_shown(known, where, name), f"{median:.2f}", f"{least:.2f} to {most:.2f}"))
    yield from _table(("process", "CPU s", "least to most"), cells)


def sizes(known: Results) -> Iterator[str]:
    """Yield how large each set is."""
    rows = [
        (
            place.replace("/", " · "),
            *(f"{size[key]:,}" for key in ("documents", "words", "gold")),
            size["of"],
        )
        for place, size in sorted(known.sets.items())
        if place.rpartition("/")[2] not in {*_GENRES, *_EXTRACT_GENRES}
        and not place.startswith("speed/")
    ]
    yield from _table(("task and set", "documents", "words", "gold", "of"), rows)


def versions(known: Results) -> Iterator[str]:
    """Yield the versions of the peers, or why one is not there."""
    measured: dict[str, set[str]] = {}
    for systems in known.figures.values():
        for system, row in systems.items():
            measured.setdefault(system, set()).add(row["measured"])
    rows = [
        (
            name,
            system.get("version") or f"not measured: {system['absent']}",
            ", ".join(sorted(measured.get(name, ()))) or _NONE,
        )
        for name, system in sorted(known.systems.items(), key=lambda item: item[0].lower())
    ]
    yield from _table(("system", "version", "measured"), rows)


def readme(known: Results) -> Iterator[str]:
    """Yield the rows on quality of the README's table."""
    rows = []
    for _, where, figure in _COMPARED:
        if where not in _IN_README or (where == _FOREIGN and figure != "ROUGE-1"):
            continue
        best = _best(known, where, PEER, figure)
        plain = _best(known, where, BASELINE, figure)
        others = [f"{name} {_short(known, where, name, figure)}" for name in (best, plain) if name]
        ours = _short(known, where, "bilatsum", figure)
        rows.append((_IN_README[where], ours, ", ".join(others) or _NONE))
    brief, lex_rank = (
        known.value("speed/one article", name, "CPU s") for name in ("bilatsum", "sumy lex-rank")
    )
    if brief and lex_rank:
        what = "a column from a cold start, CPU: the whole brief"
        rows.append((what, f"{brief[0]:.2f} s", f"sumy's lex-rank alone {lex_rank[0]:.2f} s"))
    yield from _table(("", "bilatsum", "best peer, trivial baseline"), rows)


def _short(known: Results, where: str, system: str, figure: str) -> str:
    found = known.value(where, system, figure)
    if found is None:
        return _NONE
    return f"{found[0]:.1f}" if found[0] > 1 else f"{found[0]:.2f}".removeprefix("0")


_BLOCKS: dict[str, Callable[[Results], Iterator[str]]] = {
    "beside peers": beside,
    "whole briefs": brief_figures,
    "brief actors": _systems(
        "brief actors/briefs", ("F1", "precision", "recall", "country", "role")
    ),
    "brief dates": _systems("brief dates/briefs", ("value F1", "relaxed F1", "strict F1")),
    "brief summaries": _systems(
        "brief summaries/briefs", ("sentence F1", "ROUGE-1", "ROUGE-2", "words")
    ),
    "brief genres": _genres("brief summaries/briefs", _GENRES),
    "extract genres": _genres("brief summaries/extracts", _EXTRACT_GENRES),
    "news summaries": _systems(_FOREIGN, ("ROUGE-1", "ROUGE-2", "ROUGE-Lsum", "words")),
    "news summaries, all": _systems(
        "summaries/cnndm_dev", ("ROUGE-1", "ROUGE-2", "ROUGE-Lsum", "words")
    ),
    "names": _over_sets("names", _NAMES[:3], "F1"),
    "names by type": names_by_type,
    "dates": dates,
    "dates written on": dates_written_on,
    "date values": _systems(
        "date values/gum_dates_dev", ("right of marked", "value accuracy", "found")
    ),
    "date values written on": _systems(
        "date values/gum_dates_train", ("right of marked", "value accuracy", "found")
    ),
    "segmentation": _over_sets(
        "segmentation", ("GUM news", "gum_dev", "ud_ewt_dev", "golden rules"), "F1"
    ),
    "segmentation parts": _over_sets(
        "segmentation", ("GUM news/held back", "GUM news/tuned on"), "F1"
    ),
    "cold": cold,
    "sizes": sizes,
    "versions": versions,
    "figures": readme,
}


def page(text: str, known: Results | None = None) -> str:
    """Return a page with each block between its markers as the results have it."""
    for name, block in blocks(known or results.load()).items():
        begin, end = f"<!-- {name}: generated -->", f"<!-- end of {name} -->"
        before, found, rest = text.partition(begin)
        if found:
            _, _, after = rest.partition(end)
            text = f"{before}{begin}\n{block.strip()}\n{end}{after}"
    return text
