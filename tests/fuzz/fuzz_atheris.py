"""Fuzz one target with atheris, guided by coverage.

    python tests/fuzz/fuzz_atheris.py reading -runs=1000000 -max_len=200 -timeout=10 [CORPUS]

The first argument names a row of TARGETS; the others are libFuzzer's own. It stops at the first
find and writes the input beside it (crash-...). Needs `pip install atheris` (Linux, macOS).
"""

import sys

import atheris

with atheris.instrument_imports(include=["bilatsum"]):
    from fuzz_targets import TARGETS


def main() -> None:
    """Run the fuzzer."""
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
