"""The command line: Typer, streams, exit codes, progress.

In: arguments, standard input, the environment. Out: briefs on standard output or in files, one
line for each thing that went wrong on standard error, an exit code. No other room prints, exits,
or looks at the terminal.
"""

import signal
import sys
from types import FrameType

from .exits import Exit

__all__ = ["main"]


def main() -> None:
    """Run the program and exit; the entry point of `bilatsum` and `python -m bilatsum`."""
    try:
        _run()
    except KeyboardInterrupt:
        sys.exit(Exit.INTERRUPTED)
    except BrokenPipeError:
        from .streams import close_quietly  # noqa: PLC0415

        close_quietly()
        sys.exit(Exit.OK)


def _run() -> None:
    signal.signal(signal.SIGTERM, _terminate)
    from bilatsum.errors import BilatsumError  # noqa: PLC0415 - an interrupt on the way is caught

    from .app import app  # noqa: PLC0415
    from .summarize import exit_code, say, tell  # noqa: PLC0415

    try:
        app(prog_name="bilatsum")
    except BilatsumError as error:
        tell(error)
        sys.exit(exit_code(error))
    except (BrokenPipeError, KeyboardInterrupt, SystemExit):
        raise
    except MemoryError:
        say("error: not enough memory for this input")
        sys.exit(Exit.ERROR)
    except Exception as error:  # noqa: BLE001 - the last line of defence: never a traceback
        say(f"error: unexpected {type(error).__name__}: {error} (please report it with the input)")
        sys.exit(Exit.ERROR)


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    """End on SIGTERM as on an interrupt, so that no half-written file is left."""
    sys.exit(Exit.TERMINATED)
