"""What cleaning gives: the document as it was read, what went and why, and the article as it is written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from cleaner.document import Document, Source, Verdict, cut
from cleaner.judging.title import begins_with_title
from cleaner.normalize.repair import Repaired
from cleaner.reading.text import read_text

if TYPE_CHECKING:
    from cleaner.normalize.report import Repair
    from cleaner.reading.metadata import Metadata

GUARD = "the rules would drop nearly all of the prose"  # why all of it was kept


@dataclass(frozen=True)
class CleanDocument:
    """The outcome. Nothing is edited: `dropped` maps a block's index to the verdict that took it, the rest is kept.

    repaired: what is kept, its orthography mended; guarded: the rules would have taken nearly all prose, so everything
    was kept instead; languages: the packs of rules that the text asked for, of a page none.
    """

    document: Document
    dropped: dict[int, Verdict]
    repaired: Repaired
    guarded: bool = False
    languages: tuple[str, ...] = ()

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """Indexes of the blocks that stay, in order."""
        return tuple(i for i in range(len(self.document.blocks)) if i not in self.dropped)

    @property
    def text(self) -> str:
        """The article as `clean` prints it."""
        return self.repaired.text

    @property
    def notes(self) -> tuple[str, ...]:
        """What had to be mended or left out to read the document, a sentence each."""
        return self.document.source.notes

    @cached_property
    def article(self) -> Document:
        """The article as a document of its own, as a second run reads it."""
        return read_text(Source(self.text, self.document.source.name))

    @property
    def has_title(self) -> bool:
        """Whether the article begins with a headline."""
        return begins_with_title(self.article.blocks)

    @property
    def title(self) -> str | None:
        """The headline, where the document has one."""
        return self.article.blocks[0].text if self.has_title else None

    @property
    def title_index(self) -> int | None:
        """The block of the headline in the document as it was read."""
        return places_of(self.document, self.kept, self.article)[0] if self.has_title else None

    @cached_property
    def body(self) -> str:
        """The article without its title."""
        return cut(self.article, range(int(self.has_title), len(self.article.blocks)))

    @property
    def byline(self) -> tuple[str, ...]:
        """Agency, place, author and date lines: dropped from the article, kept as metadata."""
        blocks = self.document.blocks
        return tuple(blocks[i].text for i, verdict in sorted(self.dropped.items()) if verdict.kind == "byline")

    @property
    def metadata(self) -> "Metadata":
        """What the document says of itself: a page says something, a text does not."""
        from cleaner.reading.metadata import Metadata

        return Metadata()

    @cached_property
    def repairs(self) -> "tuple[Repair, ...]":
        """What each step of orthography changed in the lines that stay, each line by its number in the source."""
        blocks = self.document.blocks
        origin = dict(zip(_lines_of_cut(self.document, self.kept), (blocks[i].line for i in self.kept), strict=True))
        return tuple(
            replace(each, changes=tuple(c._replace(line=origin.get(c.line, c.line)) for c in each.changes))
            for each in self.repaired.repairs
        )


def places_of(document: Document, kept: Sequence[int], article: Document) -> list[int]:
    """For each block of the article the index in the document that it comes from; mending may empty a line."""
    if len(article.blocks) == len(kept):
        return list(kept)
    origin = dict(zip(_lines_of_cut(document, kept), kept, strict=True))
    return [origin[block.line] for block in article.blocks]


def _lines_of_cut(document: Document, kept: Sequence[int]) -> list[int]:
    """For each kept block its line in the text that is cut from the document."""
    return [block.line for block in read_text(Source(cut(document, kept))).blocks]
