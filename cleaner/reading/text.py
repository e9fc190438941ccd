"""Plain text → blocks: each line that holds anything is a block, blank lines are the gaps between them."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate, compress

from cleaner.document import Block, BlockKind, Document, Source
from cleaner.pattern import pattern
from cleaner.reading.kinds import PROSE_SHAPES, shapes
from cleaner.reading.links import as_seen

_PROSE, _LINE = BlockKind.PROSE, BlockKind.LINE
_new_block = partial(tuple.__new__, Block)  # from a tuple of its fields, without a call into Python for each
_BARS = 3  # bars make a menu of a line, however long, and so do wide gaps
_GAP = "   "
_FULL = 0.3  # share of the text in lines that reach the column, at least
_NARROWEST, _WIDEST = 62, 100  # characters: columns at which texts are broken
_LONGEST_WORD = 16  # characters by which a line may fall short of the column
_SENTENCE_END = pattern(r"(?<=[^\W\d])[.؟?!؛](?=\s|$)", re.M)


def read_text(source: Source) -> Document:
    r"""Cut a text at its line ends (\n, \r\n or \r) and keep the span of each line, so that it can be copied back.

    >>> [block.text for block in read_text(Source("Title\r\n\r\n  First line.\n")).blocks]
    ['Title', 'First line.']
    """
    text = source.text
    lines = text.split("\n") if "\r" not in text else text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
    bares = [*map(str.strip, lines)]
    stops = [*accumulate([len(line) + 1 for line in lines])]
    stops[-1] -= 1  # there is no line end after the last line
    spans = ([0, *stops], stops, [*range(1, len(lines) + 1)])
    starts, stops, numbers = ([*compress(column, bares)] for column in spans)
    texts = [*filter(None, bares)]
    looks = shapes([*map(str.strip, as_seen(texts))] if "](" in text else texts)
    kinds = [_PROSE if look in PROSE_SHAPES else _LINE for look in looks]
    blocks = [*map(_new_block, zip(texts, starts, stops, numbers, kinds, looks, strict=True))]
    prose = [i for i, kind in enumerate(kinds) if kind is _PROSE] if "|" in text or _GAP in text else []
    for i in [i for i in prose if _is_row(blocks[i].text)]:
        blocks[i] = blocks[i]._replace(kind=_LINE)
    for i in [i for low, high in _wrapped(blocks, texts) for i in range(low, high)]:
        blocks[i] = blocks[i]._replace(kind=_PROSE)
    return Document(source, tuple(blocks))


def _is_row(text: str) -> bool:
    return text.count("|") >= _BARS or text.count(_GAP) >= _BARS


def reads_alike(blocks: Sequence[Block]) -> bool:
    """Whether these lines, and fewer of them, read as the same kinds wherever they stand: no column breaks them."""
    return max([len(block.text) for block in blocks], default=0) > _WIDEST


def _wrapped(blocks: list[Block], texts: list[str]) -> Iterator[tuple[int, int]]:
    """The spans of lines that are paragraphs broken at a column, in a text where no line is longer than that.

    Full lines one below the other and the shorter one that ends them, with a full stop among them: a list of headlines
    may be as even, but has none.
    """
    sizes = [*map(len, texts)]
    column = max(sizes, default=0)
    if not _NARROWEST <= column <= _WIDEST:
        return
    full = [size > column - _LONGEST_WORD for size in sizes]
    if sum(compress(sizes, full)) < _FULL * sum(sizes):
        return
    low = 0
    for i, block in enumerate(blocks):
        if i == len(blocks) - 1 or not full[i] or blocks[i + 1].line != block.line + 1:
            if i > low and _SENTENCE_END.search("\n".join([line.text for line in blocks[low : i + 1]])):
                yield low, i + 1
            low = i + 1
