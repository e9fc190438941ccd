"""How far a corpus has come: a bar on a terminal, else a line now and then."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cleaner.cli.streams import is_terminal, say

if TYPE_CHECKING:
    from cleaner.corpus.inputs import Inputs
    from cleaner.corpus.runner import Step

_PAUSE = 30.0  # seconds between two lines
_MEGABYTE = 1e6


def shown(steps: "Iterable[Step]", inputs: "Inputs") -> "Iterator[Step]":
    """The same steps; standard error shows them."""
    from cleaner.corpus.places import total_size

    total = total_size(path for shard in inputs.shards for path, _ in shard.files)
    return _on_bar(steps, total) if is_terminal(sys.stderr) else _in_lines(steps, total)


def _in_lines(steps: "Iterable[Step]", total: int) -> "Iterator[Step]":
    start = last = time.monotonic()
    for step in steps:
        if (now := time.monotonic()) - last >= _PAUSE:
            last = now
            rate = step.read / _MEGABYTE / (now - start)
            say(
                f"{step.read / max(total, 1):.0%} read, {rate:.1f} MB/s, "
                f"{step.documents:,} documents, {step.failed:,} failed"
            )
        yield step


def _on_bar(steps: "Iterable[Step]", total: int) -> "Iterator[Step]":
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    counts = TextColumn("{task.fields[documents]:,} documents, {task.fields[failed]:,} failed")
    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn(), counts)
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("cleaner", total=total, documents=0, failed=0)
        for step in steps:
            bar.update(task, completed=step.read, documents=step.documents, failed=step.failed)
            yield step
