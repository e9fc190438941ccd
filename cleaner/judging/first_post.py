"""Where a forum's first post begins, though sentences stand above it: notices and the description of the board.

Our adverts pay for this forum. Please read the rules before you post in the section for beginners.
Thread tools                              a rule knows it
Old 16-05-2017, 02:06 PM   Post: 1        a rule knows it: the first post begins, and no reply to what stands above
"""

from collections.abc import Iterable
from functools import cache

from cleaner.judging.scene import Scene
from cleaner.reading.kinds import SHAPES
from cleaner.rules.rule import Rule

_STAMPS = ("-forum-post-comment-stamp", "-forumotion-comment-stamp")  # how ids end of rules for the line over a post
_FIRST_NUMBER = "#1"
_MOST_NOTICES = 5  # paragraphs above the first post
_CARD = 12  # lines below its stamp in which the member's card may stand
_LABELS = frozenset(map(SHAPES.index, ("tiny-open", "label-open")))


@cache
def _is_stamp(rule: Rule) -> bool:
    return rule.id.endswith(_STAMPS)


@cache
def is_forum(rule: Rule) -> bool:
    """Whether a rule knows what forums print."""
    return "-forum" in rule.id


def first_stamp(scene: Scene) -> int | None:
    """The line over a forum's first post that says when, or that it is the first; None where no rule knows one."""
    return scene.once(_first_stamp)


def _first_stamp(scene: Scene) -> int | None:
    if not any(map(is_forum, scene.rules)):
        return None
    numbers = [i for i in scene.hashed if scene.keys[i] == _FIRST_NUMBER]
    return min((*scene.marked_by(_is_stamp), *numbers), default=None)


def first_post(scene: Scene) -> int | None:
    """The first line of the first post's text; None where no sentences stand above the post, or it is no forum's."""
    stamp = first_stamp(scene)
    if stamp is None or stamp < scene.first_prose:
        return None
    is_framed = any(i < stamp for i in scene.marked_by(is_forum))
    is_dated = any(i < stamp and i not in scene.marks for i in scene.clocks)
    if not is_framed or is_dated or len(list(notices(scene, stamp))) > _MOST_NOTICES:
        return None
    return below_card(scene, stamp)


def notices(scene: Scene, post: int) -> Iterable[int]:
    """The paragraphs above the first post."""
    return (i for i in scene.prose if i < post and i not in scene.marks)


def below_card(scene: Scene, stamp: int) -> int:
    """The line below a stamp, and below the card of the member who wrote the post: labels, and what rules know."""
    below = stamp + 1
    for i in range(stamp + 1, min(stamp + _CARD, len(scene.blocks))):
        if i in scene.marks:
            below = i + 1
        elif scene.shapes[i] not in _LABELS:
            break
    return below
