"""Below the line that reserves all rights: from the heading of a list there to the end all is furniture.

keep | The bridge will stay closed until the spring.
drop | Copyright 2021 The Gazette. All rights reserved.    a rule knows it
drop | Most read                                           a rule knows it as the heading of a list
drop | A boat lies on the roof of the town hall.           the caption of a picture: a sentence, no headline
drop | Flood leaves boat on roof

The list's pictures have captions, so sentences stand in it, at which the list below any other heading stops.
"""

import re
from collections.abc import Iterator

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.rules.rule import Rule

ID = "after-rights"
WHY = "Below the line that reserves all rights, from the heading of a list to the end."
_RIGHTS = re.compile(r"-rights(?:-reserved|-line)?$")  # end the ids of rules for such a line
_NEAR = 3  # lines from that line to the heading


def is_rights(rule: Rule) -> bool:
    return _RIGHTS.search(rule.id) is not None


def find(scene: Scene) -> Iterator[Verdict]:
    """At most one verdict: below the first such line below which less prose stands than above it."""
    for i in scene.marked_by(is_rights):
        headings = [j for j in range(i + 1, i + 1 + _NEAR) if any(map(_heads_list, scene.marks.get(j, ())))]
        if i > scene.first_prose and headings and _is_below_most(scene, i):
            yield Verdict(ID, "related", WHY, headings[0], len(scene.blocks))
            return


def _heads_list(rule: Rule) -> bool:
    return rule.kind == "related" and rule.drops == "region"


def _is_below_most(scene: Scene, i: int) -> bool:
    """Whether more of the unmarked prose stands above a line than below it."""
    sizes = {j: len(scene.blocks[j].text) for j in scene.unmarked}
    return 2 * sum(size for j, size in sizes.items() if j < i) > sum(sizes.values())
