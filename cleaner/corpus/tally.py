"""Counts of what happened to documents: of a block, a shard, a corpus. `Tally.values` is what stats.json holds."""

from collections.abc import Mapping
from typing import Any

_COUNTS = (
    "documents",
    "failed",
    "noted",
    "damaged",
    "guarded",
    "empty",
    "bytes_in",
    "bytes_out",
    "chars_in",
    "chars_out",
    "lines",
    "lines_removed",
)
_SUMS, _ROWS = ("repairs", "encodings"), ("rules", "sites", "languages")  # tables of numbers, and of several each
GROUP = ("documents", "chars_in", "chars_out", "lines_removed")  # of a site or language
MOST_SITES, MOST_SITES_OF_SHARD = 1000, 20  # in a marker and the whole; of one shard in stats.json
REST = "…"  # stands for all other sites


class Tally:
    """Counts that add up. documents: those written; documents and failed together are those read.

    bytes: of whole records, unpacked; chars: of the texts in them, of a page those of all its blocks; noted: documents
    of which reading had something to tell; damaged: those among them with bytes that are no text, read as U+FFFD;
    guarded: those that were kept whole, for the rules would have taken nearly all prose; empty: those of which nothing
    was left.
    """

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        self.values: dict[str, Any] = dict.fromkeys(_COUNTS, 0) | {name: {} for name in (*_SUMS, *_ROWS)}
        if values:
            self.add(values)

    def add(self, other: Mapping[str, Any]) -> None:
        """Add the values of another tally. The result depends on the order only where sites are more than are kept."""
        for name in _COUNTS:
            self.values[name] += other[name]
        for table in _SUMS:
            for key, count in other[table].items():
                self.count(table, key, count)
        for table in _ROWS:
            for key, row in other[table].items():
                self._add_row(table, key, row)
        sites = self.values["sites"]
        if len(sites) > 2 * MOST_SITES:
            self.values["sites"] = largest(sites)

    def count(self, table: str, key: str, count: int = 1) -> None:
        """Add to a number of a table that holds nothing but numbers."""
        numbers = self.values[table]
        numbers[key] = numbers.get(key, 0) + count

    def _add_row(self, table: str, key: str, row: Mapping[str, Any]) -> None:
        mine = self.values[table].setdefault(key, {})
        for name, value in row.items():
            mine[name] = value if isinstance(value, str) else mine.get(name, 0) + value

    def group(self, table: str, key: str, counts: Mapping[str, int]) -> None:
        """Add one document to a site's or language's row."""
        rows = self.values[table]
        if (row := rows.get(key)) is None:
            row = rows[key] = dict.fromkeys(GROUP, 0)
        for name in GROUP:
            row[name] += counts[name]


def largest(sites: Mapping[str, dict[str, int]], most: int = MOST_SITES) -> dict[str, dict[str, int]]:
    """The sites of most characters; the rest as one, so that the table never grows."""
    ranked = sorted((site for site in sites if site != REST), key=lambda site: (-sites[site]["chars_in"], site))
    if len(ranked) <= most:
        return dict(sites)
    rest = [sites[site] for site in (*ranked[most:], *([REST] if REST in sites else []))]
    kept = {site: sites[site] for site in ranked[:most]}
    return kept | {REST: {name: sum(row[name] for row in rest) for name in GROUP}}


def finished(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as they are written: the tables in an order that no run changes, the sites no more than are kept.

    kept: the share of the characters that stayed; 1 where there were none.
    """
    tables = {name: dict(sorted(values[name].items())) for name in (*_SUMS, *_ROWS)}
    kept = round(values["chars_out"] / values["chars_in"], 4) if values["chars_in"] else 1.0
    return {**values, "kept": kept, **tables, "sites": dict(sorted(largest(values["sites"]).items()))}
