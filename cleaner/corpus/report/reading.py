"""Reads what a run left in OUT, a folder or a URL: its numbers whole, all that may be large row by row."""

import json
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from cleaner.corpus import places
from cleaner.corpus.formats.lines import whole_lines
from cleaner.corpus.inputs import STATS
from cleaner.corpus.parts import Lost
from cleaner.corpus.streams import Broken, Reading
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
    path = places.join(out, STATS)
    try:
        with places.open_to_read(path) as file:
            values = json.load(file)
        stats = Stats(values["version"], values["rules"], values["total"], len(values["shards"]))
        whole = Tally().values.keys() <= {*stats.total}
    except OSError as error:
        reason = error.strerror or str(error)
        raise CleanerError(
            f"{path}: cannot be read ({reason}); name the folder of a run of cleaner corpus clean that came to its end"
        ) from None
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        raise CleanerError(f"{path}: this is not what this version writes; {_AGAIN}")
    return stats


def shards_beside(out: str, folder: str) -> Iterator[tuple[str, str]]:
    """The files of `removed` or `failed`, each with the name of its shard, in the order of their names."""
    base = places.join(out, folder)
    for path in places.below(base):
        if path.endswith(".jsonl"):
            yield places.inside(base, path).removesuffix(".jsonl"), path


def rows(path: str) -> Iterator[dict[str, Any]]:
    """The rows of JSON Lines. Raises CleanerError at the first that is none."""
    try:
        for number, line in enumerate(lines(path), 1):
            if line.strip():
                yield _row(line, path, number)
    except (OSError, Broken) as error:
        raise CleanerError(f"{path}: cannot be read on ({error}); {_AGAIN}") from None


def _row(line: bytes, path: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise CleanerError(f"{path}: line {number} is no JSON object; {_AGAIN}")
    return row


def lines(path: str) -> Iterator[bytes]:
    """The lines of a file, packed or not, without their ends. Raises OSError, Broken, UsageError (no library)."""
    for part in whole_lines(Reading().unpacked(path), sys.maxsize):
        if isinstance(part, Lost):
            raise Broken(part.reason)
        yield from part[1].removesuffix(b"\n").split(b"\n")
