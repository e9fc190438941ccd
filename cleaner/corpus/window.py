"""Tasks through a bounded window of worker processes, in order: the results are the same for any number of workers.

A worker holds at most one task, and the parent writes only to a worker that waits for one: so neither can wait for the
other, and when a worker dies it is known which task it had. That task goes to a new worker. A pool of the standard
library would hang there (multiprocessing) or break down as a whole (concurrent.futures).
"""

import gc
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, NamedTuple, TypeVar

from cleaner.errors import CleanerError

Result = TypeVar("Result")
Other = TypeVar("Other")
_MOST_DEATHS = 3  # of one task: it is the task's fault, not an accident
_ALLOCATIONS = 200_000  # before a worker's collector looks for cycles, as the command's own
_DEPTH = 3  # tasks in the window for each worker: one slow task need not stop the others at once


class Task(NamedTuple):
    """What a worker is to work on. name: what a message calls it."""

    given: Any
    name: str


class _Slot:
    """A place in the window. result: what comes out of it, once it is done."""

    def __init__(self, item: Any) -> None:
        self.task = item if isinstance(item, Task) else None
        self.is_done, self.result = self.task is None, item
        self.deaths = 0


class _Worker:
    """A process, and the slot it works for."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        context = get_context("spawn")  # a fork of a process that shows a progress bar may inherit a lock for ever
        self.pipe, theirs = context.Pipe()
        self.slot: _Slot | None = None
        self.process: SpawnProcess = context.Process(target=_serve, args=(theirs, work), daemon=True)
        with _interrupts_ignored():
            self.process.start()
        theirs.close()

    def give(self, slot: _Slot) -> None:
        self.slot = slot
        with suppress(OSError):  # it has died; `take` will tell
            self.pipe.send(slot.task)

    def take(self) -> bool:
        """Put the result into the slot; False if the worker has died."""
        try:
            result = self.pipe.recv()
        except (EOFError, OSError):
            return False
        if isinstance(result, CleanerError):
            raise result
        if self.slot is not None:
            self.slot.is_done, self.slot.result = True, result
            self.slot = None
        return True

    def stop(self) -> None:
        self.pipe.close()
        self.process.kill()  # it has nothing to tidy up
        self.process.join()


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Ctrl-C goes to every process of a terminal; what is started here leaves it to the parent."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    old = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, old)


def _serve(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """A worker's life: it ends when the parent closes the pipe, or is no more."""
    gc.set_threshold(_ALLOCATIONS)
    with suppress(EOFError, OSError):
        while True:
            task = pipe.recv()
            try:
                result = _done(task, work)
            except CleanerError as error:
                result = error
            pipe.send(result)


def _done(task: Task, work: Callable[[Any], Result]) -> Result:
    try:
        return work(task.given)
    except CleanerError:
        raise
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        raise CleanerError(f"{task.name} cannot be worked on ({said}); please report it") from error


def windowed(items: Iterable[Task | Other], work: Callable[[Any], Result], jobs: int) -> Iterator[Result | Other]:
    """The items in order, of each task what comes of the work; what is no task goes through as it is. jobs: processes,
    1: this one.

    Raises CleanerError where the work does, and where a task kills one worker after the other.
    """
    if jobs == 1:
        for item in items:
            yield _done(item, work) if isinstance(item, Task) else item
        return
    workers = [_Worker(work) for _ in range(jobs)]
    try:
        yield from _in_order(iter(items), workers, work)
    finally:
        for worker in workers:
            worker.stop()


def _in_order(items: Iterator[Any], workers: list[_Worker], work: Callable[[Any], Any]) -> Iterator[Any]:
    window: deque[_Slot] = deque()
    more = True
    while more or window:
        while more and len(window) < _DEPTH * len(workers) and any(worker.slot is None for worker in workers):
            slot = next(map(_Slot, items), None)
            if slot is None:
                more = False
                break
            window.append(slot)
            if slot.task is not None:
                next(worker for worker in workers if worker.slot is None).give(slot)
        while window and window[0].is_done:
            yield window.popleft().result
        if any(worker.slot for worker in workers):
            _collect(workers, work)


def _collect(workers: list[_Worker], work: Callable[[Any], Any]) -> None:
    """Wait until a worker has done its task or has died; a dead one is replaced, and its task given again."""
    busy = {worker.pipe: worker for worker in workers if worker.slot}
    for pipe in wait(list(busy)):
        worker = busy[pipe]  # type: ignore[index]
        slot = worker.slot
        if worker.take() or slot is None or slot.task is None:
            continue
        slot.deaths += 1
        worker.stop()
        if slot.deaths == _MOST_DEATHS:
            raise CleanerError(
                f"{slot.deaths} workers were killed over {slot.task.name}, perhaps for want of memory; "
                "run it again with a smaller -j"
            )
        workers[workers.index(worker)] = new = _Worker(work)
        new.give(slot)
