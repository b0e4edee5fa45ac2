"""A brief in JSON (schema 1), checked claim by claim at the offsets that it gives."""

import json
from collections.abc import Iterator
from typing import Any

from bilatsum.errors import InputError
from bilatsum.model import Document

from .claims import Report, Witness

SCHEMA = 1


def json_briefs(text: str, source: str) -> list[dict[str, Any]]:
    """Return the briefs in `text`: one, or one on each line. Raises InputError if it holds none."""
    try:
        try:
            found = [json.loads(text)]
        except json.JSONDecodeError:
            found = [json.loads(line) for line in text.split("\n") if line.strip()]
    except (ValueError, RecursionError) as error:
        message = f"{source} is no JSON: {error}".splitlines()[0]
        raise InputError(message) from error
    if not found:
        message = f"{source} is no JSON: it is empty"
        raise InputError(message)
    for one in found:
        if not isinstance(one, dict) or one.get("schema") != SCHEMA:
            message = f"{source} is no brief of schema {SCHEMA}"
            raise InputError(message, hint="write one with bilatsum summarize ARTICLE -f json")
    return found


def check_json(brief: dict[str, Any], document: Document) -> Report:
    """Check every quotation, offset and index of a brief against its article.

    A brief that lacks a part of the schema, or has something else in its place, gets a fault for
    that part.
    """
    report = Report()
    try:
        _check(brief, document, report)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        report.fault("brief", f"does not follow the schema ({type(error).__name__}: {error})")
    return report


def _check(brief: dict[str, Any], document: Document, report: Report) -> None:
    witness = Witness.of(document)
    article, read = brief["article"], document.article
    if article["sha256"] != read.sha256:
        report.fault("article.sha256", "the brief was made of another file than this article")
    if brief["text"] != read.text:
        report.fault("text", f"is not the article as read{_first_difference(brief, read.text)}")
    if article["characters"] != len(read.text):
        report.fault("article.characters", f"the article has {len(read.text)}")
    for name in ("title", "byline"):
        if article[name] is not None:
            report.checked["head lines"] += 1
            witness.has(report, f"article.{name}", article[name])
    _check_sentences(brief, witness, report)
    _check_issues(brief, witness, report)
    _check_actors(brief, witness, report)
    for where, date in _rows(brief["dates"], "dates"):
        report.checked["dates"] += 1
        witness.check(report, where, date["text"], date["start"], date["end"])


def _first_difference(brief: dict[str, Any], text: str) -> str:
    """Return from which character on the brief's copy of the article differs."""
    copy = str(brief["text"])
    shorter = min(len(copy), len(text))
    return f", from character {next((i for i in range(shorter) if copy[i] != text[i]), shorter)} on"


def _check_sentences(brief: dict[str, Any], witness: Witness, report: Report) -> None:
    """Check that sentences are in order and apart, and that chosen ones are what they say."""
    sentences = brief["sentences"]
    end = 0
    for place, (where, sentence) in enumerate(_rows(sentences, "sentences")):
        report.checked["sentences"] += 1
        if witness.at(sentence["start"], sentence["end"]) is None:
            report.fault(where, f"{_span(sentence)} is no stretch of the article")
        elif sentence["start"] < end or sentence["index"] != place:
            report.fault(where, "is out of order")
        else:
            end = sentence["end"]
    for where, chosen in _rows(brief["summary"]["sentences"], "summary.sentences"):
        report.checked["summary sentences"] += 1
        witness.check(report, where, chosen["text"], chosen["start"], chosen["end"])
        index = chosen["index"]
        if not _is_index(index, sentences):
            report.fault(where, f"there is no sentence {index}", chosen["text"])
        elif _span(chosen) != _span(sentences[index]):
            report.fault(where, f"is not sentence {index}", chosen["text"])


def _check_issues(brief: dict[str, Any], witness: Witness, report: Report) -> None:
    """Check that each bullet is the article's, and a part of its first evidence sentence."""
    sentences = brief["sentences"]
    for where, issue in _rows(brief["issues"], "issues"):
        report.checked["bullets"] += 1
        witness.check(report, where, issue["text"], issue["start"], issue["end"])
        evidence = issue["evidence"]
        if not evidence or not all(_is_index(index, sentences) for index in evidence):
            report.fault(where, "gives a sentence as evidence that there is not", issue["text"])
            continue
        first = sentences[evidence[0]]
        if not first["start"] <= issue["start"] < issue["end"] <= first["end"]:
            report.fault(where, f"is not from sentence {evidence[0]}", issue["text"])


def _check_actors(brief: dict[str, Any], witness: Witness, report: Report) -> None:
    """Check that every mention is a place in the article and every role and alias its words.

    The name of a state may be its usual one where the article has only its adjective.
    """
    for where, actor in _rows(brief["actors"], "actors"):
        report.checked["actors"] += 1
        mentions = actor["mentions"]
        if not mentions:
            report.fault(where, "is mentioned nowhere", actor["name"])
        for there, mention in _rows(mentions, f"{where}.mentions"):
            report.checked["mentions"] += 1
            for span in (mention, mention.get("role")):
                if span is not None and witness.at(span["start"], span["end"]) is None:
                    report.fault(there, f"{_span(span)} is no stretch of the article")
        if actor["kind"] == "person":
            witness.has(report, f"{where}.name", actor["name"])
        for field in ("roles", "aliases"):
            for number, text in enumerate(actor[field]):
                report.checked[field] += 1
                witness.has(report, f"{where}.{field}[{number}]", text)


def _rows(rows: list[dict[str, Any]], name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each row with the path that leads to it: "dates[3]"."""
    for number, row in enumerate(rows):
        yield f"{name}[{number}]", row


def _is_index(index: object, rows: list[dict[str, Any]]) -> bool:
    return type(index) is int and 0 <= index < len(rows)


def _span(row: dict[str, Any]) -> str:
    return f"{row['start']}-{row['end']}"
