"""Blocks through a bounded window of worker processes, in order: the results are the same for any number of workers.

A worker holds at most one block, and the parent writes only to a worker that waits for one: so neither can wait for the
other, and when a worker dies it is known which block it had. That block goes to a new worker. A pool of the standard
library would hang there (multiprocessing) or break down as a whole (concurrent.futures).
"""

import gc
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import TypeVar

from cleaner.corpus.parts import Block, Cleaned
from cleaner.corpus.plan import Plan
from cleaner.corpus.work import clean_block
from cleaner.errors import CleanerError

Other = TypeVar("Other")
_MOST_DEATHS = 3  # of one block: it is the block's fault, not an accident
_ALLOCATIONS = 200_000  # before a worker's collector looks for cycles, as the command's own
_DEPTH = 3  # blocks in the window for each worker: one slow block need not stop the others at once


class _Slot:
    """A place in the window. result: what comes out of it, None while that is being made."""

    def __init__(self, item: object) -> None:
        self.block = item if isinstance(item, Block) else None
        self.result = None if self.block else item
        self.deaths = 0


class _Worker:
    """A process, and the slot it works for."""

    def __init__(self, plan: Plan) -> None:
        context = get_context("spawn")  # a fork of a process that shows a progress bar may inherit a lock for ever
        self.pipe, theirs = context.Pipe()
        self.slot: _Slot | None = None
        self.process: SpawnProcess = context.Process(target=_serve, args=(theirs, plan), daemon=True)
        with _interrupts_ignored():
            self.process.start()
        theirs.close()

    def give(self, slot: _Slot) -> None:
        self.slot = slot
        with suppress(OSError):  # it has died; `take` will tell
            self.pipe.send(slot.block)

    def take(self) -> bool:
        """Put the result into the slot; False if the worker has died."""
        try:
            result = self.pipe.recv()
        except (EOFError, OSError):
            return False
        if isinstance(result, CleanerError):
            raise result
        if self.slot is not None:
            self.slot.result = result
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


def _serve(pipe: Connection, plan: Plan) -> None:
    """A worker's life: it ends when the parent closes the pipe, or is no more."""
    gc.set_threshold(_ALLOCATIONS)
    with suppress(EOFError, OSError):
        while True:
            block: Block = pipe.recv()
            try:
                result: Cleaned | CleanerError = clean_block(block, plan)
            except CleanerError as error:
                result = error
            pipe.send(result)


def windowed(items: Iterable[Block | Other], plan: Plan, jobs: int) -> Iterator[Cleaned | Other]:
    """The items in order, each block cleaned; what is no block goes through as it is. jobs: processes, 1: this one.

    Raises CleanerError where a block kills one worker after the other.
    """
    if jobs == 1:
        for item in items:
            yield clean_block(item, plan) if isinstance(item, Block) else item
        return
    workers = [_Worker(plan) for _ in range(jobs)]
    try:
        yield from _in_order(iter(items), workers, plan)
    finally:
        for worker in workers:
            worker.stop()


def _in_order(items: Iterator[Block | Other], workers: list[_Worker], plan: Plan) -> Iterator[Cleaned | Other]:
    window: deque[_Slot] = deque()
    more = True
    while more or window:
        while more and len(window) < _DEPTH * len(workers) and any(worker.slot is None for worker in workers):
            slot = next(map(_Slot, items), None)
            if slot is None:
                more = False
                break
            window.append(slot)
            if slot.block is not None:
                next(worker for worker in workers if worker.slot is None).give(slot)
        while window and window[0].result is not None:
            yield window.popleft().result  # type: ignore[misc]
        if any(worker.slot for worker in workers):
            _collect(workers, plan)


def _collect(workers: list[_Worker], plan: Plan) -> None:
    """Wait until a worker has done its block or has died; a dead one is replaced, and its block given again."""
    busy = {worker.pipe: worker for worker in workers if worker.slot}
    for pipe in wait(list(busy)):
        worker = busy[pipe]  # type: ignore[index]
        slot = worker.slot
        if worker.take() or slot is None or slot.block is None:
            continue
        slot.deaths += 1
        worker.stop()
        if slot.deaths == _MOST_DEATHS:
            raise CleanerError(
                f"{slot.block.shard}: {slot.deaths} workers were killed over the block of record {slot.block.first}, "
                "perhaps for want of memory; run it again with a smaller -j, and it goes on from here"
            )
        workers[workers.index(worker)] = new = _Worker(plan)
        new.give(slot)
