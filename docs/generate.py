"""Write the generated parts of the documentation.

    python docs/generate.py

docs/cli.md from the program's --help, as are the man page and the completions of share/;
docs/rules.md from the date rules, docs/topics.md from the taxonomy of issues, the tables of
docs/brief-format.md from the JSON Schema and those of docs/evaluation.md from
benchmarks/results.json, the golden briefs of docs/examples and their page docs/samples.md, the
sample and the table in the README, and what the commands of all pages print. A test fails when any
of them differs from what is written here.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import completions
from blocks import PAGES, ROOT, with_outputs
from manual import manual

from bilatsum import Brief, summarize
from bilatsum.data import brief_schema, topics
from bilatsum.extract.dates import RULE_GROUPS
from bilatsum.render.terminal import render as to_terminal

sys.path.append(str(ROOT))  # the benchmarks are no installed package
from benchmarks import tables

EXAMPLES = ROOT / "docs" / "examples"
SHARE = ROOT / "share"
SAMPLE = EXAMPLES / "short-item.txt"
SAMPLE_SENTENCES = 2


def main() -> None:
    """Write every generated file."""
    for path, text in generated().items():
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, encoding="utf-8")
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            text = with_outputs(page.read_text(encoding="utf-8"), Path(folder))
        page.write_text(text, encoding="utf-8")


def generated() -> dict[Path, str]:
    """Return the content of every generated file by its path."""
    sample = summarize(SAMPLE.read_bytes(), source=SAMPLE.name, sentences=SAMPLE_SENTENCES)
    readme, brief_format = ROOT / "README.md", ROOT / "docs" / "brief-format.md"
    evaluation = ROOT / "docs" / "evaluation.md"
    return {
        ROOT / "docs" / "cli.md": command_reference(),
        ROOT / "docs" / "rules.md": date_rules(),
        ROOT / "docs" / "topics.md": topic_list(),
        brief_format: filled(brief_format, "fields", "\n".join(fields())),
        readme: tables.page(filled(readme, "sample", fenced(to_terminal(sample).strip("\n")))),
        evaluation: tables.page(evaluation.read_text(encoding="utf-8")),
        ROOT / "docs" / "samples.md": samples(),
        SHARE / "man" / "man1" / "bilatsum.1": manual(),
        SHARE / "bash-completion" / "completions" / "bilatsum": completions.bash(),
        SHARE / "zsh" / "site-functions" / "_bilatsum": completions.zsh(),
        SHARE / "fish" / "vendor_completions.d" / "bilatsum.fish": completions.fish(),
        **dict(golden_briefs()),
    }


def filled(path: Path, name: str, text: str) -> str:
    """Return a file with the part between its markers `name` replaced."""
    begin, end = f"<!-- {name}: generated -->", f"<!-- end of {name} -->"
    page = path.read_text(encoding="utf-8")
    pattern = re.compile(rf"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    return pattern.sub(lambda _: f"{begin}\n{text}\n{end}", page)


def command_reference() -> str:
    """Return the command reference: what the program says of itself."""
    about = (
        "Generated from `--help` by `python docs/generate.py`. The same is in the man page\n"
        "`bilatsum(1)`. Your shell completes commands, options and methods after\n"
        "`bilatsum --install-completion`; where the package is installed for all, the man page\n"
        "and the completions of bash, zsh and fish lie under `share`, where man and shells look."
    )
    parts = [
        "# Command reference",
        about,
        "## bilatsum",
        fenced(help_text()),
        "## bilatsum summarize",
        fenced(help_text("summarize")),
        "## bilatsum verify",
        fenced(help_text("verify")),
    ]
    return "\n\n".join(parts) + "\n"


def help_text(*command: str) -> str:
    """Return what `bilatsum ... --help` prints at 80 columns."""
    arguments = [sys.executable, "-m", "bilatsum", *command, "--help"]
    run = subprocess.run(  # noqa: S603 - our own program
        arguments,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"},
    )
    return run.stdout.strip("\n")


def fenced(text: str) -> str:
    """Return a code block."""
    return f"```text\n{text}\n```"


def date_rules() -> str:
    """Return the table of date rules with their examples."""
    lines = [
        "# Date rules",
        "",
        "Generated from `bilatsum/extract/dates` by `python docs/generate.py`. Every example is a",
        "test; relative wordings are read as of Tuesday 2025-04-08. Of overlapping findings the",
        "one that begins first wins, then the longest, then the one whose rule stands first. Traps",
        "take words that only look like dates. An empty value is a date that stays unresolved.",
    ]
    for group in RULE_GROUPS:
        lines += ["", f"## {group.name[0].upper()}{group.name[1:]}"]
        for rule in group.rules:
            lines += ["", f"### {rule.name}", ""]
            takes = "takes" if group.name == "traps" else "finds"
            for sentence, words, value in rule.finds:
                meaning = "" if takes == "takes" else f" = `{value or ' '}`"
                lines.append(f"- {takes} **{words}**{meaning} in “{sentence}”")
            lines += [f"- {takes} nothing in “{sentence}”" for sentence in rule.ignores]
    return "\n".join(lines) + "\n"


def topic_list() -> str:
    """Return the taxonomy of issues: what each topic takes in, and its codes elsewhere."""
    lines = [
        "# Topics of key issues",
        "",
        "Generated from `bilatsum/data/topics.json` by `python docs/generate.py`. PLOVER: contexts",
        "of the event ontology of that name, in capitals one of its event types; names only. IPTC:",
        "ids of Media Topics (`medtop:`). [Topics of your own](gazetteer.md) are added in a TOML",
        "file.",
        "",
        "| code | topic | takes in | terms | PLOVER | IPTC |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for topic in topics():
        plover, iptc = (", ".join(codes) for codes in (topic.plover, topic.iptc))
        cells = (f"`{topic.code}`", topic.label, topic.definition, len(topic.terms), plover, iptc)
        lines.append(f"| {' | '.join(str(cell) for cell in cells)} |")
    return "\n".join(lines) + "\n"


def fields() -> Iterator[str]:
    """Yield the lines of the tables of the JSON format."""
    yield from table("The brief", brief_schema())


def table(name: str, schema: dict[str, Any]) -> Iterator[str]:
    """Yield a table of an object's fields, then those of the objects in it."""
    inner: list[tuple[str, dict[str, Any]]] = []
    yield from ("", f"### {name}", "", "| field | type | meaning |", "| --- | --- | --- |")
    for field, what in schema["properties"].items():
        held = what.get("items", what)
        if "properties" in held:
            inner.append((f"`{field}`", held))
        yield f"| `{field}` | {type_of(what)} | {what.get('description', '')} |"
    for inner_name, inner_schema in inner:
        yield from table(inner_name, inner_schema)


