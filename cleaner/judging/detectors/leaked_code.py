"""Programs and style sheets that a converter left in the text of a page: all lines of one, and long lines of one each.

keep | The ferry is back after two winters
drop | .story-box {              a rule knows it
drop | margin: 0 auto;           none does
drop | }
keep | The night ferry sails again from the north quay, the council said on Monday.

Where the article itself speaks of programs, they are its examples (torn.py).
"""

from collections.abc import Iterator

from cleaner.document import Verdict
from cleaner.judging.code import is_part_of_code, speaks_of_code
from cleaner.judging.scene import Scene
from cleaner.judging.traits import is_leaked_code
from cleaner.pattern import pattern

ID = "leaked-code"
WHY = "Lines of a program or a style sheet of the page, left in its text; the article speaks of no such thing."
_LONG_START = pattern(  # of a folded line that is too long for rules
    r"[!;(]*function|(?:window|document|self)\.\w|(?:var|let|const) \w+ ?=|jquery ?\(|\$\(|\{\"|googletag"
    r"|/\*|//<!|\[?\{ ?\"@|[.#@]?[a-z][\w.#: ,>-]{0,30} ?\{"
).match
_SIGNS = '{}();=":'
_LEAST_SIGNS = 0.06  # share of the characters


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each run of lines, one for each long line."""
    gone: set[int] = set()
    for i in scene.marked_by(is_leaked_code):
        gone |= {i, *_beside(scene, range(i - 1, -1, -1)), *_beside(scene, range(i + 1, len(scene.blocks)))}
    long = [i for i, opening in scene.all_keys.openings.items() if _LONG_START(opening) and _is_dense(scene, i)]
    if long and not speaks_of_code(block.text for block in scene.blocks):
        gone.update(long)
    for i in sorted(gone):
        yield Verdict(ID, "chrome", WHY, i, i + 1)


def _beside(scene: Scene, lines: range) -> Iterator[int]:
    """The lines in order up to the first that is none of a program."""
    for i in lines:
        if i in scene.all_keys.openings or not is_part_of_code(scene.blocks[i].text):
            return
        yield i


def _is_dense(scene: Scene, i: int) -> bool:
    """Whether a line is full of the signs of programs."""
    text = scene.blocks[i].text
    return sum(map(text.count, _SIGNS)) >= _LEAST_SIGNS * len(text)
