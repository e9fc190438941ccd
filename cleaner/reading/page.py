"""A page as read: its blocks and the containers they stand in, and the page as a document of lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from cleaner.document import Block, BlockKind, Document, Source
from cleaner.reading.kinds import PROSE_SHAPES, is_prose, shape

WHOLE = "whole"
CELLS = " | "  # stands between the cells of a row
_LONGEST_LINK = 160  # characters of a headline
_LISTED = frozenset(("li", "tr", "td", "th", "dt", "dd"))  # one below the other, without a blank line


@dataclass(slots=True)
class Columns:
    """Of each block: text (white space collapsed, one line for each `<br>`), the tag that says what it is, how many of
    its characters are links, and the container that holds it. Of each container, parents first and the first its own
    parent: parent, tag, hints (class, id, role, itemprop as written), what they say (hints.py), pictures in it.
    pictured: the blocks right after a picture; centred: containers with a style that says so; head: the page's <head>,
    as written. WHOLE is the tag of a block that is a whole menu, form, share bar …, or part of one around an h1, which
    is a block by itself; headlines: those h1s.
    """

    texts: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    holders: list[int] = field(default_factory=list)
    parents: list[int] = field(default_factory=lambda: [0])
    container_tags: list[str] = field(default_factory=lambda: ["body"])
    hints: list[str] = field(default_factory=lambda: [""])
    bits: list[int] = field(default_factory=lambda: [0])
    pictures: dict[int, int] = field(default_factory=dict)
    pictured: set[int] = field(default_factory=set)
    centred: set[int] = field(default_factory=set)
    headlines: set[int] = field(default_factory=set)
    head: str = ""


class Page(Document):
    """A document whose text is that of the page, a block after the other; `html` is the page as it was parsed.

    read: the source without its text. That and the blocks are made when somebody asks: cleaning goes by the columns.
    """

    read: Source
    html: str
    columns: Columns

    def __init__(self, read: Source, html: str, columns: Columns) -> None:
        for name, value in (("read", read), ("html", html), ("columns", columns)):
            object.__setattr__(self, name, value)

    @property
    def format(self) -> str:
        """As in its source."""
        return self.read.format

    @cached_property
    def source(self) -> Source:
        """The text of all blocks, as a document of lines."""
        return replace(self.read, text=joined(self.columns, range(len(self.columns.texts))))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The lines of the page; `line` is the running number, for the parser tells no other."""
        return tuple(_blocks(self.columns))


def _blocks(columns: Columns) -> list[Block]:
    blocks, start = [], 0
    gaps = [*gaps_between(columns, range(len(columns.texts))), ""]
    for number, (text, gap) in enumerate(zip(columns.texts, gaps, strict=True), 1):
        look = shape(text)
        stop = start + len(text) + (gap != "")
        kind = BlockKind.PROSE if look in PROSE_SHAPES else BlockKind.LINE
        blocks.append(Block(text, start, stop, number, kind, look))
        start += len(text) + len(gap)
    return blocks


def gaps_between(columns: Columns, kept: Sequence[int]) -> list[str]:
    """What to write between each two of these blocks: items of one list stand close."""
    tags, holders = columns.tags, columns.holders
    return [
        "\n" if tags[a] in _LISTED and tags[b] in _LISTED and holders[a] == holders[b] else "\n\n"
        for a, b in pairwise(kept)
    ]


def joined(columns: Columns, kept: Sequence[int]) -> str:
    """The text of these blocks."""
    texts = columns.texts
    gaps = [*gaps_between(columns, kept), ""]
    return "".join([part for k, gap in zip(kept, gaps, strict=False) for part in (texts[k], gap)])


def unlink_prose(columns: Columns) -> None:
    """Take paragraphs that are one long link, which somebody forgot to close, for what they are."""
    columns.links = [
        0 if len(text) > _LONGEST_LINK and is_prose(text) else links
        for text, links in zip(columns.texts, columns.links, strict=True)
    ]
