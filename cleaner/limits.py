"""What one document may cost: caps that no real page meets, so that none, however made, hangs or fills the memory.

They hold for the document at hand, like the precision of `decimal.localcontext`: stages deep in the house ask for them
without every function on the way handing them on. Time is looked at between stages, each of which is linear: a signal
would raise inside destructors and C code, a watched child would cost a process a document and may not be had at all.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from cleaner.errors import CleanerError

MEGABYTE = 10**6


class Limits(NamedTuple):
    """The caps. Beyond size and time a document is refused; beyond the others what is too much goes, and is told.

    size: megabytes; depth: open elements of a page; attributes: of one tag; marks: in a row, on one letter;
    seconds: of CPU time.
    """

    size: float = 100
    depth: int = 512
    attributes: int = 1000
    marks: int = 30
    seconds: float = 300

    @property
    def bytes(self) -> int:
        """The size in bytes, no more than a text can have."""
        return int(min(self.size * MEGABYTE, sys.maxsize // 2))


USUAL = Limits()
_limits: ContextVar[Limits] = ContextVar("limits", default=USUAL)
_NEVER = float("inf")
_end: ContextVar[tuple[float, float]] = ContextVar("end", default=(_NEVER, _NEVER))  # by the clock, in CPU time


def limits() -> Limits:
    """The caps of the document at hand."""
    return _limits.get()


@contextmanager
def within(wanted: Limits) -> Iterator[None]:
    """One document is read and cleaned within these caps; its time begins.

    >>> with within(Limits(depth=9)):
    ...     limits().depth
    9
    """
    seconds = wanted.seconds
    caps, end = _limits.set(wanted), _end.set((time.monotonic() + seconds, time.thread_time() + seconds))
    try:
        yield
    finally:
        _limits.reset(caps)
        _end.reset(end)


def check_time() -> None:
    """Raise where the time of the document at hand has run out. Stages call it before they begin."""
    by_clock, in_cpu_time = _end.get()
    # No thread uses more CPU time than passes by the clock, and to ask for that costs far less.
    if time.monotonic() > by_clock and time.thread_time() > in_cpu_time:
        raise CleanerError(f"it took more than {limits().seconds:g} s; leave it out, or raise --max-seconds")
