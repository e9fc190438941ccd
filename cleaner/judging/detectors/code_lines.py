"""A sign or an address alone in a line is furniture, but not in the midst of code.

keep | <button onClick={save}
keep | >
keep | {label}
"""

from collections.abc import Iterator

from cleaner.document import Action, Verdict
from cleaner.judging.scene import Scene
from cleaner.pattern import pattern

WHY = "A sign or an address alone in its line, with lines of code above and below it."
_CODE = pattern(r"[{};=(\[]$|\)\)$|^[})\]<]|^//|=>|:=|^\"[\w@$-]+\":|[\w\])]\(\)")
_REACH = 2  # lines on each side
_LEAST = 2  # of them that are code


def find(scene: Scene) -> Iterator[Verdict]:
    """One exception for each such line."""
    blocks = scene.blocks
    for i in [i for i in scene.marks if not scene.bares[i] or (scene.keys[i][0] == '"' and "://" in scene.keys[i])]:
        near = [*range(max(0, i - _REACH), i), *range(i + 1, min(i + 1 + _REACH, len(blocks)))]
        if sum(_CODE.search(blocks[j].text) is not None for j in near) >= _LEAST:
            yield Verdict("code-lines", "chrome", WHY, i, i + 1, Action.KEEP)
