"""`cleaner corpus learn`: rules for the chrome of sites, from the corpus itself."""

from typing import TYPE_CHECKING, Any

import click

from cleaner.cli.options import FIELD, JOBS, SCHEDULER
from cleaner.cli.streams import say

if TYPE_CHECKING:
    from cleaner.corpus.learning.learn import Learned, Wanted


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="IN...")
@click.option("-o", "--output", metavar="FILE", required=True, help="The rule pack to write.")
@JOBS
@SCHEDULER
@FIELD
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
def learn(inputs: tuple[str, ...], output: str, min_pages: int, min_share: float, **how: Any) -> int:
    """Learn the chrome of the sites in a corpus, as rules.

    Lines that stand on many pages of one site, outside of its articles, become a pack to read, trim and commit;
    --rules FILE applies it. A record's `url` tells its site, a page of HTML may tell its own; numbers and dates in a
    line do not count. What recurs within articles stays, and so do sites of few pages.
    """
    from cleaner.cli.folder import need_folder
    from cleaner.corpus.learning.learn import Wanted
    from cleaner.corpus.learning.write import pack
    from cleaner.errors import CleanerError
    from cleaner.writing.atomic import write_atomically

    need_folder("-o", output)
    found = _learned(inputs, Wanted(min_pages, min_share), **how)
    try:
        write_atomically(output, pack(found.sites).encode())
    except CleanerError as error:
        raise CleanerError(f"{output}: {error}") from None
    lines = sum(len(site.lines) for site in found.sites)
    say(
        f"{output}: lines learned: {lines:,}; sites: {len(found.sites):,} of {found.seen:,}; pages read: {found.read:,}"
    )
    if found.homeless:
        say(f"passed over, for nothing tells their site: {found.homeless:,} pages; give each record its `url`")
    return 0


def _learned(inputs: tuple[str, ...], wanted: "Wanted", jobs: int, scheduler: str | None, field: str) -> "Learned":
    from functools import partial

    if scheduler is not None:
        from cleaner.corpus.engines.dask import learn_on_cluster

        return learn_on_cluster(inputs, field, wanted, scheduler, say)
    from cleaner.corpus.learning.inputs import blocks_of, pages_in
    from cleaner.corpus.learning.learn import learn
    from cleaner.corpus.learning.workers import Processes

    return learn(partial(blocks_of, inputs), partial(pages_in, field=field), wanted, Processes(jobs))
