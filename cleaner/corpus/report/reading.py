"""Reads what a run left in OUT: its numbers whole, all that may be large row by row."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from cleaner.corpus.extras import needed
from cleaner.corpus.inputs import STATS
from cleaner.corpus.tally import Tally
from cleaner.errors import CleanerError

_AGAIN = "run cleaner corpus clean on it again"


class Stats(NamedTuple):
    """version, rules: of the run; total: the tally of all shards, as stats.json has it; shards: how many there are."""

    version: str
    rules: str
    total: dict[str, Any]
    shards: int


def read_stats(out: str) -> Stats:
    """The numbers of a run. Raises CleanerError where there are none."""
    path = Path(out, STATS)
    try:
        values = json.loads(path.read_bytes())
        stats = Stats(values["version"], values["rules"], values["total"], len(values["shards"]))
        whole = Tally().values.keys() <= {*stats.total}
    except OSError as error:
        raise CleanerError(
            f"{path}: cannot be read ({error.strerror}); name a folder that cleaner corpus clean has written"
        ) from None
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        raise CleanerError(f"{path}: this is not what this version writes; {_AGAIN}")
    return stats


def shards_beside(out: str, folder: str) -> Iterator[tuple[str, Path]]:
    """The files of `removed` or `failed`, each with the name of its shard, in the order of their names."""
    base = Path(out, folder)
    for path in sorted(base.rglob("*.jsonl")):
        if path.is_file() and not path.name.startswith("."):
            yield path.relative_to(base).as_posix().removesuffix(".jsonl"), path


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of JSON Lines, unpacked by the suffix. Raises CleanerError at the first that is none."""
    try:
        with unpacked(path) as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _row(line, path, number)
    except (OSError, EOFError) as error:
        raise CleanerError(f"{path}: cannot be read on ({error}); {_AGAIN}") from None


def _row(line: bytes, path: Path, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise CleanerError(f"{path}: line {number} is no JSON object; {_AGAIN}")
    return row


def unpacked(path: Path) -> BinaryIO:
    """A file to be read, packed or not. Raises OSError, and UsageError where a library is missing."""
    if path.suffix.lower() == ".gz":
        import gzip

        return cast("BinaryIO", gzip.open(path))
    if path.suffix.lower() == ".zst":
        return cast("BinaryIO", _zstd().open(path))
    return path.open("rb")


def _zstd() -> Any:
    import sys

    return needed("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd", "zstd")
