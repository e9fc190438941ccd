"""`cleaner corpus check`: which records `corpus clean` would change. The checking hook for corpora runs this."""

from typing import TYPE_CHECKING

import click

from cleaner.cli.options import FIELD, takes_files
from cleaner.cli.streams import emit, say
from cleaner.errors import UsageError
from cleaner.writing.printable import printable

if TYPE_CHECKING:
    from cleaner.cli.job import Job


@click.command()
@FIELD
@takes_files
def check(job: "Job", field: str) -> int:
    """Name the records that `cleaner corpus clean` would change.

    FILE is JSON Lines. Nothing is written; the exit code is 1 if there are any such records, and 3 if a record cannot
    be cleaned, which standard error tells. The text is in --field, else in `text`, else in `html`.
    """
    from cleaner.cli.each import each_file
    from cleaner.corpus.check import findings
    from cleaner.corpus.plan import Plan
    from cleaner.files import STDIN

    if job.encoding:
        raise UsageError("--encoding is not for JSON Lines, which are UTF-8; convert the file")
    if STDIN in job.names:
        raise UsageError("no file is named; name the JSON Lines to check")
    plan = Plan(job.choice, job.wanted, job.mode, job.format, field, limits=job.limits)

    def work(name: str) -> int:
        code = 0
        for finding in findings(name, plan):
            if finding.error:
                say(f"record {finding.number}: {finding.error}", name)
            else:
                emit(f"{printable(name)}:{finding.number}: {finding.change}\n")
            code = max(code, 3 if finding.error else 1)
        return code

    return each_file(job.names, work)
