"""Blocks in the lists and quotes they stand in → lines of Markdown."""

from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from cleaner.reading.inline import Box


class Piece(NamedTuple):
    """A paragraph, heading, table or code: its lines, and the items and quotes around it, the outermost first."""

    lines: list[str]
    around: tuple[Box, ...] = ()
    is_paragraph: bool = True


def around(box: Box | None) -> tuple[Box, ...]:
    """The items and quotes among a box and those around it."""
    found = []
    while box is not None:
        if box.tag in ("li", "blockquote"):
            found.append(box)
        box = box.outer
    return tuple(reversed(found))


def laid_out(pieces: Iterable[Piece]) -> list[str]:
    """All lines, blank ones between the pieces; items stand close."""
    lines: list[str] = []
    layout = _Layout()
    before: Piece | None = None
    for piece in pieces:
        shared = 0 if before is None else _shared(before.around, piece.around)
        if before is not None and not layout.stands_close(before, piece, shared):
            lines.append(layout.inside(piece.around[:shared]).rstrip())
        first = layout.inside(piece.around[:shared]) + layout.opening(before, piece, shared)
        rest = layout.inside(piece.around)
        lines.append(first + piece.lines[0])
        lines += [(rest + line).rstrip() if not line else rest + line for line in piece.lines[1:]]
        before = piece
    return lines


def _shared(one: tuple[Box, ...], other: tuple[Box, ...]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(one, other, strict=False)))


class _Layout:
    """How the items and quotes met so far are marked."""

    def __init__(self) -> None:
        self._signs: dict[Box, str] = {}  # of an item: `- `, `3. `
        self._is_other: dict[Box | None, bool] = {}  # whether a list has the other sign of its kind: `*`, `)`

    def inside(self, boxes: Iterable[Box]) -> str:
        """What every line begins with that stands in these."""
        return "".join("> " if box.tag == "blockquote" else " " * len(self._signs[box]) for box in boxes)

    def opening(self, before: Piece | None, piece: Piece, shared: int) -> str:
        """What the first line of a piece begins with, for the boxes that it is the first to stand in."""
        parts = []
        for place, box in enumerate(piece.around[shared:], shared):
            beside = before.around[place] if before and place == shared and place < len(before.around) else None
            if box.tag == "li" and box not in self._signs:
                self._signs[box] = self._sign(box, beside)
            parts.append("> " if box.tag == "blockquote" else self._signs[box])
        return "".join(parts)

    def _sign(self, item: Box, beside: Box | None) -> str:
        """beside: the box right before the item. Two lists side by side would be one, had they the same sign."""
        here = item.outer
        if here not in self._is_other:
            is_like = beside is not None and beside.tag == "li" and _is_numbered(beside) == _is_numbered(item)
            self._is_other[here] = is_like and beside is not None and not self._is_other[beside.outer]
        other = self._is_other[here]
        if _is_numbered(item):
            return f"{item.number}{')' if other else '.'} "
        return "* " if other else "- "

    def stands_close(self, before: Piece, piece: Piece, shared: int) -> bool:
        """Whether a piece begins an item right below the one before it, or below the text of the outer item."""
        fresh = piece.around[shared:]
        if not fresh or fresh[0].tag != "li" or not before.is_paragraph:
            return False
        left = before.around[shared:]
        if left:
            return left[0].tag == "li" and left[0].outer is fresh[0].outer
        return shared > 0 and before.around[-1].tag == "li" and (not _is_numbered(fresh[0]) or fresh[0].number == 1)


def _is_numbered(item: Box) -> bool:
    return item.outer is not None and item.outer.tag == "ol"
