"""Processes that learn, in the window in which others clean: a killed one costs nothing."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from cleaner.corpus.parts import Block
from cleaner.corpus.window import Task, windowed

_Given = TypeVar("_Given")
_Result = TypeVar("_Result")


class Processes:
    """Workers on this machine. jobs: how many, 1: this process itself."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def map(self, work: Callable[[_Given], _Result], given: Iterable[_Given]) -> Iterator[_Result]:
        """The results in order. Raises CleanerError."""
        tasks = (Task(item, item.name if isinstance(item, Block) else "a part of the corpus") for item in given)
        return windowed(tasks, work, self.jobs)


HERE = Processes(1)
