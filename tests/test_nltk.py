"""NLTK in parts."""

import subprocess
import sys

SCRIPT = """
import sys
from bilatsum import summarize
brief = summarize("Peru met Chile in Lima. They spoke of Mr. Paz.", date="2025-04-08")
left = [name for name in sys.modules if name.split(".")[0] in ("nltk", "numpy")]
import nltk
from nltk.stem import PorterStemmer
print(len(left), brief.versions["nltk"] == nltk.__version__, PorterStemmer().stem("running"))
"""
AFTER = """
import nltk
from bilatsum import summarize
print(len(summarize("Peru met Chile in Lima. They spoke of Mr. Paz.").document.sentences))
"""


def run(script: str) -> list[str]:
    """Run a script in an interpreter of its own; return the words it prints."""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_a_brief_loads_parts_of_nltk_and_leaves_the_whole_to_others() -> None:
    assert run(SCRIPT) == ["0", "True", "run"]


def test_a_brief_uses_the_nltk_that_is_there() -> None:
    assert run(AFTER) == ["2"]
