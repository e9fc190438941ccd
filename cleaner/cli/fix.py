"""`cleaner fix`: files cleaned in place. The fixing hook runs this."""

from typing import TYPE_CHECKING

import click

from cleaner.cli.options import takes_files
from cleaner.cli.streams import say
from cleaner.errors import UsageError

if TYPE_CHECKING:
    from cleaner.cli.job import Job
    from cleaner.files import Original
    from cleaner.outcome import CleanDocument


@click.command()
@takes_files
def fix(job: "Job") -> int:
    """Clean each FILE in place.

    The exit code is 1 if any file changed. Encoding, BOM, line ends and mode stay; a file is written whole or not at
    all, and only if it changes. Left as it is: a file that is HTML or damaged, whose encoding is only guessed, or that
    would lose nearly all its prose.
    """
    from cleaner.cli.each import MANY
    from cleaner.cli.job import renewed
    from cleaner.files import STDIN
    from cleaner.writing.atomic import other_links, write_atomically
    from cleaner.writing.explain import count

    if STDIN in job.names:
        raise UsageError("fix rewrites files and none is named; cleaner clean filters standard input")
    fixed = 0

    def work(original: "Original", clean: "CleanDocument") -> int:
        nonlocal fixed
        data = renewed(original, clean)
        if data == original.data:
            return 0
        name = original.document.source.name
        if others := other_links(name):
            say(f"it has {count(others, 'other name')} (hard links), which will keep the old text", name)
        write_atomically(name, data)
        fixed += 1
        if len(job.names) < MANY:
            words = sum(repair.count for repair in clean.repairs)
            mended = f", {count(words, 'word')} mended" if words else ""
            say(f"fixed, {count(len(clean.dropped), 'line')} dropped{mended}", name)
        return 1

    code = job.each(work)
    if fixed and len(job.names) >= MANY:
        say(f"{fixed} of {len(job.names)} files fixed")
    return code
