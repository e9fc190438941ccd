"""Rows of a page's table → a table of Markdown, where they are one."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from cleaner.reading.inline import Box, Run
from cleaner.writing.markdown_inline import inline, segments

_CELL_TAGS = ("td", "th")
_MOST_COLUMNS = 100
_BARS_FROM_END = re.compile(r"\s*(?:\|\s+)+")


class Row(NamedTuple):
    """A block of a table: its text, one line, and its runs."""

    text: str
    runs: Sequence[Run]


def row_of(box: Box | None) -> Box | None:
    """The row that the text in a box is part of."""
    cell = _cell(box)
    return None if cell is None else cell.outer


def table_of(box: Box | None) -> Box | None:
    """The table that the text in a box is part of."""
    while box is not None and box.tag != "table":
        box = box.outer
    return box


def table(blocks: Sequence[Row]) -> list[str] | None:
    """The lines of a table, its first row the heading; None where the blocks are no rows of single cells."""
    rows = [_cells(list(row)) for _, row in groupby(blocks, lambda block: id(row_of(block.runs[0].box)))]
    width = max(max(row, default=0) for row in rows)
    if len(rows) < 2 or not 2 <= width <= _MOST_COLUMNS or not all(rows):
        return None
    lines = ["| " + " | ".join(row.get(place, "") for place in range(1, width + 1)) + " |" for row in rows]
    return [lines[0], "|" + " --- |" * width, *lines[1:]]


def _cell(box: Box | None) -> Box | None:
    while box is not None and box.tag not in _CELL_TAGS:
        box = box.outer
    return box


def _cells(blocks: Sequence[Row]) -> dict[int, str]:
    """The cells of a row, each by its number; none where a cell is more than one block."""
    found: dict[int, str] = {}
    for text, runs in blocks:
        groups = [list(group) for _, group in groupby(runs, lambda run: id(_cell(run.box)))]
        ends = [*(group[0].start for group in groups[1:]), len(text)]
        for group, end in zip(groups, ends, strict=True):
            cell = _cell(group[0].box)
            if cell is None or cell.number < 1 or cell.number in found:
                return {}
            found[cell.number] = _written(text[group[0].start : end], group)
    return found


def _written(text: str, runs: Sequence[Run]) -> str:
    start = runs[0].start
    if bars := _BARS_FROM_END.match(text[::-1]):
        text = text[: len(text) - bars.end()]
    parts = segments(text.replace("\n", " "), [run._replace(start=run.start - start) for run in runs])
    return inline(parts, in_cell=True).strip()
