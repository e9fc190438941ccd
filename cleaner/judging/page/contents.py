"""A table of contents of a page: links, one after the other, that say what headings farther down say.

drop | <a>How the ferry runs</a>
drop | <a>Who pays for it</a>
...
keep | <h2>How the ferry runs</h2>
"""

from bisect import bisect_left
from itertools import pairwise

from cleaner.judging.page.blocks import is_heading, is_link
from cleaner.judging.site_name import letters
from cleaner.normalize.fold import fold
from cleaner.reading.kinds import PROSE_SHAPES, shape
from cleaner.reading.page import Columns

_LEAST = 3  # links that name a heading
_NAMED = 0.5  # of a list's links
_APART = 2  # blocks from one link to the next: the name of a part, with no link, may stand between them
_LONGEST = 120  # characters of a heading


def linked_contents(page: Columns, kept: list[int]) -> list[int]:
    """The kept blocks of such lists, parts of which may have gone. Next to nothing to do where few blocks are links."""
    texts, links = page.texts, page.links
    among = range(kept[0], kept[-1]) if kept else range(0)
    lists = _lists([k for k in among if links[k] and is_link(page, k)], texts)
    lists = [blocks for blocks in lists if _within(kept, blocks)]
    if not lists:
        return []
    headings = {_name(texts[k]): k for k in kept if is_heading(page, k) and len(texts[k]) <= _LONGEST}
    found: list[int] = []
    for blocks in lists:
        named = [headings.get(_name(line), 0) for k in blocks for line in texts[k].split("\n")]
        below = [k for k in named if k > blocks[-1]]
        in_order = sum(a < b for a, b in pairwise(below)) + 1
        if in_order >= max(_LEAST, _NAMED * len(named)):
            found += _within(kept, blocks)
    return found


def _lists(linked: list[int], texts: list[str]) -> list[list[int]]:
    """The blocks of links near each other, with no paragraph among them, where they may be a list."""
    lists: list[list[int]] = [[]]
    for k in linked:
        if shape(texts[k]) in PROSE_SHAPES and "\n" not in texts[k]:
            continue
        if lists[-1] and (k - lists[-1][-1] > _APART or shape(texts[k - 1]) in PROSE_SHAPES):
            lists.append([])
        lists[-1].append(k)
    return [blocks for blocks in lists if sum([1 + texts[k].count("\n") for k in blocks]) >= _LEAST]


def _within(kept: list[int], blocks: list[int]) -> list[int]:
    """The kept blocks from the first to the last of a list."""
    return kept[bisect_left(kept, blocks[0]) : bisect_left(kept, blocks[-1] + 1)]


def _name(text: str) -> str:
    """What is compared: letters, for a list may number its sections."""
    return letters(fold(text))
