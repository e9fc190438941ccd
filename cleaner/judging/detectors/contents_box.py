"""A table of contents: numbered lines that name the headings of the article again, before those come.

drop | 1 التسمية
drop | 2 التاريخ
keep | التسمية
keep | التاريخ
"""

from collections.abc import Iterator

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.normalize.fold import EDGES
from cleaner.pattern import pattern

WHY = "A table of contents: its lines stand again as headings of the article."
_NUMBER = pattern(r"\d{1,2}(?:\.\d{1,2}){0,3}[.)-]? ?(?=\D)")
_EDIT = pattern(r" ?\[[^\]]{2,20}\]$")  # the link behind a heading of an encyclopedia
_LEAST = 3  # lines


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each line of the box, if several lines of it name a heading with prose below it."""
    if len(scene.numbered) < _LEAST:
        return
    numbered = {i: scene.keys[i][hit.end() :] for i in scene.numbered if (hit := _NUMBER.match(scene.keys[i]))}
    if len(numbered) < _LEAST:
        return
    edited = {i: _EDIT.sub("", key).strip(EDGES) for i, key in scene.keys.items() if key.endswith("]")}
    names = scene.bares | edited | {i: rest.strip(EDGES) for i, rest in numbered.items()}
    last = {name: i for i, name in names.items()}
    prose = set(scene.prose)
    entries = [i for i in numbered if (j := last[names[i]]) > i and j + 1 in prose]
    if len(entries) >= _LEAST and entries[-1] - entries[0] < 2 * len(entries) + _LEAST:
        for i in range(entries[0], entries[-1] + 1):
            if i in numbered:
                yield Verdict("contents-box", "chrome", WHY, i, i + 1)
