"""`cleaner fix`: files cleaned in place. The fixing hook runs this."""

import click

from cleaner.cli.job import Job, renewed
from cleaner.cli.options import takes_files
from cleaner.cli.streams import say
from cleaner.document import CleanDocument
from cleaner.errors import UsageError
from cleaner.files import STDIN, Original, write_atomically
from cleaner.writing.explain import count


@click.command()
@takes_files
def fix(job: Job) -> int:
    """Clean each FILE in place.

    The exit code is 1 if any file changed. Encoding, BOM, line ends and mode stay; a file is written whole or not at
    all, and only if it changes. Left as it is: a file that is HTML or damaged, whose encoding is only guessed, or that
    would lose nearly all its prose.
    """
    if STDIN in job.names:
        raise UsageError("fix rewrites files and none is named; cleaner clean filters standard input")
    return job.each(_fix)


def _fix(original: Original, clean: CleanDocument) -> int:
    data = renewed(original, clean)
    if data == original.data:
        return 0
    name = original.document.source.name
    write_atomically(name, data)
    say(f"fixed, {count(len(clean.dropped), 'line')} dropped", name)
    return 1
