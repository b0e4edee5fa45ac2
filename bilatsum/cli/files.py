"""Briefs into files: each written whole or not at all."""

import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from bilatsum.errors import OptionError, OutputError
from bilatsum.render import FORMATS

from .streams import STDIN


def write_file(path: Path, pieces: Iterable[str]) -> None:
    """Write a text in pieces to `path`, which keeps its old content until all of it is there.

    A device or a pipe is written to directly. Raises OutputError.
    """
    target = Path(os.path.realpath(path))
    data = (piece.encode("utf-8", errors="replace") for piece in pieces)
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                file.writelines(data)
        else:
            _replace(target, data)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        message = f"{path} cannot be written: {reason}"
        raise OutputError(message) from error


def _replace(target: Path, data: Iterable[bytes]) -> None:
    """Write to a new file beside the target and put it in the target's place."""
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def keep_articles(targets: Sequence[Path], sources: Sequence[str]) -> None:
    """Refuse to write a brief over an article. Raises OptionError."""
    for source in sources:
        if source != STDIN and any(_is_same_file(Path(source), target) for target in targets):
            message = f"the brief would take the place of the article {source}"
            raise OptionError(message, hint="give another --output")


def _is_same_file(source: Path, target: Path) -> bool:
    try:
        return target.is_file() and source.samefile(target)
    except (OSError, ValueError):  # what cannot be read is told when it is read
        return False


def is_folder(output: str, sources: Sequence[str]) -> bool:
    """Whether `--output` names a folder: it is one, ends in "/", or has no suffix for several."""
    path = Path(output)
    return path.is_dir() or output.endswith(("/", os.sep)) or (len(sources) > 1 and not path.suffix)


def make_folder(path: Path) -> None:
    """Make the folder and those above it. Raises OutputError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = (
            f"the folder {path} cannot be made: {(error.strerror or 'unknown reason').lower()}"
        )
        raise OutputError(message) from error


def file_names(sources: Sequence[str], form: str) -> list[str]:
    """Return a file name for the brief of each source, all different."""
    suffix = FORMATS[form][0] if FORMATS[form] else ".txt"
    names: list[str] = []
    for source in sources:
        stem = "brief" if source == STDIN else Path(source).stem
        name, number = f"{stem}{suffix}", 2
        while name in names:
            name, number = f"{stem}-{number}{suffix}", number + 1
        names.append(name)
    return names
