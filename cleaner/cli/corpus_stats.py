"""`cleaner corpus stats`: what a run of `corpus clean` did, as tables or as a page."""

import click

from cleaner.cli.streams import emit, say, screen_width
from cleaner.errors import CleanerError


@click.command()
@click.argument("out", metavar="OUT")
@click.option("--top", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="Rows of a long table.")
@click.option("--html", "page", metavar="FILE", help="Write all of it as one page for a browser, with samples.")
def stats(out: str, top: int, page: str | None) -> int:
    """Show what was removed from a corpus, with examples.

    OUT is a folder or URL that `cleaner corpus clean` has written to. Tables tell what went by rule, site and language,
    and what failed. The page needs no network; in it some documents show what was kept beside what was removed.
    """
    from cleaner.cli.folder import need_folder
    from cleaner.corpus.report.report import read_report

    if page is not None:
        need_folder("--html", page)
    report = read_report(out, samples=page is not None)
    if page is None:
        from cleaner.corpus.report.tables import tables

        emit(tables(report, top, screen_width()))
        return 0
    from cleaner.corpus.report.page import page_of
    from cleaner.writing.atomic import write_atomically

    try:
        write_atomically(page, page_of(report, top).encode())
    except CleanerError as error:
        say(str(error), page)
        return error.exit_code
    say("written; open it in a browser", page)
    return 0
