"""What was kept of sampled documents, read from the output that lies beside what was removed."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from cleaner.corpus import places
from cleaner.corpus.inputs import bare, kind_of
from cleaner.corpus.report.reading import lines, rows
from cleaner.corpus.report.samples import Sample
from cleaner.corpus.streams import PACKINGS, Reading
from cleaner.errors import CleanerError
from cleaner.reading.address import host_of

_LONGEST = 1500  # characters of an article that are shown


class Kept(NamedTuple):
    """The beginning of an article; cut: whether it goes on; site: its host, "" where there is none."""

    text: str
    cut: bool
    site: str = ""


def kept_texts(out: str, samples: Iterable[Sample]) -> dict[bytes, Kept]:
    """The articles of samples by their digests; one that is not to be found is left out."""
    shards: dict[str, list[Sample]] = {}
    for sample in samples:
        shards.setdefault(sample.shard, []).append(sample)
    found: dict[bytes, Kept] = {}
    for shard, wanted in shards.items():
        path = _lines_of(out, shard)
        with suppress(CleanerError, OSError, ValueError):  # a page that shows the others is better than none
            found.update(_from_lines(out, path, wanted) if path else _from_files(out, wanted))
    return found


def _lines_of(out: str, shard: str) -> str | None:
    """The output of a shard, if it is JSON Lines."""
    stem = bare(shard)
    names = [shard] if kind_of(shard) == "jsonl" else []
    stems = (stem, str(PurePosixPath(stem).with_suffix("")))
    names += [f"{each}.jsonl{end}" for each in stems for end in ("", *PACKINGS)]
    return next((path for name in names if places.exists(path := places.join(out, name))), None)


def _from_lines(out: str, path: str, wanted: list[Sample]) -> Iterator[tuple[bytes, Kept]]:
    """Records by their id, else by the shard and number that stand for one."""
    samples = {_key(sample.name): sample for sample in wanted}
    failed = places.join(out, f"failed/{wanted[0].shard}.jsonl")
    for number, record in _numbered(path, failed):
        own = record.get("id")
        sample = samples.pop(_key(f"{wanted[0].shard}:{number}" if own is None else own), None)
        if sample:
            url = record.get("url")
            yield sample.digest, _kept(_text(record), host_of(url) if isinstance(url, str) else "")
            if not samples:
                return


def _numbered(path: str, failed: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of an output, each with the number that it had in the input, where some stood that failed."""
    lost = (row.get("number", 0) for row in rows(failed)) if places.exists(failed) else iter(())
    next_lost = next(lost, 0)
    number = 0
    for line in lines(path):
        number += 1
        while number == next_lost:
            number, next_lost = number + 1, next(lost, 0)
        record = json.loads(line) if line.strip() else None
        if isinstance(record, dict):
            yield number, record


def _from_files(out: str, wanted: list[Sample]) -> Iterator[tuple[bytes, Kept]]:
    """Documents that are files of their own, named by their path."""
    for sample in wanted:
        name = str(sample.name)
        if name.startswith("/") or ".." in name.split("/"):
            continue  # no run has named it so
        stem = bare(name)
        article = f"{PurePosixPath(stem).with_suffix('.txt')}{name[len(stem) :]}"
        path = next((path for each in (article, name) if places.exists(path := places.join(out, each))), None)
        if path:
            start = next(Reading().unpacked(path), b"")[: 4 * _LONGEST + 4]
            yield sample.digest, _kept(start.decode("utf-8", "replace"), "")


def _text(record: dict[str, Any]) -> str:
    """The field `text`, else the longest string, which --field will have named."""
    if isinstance(record.get("text"), str):
        return str(record["text"])
    return max((value for value in record.values() if isinstance(value, str)), key=len, default="")


def _kept(text: str, site: str) -> Kept:
    if len(text) <= _LONGEST:
        return Kept(text, cut=False, site=site)
    return Kept(text[:_LONGEST].rsplit(None, 1)[0], cut=True, site=site)


def _key(name: Any) -> str:
    return json.dumps(name, sort_keys=True)
