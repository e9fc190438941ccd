"""Plain text → blocks: each line that holds anything is a block, blank lines are the gaps between them."""

from cleaner.document import Block, BlockKind, Document, Source
from cleaner.reading.kinds import PROSE_SHAPES, shape


def read_text(source: Source) -> Document:
    r"""Cut a text at its line ends (\n, \r\n or \r) and keep the span of each line, so that it can be copied back.

    >>> [block.text for block in read_text(Source("Title\r\n\r\n  First line.\n")).blocks]
    ['Title', 'First line.']
    """
    text = source.text
    lines = text.split("\n") if "\r" not in text else text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
    blocks = []
    start = 0
    for number, line in enumerate(lines, 1):
        stop = start + len(line) + 1
        if bare := line.strip():
            look = shape(bare)
            kind = BlockKind.PROSE if look in PROSE_SHAPES else BlockKind.LINE
            blocks.append(Block(bare, start, stop, number, kind, look))
        start = stop
    if blocks and blocks[-1].stop > len(text):
        blocks[-1] = blocks[-1]._replace(stop=len(text))
    return Document(source, tuple(blocks))
