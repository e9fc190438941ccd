"""The story of a run: shards that are done are passed over, the others read, cleaned, written whole, and marked."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import NamedTuple

import cleaner
from cleaner.corpus import places
from cleaner.corpus.desk import first_failure
from cleaner.corpus.inputs import STATS
from cleaner.corpus.markers import Marker, is_done, marker_path, markers_of, read_marker, write_marker
from cleaner.corpus.output import ShardOutput
from cleaner.corpus.parts import Cleaned, Lost, Shard, Unreadable
from cleaner.corpus.plan import Plan
from cleaner.corpus.streams import Reading, packing_of, zstd
from cleaner.corpus.tally import MOST_SITES_OF_SHARD, Tally, finished, largest
from cleaner.corpus.window import Task, windowed
from cleaner.corpus.work import clean_block, kind_of
from cleaner.errors import CleanerError, UsageError
from cleaner.reading.decode import decode
from cleaner.writing.atomic import Unwritable
from cleaner.writing.jsonl import dumps


class Job(NamedTuple):
    """A plan and where its output goes. jobs: worker processes; force: redo what other rules have made; fail_fast: end
    at the first record that fails.
    """

    plan: Plan
    out: str
    jobs: int = 1
    force: bool = False
    fail_fast: bool = False


class Step(NamedTuple):
    """How far a run has come: bytes read of the inputs as they lie, documents written, records failed, in all.

    unreadable: a shard that could not be read at all, with the reason.
    """

    read: int
    documents: int
    failed: int
    unreadable: str = ""


class _Begin(NamedTuple):
    shard: Shard
    reading: Reading


class _Done(NamedTuple):
    """A shard that an earlier run has done."""

    marker: Marker


class _End(NamedTuple):
    """The end of a shard. unreadable: why it could not be read at all."""

    shard: Shard
    unreadable: str = ""


_Read = Lost | _Begin | _Done | _End  # what is read beside blocks


def ready(shards: Sequence[Shard], plan: Plan) -> None:
    """Load what the shards need, so that what is missing is told before anything is written. Raises UsageError."""
    if plan.encoding is not None:
        decode(b"", plan.encoding)  # an unknown one would be told of each document
        if all(shard.kind != "documents" for shard in shards):
            raise UsageError("--encoding is for .txt and .html, and there is none; records are UTF-8 or tell their own")
    for kind in {shard.kind for shard in shards}:
        kind_of(kind)
    if any(packing_of(path) == "zst" for shard in shards for path, _ in shard.files):
        zstd()


def clean_shards(shards: Iterable[Shard], job: Job) -> Iterator[Step]:
    """Clean all shards that are not done. The caller holds the lock of OUT."""
    run = _Run(job)
    with _unwritable_told(job.out):  # what goes wrong in reading is told by record or shard
        try:
            work = partial(clean_block, plan=job.plan)
            events: Iterator[Cleaned | _Read] = windowed(_events(shards, job), work, job.jobs)
            for event in events:
                yield run.take(event)
        except BaseException as error:
            run.give_up(error)
            raise


@contextmanager
def _unwritable_told(out: str) -> Iterator[None]:
    try:
        yield
    except (OSError, Unwritable) as error:
        reason = error.args[0] if isinstance(error, Unwritable) else error.strerror or error
        raise CleanerError(f"{out} cannot be written ({reason}); mend that and run again, to go on here") from None


def _events(shards: Iterable[Shard], job: Job) -> Iterator[Task | _Read]:
    """What is read of all shards, in order."""
    rules = job.plan.fingerprint
    for shard in shards:
        marker = read_marker(job.out, shard.name)
        if marker and is_done(shard, marker, rules, job.out, job.plan.form):
            yield _Done(marker)
            continue
        reading = Reading(name for _, name in shard.files)
        yield _Begin(shard, reading)
        try:
            for part in kind_of(shard.kind).blocks(shard, reading, job.plan):
                yield part if isinstance(part, Lost) else Task(part, part.name)
        except OSError as error:
            yield _End(shard, f"it cannot be read ({error.strerror}); check its permissions and run again")
        except Unreadable as error:
            yield _End(shard, str(error))
        else:
            yield _End(shard)


class _Run:
    """Writes what comes out of the window, shard after shard, and counts."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._output: ShardOutput | None = None
        self._reading = Reading()
        self._read = self._documents = self._failed = 0

    def take(self, event: Cleaned | _Read) -> Step:
        unreadable = ""
        if isinstance(event, _Begin):
            places.remove(marker_path(self._job.out, event.shard.name))
            self._output = ShardOutput(event.shard, self._job.out, self._job.plan.form)
            self._reading = event.reading
        elif isinstance(event, _Done):
            self._read += event.marker.size
            self._documents += event.marker.tally["documents"]
            self._failed += event.marker.tally["failed"]
        elif isinstance(event, _End):
            unreadable = self._finish(event)
        elif isinstance(event, Lost | Cleaned) and self._output is not None:
            self._add(event, self._output)
        return Step(self._read + self._reading.size, self._documents, self._failed, unreadable)

    def give_up(self, error: BaseException) -> None:
        """Leave no half of a shard."""
        if self._output is not None:
            with suppress(type(error), CleanerError):
                self._output.drop(error)

    def _add(self, event: Lost | Cleaned, output: ShardOutput) -> None:
        before = output.tally.values["failed"]
        if isinstance(event, Lost):
            output.lose(event)
        else:
            output.add(event)
            self._documents += event.tally.values["documents"]
        self._failed += output.tally.values["failed"] - before
        if self._job.fail_fast and output.tally.values["failed"]:
            number, reason = (event.number, event.reason) if isinstance(event, Lost) else first_failure(event.failed)
            raise CleanerError(f"{output.shard.name}, record {number}: {reason}")

    def _finish(self, event: _End) -> str:
        """The sentence about a shard that could not be read; it gets no marker, so that the next run tries again."""
        output, self._output = self._output, None
        reading, self._reading = self._reading, Reading()
        self._read += reading.size
        if output is None:
            return ""
        if event.unreadable:
            with suppress(CleanerError):
                output.drop(CleanerError())
            return f"{event.shard.name}: {event.unreadable}"
        output.finish()
        write_marker(self._job.out, event.shard, reading, self._job.plan.fingerprint, finished(output.tally.values))
        return ""


def write_stats(job: Job, unreadable: Sequence[str] = ()) -> Tally:
    """Put the tallies of all markers together into stats.json, shard by shard: no more than one is in memory.

    unreadable: what is to be told of shards that could not be read at all, a sentence each.
    """
    total = Tally()
    for marker in markers_of(job.out):
        total.add(marker.tally)
    run = {"version": cleaner.__version__, "rules": job.plan.fingerprint, "unreadable": [*unreadable]}
    head = {**run, "total": finished(total.values)}
    with _unwritable_told(job.out), places.writing(places.join(job.out, STATS)) as file:
        file.write((dumps(head)[:-1] + ', "shards": {').encode())
        for number, marker in enumerate(markers_of(job.out)):
            tally = {**marker.tally, "sites": largest(marker.tally["sites"], MOST_SITES_OF_SHARD)}
            file.write(f"{', ' if number else ''}{dumps(marker.shard)}: {dumps(tally)}".encode())
        file.write(b"}}\n")
    return total
