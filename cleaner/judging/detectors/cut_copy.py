"""The beginning of a paragraph that stands whole elsewhere, cut off with dots: what a page shows in lists and previews.

drop | The three hives stood thirty metres below the burning…
keep | The three hives stood thirty metres below the burning rafters, and when the keeper climbed up he heard a hum.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import SHAPES

WHY = "The beginning of a paragraph, cut off with dots; the whole paragraph stands elsewhere, or before it in the line."
_TRAILING = frozenset(code for code, name in enumerate(SHAPES) if name.endswith("trails-off"))
_TRAILING_OFF = bytes(_TRAILING)
_ENDS = " .…[]"
_LEAST = 30  # characters that both have
_LONGEST = 160  # characters of a headline in the same line


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each line that is the beginning of another."""
    if not scene.has_shape(_TRAILING_OFF):
        return
    ends = [i for i, code in enumerate(scene.shapes) if code in _TRAILING]
    cut = {i: scene.blocks[i].text.rstrip(_ENDS) for i in ends}
    cut = {i: text for i, text in cut.items() if len(text) >= _LEAST}
    if not cut:
        return
    openings = {text[:_LEAST] for text in cut.values()}
    wholes = [block.text for i, block in enumerate(scene.blocks) if block.text[:_LEAST] in openings and i not in cut]
    wholes = sorted(set(wholes))
    for i, text in cut.items():
        is_whole_before = 0 < text.find(text[:_LEAST], _LEAST) <= _LONGEST  # a headline, and how its story begins
        if is_whole_before or _is_beginning(text, wholes):
            yield Verdict("cut-off-copy", "repetition", WHY, i, i + 1)


def _is_beginning(text: str, wholes: list[str]) -> bool:
    """Whether one of some texts, in their order, begins so and goes on for more than a sign."""
    near = (wholes[place] for place in range(bisect_left(wholes, text), len(wholes)))
    return any(len(whole) > len(text) + 1 for whole in takewhile(lambda whole: whole.startswith(text), near))
