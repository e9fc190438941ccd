"""Whether a text without a paragraph of prose is a page: verse has its menu too, a list of words is none.

And where lines are verse, though a paragraph stands beside them: a site's notice, a reader's word.
"""

import re
from collections.abc import Sequence

from cleaner.judging.first_post import first_stamp
from cleaner.judging.scene import Scene

_PHRASES = 3  # marked lines of two words and more, side by side
# In ids of the rules for what only a blog service's machine writes: who posted a poem, and when.
_MACHINE = re.compile(r"-service-\w+-byline|-blog(?:ger)?-(?:\w+-)?byline|-byline-written-at|-blog-platform")
_COMMAS = (",", "،", ";", "؛")
_MOST_COMMAS = 4  # in a line; a list of tags has more
_LEAST_LINES, _VERSE = 4, 1 / 3  # lines that go on, or have a comma; their share of those that no rule knows


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


def is_verse(texts: Sequence[str]) -> bool:
    """Whether lines are verse rather than the words of a menu: these begin with a capital, if their script has any, and
    want no comma.

    >>> is_verse(["Leaves fall", "and nobody", "asks where", "the wind, the wind", "went"]), is_verse(["Home", "News"])
    (True, False)
    """
    commas = [sum(map(text.count, _COMMAS)) for text in texts]
    going_on = sum(0 < count <= _MOST_COMMAS or text[0].islower() for text, count in zip(texts, commas, strict=True))
    return going_on >= max(_LEAST_LINES, _VERSE * len(texts)) and max(commas) <= _MOST_COMMAS
