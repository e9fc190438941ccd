"""A menu that a converter printed as a list above the article: labels behind bullets, right below known furniture.

drop | :: Home :: :: About us :: :: Search ::     a rule knows it
drop | • Books for teachers
drop | • Worksheets                               … and eight such lines or more
keep | Where the tide tables come from

A recipe has its ingredients in such a list, but its name stands over them, or numbers stand in them.
"""

from collections.abc import Iterator

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import LABEL_SHAPES

ID = "bulleted-menu"
WHY = "A menu printed as a list above the article: labels behind bullets, right below other furniture."
_BULLETS = frozenset("•·●▪■◦*›»")
_LEAST = 8  # labels


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each such list above the first paragraph."""
    first = scene.first_prose
    if not any(scene.blocks[i].text[0] in _BULLETS for i in range(_LEAST - 1, first, _LEAST)):
        return  # a list as long has one of these lines
    start = None
    for i in range(first + 1):
        if i < first and _is_item(scene, i):
            start = i if start is None else start
        elif start is not None:
            if i - start >= _LEAST and start - 1 in scene.marks:
                yield Verdict(ID, "chrome", WHY, start, i)
            start = None


def _is_item(scene: Scene, i: int) -> bool:
    text = scene.blocks[i].text
    return text[0] in _BULLETS and scene.shapes[i] in LABEL_SHAPES and not any(map(str.isdigit, text))
