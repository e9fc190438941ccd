"""Files written so that each is, whatever happens, wholly the old one or wholly the new one.

A new file beside the target takes its place. Its name tells the machine and the process that writes it, so that a later
run can remove what a killed one left, and leaves alone what a live one is about to rename.
"""

import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from platform import node
from typing import BinaryIO

from cleaner.errors import CleanerError

_HOST = re.sub(r"[^\w.]", "_", node())[:40] or "here"
TEMPORARY = ".cleaner-*.tmp"  # names of files that are half written, whoever writes them
_TEMPORARY = re.compile(r"\.cleaner-(?P<host>[\w.]+)-(?P<pid>\d{1,10})-[0-9a-f]+\.tmp")


class Unwritable(CleanerError):
    """A file that cannot be written, for the reason that it is made with."""

    def __str__(self) -> str:
        return f"cannot be written ({self.args[0]}); it is as it was before; make room, or its folder writable"


def write_atomically(path: str | Path, data: bytes) -> None:
    """Write a file, with the mode and owner of the one it replaces. A link is followed: its target is replaced.

    Raises CleanerError where it cannot be done; the file is then as it was before.
    """
    with replacing(path) as file:
        file.write(data)


@contextmanager
def replacing(path: str | Path, *, sync: bool = True) -> Iterator[BinaryIO]:
    """The same for a file that is written piece by piece. sync: whether it is on the disk before it has its name."""
    target = Path(os.path.realpath(path))
    sweep(target.parent)
    beside = target.with_name(f".cleaner-{_HOST}-{os.getpid()}-{time.time_ns():x}.tmp")
    try:
        try:
            old = _like(target)
            with beside.open("xb") as file:  # a name that nobody has
                yield file
                file.flush()
                _make_like(file.fileno(), old)
                if sync:
                    os.fsync(file.fileno())
            beside.replace(target)
        except BaseException:  # ^C too must not leave a temporary file
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Unwritable(error.strerror) from None


@cache
def sweep(folder: Path) -> None:
    """Remove the temporary files that dead processes of this machine left in a folder; once a run for each folder."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            found = _TEMPORARY.fullmatch(entry.name)
            if found and found["host"] == _HOST and not _is_alive(int(found["pid"])):
                Path(entry.path).unlink(missing_ok=True)


def other_links(path: str | Path) -> int:
    """How many other names the file has on this disk. They keep the old content when this one is replaced."""
    return Path(path).stat().st_nlink - 1


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # it lives and is somebody else's, or there can be no such process here
        return True
    return True


def _like(target: Path) -> os.stat_result | None:
    """Mode and owner of the file there, None if there is none. A replacement needs no leave to write, so ask for it."""
    try:
        old = target.stat()
    except FileNotFoundError:
        return None
    if not os.access(target, os.W_OK):
        raise CleanerError("it is read-only; make it writable first")
    return old


def _make_like(file: int, old: os.stat_result | None) -> None:
    """Give an open file the owner and mode of another."""
    if old is not None and hasattr(os, "fchmod"):
        with suppress(PermissionError):  # only root may give files away
            os.fchown(file, old.st_uid, old.st_gid)
        os.fchmod(file, stat.S_IMODE(old.st_mode))
