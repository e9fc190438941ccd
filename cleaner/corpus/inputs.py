"""IN: files, folders, globs → shards, and the names of their outputs, all known before anything is written.

Names do not depend on the folder that the command runs in, so that a run can be resumed from anywhere: a file below a
named folder or glob keeps its path below it, a named file its own name.
"""

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cleaner.corpus import places
from cleaner.corpus.parts import Shard
from cleaner.corpus.streams import PACKINGS
from cleaner.errors import UsageError

KINDS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".txt": "documents",
    ".html": "documents",
    ".htm": "documents",
    ".parquet": "parquet",
    ".warc": "warc",
    ".wet": "warc",
}
PAGES = (".html", ".htm")
_KNOWN = f"{', '.join(KINDS)}, all but .parquet also .gz or .zst"
MOST_FILES = 500  # documents of one shard: a marker costs as much as a document
GROUP = "documents"
BESIDE = ("removed", "failed", "noted", "_done")  # folders of OUT that are no output
STATS, LOCK = "stats.json", ".cleaner-lock"


class Inputs(NamedTuple):
    """shards: in order of their names; passed_over: files of folders that are of no known kind."""

    shards: tuple[Shard, ...]
    passed_over: int


def find_shards(names: Sequence[str], out: str, form: str) -> Inputs:
    """The shards of all inputs.

    Raises UsageError for what does not exist or is of no known kind, for two outputs of one name, for OUT inside IN.
    """
    found, passed_over = _found(names)
    _refuse_out_inside(found, names, out)
    shards = _in_order(found)
    _refuse_collisions(shards, form)
    return Inputs(shards, passed_over)


def shards_of(names: Sequence[str]) -> tuple[Shard, ...]:
    """The same for whoever writes nothing beside them."""
    return _in_order(_found(names)[0])


def _in_order(found: dict[str, str]) -> tuple[Shard, ...]:
    return tuple(sorted(_shards(found), key=lambda shard: shard.name))


def _found(names: Sequence[str]) -> tuple[dict[str, str], int]:
    """Each file that the names stand for: its path → its name in the output; and how many are of no known kind."""
    found: dict[str, str] = {}
    passed_over = 0
    for name in names:
        for path, inside, named in _files(name):
            if kind_of(path) is None and not named:
                passed_over += 1
            elif kind_of(path) is None:
                raise UsageError(f"{path}: this is no kind of file that is known here ({_KNOWN})")
            else:
                found.setdefault(path, inside)
    if not found:
        raise UsageError(f"{', '.join(names)}: no file there is of a kind that is known here ({_KNOWN})")
    return found, passed_over


def bare(name: str) -> str:
    """A name without the suffix of its packing."""
    return next((name[: -len(suffix)] for suffix in PACKINGS if name.lower().endswith(suffix)), name)


def kind_of(path: str) -> str | None:
    """The kind of a file by its suffix.

    >>> kind_of("a/B.TXT.gz"), kind_of("b.warc"), kind_of("c.pdf")
    ('documents', 'warc', None)
    """
    return KINDS.get(PurePosixPath(bare(path)).suffix.lower())


def is_page(path: str) -> bool:
    """Whether a file is a page of HTML by its suffix."""
    return PurePosixPath(bare(path)).suffix.lower() in PAGES


def output_of(shard: Shard, name: str, form: str) -> str:
    """The path below OUT of the output of one of a shard's files. An article is no page: it is a .txt."""
    path, packing = PurePosixPath(bare(name)), name[len(bare(name)) :]
    if form == "jsonl":
        return f"{shard.name}.jsonl" if shard.kind == "documents" else f"{path.with_suffix('.jsonl')}{packing}"
    return f"{path.with_suffix('.txt')}{packing}" if shard.kind == "documents" and is_page(name) else name


def outputs_of(shard: Shard, form: str) -> list[str]:
    """The paths below OUT of all outputs of a shard."""
    return list(dict.fromkeys(output_of(shard, name, form) for _, name in shard.files))