def type_of(schema: dict[str, Any]) -> str:
    """Return a type as a reader writes it."""
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return " · ".join(f"`{json.dumps(value)}`" for value in schema["enum"])
    if "oneOf" in schema:
        return " or ".join(type_of(one) for one in schema["oneOf"])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    names = " or ".join(kinds)
    return f"{names} of {type_of(schema['items'])}" if "items" in schema else names


def example(path: Path) -> Brief:
    """Return the brief of a sample article."""
    return summarize(path.read_bytes(), source=path.name)


def articles() -> list[Path]:
    """Return the sample articles."""
    return sorted(
        path for path in EXAMPLES.iterdir() if path.is_file() and path.name != "README.md"
    )


def samples() -> str:
    """Return the page of the sample articles' briefs."""
    about = (
        "The briefs of the [sample articles](examples/README.md), whose people are invented.\n"
        "Generated by `python docs/generate.py`."
    )
    parts = ["# Samples", about]
    for path in articles():
        brief = fenced(to_terminal(example(path), width=80).strip("\n"))
        parts += [f"## {path.stem}", f"Of `docs/examples/{path.name}`:", brief]
    return "\n\n".join(parts) + "\n"


def golden_briefs() -> Iterator[tuple[Path, str]]:
    """Yield the briefs of the sample articles in every form."""
    for path in articles():
        brief = example(path)
        golden = EXAMPLES / "briefs" / path.stem
        yield golden.with_suffix(".txt"), to_terminal(brief, width=80)
        yield golden.with_suffix(".md"), brief.to_markdown()
        yield golden.with_suffix(".json"), to_stable_json(brief)


def to_stable_json(brief: Brief) -> str:
    """Return the brief as JSON without the versions, which change where nothing else does."""
    values = brief.to_dict()
    del values["version"], values["versions"], values["data"]
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    main()
