"""What a forum prints above its first post in lines that no rule can know: notices, the headline's copy, a member.

drop | Our adverts pay for this forum. Please read the rules before you post in the section for beginners.
keep | Ferries in winter                              the copy below says that this is the headline
drop | Ann
drop | Ann                                            a name or rank that stands twice in a row
drop | Ferries in winter Empty Ferries in winter      an icon without a name parts the copies (Forumotion)
"""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from cleaner.document import Action, Verdict
from cleaner.judging.first_post import below_card, first_post, first_stamp, is_forum, notices
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import LABEL_SHAPES, SHAPES
from cleaner.rules.rule import Rule

ID = "forum-notice"
WHY = "Above the first post of a forum: what the board tells everybody."
COPY_ID = "forum-title-copy"
COPY = "The headline of a forum's thread once more, beside an icon whose name is «Empty»; the bare one is kept."
NAME = "The forum's name, again and again above the headline of the thread."
MEMBER_ID = "forum-member"
MEMBER = (
    "The name or rank of a forum's member above the first post, twice in a row, or in another line of the card too."
)
_DEFAULT = "افتراضي "  # the name of vBulletin's icon, right before the headline of a post
_CARD = 16  # lines below a stamp in which the headline stands
_ICON = " empty"
_REPLY = "رد: "
_LEAST = 4  # lines of a post without paragraphs
_SHORT = frozenset(code for code, name in enumerate(SHAPES) if name.startswith(("tiny", "label", "phrase")))
_TINY = SHAPES.index("tiny-open")


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each such paragraph, where the post is one of paragraphs or has some lines."""
    post = scene.once(first_post)
    if post is None or not scene.prose or (scene.prose[-1] < post.text and _lines_from(scene, post.text) < _LEAST):
        return
    told = [i for i in notices(scene, post.over) if scene.shapes[i] not in _SHORT]  # or it may be the headline
    if scene.prose[-1] < post.text:  # verse: else the others would take a notice that a rule knows for its beginning
        told += [i for i in scene.prose if i < post.over and any(map(is_forum, scene.marks.get(i, ())))]
    for i in told:
        yield Verdict(ID, "chrome", WHY, i, i + 1)


def _lines_from(scene: Scene, post: int) -> int:
    """How many lines that no rule knows stand in the posts, words alone aside: verses may be as short as labels."""
    return sum(i not in scene.marks and scene.shapes[i] != _TINY for i in range(post, len(scene.blocks)))


def find_copies(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each copy of the headline beside its icon, and one that keeps the headline."""
    stamp = first_stamp(scene)
    if stamp is None:
        return
    titled = [i for i in range(stamp + 1, stamp + _CARD) if scene.keys.get(i, "").startswith(_DEFAULT)]
    for i in titled[:1]:
        yield Verdict(COPY_ID, "repetition", COPY, i, i + 1, Action.KEEP)
    copies = {i: key.partition(_ICON) for i, key in scene.keys.items() if _ICON in key}
    named = {i: title for i, (title, _, again) in copies.items() if again.strip().removeprefix(_REPLY) in ("", title)}
    for i in named:
        yield Verdict(COPY_ID, "repetition", COPY, i, i + 1)
    first = min(named, default=0)
    bare = next((i for i in range(first - 1, -1, -1) if scene.keys.get(i) == named[first]), 0)
    if bare:
        yield Verdict(COPY_ID, "repetition", COPY, bare, bare + 1, Action.KEEP)
    for i in takewhile(bare.__gt__, scene.repeated):
        if scene.keys[i] != scene.keys[bare]:
            yield Verdict(COPY_ID, "chrome", NAME, i, i + 1)


def find_members(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each of two labels that are the same above the stamp of the first post, and one for each line
    of the card that no rule knows, between two that rules know.
    """
    stamp = first_stamp(scene)
    if stamp is None:
        return
    for i in takewhile(stamp.__gt__, scene.repeated):
        if scene.shapes[i] in LABEL_SHAPES and scene.keys.get(i + 1) == scene.keys[i]:
            for twin in (i, i + 1):  # each by itself: under a heading of several lines a headline may stand
                yield Verdict(MEMBER_ID, "comment", MEMBER, twin, twin + 1)
    card = range(_first_of_card(scene, stamp), below_card(scene, stamp))
    above = {scene.keys.get(i) for i in range(card.start)}  # the thread's title stands over it, and in it again
    for i in card:
        is_short = scene.shapes[i] in (_SHORT if i < stamp else LABEL_SHAPES)
        if is_short and i not in scene.marks and scene.keys[i] not in above:
            yield Verdict(MEMBER_ID, "comment", MEMBER, i, i + 1)


def _first_of_card(scene: Scene, stamp: int) -> int:
    """The first line of the card above a stamp that a rule knows; Forumotion prints it there, vBulletin below."""
    return next(
        (i for i in range(max(0, stamp - _CARD), stamp) if any(map(_is_of_card, scene.marks.get(i, ())))), stamp
    )


@cache
def _is_of_card(rule: Rule) -> bool:
    return is_forum(rule) and rule.kind == "comment"
