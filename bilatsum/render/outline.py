"""What is on the page, in which order: the one layout that every written form draws.

A brief becomes blocks of four shapes; a line is made of runs of text, each with a style that says
what it is, not how it looks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bilatsum.data import states
from bilatsum.model import Actor, Brief, Issue, PartialDate, Span

from .excerpt import excerpt
from .runs import Line, Run, Style
from .timeline import Entry, timeline


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is the title of the brief, level 2 that of a section."""

    level: int
    text: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that follow each other closely."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item has a first line and perhaps more below it."""

    items: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `columns` are the headings, `wide` the number of the column that takes the room."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    wide: int


Block = Heading | Paragraph | Bullets | Table

MAX_ACTORS = 15
MAX_DATES = 20


@dataclass(frozen=True, slots=True)
class View:
    """How much to show: `cite` sentence numbers, `explain` the rule or score behind each line.

    `context` names in brackets those of whom a summary's sentence speaks as "He" or "The two".
    """

    cite: bool = True
    explain: bool = False
    context: bool = True


def outline(brief: Brief, view: View) -> tuple[Block, ...]:
    """Lay the brief out. Sections with nothing in them are left out."""
    return (
        *_head(brief),
        *_summary(brief, view),
        *_issues(brief, view),
        *_actors(brief, view),
        *_dates(brief, view),
    )


def _head(brief: Brief) -> Iterable[Block]:
    article, document = brief.article, brief.document
    title = document.shown(article.title) if article.title else ""
    yield Heading(1, (Run(title or f"Untitled article ({article.source})"),))
    facts: list[Run] = []
    if article.published:
        facts += [Run("Published "), Run(long_date(article.published), "strong")]
        facts.append(Run(f" ({_PUBLISHED_FROM[article.published_from or 'header']})", "muted"))
    else:
        facts.append(Run("Publication date unknown", "muted"))
    lines: list[Line] = [tuple(facts)]
    if brief.pair:
        first, second = (_state_name(code, brief.actors) for code in brief.pair)
        lines.append((Run("Between "), Run(first, "strong"), Run(" and "), Run(second, "strong")))
    if article.byline:
        lines.append((Run(document.shown(article.byline), "muted"),))
    lines += [(Run(f"Note: {note}", "muted"),) for note in article.notes]
    yield Paragraph(tuple(lines))


_PUBLISHED_FROM = {
    "header": "stated in the article's head",
    "dateline": "stated in the dateline",
    "option": "given with --date",
}


def _state_name(code: str, actors: Sequence[Actor]) -> str:
    """Return the name that the article gives a state, its usual one where it does not name it."""
    named = (actor.name for actor in actors if actor.kind == "state" and actor.country == code)
    usual = (state.name for state in states() if state.iso3 == code)
    return next(named, None) or next(usual, code)


def _summary(brief: Brief, view: View) -> Iterable[Block]:
    document = brief.document
    if not brief.summary.sentences:
        return
    yield Heading(2, (Run("Summary"),))
    items: list[tuple[Line, ...]] = []
    for chosen in brief.summary.sentences:
        sentence = document.sentences[chosen.index]
        line = (Run(document.shown(sentence.span)), *_cites([chosen.index], view))
        if view.context and chosen.context:
            opening, names = chosen.context
            line = (Run(f"[{opening}: {' and '.join(names)}]", "mark"), Run(" "), *line)
        lines = [line]
        if view.explain:
            reasons = ", ".join((f"score {chosen.score:.2f}", *chosen.reasons))
            lines.append((Run(f"{brief.summary.method}: {reasons}", "muted"),))
        items.append(tuple(lines))
    yield Bullets(tuple(items))


def _issues(brief: Brief, view: View) -> Iterable[Block]:
    if not brief.issues:
        return
    yield Heading(2, (Run("Key issues"),))
    yield Bullets(tuple(_issue(brief, issue, view) for issue in brief.issues))


def _issue(brief: Brief, issue: Issue, view: View) -> tuple[Line, ...]:
    """Lay an issue out: topic, stake and standing; the bullet; whose issue it is."""
    shown = brief.document.shown
    label = [Run(issue.label, "strong")]
    if issue.stake is not None:
        label.append(Run(f": {shown(issue.stake)}"))
    if issue.standing != "unclear":
        label.append(Run(f" ({_STANDINGS[issue.standing]})", "mark"))
    whole = brief.document.sentences[issue.evidence[0]].span
    before = "" if issue.bullet.start <= whole.start else "… "
    after = "" if issue.bullet.end >= whole.end else " …"
    text = f"{before}{shown(issue.bullet)}{after}"
    lines: list[Line] = [tuple(label), (Run(text), *_cites(issue.evidence, view))]
    sides = [f"{stance} by {names}" for stance, names in _by_stance(brief, issue)]
    if sides:
        lines.append((Run("; ".join(sides), "muted"),))
    if view.explain:
        lines.append(
            (Run(f"{issue.topic}: score {issue.score:.1f}, {', '.join(issue.why)}", "muted"),)
        )
    return tuple(lines)


_STANDINGS = {
    "done": "agreed or done",
    "planned": "announced or planned",
    "called for": "called for",
    "disputed": "disputed or opposed",
}


