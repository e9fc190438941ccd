"""Whether a text without a paragraph of prose is a page: verse has its menu too, a list of words is none.

And where lines are verse, though a paragraph stands beside them: a site's notice, a reader's word.
"""

from collections.abc import Sequence

from cleaner.judging.first_post import first_stamp
from cleaner.judging.scene import Scene
from cleaner.pattern import pattern
from cleaner.rules.rule import Rule

_PHRASES = 3  # marked lines of two words and more, side by side
_VERSES = 5  # lines that no rule knows
_OWN_THREAD = pattern(r"-no-comments$|-comment-form$")  # ids of rules for «no comments yet», «write a comment»
# In ids of the rules for what only a blog service's machine writes: who posted a poem, and when.
_MACHINE = pattern(r"-service-\w+-byline|-blog(?:ger)?-(?:\w+-)?byline|-byline-written-at|-blog-platform")
# In ids of the rules for what stands below an entry, nowhere else: the form for comments, or how many there are.
_BELOW = pattern(r"-comment-form|-no-comments|-(?:number|count)-comment-heading|-comments-count|-blogger-")
_BODY = 3  # lines above that no rule knows
_TITLE_LINES = 2
_COMMAS = (",", "،", ";", "؛")
_MOST_COMMAS = 4  # in a line; a list of tags has more
_LEAST_LINES, _VERSE = 4, 1 / 3  # lines that go on, or have a comma; their share of those that no rule knows


def is_page(scene: Scene) -> bool:
    """Whether phrases of menus side by side, a forum's stamp, a line that a machine wrote, or two phrases of a page's
    edge give a page away; one line alone is none, whatever it says.
    """
    if len(scene.blocks) == 1:
        return False
    rows = [i for i in scene.marks if not scene.marks.keys().isdisjoint((i - 1, i + 1))]
    if sum(_is_phrase(scene.bares[i]) for i in rows) >= _PHRASES or first_stamp(scene) is not None:
        return True
    return _has_an_edge(scene) or any(_MACHINE.search(rule.id) for rule in scene.rules)


def _is_phrase(bare: str) -> bool:
    """Whether there are two words or more, and not the numbers of a table alone."""
    return " " in bare and not bare.replace(" ", "").isdigit()


def foot(scene: Scene) -> int:
    """Where the foot of a text without prose begins that is no page otherwise; the number of lines: it has none.

    It is the last lines, of each two neighbours one that rules know, and a form for comments or their number is among
    them, in more than a word. What stands above may be a word list, so it is left alone.
    """
    start = count = len(scene.blocks)
    while start and (start - 1 in scene.marks or (start < count and {start - 2, start} <= scene.marks.keys())):
        start -= 1
    if sum(i not in scene.marks for i in range(start)) < _BODY:
        return count
    invites = (i for i in range(start, count) if any(_BELOW.search(rule.id) for rule in scene.marks.get(i, ())))
    return start if any(" " in scene.bares[i] for i in invites) else count


def is_verse(texts: Sequence[str]) -> bool:
    """Whether lines are verse rather than the words of a menu: these begin with a capital, if their script has any, and
    want no comma.

    >>> is_verse(["Leaves fall", "and nobody", "asks where", "the wind, the wind", "went"]), is_verse(["Home", "News"])
    (True, False)
    """
    commas = [sum(map(text.count, _COMMAS)) for text in texts]
    going_on = sum(0 < count <= _MOST_COMMAS or text[0].islower() for text, count in zip(texts, commas, strict=True))
    return going_on >= max(_LEAST_LINES, _VERSE * len(texts)) and max(commas, default=0) <= _MOST_COMMAS


def _has_an_edge(scene: Scene) -> bool:
    """Whether rules know the first two lines or the last two, phrases both, wherever they stand, and most others not;
    or, of the last two, one for that of an empty thread of comments.
    """
    marks, end = scene.marks, len(scene.blocks)
    pairs = [pair for pair in ((0, 1), (end - 2, end - 1)) if all(i in marks and " " in scene.bares[i] for i in pair)]
    if end - len(marks) >= _VERSES and any(all(_holds_anywhere(scene, i) for i in pair) for pair in pairs):
        return True
    return any(_OWN_THREAD.search(rule.id) for pair in pairs if pair[0] for i in pair for rule in marks[i])


def _holds_anywhere(scene: Scene, i: int) -> bool:
    return any(rule.where == "anywhere" and rule.kind != "byline" for rule in scene.marks[i])


def verses_like_bylines(scene: Scene) -> set[int]:
    """The lines of verse that a rule takes for the name of an author: «By the river», «Von roten Lippen».

    An author has one such line, at the top; verses have several, or stand amid others.
    """
    named = scene.marked_by(_names_author)
    if len(named) > 1:
        return {*named}
    return {i for i in named if i > _TITLE_LINES and scene.marks.keys().isdisjoint((i - 1, i + 1))}


def _names_author(rule: Rule) -> bool:
    return rule.kind == "byline" and "author-line" in rule.id
