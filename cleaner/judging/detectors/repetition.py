"""Paragraphs that stand twice, alone or as a block.

What repeats on purpose stays: a refrain, a list item, a line of dialogue, a sentence that a speech comes back to.
So only long prose counts by itself; a shorter sentence or a heading goes only as part of a repeated block.
"""

from collections import Counter
from collections.abc import Iterator

from cleaner.document import Block, BlockKind, Verdict
from cleaner.judging.scene import Scene
from cleaner.normalize.fold import fold
from cleaner.pattern import pattern
from cleaner.reading.kinds import SHAPES

WHY = "The same paragraph stands earlier in the document; the first one is kept."
_ALIKE = 0.6  # of the words of two headings
_LETTERS = 0.55  # of the characters of a paragraph; the lines of a program's record have figures and signs
_ENTRIES = 2  # such headings in a list, at least
_OFTEN = 3  # copies of one line or paragraph
_SIGNS = pattern(r"[^\w\n]+")  # all but letters and digits: paragraphs may differ in their figures alone
# Parts of a paragraph, and what of their letters is compared; the whole, which costs most, where these do not differ.
_PARTS = ((slice(-32, None), slice(-12, None)), (slice(None), slice(None)))


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each paragraph or block of paragraphs that an earlier one repeats."""
    same = _earlier_copies(scene)
    if not same or _comes_back(scene, same) or _are_entries(scene, same):
        return
    distances = Counter(i - first for i, first in same.items())
    for i, first in same.items():
        if not _answers(scene, i, first) and (distances[i - first] > 1 or i == first + 1 or _is_long(scene.blocks[i])):
            low, high = _widen(scene, i, first)
            yield Verdict("repeated-paragraph", "repetition", WHY, low, high)


def _comes_back(scene: Scene, same: dict[int, int]) -> bool:
    """Whether most copies are of lines with many: the days of a plan are made of the same pieces, time and again.

    A document that stands in its text twice or three times has few copies of each.
    """
    prose = set(scene.prose)
    lines = Counter(key for i, key in scene.keys.items() if i not in prose)
    copies = [*Counter(same.values()).values(), *(count - 1 for count in lines.values())]
    return 2 * sum(count for count in copies if count >= _OFTEN) > sum(copies) > 0


def _answers(scene: Scene, i: int, first: int) -> bool:
    """Whether a copy stands below a question and the first one does not: an answer may say again what was told."""
    asks, other = (scene.keys.get(j - 1) for j in (i, first))
    return asks != other and SHAPES[scene.blocks[i - 1].shape].endswith("-asks")


def _are_entries(scene: Scene, same: dict[int, int]) -> bool:
    """Whether copies stand in a list whose entries are made by a pattern: their headings are alike, not the same.

    One such heading may be the headline of the document's other copy, with the site's name.
    """
    above = [(scene.keys.get(i - 1, ""), scene.keys.get(first - 1, "")) for i, first in same.items()]
    return sum(_are_alike(heading, other) for heading, other in above) >= _ENTRIES


def _are_alike(heading: str, other: str) -> bool:
    words, others = set(heading.split()), set(other.split())
    return words != others and len(words & others) >= _ALIKE * max(len(words), len(others))


def _is_long(block: Block) -> bool:
    """Too long to come back on purpose; a question may, in an interview, and so may the line of a record."""
    size, _, end = SHAPES[block.shape].partition("-")
    return (
        size in ("paragraph", "long")
        and end != "asks"
        and _LETTERS * len(block.text) < sum(map(str.isalpha, block.text))
    )


def _earlier_copies(scene: Scene) -> dict[int, int]:
    """Index of each repeated paragraph of prose → index of its first copy."""
    lines, keys = scene.prose, scene.openings
    for part, letters in _PARTS:
        if len(set(keys)) == len(keys):
            return {}
        count = Counter(keys)
        lines = [i for i, key in zip(lines, keys, strict=True) if count[key] > 1]
        texts = fold("\n".join([scene.blocks[i].text[part] for i in lines]))
        keys = [key[letters] for key in _SIGNS.sub("", texts.replace("_", "")).split("\n")]
    first: dict[str, int] = {}
    return {i: first[key] for i, key in zip(lines, keys, strict=True) if first.setdefault(key, i) != i}


def _widen(scene: Scene, copy: int, first: int) -> tuple[int, int]:
    """The copy with the short lines around it that stand around the first one too: its heading, its list.

    It stops at the next paragraph, which has a verdict of its own.
    """
    low, high = copy, copy + 1
    while _same_line(scene, low - 1, first - (copy - low) - 1):
        low -= 1
    while high < len(scene.blocks) and _same_line(scene, high, first + high - copy):
        high += 1
    return low, high


def _same_line(scene: Scene, i: int, j: int) -> bool:
    return scene.blocks[i].kind is not BlockKind.PROSE and scene.keys.get(i) == scene.keys.get(j) is not None
