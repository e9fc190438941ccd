"""Markers say which shards of OUT are done, from which bytes and by which rules; the lock, that a run is at work."""

import json
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import gethostname
from typing import Any, NamedTuple

import cleaner
from cleaner.corpus import places
from cleaner.corpus.inputs import BESIDE, LOCK, outputs_of
from cleaner.corpus.parts import Shard
from cleaner.corpus.streams import Reading
from cleaner.errors import CleanerError, UsageError
from cleaner.writing.jsonl import dumps

_DONE = BESIDE[-1]
_GROUP = re.compile(r"(.*)-\d{5,}", re.S)


class Marker(NamedTuple):
    """size, digest: of the shard's files as they lie; rules: fingerprint of the plan; tally: see tally.py.

    files: of each file of the shard its path in the output, and the way from OUT to where it lay.
    """

    shard: str
    size: int
    digest: str
    rules: str
    version: str
    tally: dict[str, Any]
    files: dict[str, str]


def marker_path(out: str, shard: str) -> str:
    return places.join(out, f"{_DONE}/{shard}.json")


def read_marker(out: str, shard: str) -> Marker | None:
    """The marker of a shard. One that cannot be read counts as none, so the shard is done anew."""
    return _read(marker_path(out, shard))


def markers_of(out: str) -> Iterator[Marker]:
    """All markers of OUT, in order of their shards, one by one: there may be very many."""
    return filter(None, map(_read, places.below(places.join(out, _DONE))))


def _read(path: str) -> Marker | None:
    with suppress(ValueError, TypeError):
        return Marker(**json.loads(places.read(path) or b""))
    return None


def write_marker(out: str, shard: Shard, reading: Reading, rules: str, tally: dict[str, Any]) -> Marker:
    """Say that a shard is done. Whatever it wrote is on the disk by then (output.py)."""
    files = {name: places.way(out, path) for path, name in shard.files}
    marker = Marker(shard.name, reading.size, reading.digest, rules, cleaner.__version__, tally, files)
    with places.writing(marker_path(out, shard.name)) as file:
        file.write((dumps(marker._asdict()) + "\n").encode())
    return marker


def is_done(shard: Shard, marker: Marker | None, rules: str, out: str, form: str) -> bool:
    """Whether a shard's output is what a new run would give: same rules, same bytes in, and it is all there."""
    if marker is None or marker.rules != rules:
        return False
    try:
        if sum(places.size_of(path) for path, _ in shard.files) != marker.size:
            return False
        reading = Reading(name for _, name in shard.files)
        for path, _ in shard.files:  # read whole: some hundred MB a second, and a time stamp would prove nothing
            for _ in reading.raw(path):
                pass
    except (OSError, CleanerError):
        return False
    if reading.digest != marker.digest:
        return False
    if shard.kind == "documents" and form != "jsonl" and marker.tally["failed"]:
        there = sum(places.exists(places.join(out, name)) for name in outputs_of(shard, form))
        return bool(there == marker.tally["documents"])
    return all(places.exists(places.join(out, name)) for name in outputs_of(shard, form))


def settle_earlier(out: str, shards: Iterable[Shard], rules: str, *, force: bool) -> None:
    """See that OUT holds nothing but what this run may go on with. The caller holds its lock.

    Raises UsageError where other rules were at work there, or on files that this run would forget or replace, and
    nobody forces us. What a killed run left half written goes. Documents are told off into groups by number, so fewer
    of them may be fewer groups: the last ones go.
    """
    shards = list(shards)
    groups = {shard.name for shard in shards if shard.kind == "documents"}
    folders = {_folder(name) for name in groups}
    here = {name: path for shard in shards for path, name in shard.files}
    lost = []
    for marker in markers_of(out):
        if marker.rules != rules and not force:
            raise UsageError(
                f"{out!r} holds shards cleaned by other rules, options or another version ({marker.shard!r} is one); "
                "give --force to clean them anew, or name another folder"
            )
        if not force and (pair := _replaced(marker, here, out)):
            raise UsageError(
                f"{out!r} holds what was cleaned of {pair[0]!r}, and {pair[1]!r} would take its place; "
                "name another folder, or give --force to replace it"
            )
        if _folder(marker.shard) not in folders:
            continue
        if not force and (other := _left_out(marker, here, out)):
            raise UsageError(
                f"{out!r} tells of documents that are not among these ({other!r} is one) and would be forgotten; "
                "name them too, name another folder, or give --force to forget them"
            )
        if marker.shard not in groups:
            lost.append(marker.shard)
    places.sweep_below(out)
    for name in lost:
        for path in (marker_path(out, name), *(places.join(out, f"{beside}/{name}.jsonl") for beside in BESIDE[:-1])):
            places.remove(path)


def _folder(group: str) -> str | None:
    """What the groups of one folder share in their names; None for another shard."""
    found = _GROUP.fullmatch(group)
    return found[1] if found else None


def _replaced(marker: Marker, here: Mapping[str, str], out: str) -> tuple[str, str] | None:
    """A file of an earlier run that is still where it lay, and another one of this run with the same output."""
    moved = ((way, here[name]) for name, way in marker.files.items() if name in here)
    both = ((places.along(out, way), path) for way, path in moved if places.way(out, path) != way)
    return next((pair for pair in both if _differ(*pair)), None)


def _differ(one: str, other: str) -> bool:
    """Whether two files hold other bytes; one that is not there has nothing to lose."""
    with suppress(OSError):
        return places.size_of(one) != places.size_of(other) or not places.are_alike(one, other)
    return False


def _left_out(marker: Marker, here: Collection[str], out: str) -> str | None:
    """A document of an earlier run that is still where it lay, but not among those of this run."""
    paths = (places.along(out, way) for name, way in marker.files.items() if name not in here)
    return next(filter(places.exists, paths), None)


@contextmanager
def locked(out: str) -> Iterator[None]:
    """Keep other runs out of OUT. The system frees the lock of a process that dies; a store has none (see README)."""
    if places.is_url(out):
        yield
        return
    try:
        Path(out).mkdir(parents=True, exist_ok=True)
        file = Path(out, LOCK).open("a+b", buffering=0)  # noqa: SIM115 - closed below; only opening it is guarded
    except OSError as error:
        raise _unwritable(out, error) from None
    with file:
        _take(file, out)
        yield


def _take(file: Any, out: str) -> None:
    import fcntl

    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.seek(0)
        other = file.read().decode().strip()
        raise UsageError(f"another run ({other}) is at work in {out!r}; wait for it to end") from None
    try:
        file.truncate(0)
        file.write(f"process {os.getpid()} on {gethostname()}\n".encode())
    except OSError as error:
        raise _unwritable(out, error) from None


def _unwritable(out: str, error: OSError) -> UsageError:
    return UsageError(f"-o {out!r} cannot be written ({error.strerror}); mend that or name another folder")
