"""A menu or a ticker that a scraper printed in one line, and what stands of a menu above and below the article.

drop | News Sport Business Culture Weather Jobs                 most of its words are labels that rules know
drop | Ferry late again    Mill burns down    Choir seeks basses    headlines with wide gaps between them
"""

import re
from collections.abc import Iterator, Sequence

from cleaner.document import BlockKind, Verdict
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import STATEMENT_SHAPES, shape

WHY = "A menu or a row of headlines in one line, or a line of the menu above the article once more below it."
_GAP = "   "
_GAPS = re.compile(r"\s{3,}")
_HEADLINES = 4  # in a row, at least
_SENTENCES = 0.25  # of them may end as sentences do
_WORDS = 3  # of a headline in the mean, at least: the cells of a table have fewer
_LABELS = 4  # words of a menu, at least
_KNOWN = 0.7  # share of its words that must be labels
_INNER = re.compile(r"[.?!:;,]")


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each such line."""
    for i, block in enumerate(scene.blocks):
        if block.kind is BlockKind.LINE and _GAP in block.text and _is_ticker(_GAPS.split(block.text)):
            yield Verdict("menu-row", "chrome", WHY, i, i + 1)
    if scene.prose:
        first, last = scene.first_prose, scene.prose[-1]
        menu = {bare for i, bare in scene.bares.items() if i < first and i in scene.marks}
        bares = scene.bares
        for i in [*range(first), *range(last + 1, len(scene.blocks))]:
            bare = bares.get(i, "")
            if (i > last and bare in menu) or (i not in scene.marks and _is_menu(bare, scene)):
                yield Verdict("menu-row", "chrome", WHY, i, i + 1)


def _is_ticker(parts: Sequence[str]) -> bool:
    sentences = sum(shape(part) in STATEMENT_SHAPES for part in parts if part)
    words = sum(len(part.split()) for part in parts)
    return len(parts) >= _HEADLINES and sentences <= _SENTENCES * len(parts) and words >= _WORDS * len(parts)


def _is_menu(bare: str, scene: Scene) -> bool:
    """Whether most words are labels, alone or two together."""
    if bare.count(" ") < _LABELS - 1 or _INNER.search(bare):
        return False
    words = bare.split()
    known = i = 0
    while i < len(words):
        size = 2 if " ".join(words[i : i + 2]) in scene.labels and i + 1 < len(words) else 1
        known += size if size == 2 or words[i] in scene.labels else 0
        i += size
    return known >= _KNOWN * len(words)
