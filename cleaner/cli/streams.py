"""Standard output carries data only, as UTF-8; whatever is said to the user goes to standard error, made harmless."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from cleaner.writing.printable import printable

CLOSED_PIPE = 141


class OutputLost(Exception):
    """Standard output takes no more. Without a message its reader has left, as `head` does, which is no error."""

    exit_code = 3


@contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        lost = OutputLost()
        lost.exit_code = CLOSED_PIPE
        raise lost from None
    except OSError as error:
        raise OutputLost(f"standard output cannot be written ({error.strerror}); its text is not complete") from None


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person is at the other end; a stream may be closed."""
    return stream is not None and stream.isatty()


def screen_width() -> int | None:
    """The columns of the terminal that standard output is, None where it is none."""
    from shutil import get_terminal_size

    return get_terminal_size().columns if is_terminal(sys.stdout) else None


def emit(text: str) -> None:
    """Write data to standard output."""
    if sys.stdout is None:
        raise OutputLost("standard output is closed; send it to a file or a pipe")
    rest = memoryview(text.encode())
    with _telling():
        while rest:  # under PYTHONUNBUFFERED a pipe takes what it has room for
            rest = rest[sys.stdout.buffer.write(rest) :]


def flush_output() -> None:
    """Hand everything that was emitted to the system."""
    if sys.stdout is not None:
        with _telling():
            sys.stdout.flush()


def say(message: str, name: str | None = None) -> None:
    """One message on standard error, with the file it is about. A message about no file may be a list of lines."""
    head = "cleaner: " if name is None else f"cleaner: {printable(name)}: "
    lines = message.split("\n") if name is None else [message]
    if sys.stderr is not None:
        with suppress(OSError):  # there is nowhere left to complain
            print(head + "\n".join(map(printable, lines)), file=sys.stderr, flush=True)
