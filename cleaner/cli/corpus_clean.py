"""`cleaner corpus clean`: shards, workers, resume."""

from typing import TYPE_CHECKING, Any

import click

from cleaner.cli.options import JOBS, SCHEDULER, takes_plan
from cleaner.cli.streams import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cleaner.corpus.inputs import Inputs
    from cleaner.corpus.parts import Shard
    from cleaner.corpus.plan import Plan
    from cleaner.corpus.runner import Job, Step


@click.command()
@click.option("-o", "--output", metavar="OUT", required=True, help="The folder for all that comes out.")
@JOBS
@SCHEDULER
@click.option(
    "--force",
    is_flag=True,
    help="Clean anew what other rules or options have cleaned in OUT, and forget or replace what came of another IN.",
)
@click.option("--fail-fast", is_flag=True, help="End at the first record that fails.")
@takes_plan
def clean(inputs: tuple[str, ...], plan: "Plan", output: str, scheduler: str | None, **others: Any) -> int:
    """Clean the documents of files, folders and globs.

    IN is any of .jsonl, .txt, .html, .warc and .wet, each also .gz or .zst, and .parquet. OUT gets the same files,
    cleaned (an .html becomes a .txt), and beside them removed/, every line that went, and why; failed/, every record
    that could not be read; noted/, what was guessed or mended to read one; stats.json. A run that was ended goes on
    where it stopped.

    Of a record only the cleaned field changes: --field, else `text`; where there is only `html`, that stays, and its
    article is added as `text`. A record's `url` tells its site.
    """
    from cleaner.cli.progress import shown
    from cleaner.corpus.inputs import find_shards
    from cleaner.corpus.markers import locked, settle_earlier
    from cleaner.corpus.runner import Job, ready, write_stats

    found = find_shards(inputs, output, plan.form)
    ready(found.shards, plan)
    job = Job(plan, output, **others)
    steps = _steps(found.shards, job, scheduler)
    unreadable: list[str] = []
    with locked(output):
        settle_earlier(output, found.shards, plan.fingerprint, force=job.force)
        try:
            for step in shown(steps, found):
                if step.unreadable:
                    say(step.unreadable)
                    unreadable.append(step.unreadable)
        except KeyboardInterrupt:
            say("stopped; run the same command again, and it goes on with the files that are not done")
            raise
        total = write_stats(job, unreadable).values
    _sum_up(found, total, output)
    return 3 if unreadable or total["failed"] else 0


def _steps(shards: "tuple[Shard, ...]", job: "Job", scheduler: str | None) -> "Iterator[Step]":
    if scheduler is not None:
        from cleaner.corpus.engines.dask import clean_on_cluster
        from cleaner.corpus.extras import needed

        needed("distributed", "distributed fsspec")  # told before anything is written
        return clean_on_cluster(shards, job, scheduler, say)
    from cleaner.corpus.runner import clean_shards

    return clean_shards(shards, job)


def _sum_up(found: "Inputs", total: dict[str, int], output: str) -> None:
    from cleaner.writing.explain import count

    if found.passed_over:
        say(f"{count(found.passed_over, 'file')} of other kinds passed over")
    say(f"{count(total['documents'], 'document')} in {output}, {count(total['lines_removed'], 'line')} removed")
    if total["noted"]:
        damage = (
            f", {total['damaged']:,} of them with bytes that are no text (put as U+FFFD)" if total["damaged"] else ""
        )
        say(f"{count(total['noted'], 'document')} with notes of reading{damage}; {output}/noted tells each")
    if total["failed"]:
        say(f"{count(total['failed'], 'record')} failed; {output}/failed tells each with its reason")
