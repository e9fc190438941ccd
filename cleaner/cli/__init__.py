"""The command line. `run` is the way in and the only way out: every ending has its exit code here."""

import gc
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType

INTERRUPTED = 130
TERMINATED = 143
_ALLOCATIONS = 200_000  # before the collector looks for cycles: loading the rules makes many objects and not one cycle


class Terminated(BaseException):
    """Somebody has asked the process to end (SIGTERM). Like ^C it passes through, so that no temporary file stays."""


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    raise Terminated


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, 1, 2, 3, 130 (^C), 141 (the reader has left), 143 (SIGTERM).

    Output is flushed here, where a full disk can still be told, and closed, so that the interpreter does not try again.
    """
    gc.set_threshold(_ALLOCATIONS)
    signal.signal(signal.SIGTERM, _terminate)
    try:
        from cleaner.cli.streams import OutputLost, flush_output, say

        try:
            code = dispatch(arguments)
            flush_output()
        except OutputLost as lost:
            code = lost.exit_code
            if str(lost):
                say(str(lost))
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Terminated:
        code = TERMINATED
    with suppress(OSError, AttributeError):  # there may be no standard output at all
        sys.stdout.close()
    return code


def dispatch(arguments: Sequence[str] | None = None) -> int:
    """Run one command, say what is wrong with it if anything is, and return its exit code.

    click may only raise: its own exit codes for errors, interrupts and closed pipes are others.
    """
    import click

    from cleaner.cli.commands import commands
    from cleaner.cli.streams import CLOSED_PIPE, say
    from cleaner.errors import CleanerError

    try:
        return commands.main(arguments, prog_name="cleaner", standalone_mode=False) or 0
    except CleanerError as error:
        say(str(error))
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "cleaner"
        say(f"{error.format_message().rstrip('.')} (see {command} --help)")
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except SystemExit as stop:  # click's way out when its help meets a closed pipe, and after shell completion
        return CLOSED_PIPE if stop.code == 1 else 0
