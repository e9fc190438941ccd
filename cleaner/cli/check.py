"""`cleaner check`: which files `fix` would change, and how. The checking hook runs this."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from cleaner.cli.options import takes_files
from cleaner.cli.streams import emit
from cleaner.writing.printable import printable

if TYPE_CHECKING:
    from cleaner.cli.job import Job
    from cleaner.files import Original
    from cleaner.outcome import CleanDocument

_UNENDED = "\\ No newline at end of file"


@click.command()
@click.option("--diff", is_flag=True, help="Show how: a unified diff instead of the names.")
@takes_files
def check(job: "Job", diff: bool) -> int:
    """Name the files that `cleaner fix` would change.

    No FILE, or -, is standard input. Nothing is written; the exit code is 1 if there are any such files.
    """
    from cleaner.cli.job import renewed

    def work(original: "Original", clean: "CleanDocument") -> int:
        if renewed(original, clean) == original.data:
            return 0
        name = printable(original.document.source.name)
        emit("".join(_difference(original.decoded.text, clean.text, name)) if diff else f"{name}\n")
        return 1

    return job.each(work)


def _difference(before: str, after: str, name: str) -> Iterator[str]:
    """The lines of a unified diff, with line feeds as line ends and the other controls as escapes."""
    from difflib import unified_diff

    for line in unified_diff(_lines(before), _lines(after), name, name, lineterm=""):
        text, unended, _ = line.partition(f"\n{_UNENDED}")
        yield "\t".join(map(printable, text.split("\t"))) + f"{unended}\n"


def _lines(text: str) -> list[str]:
    """The lines of a text; a last one that does not end says so, as `diff` has it."""
    *ended, last = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [*ended, f"{last}\n{_UNENDED}"] if last else ended
