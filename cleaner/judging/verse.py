"""Whether a text without a paragraph of prose is a page: verse has its menu too, a list of words is none."""

import re

from cleaner.judging.first_post import first_stamp
from cleaner.judging.scene import Scene

_PHRASES = 3  # marked lines of two words and more, side by side
# In ids of the rules for what only a blog service's machine writes: who posted a poem, and when.
_MACHINE = re.compile(r"-service-\w+-byline|-blog(?:ger)?-(?:\w+-)?byline|-byline-written-at|-blog-platform")


def is_page(scene: Scene) -> bool:
    """Whether phrases of menus side by side, a forum's stamp, or a line that a machine wrote give a page away; one line
    alone is none, whatever it says.
    """
    if len(scene.blocks) == 1:
        return False
    rows = [i for i in scene.marks if not scene.marks.keys().isdisjoint((i - 1, i + 1))]
    if sum(" " in scene.bares[i] for i in rows) >= _PHRASES or first_stamp(scene) is not None:
        return True
    return any(_MACHINE.search(rule.id) for rule in scene.rules)
