"""A headline or heading that is itself a word of menus («Search», «مشاركة»), told by what stands around it.

keep | Search
keep | For thirty years the valley has looked for the boy who went to fetch water and did not come back to the house.
"""

from collections.abc import Iterator

from cleaner.document import Action, Verdict
from cleaner.judging.own_line import is_set_in
from cleaner.judging.scene import Scene
from cleaner.normalize.fold import EDGES
from cleaner.pattern import pattern
from cleaner.reading.kinds import SENTENCE_SHAPES
from cleaner.rules.rule import Rule

WHY = "A word of menus, but here the headline: the article begins right below it, or its name is repeated elsewhere."
COPY = "The headline with the site's name; the bare headline, a word of menus, stands elsewhere in the document."
HEADING = "A word of menus, but here a heading: nothing else here is furniture, and other headings stand alike."
_MOST = 8  # such headings
_SOME = 4  # the same where advertisements or links to the rest may be among them
_PLAY = 3  # different ones that stand alone, each above a paragraph: the author plays with such words
_LEAST = 2  # paragraphs below a headline that nothing else gives away
_LONGEST = 30  # characters of one
_LONGEST_TITLE = 60  # characters of a headline: longer lines that rules know are rows of links
_ADVERTISEMENT = "advert"  # in the ids of rules: what stands alone in an article on purpose
_LABELS = ("chrome", "related")
_ABOVE = ("section", "listen", "skip", "advert")  # in the ids of rules: what stands above headlines
_QUOTED = pattern(r'"([^"]{2,60})"$')
_SITE = pattern(r" (?:[|:·•]|-) ")
_REACH = 6  # lines above the first paragraph


def find(scene: Scene) -> Iterator[Verdict]:
    """At most one exception: for the first line of all, or for one that a comment heading or the page's name names.

    The page's name, «NAME - SITE» in the first line, then goes.
    """
    first = scene.first_prose
    if not scene.marks or not 0 < first < len(scene.blocks):
        return
    is_article = len(scene.prose) >= _LEAST or len(scene.marks) == 1  # nothing else is furniture
    between = is_article and scene.bylines.issuperset(range(1, first))
    title = 0 if between else _named(scene, first)
    if title is not None and title in scene.marks and _is_label(scene, title):
        yield Verdict("menu-word-title", "chrome", WHY, title, title + 1, Action.KEEP)
        if title and _page_name(scene) == scene.bares[title]:
            yield Verdict("menu-word-title", "repetition", COPY, 0, 1)


def find_headings(scene: Scene) -> Iterator[Verdict]:
    """Exceptions for all lines that rules match, if they are few and part paragraphs as other headings do."""
    if not 0 < len(scene.marks) <= _MOST or not scene.prose:
        return
    if len(scene.marks) > _SOME and any(map(is_set_in, scene.rules)):
        return
    below = [i for i in range(2, len(scene.blocks)) if scene.shapes[i] in SENTENCE_SHAPES]
    above = {
        i - 1 for i in below if len(scene.blocks[i - 1].text) <= _LONGEST and scene.shapes[i - 1] not in SENTENCE_SHAPES
    }
    if not all(i in above and scene.shapes[i - 1] in SENTENCE_SHAPES for i in scene.marks):
        return
    are_words = above.difference(scene.marks) and all(map(_is_word, scene.marks.values()))
    if are_words or len({scene.bares[i] for i in scene.marks}) >= _PLAY:
        for i in scene.marks:
            yield Verdict("menu-word-heading", "chrome", HEADING, i, i + 1, Action.KEEP)


def _is_word(rules: tuple[Rule, ...]) -> bool:
    """Whether what matches a line is a word of forms and menus."""
    return all(rule.kind == "chrome" and rule.drops == "line" and _ADVERTISEMENT not in rule.id for rule in rules)


def _named(scene: Scene, first: int) -> int | None:
    """The last line above the first paragraph whose name «NAME - SITE» or «3 thoughts on "NAME"» gives."""
    names = {_page_name(scene)}
    for i in scene.marked_by(_is_comment):
        if i > first and (hit := _QUOTED.search(scene.keys[i])):
            names.add(hit[1].strip(EDGES))
    near = range(first - 1, max(0, first - 1 - _REACH), -1)
    return next((i for i in near if scene.bares.get(i) in names), None)


def _is_comment(rule: Rule) -> bool:
    return rule.kind == "comment"


def _page_name(scene: Scene) -> str | None:
    """The first line without the site's name behind it, folded."""
    key = scene.keys.get(0, "")
    hit = _SITE.search(key)
    return key[: hit.start()].strip(EDGES) if hit else None


def _is_label(scene: Scene, i: int) -> bool:
    """Whether only labels match the line; one that ends in a colon announces something, as no headline does."""
    is_label = all(rule.kind in _LABELS for rule in scene.marks[i]) and not any(map(_is_above, scene.marks[i]))
    return is_label and not scene.keys[i].endswith(":") and len(scene.keys[i]) <= _LONGEST_TITLE


def _is_above(rule: Rule) -> bool:
    return any(word in rule.id for word in _ABOVE)
