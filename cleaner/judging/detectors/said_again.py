"""A line that says the same again and again: names of icons in a row, a button and what is read out for it.

drop | Ann is a jewel in the roughAnn is a jewel in the roughAnn is a jewel in the rough
drop | The mill burns downThe mill burns down          where «The mill burns down» is a line too

Nothing parts the copies, for they were never meant to be read in a row; blanks part those of a chant or a refrain.
"""

from collections.abc import Iterator

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.normalize.fold import EDGES, fold
from cleaner.reading.kinds import SHAPES

ID = "said-again"
WHY = "One line that says the same again and again: the names of icons in a row, or a headline twice."
_OPEN = frozenset(map(SHAPES.index, ("headline-open", "sentence-open", "paragraph-open", "long-open")))
_NOT_OPEN = bytes(code for code in range(256) if code not in _OPEN)
_END = 12  # characters by which the copy before the last one is found
_UNIT = range(_END, 120)  # characters of what is said again
_MANY = 3  # times, where no other line is what is said
_LABEL = 24  # characters that may stand before the first of many


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each such line."""
    if not scene.shapes.translate(None, _NOT_OPEN):
        return
    texts = [(i, scene.blocks[i].text) for i, shape in enumerate(scene.shapes) if shape in _OPEN]
    for i in [i for i, text in texts if text.count(text[-_END:]) > 1]:
        if _is_said_again(scene, scene.blocks[i].text):
            yield Verdict(ID, "repetition", WHY, i, i + 1)


def _is_said_again(scene: Scene, text: str) -> bool:
    last = len(text) - _END
    before = text.rfind(text[last:], 0, len(text) - 1)
    unit = last - before
    if before < 0 or unit not in _UNIT or text[-unit:] != text[-2 * unit : -unit]:
        return False
    times, said = 2, text[-unit:]
    while text.endswith(said * (times + 1)):
        times += 1
    is_glued = said[0].isalnum() and said[-1].isalnum()
    if times >= _MANY:
        return is_glued and len(text) - times * unit <= max(_LABEL, unit)
    return len(text) <= 2 * unit + 1 and fold(said).strip(EDGES) in scene.bares.values()
