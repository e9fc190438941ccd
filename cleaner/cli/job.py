"""What one call is to do, and the loop over its files: order kept, and no failure stops the rest."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from cleaner.cleaning import clean_document
from cleaner.cli.streams import is_terminal, say
from cleaner.document import CleanDocument
from cleaner.errors import CleanerError, UsageError
from cleaner.files import STDIN, Format, Original, load, rewritten
from cleaner.rules.choose import Choice
from cleaner.writing.explain import GUARD

MANY = 20  # files: fewer are done before a bar can be read


@dataclass(frozen=True, slots=True)
class Job:
    """Which files to read, by which rules, and how."""

    names: tuple[str, ...]
    choice: Choice
    format: Format = "auto"
    encoding: str | None = None

    def each(self, work: Callable[[Original, CleanDocument], int]) -> int:
        """Read and clean each file, hand it to `work`, and return the gravest exit code of all."""
        if Counter(self.names)[STDIN] > 1:
            raise UsageError("standard input can be read only once; name - once")
        code = 0
        with _progress(self.names) as names:
            for name in names:
                if name == STDIN and is_terminal(sys.stdin):
                    say("reading standard input; end it with Ctrl-D")
                try:
                    original = load(name, self.format, self.encoding)
                    code = max(code, work(original, clean_document(original.document, self.choice)))
                    for note in original.document.source.notes:
                        say(note, original.document.source.name)
                except UsageError:
                    raise
                except CleanerError as error:
                    say(str(error), "<stdin>" if name == STDIN else name)
                    code = max(code, error.exit_code)
        return code


def warn(clean: CleanDocument) -> None:
    """Say that the guard held the rules back, or that nothing was left to print."""
    name = clean.document.source.name
    if clean.guarded:
        say(f"{GUARD}, so all of it was kept; find the rule at fault and --ignore it", name)
    elif clean.document.blocks and not clean.kept:
        say("nothing was kept; cleaner explain says why", name)


def renewed(original: Original, clean: CleanDocument) -> bytes:
    """The bytes that `fix` leaves in a file: its own ones if there is nothing to do. `check` asks the same."""
    if clean.guarded:
        raise CleanerError(f"left as it is, for {GUARD}; find the rule at fault and --ignore it")
    if clean.document.blocks and not clean.kept:
        raise CleanerError("left as it is, for the rules would drop every line; leave it out, or --ignore a rule")
    return rewritten(original, clean.text)


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
