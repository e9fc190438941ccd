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
_KNOWN = 0.8  # share of its words that must be labels
_LOWER = 0.5  # share of words without a capital, behind a first one with it: a phrase, for labels begin alike
_ROUNDING = 1e-9
_INNER = re.compile(r"[.?!:;,]")


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each such line."""
    for i in [i for i, block in enumerate(scene.blocks) if _GAP in block.text and block.kind is BlockKind.LINE]:
        if _is_ticker(_GAPS.split(scene.blocks[i].text)):
            yield Verdict("menu-row", "chrome", WHY, i, i + 1)
    first, last, marks, bares = scene.first_prose, scene.prose[-1], scene.marks, scene.bares
    menu = {bares[i] for i in marks if i < first}
    for i in scene.outside:
        bare = bares[i]
        is_long = bare.count(" ") >= _LABELS - 1
        if (i > last and bare in menu) or (is_long and i not in marks and _is_menu(bare, scene, i)):
            yield Verdict("menu-row", "chrome", WHY, i, i + 1)


def _is_ticker(parts: Sequence[str]) -> bool:
    sentences = sum(shape(part) in STATEMENT_SHAPES for part in parts)
    words = sum(len(part.split()) for part in parts)
    return len(parts) >= _HEADLINES and sentences <= _SENTENCES * len(parts) and words >= _WORDS * len(parts)


def _is_menu(bare: str, scene: Scene, i: int) -> bool:
    """Whether most words are labels, alone or two together, and the line is no phrase that is made of such words."""
    words, labels = bare.split(), scene.labels
    left = (1 - _KNOWN) * len(words) + _ROUNDING  # words that need be no labels
    at, last = 0, len(words) - 1
    while at <= last:
        if at < last and f"{words[at]} {words[at + 1]}" in labels:
            at += 2
            continue
        left -= words[at] not in labels
        if left < 0:
            return False
        at += 1
    return _INNER.search(bare) is None and not _is_phrase(scene.blocks[i].text)


def _is_phrase(text: str) -> bool:
    words = text.split()
    return text[0].isupper() and sum(word[0].islower() for word in words) >= _LOWER * len(words)
