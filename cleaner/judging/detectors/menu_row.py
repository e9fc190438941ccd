"""A menu or a ticker that a scraper printed in one line, and what stands of a menu above and below the article.

drop | News Sport Business Culture Weather Jobs                 most of its words are labels that rules know
drop | Ferry late again    Mill burns down    Choir seeks basses    headlines with wide gaps between them
drop | HomeTown NewsWhat's OnLetters to usAbout the paper          labels that run together
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
_KNOWN = 0.83  # share of its words that must be labels: all of five, for a headline may have four of them
_IN, _SHORT = "في", 7  # a row of so few words with Arabic «in» among them is a phrase: «the weather in the old town»
_LOWER = 0.5  # share of words without a capital, behind a first one with it: a phrase, for labels begin alike
_ROUNDING = 1e-9
_INNER = re.compile(r"[.?!:;,]")
_JOINT = re.compile("[A-ZÀ-ÖØ-Þ](?<=[a-zß-öø-ÿ]{3}.)(?=[a-zß-öø-ÿ]{2})")  # no «YouTube», no «McDonald»
_SIGNS = frozenset('"=()[]{}<>;\\')  # of programs, in which names are joined so
_JOINTS = 3  # in a line, at least
_LEAST_JOINED, _LAST_LATIN = 20, "ɏ"  # characters; only letters that have capitals show where a label begins


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each such line."""
    for i in [i for i, block in enumerate(scene.blocks) if _GAP in block.text and block.kind is BlockKind.LINE]:
        if _is_ticker(_GAPS.split(scene.blocks[i].text)):
            yield Verdict("menu-row", "chrome", WHY, i, i + 1)
    first, last, marks, bares = scene.first_prose, scene.prose[-1], scene.marks, scene.bares
    menu = {bares[i] for i in marks if i < first} - {""}
    for i in scene.outside:
        bare = bares[i]
        if (i > last and bare in menu) or (i not in marks and _is_row(bare, scene, i)):
            yield Verdict("menu-row", "chrome", WHY, i, i + 1)


def _is_row(bare: str, scene: Scene, i: int) -> bool:
    """Whether a line that no rule knows is a row of labels, parted by blanks or not at all."""
    if bare.count(" ") >= _LABELS - 1 and _is_menu(bare, scene, i):
        return True
    return len(bare) >= _LEAST_JOINED and bare[0] <= _LAST_LATIN and _is_joined(scene.blocks[i].text)


def _is_joined(text: str) -> bool:
    """Whether labels run together in a line."""
    return len(_JOINT.findall(text)) >= _JOINTS and _SIGNS.isdisjoint(text)


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
    if len(words) <= _SHORT and _IN in words:
        return False
    return _INNER.search(bare) is None and not _is_phrase(scene.blocks[i].text)


def _is_phrase(text: str) -> bool:
    words = text.split()
    return text[0].isupper() and sum(word[0].islower() for word in words) >= _LOWER * len(words)
