"""The loop over the files of one call: order kept, and no failure stops the rest."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from cleaner.cli.streams import is_terminal, say
from cleaner.errors import CleanerError, UsageError
from cleaner.files import STDIN

MANY = 20  # files: fewer are done before a bar can be read


def each_file(names: Sequence[str], work: Callable[[str], int]) -> int:
    """Do the work for each file, say what fails, and return the gravest exit code of all."""
    if Counter(names)[STDIN] > 1:
        raise UsageError("standard input can be read only once; name - once")
    code = 0
    with _progress(names) as shown:
        for name in shown:
            if name == STDIN and is_terminal(sys.stdin):
                say("reading standard input; end it with Ctrl-D")
            try:
                code = max(code, work(name))
            except UsageError:
                raise
            except CleanerError as error:
                say(str(error), "<stdin>" if name == STDIN else name)
                code = max(code, error.exit_code)
    return code


@contextmanager
def _progress(names: Sequence[str]) -> Iterator[Iterator[str]]:
    """The names one by one, with a bar on standard error if that is a terminal and the output goes elsewhere."""
    if len(names) < MANY or not is_terminal(sys.stderr) or is_terminal(sys.stdout):
        yield iter(names)
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress

    with Progress(*Progress.get_default_columns(), MofNCompleteColumn(), console=Console(stderr=True)) as bar:
        yield iter(bar.track(names, description="cleaner"))
