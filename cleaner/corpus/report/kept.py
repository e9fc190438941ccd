"""What was kept of sampled documents, read from the output that lies beside what was removed."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.corpus.report.reading import rows, unpacked
from cleaner.corpus.report.samples import Sample
from cleaner.errors import CleanerError
from cleaner.reading.address import host_of

_LONGEST = 1500  # characters of an article that are shown
_PACKINGS = ("", ".gz", ".zst")
_LINES = (".jsonl", ".ndjson")


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
        with suppress(CleanerError, OSError, EOFError, ValueError):  # a page that shows the others is better than none
            found.update(_from_lines(out, path, wanted) if path else _from_files(out, wanted))
    return found


def _lines_of(out: str, shard: str) -> Path | None:
    """The output of a shard, if it is JSON Lines."""
    bare = next((shard.removesuffix(end) for end in _PACKINGS[1:] if shard.endswith(end)), shard)
    names = [shard] if bare.endswith(_LINES) else []
    names += [f"{stem}.jsonl{end}" for stem in (bare, str(Path(bare).with_suffix(""))) for end in _PACKINGS]
    return next((path for name in names if (path := Path(out, name)).is_file()), None)


def _from_lines(out: str, path: Path, wanted: list[Sample]) -> Iterator[tuple[bytes, Kept]]:
    """Records by their id, else by the shard and number that stand for one."""
    samples = {_key(sample.name): sample for sample in wanted}
    failed = Path(out, "failed", f"{wanted[0].shard}.jsonl")
    for number, record in _numbered(path, failed):
        own = record.get("id")
        sample = samples.pop(_key(f"{wanted[0].shard}:{number}" if own is None else own), None)
        if sample:
            url = record.get("url")
            yield sample.digest, _kept(_text(record), host_of(url) if isinstance(url, str) else "")
            if not samples:
                return


def _numbered(path: Path, failed: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The records of an output, each with the number that it had in the input, where some stood that failed."""
    lost = (row.get("number", 0) for row in rows(failed)) if failed.is_file() else iter(())
    next_lost = next(lost, 0)
    number = 0
    with unpacked(path) as file:
        for line in file:
            number += 1
            while number == next_lost:
                number, next_lost = number + 1, next(lost, 0)
            record = json.loads(line) if line.strip() else None
            if isinstance(record, dict):
                yield number, record


def _from_files(out: str, wanted: list[Sample]) -> Iterator[tuple[bytes, Kept]]:
    """Documents that are files of their own, named by their path."""
    base = Path(out).resolve()
    for sample in wanted:
        named = base / str(sample.name)
        paths = [named, named.with_suffix(".txt")]
        path = next((each for each in paths if each.resolve().is_relative_to(base) and each.is_file()), None)
        if path:
            with unpacked(path) as file:
                yield sample.digest, _kept(file.read(4 * _LONGEST + 4).decode("utf-8", "replace"), "")


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
