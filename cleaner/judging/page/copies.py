"""Paragraphs of the article that stand in it twice, word for word: a layout for phones, a quotation set large, a slip.

What counts as a copy, and what may come back on purpose, is said in judging/detectors/repetition.py.
"""

from cleaner.document import Block, BlockKind
from cleaner.judging.detectors import repetition
from cleaner.judging.match import fold_keys
from cleaner.judging.page.first import FirstPass
from cleaner.judging.page.rules import PageRule
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import PROSE_SHAPES, shape

REPEATED = PageRule("repeated-paragraph", "repetition", repetition.WHY)


def copies(first: FirstPass, kept: list[int]) -> dict[int, PageRule]:
    """The kept blocks that an earlier one repeats. Linear; next to nothing where no text stands twice."""
    page = first.page
    if not first.copies or sum([page.texts[k] in first.copies for k in kept]) < 2:
        return {}
    blocks = []
    for k in kept:
        text = page.texts[k].replace("\n", " ")
        look = shape(text)
        kind = BlockKind.PROSE if look in PROSE_SHAPES else BlockKind.LINE
        blocks.append(Block(text, 0, 0, k + 1, kind, look))
    found = repetition.find(Scene(blocks, fold_keys(blocks), {}))
    return {kept[i]: REPEATED for verdict in found for i in range(verdict.first, verdict.last)}
