"""Where a forum's first post begins, though sentences stand above it: notices and the description of the board.

Our adverts pay for this forum. Please read the rules before you post in the section for beginners.
Author   Message                          a rule knows it: over all posts, and but for the title no member wrote above
Ann                                       her card
Old 16-05-2017, 02:06 PM   Post: 1        or only this, which a rule knows: the first post begins, no reply to the above
"""

from typing import NamedTuple

from cleaner.judging.scene import Scene
from cleaner.judging.traits import having
from cleaner.pattern import pattern
from cleaner.reading.kinds import LABEL_SHAPES
from cleaner.rules.rule import Rule

_STAMPS = ("-forum-post-comment-stamp", "-forumotion-comment-stamp")  # how ids end of rules for the line over a post
_POSTS = "-forum-posts"  # and for the line over all posts
_FIRST_NUMBER = "#1"
# The first item of the list that vBulletin 4 makes of a page.
_LISTED = pattern(r"1\. (?:top \| )?#\d{1,5}")
_MOST_NOTICES, _LONGEST_NOTICES = 5, 600  # paragraphs above the first post; their characters: an article has more
_CARD = 12  # lines below its stamp in which the member's card may stand


class FirstPost(NamedTuple):
    """over: the line over it; text: its first line of text, below the card of the member who wrote it."""

    over: int
    text: int


def is_over_posts(rule: Rule) -> bool:
    """Whether a rule knows the line over all posts."""
    return rule.id.endswith(_POSTS)


def _is_stamp(rule: Rule) -> bool:
    return rule.id.endswith(_STAMPS)


def is_forum(rule: Rule) -> bool:
    """Whether a rule knows what forums print."""
    return "-forum" in rule.id


def prints_as_forums_do(scene: Scene) -> bool:
    """Whether a rule knows any line for a forum's."""
    return bool(having(is_forum, scene.rules))


def first_stamp(scene: Scene) -> int | None:
    """The line over a forum's first post that says when, or that it is the first; None where no rule knows one."""
    return scene.once(_first_stamp)


def _first_stamp(scene: Scene) -> int | None:
    if not scene.once(prints_as_forums_do):
        return None
    numbers = [i for i in scene.hashed if scene.keys[i] == _FIRST_NUMBER]
    numbers += [i for i in scene.numbered if _LISTED.fullmatch(scene.keys[i])]
    return min((*scene.marked_by(_is_stamp), *numbers), default=None)


def first_post(scene: Scene) -> FirstPost | None:
    """Where the first post is; None where this is no forum, or more stands above it than a forum says of itself."""
    if not scene.once(prints_as_forums_do):
        return None
    over = min(scene.marked_by(is_over_posts), default=None)
    if over is None:
        over = first_stamp(scene)
        if over is None or not any(i < over for i in scene.marked_by(is_forum)):
            return None
    is_dated = any(i < over and i not in scene.marks for i in scene.clocks)
    above = notices(scene, over)
    is_article = len(above) > _MOST_NOTICES or sum(len(scene.blocks[i].text) for i in above) > _LONGEST_NOTICES
    return None if is_dated or is_article else FirstPost(over, below_card(scene, over))


def notices(scene: Scene, over: int) -> list[int]:
    """The paragraphs above the first post that no rule knows."""
    return [i for i in scene.prose if i < over and i not in scene.marks]


def below_card(scene: Scene, stamp: int) -> int:
    """The line below a stamp, and below the card of the member who wrote the post: labels, and what rules know."""
    below = stamp + 1
    for i in range(stamp + 1, min(stamp + _CARD, len(scene.blocks))):
        if i in scene.marks:
            below = i + 1
        elif scene.shapes[i] not in LABEL_SHAPES:
            break
    return below
