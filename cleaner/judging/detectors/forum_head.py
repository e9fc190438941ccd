"""The top of a forum's page: what the forum says of itself above its first post, and the card of that post's writer.

Forums set a line of their own over the posts («Author Message», «Reply to topic [ 56 posts ]»); but for the title,
nothing above it is written by a member.
"""

from collections.abc import Iterator

from cleaner.document import Action, Verdict
from cleaner.judging.first_post import first_post, first_stamp, is_over_posts
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import STATEMENT_SHAPES
from cleaner.rules.rule import Rule

ID = "forum-head"
WHY = "What a forum says of itself and of the writer, above the first post."
TITLE = "The title of a thread, which stands over its first post once more."
OWN = "The first lines of a post, below its writer's name and date."
_STAMP = "-forum-post-comment-stamp"  # ends the ids of rules for who wrote a post, and when
_LONGEST_CARD = 20  # lines from it to the first post
_LEAST_TITLE, _TITLE_REACH = 6, 4  # characters; lines above that line
_LONGEST_LABEL = 40  # characters


def find(scene: Scene) -> Iterator[Verdict]:
    """What stands above the line over all posts, but the title, and down to the last line of the writer's card."""
    over = _over_posts(scene)
    if over is None:
        stamp = max((i for i in scene.marked_by(_is_stamp) if i < scene.first_prose), default=first_stamp(scene))
        if stamp is not None and stamp < scene.first_prose:
            yield from _own_lines(scene, stamp + 1, scene.first_prose)
        return
    post = next((i for i in scene.prose if i > over and i not in scene.marks), len(scene.blocks))
    again = _titles(scene, over, post)
    if titles := set(again.values()):
        yield from (Verdict(ID, "chrome", TITLE, i, i + 1, Action.KEEP) for i in titles)
        yield Verdict(ID, "chrome", WHY, 0, over)
    end = _card_end(scene, over, post, again)
    for i in range(over, end):
        if _is_label(scene, i) or i in scene.marks or i in again:
            yield Verdict(ID, "chrome", WHY, i, i + 1)
    yield from _own_lines(scene, end, post)


def _own_lines(scene: Scene, low: int, post: int) -> Iterator[Verdict]:
    """One exception for the lines of a post above its first paragraph, below the last of its writer's card."""
    card = [i for i in range(low, post) if any("-forum-" in rule.id for rule in scene.marks.get(i, ()))]
    start = max([low, *(i + 1 for i in card)])
    if start < post <= start + _LONGEST_CARD and post < len(scene.blocks):
        yield Verdict(ID, "chrome", OWN, start, post, Action.KEEP)


def _card_end(scene: Scene, over: int, post: int, again: dict[int, int]) -> int:
    """The end of the card: past its last line that a rule knows, and the fields below that («Location: …»)."""
    end = max(i for i in range(over, post) if i in scene.marks or i in again) + 1
    while end < post and ": " in scene.blocks[end].text and _is_label(scene, end):
        end += 1
    return end


def _is_label(scene: Scene, i: int) -> bool:
    return len(scene.blocks[i].text) <= _LONGEST_LABEL and scene.shapes[i] not in STATEMENT_SHAPES


def _over_posts(scene: Scene) -> int | None:
    """The line over all posts, where paragraphs begin not far below it."""
    place = scene.once(first_post)
    if place is None or not any(map(is_over_posts, scene.marks.get(place.over, ()))):
        return None
    post = next((i for i in scene.prose if i > place.over and i not in scene.marks), len(scene.blocks))
    return place.over if post - place.over <= _LONGEST_CARD else None


def _titles(scene: Scene, over: int, post: int) -> dict[int, int]:
    """The lines from that line to the first post that say the title again, each with the line of the title."""
    below = [i for i in range(over, post) if i in scene.keys and scene.shapes[i] not in STATEMENT_SHAPES]
    if own := [i for i in below if _may_be_title(scene, i) and scene.bares[i] in scene.keys[over]]:
        return {over: own[0]}
    titles = [i for i in range(max(0, over - _TITLE_REACH), over) if _may_be_title(scene, i)]
    return {j: i for i in titles for j in below if scene.bares[i] in scene.keys[j]}


def _may_be_title(scene: Scene, i: int) -> bool:
    return i not in scene.marks and len(scene.bares.get(i, "")) >= _LEAST_TITLE


def _is_stamp(rule: Rule) -> bool:
    return rule.id.endswith(_STAMP)
