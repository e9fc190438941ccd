"""Which block is the headline of what stays."""

from collections.abc import Container, Sequence

from cleaner.document import Block, BlockKind

LONGEST_TITLE = 250  # characters


def find_title(blocks: Sequence[Block], dropped: Container[int]) -> int | None:
    """The first kept block, if it reads like a headline and prose follows it; a document may have none.

    >>> from cleaner.document import Source
    >>> from cleaner.reading.text import read_text
    >>> find_title(read_text(Source("A headline\\n" + "Prose and more prose, " * 9)).blocks, {})
    0
    """
    kept = [i for i in range(len(blocks)) if i not in dropped]
    if len(kept) < 2 or blocks[kept[0]].kind is BlockKind.PROSE or len(blocks[kept[0]].text) > LONGEST_TITLE:
        return None
    has_prose = any(blocks[i].kind is BlockKind.PROSE for i in kept[1:4])
    return kept[0] if has_prose else None
