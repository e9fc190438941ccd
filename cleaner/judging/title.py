"""Whether what stays begins with its headline."""

from collections.abc import Sequence

from cleaner.document import Block, BlockKind

LONGEST_TITLE = 250  # characters


def begins_with_title(blocks: Sequence[Block]) -> bool:
    """Whether the first block reads like a headline and prose follows it; a document may have none.

    >>> from cleaner.document import Source
    >>> from cleaner.reading.text import read_text
    >>> begins_with_title(read_text(Source("A headline\\n" + "Prose and more prose, " * 9)).blocks)
    True
    """
    if not blocks or blocks[0].kind is BlockKind.PROSE or len(blocks[0].text) > LONGEST_TITLE:
        return False
    return any(block.kind is BlockKind.PROSE for block in blocks[1:4])
