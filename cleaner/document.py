"""The types that travel through the house: source → blocks → verdicts → cut. They import nothing of ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import NamedTuple


class BlockKind(Enum):
    """What a block is, as far as the reader can tell."""

    PROSE = "prose"  # reading/kinds.py says when a line counts as prose
    LINE = "line"  # any other line of plain text


class Block(NamedTuple):
    """One paragraph, heading, item or line as read. A tuple: a document has thousands, and a tuple is the cheapest.

    text: without its line end and outer white space; start, stop: its slice of `Source.text`, line end included;
    line: 1-based line of the source; shape: size and end of the text (reading/kinds.py).
    """

    text: str
    start: int
    stop: int
    line: int
    kind: BlockKind
    shape: int


@dataclass(frozen=True)
class Source:
    """A decoded document. text: what the rules see; name: for messages; format: "text" or "html"."""

    text: str
    name: str = "<text>"
    format: str = "text"
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()  # what reading had to mend, a sentence each


@dataclass(frozen=True)
class Document:
    """A source and its blocks, in order. Blank lines are no blocks: they are what lies between two spans."""

    source: Source
    blocks: tuple[Block, ...]

    @property
    def format(self) -> str:
        """As in its source."""
        return self.source.format


class Action(Enum):
    DROP = "drop"
    KEEP = "keep"  # an exception: beats every DROP


class Verdict(NamedTuple):
    """What one rule says of the blocks `first` ≤ i < `last`: drop or keep, and why."""

    rule: str
    kind: str  # chrome related comment repetition byline
    reason: str
    first: int
    last: int
    action: Action = Action.DROP


def cut(document: Document, kept: Sequence[int]) -> str:
    """The kept blocks' own slices of the source, in order, with their own line ends.

    Between two kept blocks stands the widest of the gaps that lay between them in the source; blank lines before
    the first and after the last block stay only while that block does. Nothing is inserted: where all is kept,
    the result is the source.
    """
    text, blocks = document.source.text, document.blocks
    if len(kept) == len(blocks):
        return text
    if not kept:
        return ""
    starts = [0, *(k for k in range(1, len(kept)) if kept[k] != kept[k - 1] + 1), len(kept)]
    parts = []
    for low, high in pairwise(starts):
        first, last = kept[low], kept[high - 1]
        parts.append(_widest_gap(text, blocks, kept[low - 1] if low else -1, first))
        parts.append(text[blocks[first].start : blocks[last].stop])
    if kept[-1] == len(blocks) - 1:
        parts.append(text[blocks[-1].stop :])
    return "".join(parts)


def _widest_gap(text: str, blocks: tuple[Block, ...], before: int, after: int) -> str:
    """The longest run of blank lines between two kept blocks; `before` is -1 for the start of the source."""
    if before == -1:
        return text[: blocks[0].start] if after == 0 else ""
    gaps = [text[blocks[i].stop : blocks[i + 1].start] for i in range(before, after)]
    return max(gaps, key=lambda gap: gap.count("\n") or gap.count("\r")) if any(gaps) else ""
