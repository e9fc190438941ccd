"""The window of workers: results in order, whatever becomes of the workers."""

import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path

import pytest

from cleaner.corpus.window import Task, windowed
from cleaner.errors import CleanerError


def doubled(number: int, seen: str) -> int | None:
    """Twice the number; None for 0. The first to work on 3 is killed, and so is everyone who works on 13."""
    mark = Path(seen, str(number))
    first = not mark.exists()
    mark.touch()
    if number == 13 or (number == 3 and first):
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 99:
        raise ValueError("too many")
    if number == 98:
        raise CleanerError("no more of these")
    time.sleep(0.02 * (number % 2))
    return 2 * number or None


def results(numbers: list[int], seen: Path, jobs: int) -> list[int | str | None]:
    items = [part for number in numbers for part in (Task(number, f"number {number}"), f"after {number}")]
    return list(windowed(items, partial(doubled, seen=str(seen)), jobs))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order_and_what_is_no_task_goes_through(jobs: int, tmp_path: Path) -> None:
    numbers = [0, 1, 2, 5, 4, 7, 6, 9, 8, 11, 0]
    expected = [part for number in numbers for part in (2 * number or None, f"after {number}")]
    assert results(numbers, tmp_path, jobs) == expected


@pytest.mark.parametrize(("jobs", "most"), [(1, 1), (2, 6)])
def test_no_more_is_read_than_the_window_holds(jobs: int, most: int, tmp_path: Path) -> None:
    read = 0

    def endless() -> Iterator[Task]:
        nonlocal read
        for number in count(20):
            read += 1
            yield Task(number, f"number {number}")

    for done, result in enumerate(islice(windowed(endless(), partial(doubled, seen=str(tmp_path)), jobs), 40)):
        assert result == 2 * (20 + done)
        assert read - done <= most


def test_the_task_of_a_killed_worker_is_done_by_another(tmp_path: Path) -> None:
    assert results([1, 2, 3, 4, 5], tmp_path, 2)[::2] == [2, 4, 6, 8, 10]


@pytest.mark.parametrize(
    ("number", "jobs", "said"),
    [
        (13, 2, "3 workers were killed over number 13, perhaps for want of memory; run it again with a smaller -j"),
        (99, 1, "number 99 cannot be worked on (ValueError: too many); please report it"),
        (99, 2, "number 99 cannot be worked on (ValueError: too many); please report it"),
        (98, 2, "no more of these"),
    ],
)
def test_a_task_that_cannot_be_done_is_told(number: int, jobs: int, said: str, tmp_path: Path) -> None:
    with pytest.raises(CleanerError) as told:
        results([1, 2, number, 4], tmp_path, jobs)
    assert str(told.value) == said
