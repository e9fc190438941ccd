"""Records that failed, by reason: those that differ in numbers alone are one."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from cleaner.corpus.report.reading import rows

_MOST = 200  # reasons that are told apart
_OTHERS = "other reasons"
_EXAMPLES = 3


class Failure(NamedTuple):
    """A reason, how many records failed for it, and where the first of them stood."""

    reason: str
    records: int
    places: tuple[str, ...]


def failures(shards: Iterable[tuple[str, str]]) -> list[Failure]:
    """The reasons, the most frequent first."""
    found: dict[str, Failure] = {}
    for shard, path in shards:
        for row in rows(path):
            reason = str(row.get("reason", ""))
            key = re.sub(r"\d+", "N", reason)
            if key not in found and len(found) == _MOST:
                key = reason = _OTHERS
            known = found.get(key, Failure(reason, 0, ()))
            places = known.places
            if len(places) < _EXAMPLES:
                places = (*places, f"{shard}:{row.get('number')}")
            found[key] = Failure(reason if known.reason == reason else key, known.records + 1, places)
    return sorted(found.values(), key=lambda failure: (-failure.records, failure.reason))
