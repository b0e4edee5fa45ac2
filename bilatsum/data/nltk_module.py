"""Single modules of NLTK, without the rest of it.

`import nltk` loads numpy and nearly two hundred modules and takes longer than a whole brief; the
tokenizers and the stemmer need a dozen of them. So the packages are stood in for by empty ones
while the module asked for is imported, and everything is taken out of `sys.modules` again, so that
anybody's own `import nltk` finds NLTK as it is.
"""

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import Any

_PACKAGES = ("nltk", "nltk.tokenize", "nltk.stem")
_kept: dict[str, Any] = {}
_lock = Lock()


def nltk_module(name: str) -> Any:  # noqa: ANN401 - a module
    """Return a module of NLTK, such as "nltk.stem.porter". Raises ImportError without NLTK."""
    with _lock:
        if name not in _kept:
            _kept[name] = import_module(name) if "nltk" in sys.modules else _alone(name)
        return _kept[name]


def nltk_version() -> str:
    """Return the version of NLTK that is installed."""
    return (_folder() / "VERSION").read_text(encoding="ascii").strip()


def _alone(name: str) -> ModuleType:
    for package in _PACKAGES:
        stand_in = ModuleType(package)
        stand_in.__path__ = [str(_folder().joinpath(*package.split(".")[1:]))]
        sys.modules[package] = stand_in
    try:
        sys.modules.update((key, module) for key, module in _kept.items())
        return import_module(name)
    except (ImportError, AttributeError):  # an NLTK that is laid out otherwise
        _forget()
        return import_module(name)
    finally:
        if not hasattr(sys.modules.get("nltk"), "__version__"):
            _forget()


def _forget() -> None:
    for key in [key for key in sys.modules if key == "nltk" or key.startswith("nltk.")]:
        del sys.modules[key]


def _folder() -> Path:
    spec = find_spec("nltk")
    if spec is None or not spec.submodule_search_locations:
        message = "NLTK is not installed"
        raise ImportError(message)
    return Path(spec.submodule_search_locations[0])
