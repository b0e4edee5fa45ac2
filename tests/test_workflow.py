"""The workflow of the host does what .ci/run does."""

import re
import tomllib

from blocks import ROOT

WORKFLOW = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
SCRIPT = ROOT / ".ci" / "run"
# What .ci/run needs to work on a copy, and what it says.
AROUND = re.compile(r"#|set |here=|work=|trap |export |cd |git ls-files|echo ")


def commands() -> list[str]:
    """Return the commands of .ci/run, each on one line."""
    script = SCRIPT.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (" ".join(line.split()) for line in script.splitlines())
    return [line for line in lines if line and not AROUND.match(line)]


def test_every_command_of_ci_run_is_a_step_of_the_workflow() -> None:
    steps = {
        " ".join(step.split()) for step in re.findall(r"^ +- run: (.+)$", WORKFLOW, re.MULTILINE)
    }
    assert len(commands()) > 5
    assert [command for command in commands() if command not in steps] == []


def test_the_workflow_tests_every_python_that_the_package_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [one.rpartition(" :: ")[2] for one in project["classifiers"] if ":: 3." in one]
    matrix = re.search(r"python: \[(.+)\]", WORKFLOW)
    assert matrix is not None
    assert re.findall(r"3\.\d+", matrix[1]) == named


def test_the_workflow_holds_no_secret_and_may_write_only_to_publish() -> None:
    assert "secrets." not in WORKFLOW
    assert re.findall(r"(\S+): write", WORKFLOW) == ["id-token"]
    assert WORKFLOW.index("id-token: write") > WORKFLOW.index("\n  publish:")
    used = re.findall(r"uses: \S+@(\S+)", WORKFLOW)
    assert used
    assert all(re.fullmatch(r"v\d+|release/v\d+|[0-9a-f]{40}", pin) for pin in used)
