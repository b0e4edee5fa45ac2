"""The brief as JSON, schema 1; docs/brief-format.md defines every field."""

import json
from collections.abc import Iterator
from typing import Any

from bilatsum.data import data_versions
from bilatsum.model import Actor, Article, Brief, DateMention, Document, Issue, Options, Span

SCHEMA = 1
_PIECE = 1 << 16  # characters


def render(brief: Brief, *, indent: int | None = None) -> str:
    """Return the brief as JSON without a line break at its end; on one line without `indent`."""
    return "".join(pieces(brief, indent=indent))


def pieces(brief: Brief, *, indent: int | None = None) -> Iterator[str]:
    """Return what `render` returns piece by piece: that of a long article never is in memory."""
    separators = (",", ":") if indent is None else (",", ": ")
    encoder = json.JSONEncoder(ensure_ascii=False, indent=indent, separators=separators)
    return _pieces(_members(brief), encoder, "\n" if indent is not None else "")


def to_dict(brief: Brief) -> dict[str, Any]:
    """Return the brief as plain values, in the order in which they are written."""
    values: dict[str, Any] = _whole(_members(brief))
    return values


def _members(brief: Brief) -> dict[str, Any]:
    """Return what is written, in its order; long lists of records are iterators."""
    document = brief.document
    return {
        "schema": SCHEMA,
        "version": brief.versions["bilatsum"],
        "versions": dict(brief.versions),
        "data": dict(data_versions()),
        "options": _options(brief.options),
        "article": _article(brief.article, document),
        "pair": list(brief.pair) if brief.pair else None,
        "summary": {
            "method": brief.summary.method,
            "sentences": [
                {
                    "index": chosen.index,
                    "start": document.sentences[chosen.index].span.start,
                    "end": document.sentences[chosen.index].span.end,
                    "text": document.shown(document.sentences[chosen.index].span),
                    "score": chosen.score,
                    "reasons": list(chosen.reasons),
                    "context": _context(chosen.context),
                }
                for chosen in brief.summary.sentences
            ],
            "ranking": ({"index": index, "score": score} for index, score in brief.summary.ranking),
        },
        "issues": [_issue(issue, document) for issue in brief.issues],
        "actors": (_actor(actor) for actor in brief.actors),
        "dates": (_date(mention, document) for mention in brief.dates),
        "sentences": (
            {
                "index": sentence.index,
                "start": sentence.span.start,
                "end": sentence.span.end,
                "paragraph": sentence.paragraph,
            }
            for sentence in document.sentences
        ),
        "text": brief.article.text,
    }


def _whole(value: Any) -> Any:  # noqa: ANN401 - any value of JSON
    """Return a value with lists for its iterators."""
    if isinstance(value, dict):
        return {name: _whole(member) for name, member in value.items()}
    return list(value) if isinstance(value, Iterator) else value


def _pieces(value: Any, encoder: json.JSONEncoder, line: str) -> Iterator[str]:  # noqa: ANN401
    """Yield a value as `encoder` writes it; `line` is the break and indent before it, or empty."""
    inner = line and line + " " * int(encoder.indent or 0)
    if isinstance(value, str):
        yield '"'
        for start in range(0, len(value), _PIECE):
            yield encoder.encode(value[start : start + _PIECE])[1:-1]
        yield '"'
    elif isinstance(value, dict) and value:
        before = "{"
        for name, member in value.items():
            yield f"{before}{inner}{encoder.encode(name)}{encoder.key_separator}"
            yield from _pieces(member, encoder, inner)
            before = ","
        yield line + "}"
    elif isinstance(value, Iterator):
        before = "["
        for record in value:
            yield before + inner + encoder.encode(record).replace("\n", inner)
            before = ","
        yield "[]" if before == "[" else line + "]"
    else:
        yield encoder.encode(value).replace("\n", line)


def _options(options: Options) -> dict[str, Any]:
    return {
        "method": options.method,
        "sentences": options.sentences,
        "words": options.words,
        "ratio": options.ratio,
        "issues": options.issues,
        "date": str(options.date) if options.date else None,
        "gazetteer": options.own.sha256 or None,
    }


def _article(article: Article, document: Document) -> dict[str, Any]:
    return {
        "source": article.source,
        "title": document.shown(article.title) if article.title else None,
        "byline": document.shown(article.byline) if article.byline else None,
        "published": str(article.published) if article.published else None,
        "published_from": article.published_from,
        "language": article.language,
        "sha256": article.sha256,
        "characters": len(article.text),
        "notes": list(article.notes),
    }


def _context(context: tuple[str, tuple[str, ...]] | None) -> dict[str, Any] | None:
    return {"opening": context[0], "actors": list(context[1])} if context else None


def _issue(issue: Issue, document: Document) -> dict[str, Any]:
    return {
        "topic": issue.topic,
        "label": issue.label,
        "stake": _stake(issue, document),
        "text": document.shown(issue.bullet),
        "start": issue.bullet.start,
        "end": issue.bullet.end,
        "standing": issue.standing,
        "evidence": list(issue.evidence),
        "actors": list(issue.actors),
        "sides": [
            {"name": side.name, "country": side.country, "stance": side.stance}
            for side in issue.sides
        ],
        "score": issue.score,
        "codes": {scheme: list(codes) for scheme, codes in issue.codes.items()},
        "why": list(issue.why),
    }


def _stake(issue: Issue, document: Document) -> dict[str, Any] | None:
    if issue.stake is None:
        return None
    return {
        "text": document.shown(issue.stake),
        "start": issue.stake.start,
        "end": issue.stake.end,
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "roles": list(actor.roles),
        "aliases": list(actor.aliases),
        "salience": actor.salience,
        "mentions": [
            {
                "start": mention.span.start,
                "end": mention.span.end,
                "rule": mention.rule,
                "role": _span(mention.role),
            }
            for mention in actor.mentions
        ],
        "why": list(actor.why),
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return {"start": span.start, "end": span.end} if span else None


def _date(mention: DateMention, document: Document) -> dict[str, Any]:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": document.shown(mention.span),
        "type": mention.type,
        "value": mention.value,
        "from": str(mention.start) if mention.start else None,
        "to": str(mention.end) if mention.end else None,
        "anchor": mention.anchor,
        "rule": mention.rule,
    }
