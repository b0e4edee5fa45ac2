"""Single modules of NLTK, without the rest of it.

`import nltk` loads numpy and some two hundred modules and takes longer than a whole brief; the
tokenizers and the stemmer need a dozen of them. So NLTK's packages are stood in for by empty ones
while the module asked for is imported, and all are taken out of `sys.modules` again, so that an
`import nltk` of anybody else finds NLTK as it is.
"""

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import Any

_PACKAGES = ("nltk", "nltk.tokenize", "nltk.stem")
_parts: dict[str, ModuleType] = {}
_lock = Lock()


def nltk_module(name: str) -> Any:  # noqa: ANN401 - a module
    """Return a module of NLTK, such as "nltk.stem.porter". Raises ImportError without NLTK."""
    with _lock:
        if "nltk" in sys.modules:
            return import_module(name)
        if name not in _parts:
            _load(name)
        return _parts[name]


def nltk_version() -> str:
    """Return the version of the NLTK that is installed."""
    return (_folder() / "VERSION").read_text(encoding="ascii").strip()


def _load(name: str) -> None:
    """Import a module into `_parts` with stand-ins for its packages."""
    for package in _PACKAGES:
        if package not in _parts:
            _parts[package] = ModuleType(package)
            _parts[package].__path__ = [str(_folder().joinpath(*package.split(".")[1:]))]
    sys.modules.update(_parts)
    try:
        import_module(name)
        _parts.update(_take_out())
    except (ImportError, AttributeError):  # an NLTK that is laid out otherwise
        _take_out()
        _parts[name] = import_module(name)


def _take_out() -> dict[str, ModuleType]:
    names = [name for name in sys.modules if name == "nltk" or name.startswith("nltk.")]
    return {name: sys.modules.pop(name) for name in names}


def _folder() -> Path:
    spec = find_spec("nltk")
    if spec is None or not spec.submodule_search_locations:
        message = "NLTK is not installed"
        raise ImportError(message)
    return Path(spec.submodule_search_locations[0])
