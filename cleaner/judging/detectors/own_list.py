"""A list of the article's own whose items are words of menus: networks compared, steps on a screen, an address.

keep | The networks compared
keep | Facebook
keep | Instagram

All that rules know in the document must stand in that one list, and a heading above it: a page has furniture elsewhere.
"""

from collections.abc import Iterator
from functools import cache

from cleaner.document import Action, Verdict
from cleaner.judging.addresses import ADDRESSES
from cleaner.judging.scene import Scene
from cleaner.pattern import pattern
from cleaner.reading.kinds import SENTENCE_SHAPES, SHAPES
from cleaner.rules.rule import Rule

WHY = "A list of the article's own below its heading: nothing else in the document is furniture."
_LONGEST = 16  # lines of such a list
_LEAST = 2  # items
_LEAST_PROSE = 3  # paragraphs of a document
_SIZES = ("tiny", "label", "phrase")
_ITEMS = frozenset(code for code, name in enumerate(SHAPES) if name.startswith(_SIZES)).difference(SENTENCE_SHAPES)
_FURNITURE = pattern(
    "advert|read-more|share|follow|subscri|newsletter|leaked-code"
)  # in ids of rules: furniture wherever it is


def find(scene: Scene) -> Iterator[Verdict]:
    """At most one exception: the heading and its list."""
    marks = scene.marks
    if not marks or len(scene.prose) < _LEAST_PROSE:
        return
    low, high = min(marks), max(marks)
    if low <= scene.first_prose + 1:
        return
    head = low if scene.shapes[low - 1] in SENTENCE_SHAPES else low - 1
    stop = next(
        (i for i in range(high + 1, len(scene.blocks)) if scene.shapes[i] in SENTENCE_SHAPES), len(scene.blocks)
    )
    if not _LEAST < stop - head <= _LONGEST or scene.shapes[head - 1] not in SENTENCE_SHAPES:
        return
    if all(scene.shapes[i] in _ITEMS for i in range(head, stop)) and _is_own(scene, head, stop):
        yield Verdict("own-list", "chrome", WHY, head, stop, Action.KEEP)


def _is_own(scene: Scene, head: int, stop: int) -> bool:
    """Whether a heading and what stands below it are the author's.

    A thread has dates and buttons that rules know; an address has a line that none does. A name above buttons or an
    address below the article is a signature.
    """
    items = {i: rules for i, rules in scene.marks.items() if i > head}
    if not all(_is_word(rule) for rules in items.values() for rule in rules):
        return False
    has_address = any(any(map(_is_address, rules)) for rules in items.values())
    if head not in scene.marks:
        is_last = stop == len(scene.blocks)
        return not is_last or not (has_address or scene.blocks[head].text.istitle())
    if any(rule.kind == "comment" for rule in scene.marks[head]):
        return not items
    return has_address and len(items) < stop - head - 1 and not any(map(_is_furniture, scene.marks[head]))


def _is_word(rule: Rule) -> bool:
    """Whether a rule of ours knows words of menus, or addresses; a user's speaks of this very line."""
    is_label = rule.kind == "chrome" and rule.drops == "line" and not _is_furniture(rule)
    return rule.trusted and (is_label or _is_address(rule))


@cache
def _is_furniture(rule: Rule) -> bool:
    return _FURNITURE.search(rule.id) is not None


@cache
def _is_address(rule: Rule) -> bool:
    return rule.id.endswith(ADDRESSES)
