"""What a newsletter promises: the sentences inside a sign-up box, which no rule can know by their words.

drop | Newsletter «The Morning»            a rule knows it
drop | All that matters, before breakfast.
drop | By signing up you accept our terms  a rule knows it
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import SHAPES
from cleaner.rules.rule import Rule

WHY = "Inside a sign-up box: between its heading and its field, button or small print."
_RULES = re.compile("newsletter|inbox|signup|subscribe|consent-line").search  # in the ids of rules that know such boxes
_PITCH = "platform"  # in the id of a rule for what stands between paragraphs: a box does not end so
_MOST = 2  # lines between two that rules know
_LONGEST = 170  # characters
_BUTTON = SHAPES.index("tiny-open")  # a box may end so: what follows is not in it


def is_of_box(rule: Rule) -> bool:
    return _RULES(rule.id) is not None


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each stretch between two different lines of a box; an inline call that repeats is no box."""
    for low, high in pairwise(scene.marked_by(is_of_box)):
        ends = any(_PITCH in rule.id for rule in scene.marks[high]) or scene.shapes[low] == _BUTTON
        if 1 < high - low <= _MOST + 1 and scene.keys[low] != scene.keys[high] and not ends:
            between = range(low + 1, high)
            if all(len(scene.blocks[i].text) <= _LONGEST for i in between):
                yield Verdict("signup-box", "chrome", WHY, low + 1, high)