def _files(name: str) -> Iterator[tuple[str, str, bool]]:
    """Of each file that a name stands for: path, path in the output, and whether it was named by itself."""
    if places.is_url(name):
        yield from _of_store(name)
        return
    if Path(name).is_dir():
        yield from _of_folder(name)
    elif Path(name).exists():
        yield name, Path(name).name, True
    elif glob.has_magic(name):
        parts = Path(name).parts
        first = next(i for i, part in enumerate(parts) if glob.has_magic(part))
        base = Path(*parts[:first])
        matched = sorted(path for path in base.glob("/".join(parts[first:])) if path.is_file())
        if not matched:
            raise UsageError(f"{name}: no file is called like this; check the pattern")
        for path in matched:
            yield str(path), path.relative_to(base).as_posix(), False
    else:
        raise UsageError(f"{name}: there is no such file or folder; check the name")


def _of_folder(name: str) -> Iterator[tuple[str, str, bool]]:
    is_out = Path(name, BESIDE[-1]).is_dir()  # what a run has made may be cleaned again: its output, nothing beside it
    for path in places.below(name):
        inside = places.inside(name, path)
        if is_out and inside.split("/")[0] in BESIDE:
            continue
        if Path(path).is_file():  # a pipe or socket would make the run wait for ever
            yield path, inside, False


def _of_store(name: str) -> Iterator[tuple[str, str, bool]]:
    store = places.store(name)
    if glob.has_magic(name):
        base = name[: name.rfind("/", 0, min(name.find(sign) for sign in "*?[" if sign in name))]
        paths = sorted(map(store.unstrip_protocol, store.glob(name)))
    else:
        base, paths = name, places.below(name)
    if not paths:
        raise UsageError(f"{name}: there is nothing; check the address")
    for path in paths:
        inside = places.inside(base, path)
        yield path, inside or path.rpartition("/")[2], paths == [path] and not inside


def _shards(found: dict[str, str]) -> Iterator[Shard]:
    documents = sorted((name, path) for path, name in found.items() if kind_of(path) == "documents")
    for folder, group in groupby(documents, key=lambda pair: pair[0].rpartition("/")[0]):
        members = [(path, name) for name, path in group]
        for number, start in enumerate(range(0, len(members), MOST_FILES)):
            name = f"{folder}/{GROUP}-{number:05}".lstrip("/")
            yield Shard(name, "documents", tuple(members[start : start + MOST_FILES]))
    for path, name in found.items():
        kind = kind_of(path)
        if kind and kind != "documents":
            yield Shard(name, kind, ((path, name),))


def _refuse_out_inside(found: Iterable[str], names: Sequence[str], out: str) -> None:
    """What a run writes must not be what the next one reads."""
    if places.is_url(out):
        inside = [path for path in (*names, *found) if path.rstrip("/") == out.rstrip("/") or _holds(out, path)]
        inside += [name for name in names if _holds(name, out)]
    else:
        real = os.path.realpath(out)
        local = [name for name in names if not places.is_url(name)]
        inside = [name for name in local if Path(real).is_relative_to(os.path.realpath(name)) and Path(name).is_dir()]
        paths = [path for path in found if not places.is_url(path)]
        inside += [path for path in paths if Path(os.path.realpath(path)).is_relative_to(real)]
    if inside:
        raise UsageError(f"-o {out!r} and the input {inside[0]!r} lie one in the other; name another folder")


def _holds(folder: str, path: str) -> bool:
    return path.startswith(folder.rstrip("/") + "/")


def _refuse_collisions(shards: Iterable[Shard], form: str) -> None:
    owners: dict[str, str] = {}
    for shard in shards:
        for path, name in shard.files:
            output = output_of(shard, name, form)
            if output.split("/")[0] in (*BESIDE, LOCK, STATS):
                raise UsageError(f"{path}: {output.split('/')[0]!r} is a name of OUT's own; rename it")
            owner = owners.setdefault(output, shard.name if form == "jsonl" and shard.kind == "documents" else path)
            if owner not in (path, shard.name):
                raise UsageError(f"{owner!r} and {path!r} would both be written to {output!r}; clean one apart")
