"""Shards on a Dask cluster. A shard is a task: it runs as on one machine, so what comes of it is the same.

OUT and IN are paths or URLs that every worker can reach. Where a worker is lost, the scheduler gives its shards to
others; what it had begun has no name yet.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from cleaner.corpus.extras import needed
from cleaner.corpus.inputs import shards_of
from cleaner.corpus.learning.inputs import pages_of
from cleaner.corpus.learning.learn import Learned, Wanted, learn
from cleaner.corpus.parts import Shard
from cleaner.corpus.places import absolute, sweep_below
from cleaner.corpus.plan import package_fingerprint
from cleaner.corpus.runner import Job, Step, clean_shards
from cleaner.errors import CleanerError, UsageError

_Given = TypeVar("_Given")
_Result = TypeVar("_Result")
Tell = Callable[[str], None]  # what is said to the user while a run waits
_WAIT = 30  # seconds for a scheduler to answer
_RETRIES = 2  # of a task that failed, as when a store does not answer
_AHEAD = 3  # tasks under way for each thread: none waits for work, and no more results than these are held


class Cluster:
    """The workers of a cluster. client: of distributed."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def map(self, work: Callable[[_Given], _Result], given: Iterable[_Given]) -> Iterator[_Result]:
        """The results as they come, each once, though the worker that held it be lost. Raises CleanerError."""
        left = iter(given)
        task = partial(_same_everywhere, work, package_fingerprint())
        waiting = _module().as_completed(loop=self._client.loop)
        self._fill(waiting, task, left)
        for future in waiting:
            try:
                result: _Result = future.result()  # waits again where the worker that held it is lost meanwhile
            except Exception as error:
                raise _told(error) from None
            future.release()
            self._fill(waiting, task, left)
            yield result

    def _fill(self, waiting: Any, task: Callable[[_Given], _Result], left: Iterator[_Given]) -> None:
        """Give the cluster as much as keeps it busy; it may have grown meanwhile."""
        room = _AHEAD * max(1, sum(self._client.nthreads().values())) - waiting.count()
        for item in islice(left, max(0, room)):
            waiting.add(self._client.submit(task, item, retries=_RETRIES, pure=False))


@contextmanager
def cluster(address: str, tell: Tell) -> Iterator[Cluster]:
    """The cluster of the scheduler at an address. Raises UsageError where none answers; it may have no worker yet."""
    try:
        client = _module().Client(address, timeout=_WAIT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"no Dask scheduler answers at {address!r} ({error}); check the address") from None
    with client:
        if not client.nthreads():
            tell(f"the cluster at {address} has no worker; the run begins when one joins it")
        yield Cluster(client)


def clean_on_cluster(shards: Sequence[Shard], job: Job, address: str, tell: Tell) -> Iterator[Step]:
    """Clean all shards that are not done. The caller holds the lock of OUT. Raises CleanerError."""
    job = job._replace(out=absolute(job.out), jobs=1)
    read = documents = failed = 0
    with cluster(address, tell) as workers:
        for step in workers.map(partial(_clean_one, job=job), map(_found, shards)):
            read, documents, failed = read + step.read, documents + step.documents, failed + step.failed
            yield Step(read, documents, failed, step.unreadable)
    sweep_below(job.out)  # what lost workers had begun


def learn_on_cluster(names: Sequence[str], field: str, wanted: Wanted, address: str, tell: Tell) -> Learned:
    """The chrome of all sites in these inputs, as one machine learns it. Raises CleanerError."""
    shards = [*map(_found, shards_of(names))]
    with cluster(address, tell) as workers:
        return learn(lambda: shards, partial(pages_of, field=field), wanted, workers)


def _module() -> Any:
    return needed("distributed", "distributed fsspec")


def _found(shard: Shard) -> Shard:
    """The same, to be found from any working directory."""
    return shard._replace(files=tuple((absolute(path), name) for path, name in shard.files))


def _told(error: Exception) -> CleanerError:
    if isinstance(error, CleanerError):
        return error
    said = f"{type(error).__name__}: {error}"
    return CleanerError(f"a task failed on the cluster ({said}); run the command again")


def _same_everywhere(work: Callable[[_Given], _Result], version: str, item: _Given) -> _Result:
    """A task: work on one item, by the same code as that of the caller."""
    if package_fingerprint() != version:
        raise CleanerError("a worker has another version of cleaner; install the same everywhere")
    return work(item)


def _clean_one(shard: Shard, job: Job) -> Step:
    """What one machine does for one shard."""
    steps = list(clean_shards([shard], job))
    said = "".join(step.unreadable for step in steps)
    return steps[-1]._replace(unreadable=said)
