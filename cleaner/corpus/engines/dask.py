"""Shards on a Dask cluster. A shard is a task: it runs as on one machine, so its bytes are the same.

OUT and IN are paths or URLs that every worker can reach. Where a worker is lost, the scheduler gives its shards to
others; what it had begun has no name yet.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from cleaner.corpus.extras import needed
from cleaner.corpus.parts import Shard
from cleaner.corpus.places import absolute, sweep_below
from cleaner.corpus.runner import Job, Step, clean_shards
from cleaner.errors import CleanerError, UsageError

_WAIT = 30  # seconds for a scheduler to answer
_RETRIES = 2  # of a shard whose task failed, as when a store does not answer


def clean_on_cluster(shards: Sequence[Shard], job: Job, address: str) -> Iterator[Step]:
    """Clean all shards that are not done. The caller holds the lock of OUT. Raises CleanerError."""
    distributed: Any = needed("distributed", "dask")
    try:
        client = distributed.Client(address, timeout=_WAIT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"no Dask scheduler answers at {address!r} ({error}); check the address") from None
    with client:
        rules = job.plan.fingerprint
        job = job._replace(out=absolute(job.out), jobs=1)
        there = list(map(_found, shards))
        tasks = client.map(_clean_one, there, job=job, rules=rules, retries=_RETRIES, pure=False)
        read = documents = failed = 0
        for future in distributed.as_completed(tasks, loop=client.loop):
            try:
                step: Step = future.result()  # waits again where the worker that held it is lost meanwhile
            except Exception as error:
                client.cancel(tasks)
                raise _told(error) from None
            read, documents, failed = read + step.read, documents + step.documents, failed + step.failed
            yield Step(read, documents, failed, step.unreadable)
    sweep_below(job.out)  # what lost workers had begun


def _found(shard: Shard) -> Shard:
    """The same, to be found from any working directory."""
    return shard._replace(files=tuple((absolute(path), name) for path, name in shard.files))


def _told(error: Exception) -> CleanerError:
    if isinstance(error, CleanerError):
        return error
    said = f"{type(error).__name__}: {error}"
    return CleanerError(f"a shard failed on the cluster ({said}); run it again, and it goes on from here")


def _clean_one(shard: Shard, job: Job, rules: str) -> Step:
    """The task: what one machine does for one shard."""
    if job.plan.fingerprint != rules:
        raise CleanerError("a worker has another version of cleaner; install the same everywhere")
    steps = list(clean_shards([shard], job))
    said = "".join(step.unreadable for step in steps)
    return steps[-1]._replace(unreadable=said)
