"""The types that travel through the house: source → blocks → verdicts → clean document. They import nothing of ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
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


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded document. text: what the rules see; name: for messages; format: "text" or "html"."""

    text: str
    name: str = "<text>"
    format: str = "text"
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()  # what reading had to mend, a sentence each


@dataclass(frozen=True, slots=True)
class Document:
    """A source and its blocks, in order. Blank lines are no blocks: they are what lies between two spans."""

    source: Source
    blocks: tuple[Block, ...]


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


@dataclass(frozen=True)
class CleanDocument:
    """The outcome. Nothing is edited: `dropped` maps a block's index to the verdict that took it, the rest is kept.

    guarded: the rules would have taken nearly all prose, so everything was kept instead.
    """

    document: Document
    dropped: dict[int, Verdict]
    title_index: int | None = None
    guarded: bool = False

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """Indexes of the blocks that stay, in order."""
        return tuple(i for i in range(len(self.document.blocks)) if i not in self.dropped)

    @property
    def title(self) -> str | None:
        """The headline, where the document has one."""
        return None if self.title_index is None else self.document.blocks[self.title_index].text

    @property
    def byline(self) -> tuple[str, ...]:
        """Agency, place, author and date lines: dropped from the article, kept as metadata."""
        blocks = self.document.blocks
        return tuple(blocks[i].text for i, verdict in sorted(self.dropped.items()) if verdict.kind == "byline")

    @cached_property
    def text(self) -> str:
        """The article as `clean` prints it."""
        return cut(self.document, self.kept)

    @cached_property
    def body(self) -> str:
        """The article without its title."""
        return cut(self.document, tuple(i for i in self.kept if i != self.title_index))


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


def ends_of_cut(document: Document, kept: Sequence[int], size: int) -> str:
    """The first and the last `size` characters of `cut`, the whole where it has no more, without making the rest."""
    low, high, before, after = 0, len(kept), 0, 0
    blocks = document.blocks
    while low < high and before < size:
        before += blocks[kept[low]].stop - blocks[kept[low]].start
        low += 1
    while low < high and after < size:
        high -= 1
        after += blocks[kept[high]].stop - blocks[kept[high]].start
    if low >= high:
        text = cut(document, kept)
        return text if len(text) <= 2 * size else text[:size] + text[-size:]
    return cut(document, kept[:low])[:size] + cut(document, kept[high:])[-size:]


def _widest_gap(text: str, blocks: tuple[Block, ...], before: int, after: int) -> str:
    """The longest run of blank lines between two kept blocks; `before` is -1 for the start of the source."""
    if before == -1:
        return text[: blocks[0].start] if after == 0 else ""
    gaps = [text[blocks[i].stop : blocks[i + 1].start] for i in range(before, after)]
    return max(gaps, key=lambda gap: gap.count("\n")) if any(gaps) else ""
