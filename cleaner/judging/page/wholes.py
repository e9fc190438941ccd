"""What is one thing is article as a whole: a table of data, a post from a network.

keep | <tr><td>Wheels<td>160
keep | <tr><td>Jib<td>140
"""

from collections.abc import Sequence

from cleaner.reading.hints import bits
from cleaner.reading.page import CELLS, Columns

_ROWS = frozenset(("tr", "td", "th"))
_ENOUGH = 1 / 3  # of the rows, the first among them
_PART = 0.25  # of the characters of a post
_LINKED = 0.5  # of a table's characters: a list of links has no data
_POST = bits("tweet")


def completed(page: Columns, blocks: Sequence[int], kept: list[int]) -> list[int]:
    """The kept blocks, with what tables and posts among them lack. Linear."""
    are_kept = set(kept)
    if any(page.tags[k] in _ROWS for k in kept):
        for rows in _grouped(page, [k for k in blocks if page.tags[k] in _ROWS], _tables(page)):
            own = [k for k in rows if k in are_kept]
            if own[:1] == rows[:1] and len(own) >= _ENOUGH * len(rows) and _is_data(page, rows):
                are_kept.update(rows)
    if any(says & _POST for says in page.bits):
        for post in _grouped(page, blocks, _posts(page)):
            chars = [len(page.texts[k]) * (k in are_kept) for k in post]
            if sum(chars) >= _PART * sum([len(page.texts[k]) for k in post]):
                are_kept.update(post)
    return sorted(are_kept)


def _grouped(page: Columns, among: Sequence[int], groups: Sequence[int]) -> list[list[int]]:
    """The blocks by the group of their container; group 0 is none."""
    found: dict[int, list[int]] = {}
    for k in among:
        if group := groups[page.holders[k]]:
            found.setdefault(group, []).append(k)
    return [*found.values()]


def _tables(page: Columns) -> list[int]:
    """For each container the innermost table around it; 0 where none is."""
    tables = [0] * len(page.parents)
    for i, tag in enumerate(page.container_tags):
        tables[i] = i if tag == "table" else tables[page.parents[i]]
    return tables


def _posts(page: Columns) -> list[int]:
    """For each container the outermost around it that is named after a post; 0 where none is."""
    tops = [0] * len(page.parents)
    for i, says in enumerate(page.bits):
        tops[i] = tops[page.parents[i]] or (i if says & _POST else 0)
    return tops


def _is_data(page: Columns, rows: list[int]) -> bool:
    """Whether each row has cells, few of them links."""
    chars, links = sum([len(page.texts[k]) for k in rows]), sum([page.links[k] for k in rows])
    return links <= _LINKED * chars and all(CELLS in page.texts[k] for k in rows)