def _by_stance(brief: Brief, issue: Issue) -> Iterable[tuple[str, str]]:
    """Yield "raised" and "opposed" with the names of those who do, each with its state."""
    for stance, word in (("raises", "raised"), ("opposes", "opposed")):
        names = []
        for side in issue.sides:
            if side.stance == stance:
                state = _state_name(side.country, brief.actors) if side.country else side.name
                names.append(side.name if state == side.name else f"{side.name} ({state})")
        if names:
            yield word, ", ".join(names)


def _actors(brief: Brief, view: View) -> Iterable[Block]:
    """Lay out the actors by side: the two states of the pair with theirs, then all others."""
    shown = brief.actors[:MAX_ACTORS]
    if not shown:
        return
    yield Heading(2, (Run("Actors"),))
    columns = ("Name", "Role", "State", "Times", *(("First in",) if view.cite else ()))
    rows: list[tuple[Line, ...]] = []
    for name, actors in _sides(brief, shown):
        if name and actors:
            rows.append(((Run(name, "muted"),), *((Run(""),) for _ in columns[1:])))
        rows += [_actor(brief, actor, view) for actor in actors]
    yield Table(columns, tuple(rows), wide=1)
    left = len(brief.actors) - MAX_ACTORS
    if left > 0:
        yield Paragraph(((Run(f"and {left} more, all in the JSON form", "muted"),),))


def _sides(brief: Brief, shown: Sequence[Actor]) -> Iterable[tuple[str, list[Actor]]]:
    """Yield the sides with their actors; without a pair all are on one that has no name."""
    pair = brief.pair or ()
    for code in pair:
        name = f"Side of {_state_name(code, brief.actors)}"
        yield name, [actor for actor in shown if actor.country == code]
    yield "Others" if pair else "", [actor for actor in shown if actor.country not in pair]


def _actor(brief: Brief, actor: Actor, view: View) -> tuple[Line, ...]:
    name = [Run(actor.name, "strong")]
    others = [alias for alias in actor.aliases if not _is_part(alias, actor.name)]
    if others:
        name.append(Run(f" ({', '.join(others[:2])})", "muted"))
    role = [Run(actor.roles[0])] if actor.roles else []
    if not role and actor.kind != "person":
        role.append(Run(actor.kind, "muted"))
    if view.explain and actor.why:
        role.append(Run(f" [{'; '.join(actor.why)}]", "muted"))
    cells: list[Line] = [
        tuple(name),
        tuple(role),
        (Run(actor.country or ""),),
        (Run(str(len(actor.mentions))),),
    ]
    if view.cite:
        cells.append((Run(_first_place(brief, actor.mentions[0].span), "cite"),))
    return tuple(cells)


def _first_place(brief: Brief, span: Span) -> str:
    """Return the sentence number of a mention, "title" or "head" where it is in no sentence."""
    index = brief.document.sentence_at(span.start)
    title = brief.article.title
    if index is not None:
        return _number(index)
    return "title" if title is not None and title.covers(span) else "head"


def _is_part(alias: str, name: str) -> bool:
    """Whether an alias says nothing more than the name: "Rubio", "Al-Saffar"."""
    return alias.lower() in name.lower()


def _dates(brief: Brief, view: View) -> Iterable[Block]:
    """Lay out the timeline: what is to come first, for that is what readers act on."""
    line = timeline(brief)
    if line.ahead:
        yield Heading(2, (Run("Upcoming dates"),))
        yield from _entries(brief, line.ahead, view, "mark")
    if line.past:
        yield Heading(2, (Run("Timeline"),))
        yield from _entries(brief, line.past, view, "strong")


def _entries(brief: Brief, entries: Sequence[Entry], view: View, style: Style) -> Iterable[Block]:
    rows = tuple(_entry(brief, entry, view, style) for entry in entries[:MAX_DATES])
    columns = ("Date", "In the article", *(("In",) if view.cite else ()))
    yield Table(columns, rows, wide=1)
    left = len(entries) - MAX_DATES
    if left > 0:
        yield Paragraph(((Run(f"and {left} more, all in the JSON form", "muted"),),))


def _entry(brief: Brief, entry: Entry, view: View, style: Style) -> tuple[Line, ...]:
    first = entry.mentions[0]
    when: Line = (Run(entry.when, style),)
    if entry.reach:
        when = (*when, Run(f" ({entry.reach})", "muted"))
    cells: list[Line] = [when, excerpt(brief.document, first.span)]
    if view.explain:
        cells[1] = (*cells[1], Run(f" [{first.rule}]", "muted"))
    if view.cite:
        found = [brief.document.sentence_at(mention.span.start) for mention in entry.mentions]
        numbers = list(dict.fromkeys(index for index in found if index is not None))
        cells.append((Run(", ".join(_number(index) for index in numbers[:4]), "cite"),))
    return tuple(cells)


def _cites(indices: Iterable[int], view: View) -> Line:
    """Return sentence numbers, counted from 1, as a run of their own."""
    if not view.cite:
        return ()
    return (Run(" "), Run(f"[{', '.join(_number(index) for index in indices)}]", "cite"))


def _number(index: int) -> str:
    return f"S{index + 1}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def long_date(date: PartialDate) -> str:
    """Return a date as it is written: 8 April 2025."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
