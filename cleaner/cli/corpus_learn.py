"""`cleaner corpus learn`: rules for the chrome of sites, from the corpus itself."""

import click

from cleaner.cli.streams import say


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="IN...")
@click.option("-o", "--output", metavar="FILE", required=True, help="The rule pack to write.")
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Processes; as many as there are cores.")
@click.option("--field", default="", metavar="NAME", help="The field of a record's text, where it is not text or html.")
@click.option(
    "--min-pages", type=click.IntRange(2), default=10, show_default=True, metavar="N", help="Pages that carry a line."
)
@click.option(
    "--min-share",
    type=click.FloatRange(0.01, 1),
    default=0.3,
    show_default=True,
    metavar="SHARE",
    help="Share of its site's pages that carry a line.",
)
def learn(  # noqa: PLR0913 - one for each option
    inputs: tuple[str, ...], output: str, jobs: int | None, field: str, min_pages: int, min_share: float
) -> int:
    """Learn the chrome of the sites in a corpus, as rules.

    Lines that stand on many pages of one site, outside of its articles, become a pack to read, trim and commit;
    --rules FILE applies it. A record's `url` tells its site, a page of HTML may tell its own; numbers and dates in a
    line do not count. What recurs within articles stays, and so do sites of few pages.
    """
    import os
    from functools import partial
    from pathlib import Path

    from cleaner.corpus.learning.inputs import blocks_of, pages_in
    from cleaner.corpus.learning.learn import Wanted, learn
    from cleaner.corpus.learning.workers import Processes
    from cleaner.corpus.learning.write import pack
    from cleaner.errors import CleanerError, UsageError
    from cleaner.writing.atomic import write_atomically

    if not Path(output).absolute().parent.is_dir():
        raise UsageError(f"-o {output}: there is no such folder; make it first")  # not after hours of reading
    jobs = jobs or os.cpu_count() or 1
    found = learn(
        partial(blocks_of, inputs),
        partial(pages_in, field=field),
        Wanted(min_pages, min_share),
        Processes(jobs) if jobs > 1 else None,
    )
    try:
        write_atomically(output, pack(found.sites).encode())
    except CleanerError as error:
        raise CleanerError(f"{output}: {error}") from None
    lines = sum(len(site.lines) for site in found.sites)
    say(f"{output}: {lines:,} lines of {len(found.sites):,} sites; {found.seen:,} sites, {found.read:,} pages read")
    if found.homeless:
        say(f"{found.homeless:,} pages were passed over, for nothing tells their site; give each record its `url`")
    return 0
