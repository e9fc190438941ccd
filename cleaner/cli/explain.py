"""`cleaner explain`: every line of a document, kept or dropped, by which rule and why."""

from typing import TYPE_CHECKING

import click

from cleaner.cli.options import takes_files
from cleaner.cli.streams import emit, screen_width

if TYPE_CHECKING:
    from cleaner.cli.job import Job
    from cleaner.files import Original
    from cleaner.outcome import CleanDocument


@click.command()
@takes_files
def explain(job: "Job") -> int:
    """Show which lines are kept and dropped, and why.

    No FILE, or -, is standard input. A terminal gets colours; a pipe gets columns: line number (of a page the number
    of the block), keep, drop, why or mend, rule, a bar, the text; and a summary in lines that begin with #.
    """
    return job.each(_explain)


def _explain(original: "Original", clean: "CleanDocument") -> int:  # noqa: ARG001 - what `each` hands over
    if width := screen_width():
        from cleaner.writing.terminal import coloured

        emit(coloured(clean, width))
    else:
        from cleaner.writing.explain import plain

        emit(plain(clean))
    return 0
