"""Processes that learn: as many parts are under way as keep them busy, so memory does not grow with the corpus."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from cleaner.errors import CleanerError

_Given = TypeVar("_Given")
_Result = TypeVar("_Result")
_AHEAD = 2  # parts for each process


class Processes:
    """Workers on this machine. jobs: how many."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def map(self, work: Callable[[_Given], _Result], given: Iterable[_Given]) -> Iterator[_Result]:
        """The results in order. Raises CleanerError where a process was killed."""
        waiting: deque[Future[_Result]] = deque()
        with ProcessPoolExecutor(self.jobs, get_context("spawn")) as pool:
            try:
                for item in given:
                    waiting.append(pool.submit(work, item))
                    if len(waiting) >= _AHEAD * self.jobs:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            except BrokenProcessPool:
                raise CleanerError(
                    "a worker was killed, perhaps for want of memory; run it again with a smaller -j"
                ) from None
