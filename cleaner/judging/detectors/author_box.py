"""The box about the author: the name that stands between headline and article stands once more below the article.

keep | By Lena Ortiz
...
drop | Lena Ortiz
drop | Lena covers water for The Watershed Desk.
"""

from bisect import bisect
from collections.abc import Iterator

from cleaner.document import Verdict
from cleaner.judging.detectors.contents_box import announced
from cleaner.judging.scene import Scene
from cleaner.rules.rule import Rule

WHY = "A box about the author: the name from above the article once more, and what follows it."
_WORDS = range(2, 5)  # of a name
_REACH = 12  # lines above the first paragraph in which the author is named
_LONGEST, _MOST = 260, 3  # characters of a line below the name, such lines
_TAIL = 0.6  # share of the paragraphs that stand above the box
_ABOUT = "about-author"  # in the ids of rules that know the heading of such a box
_LABELLED_TAIL = 0.3  # the same right below a line that rules know, «About the author»: comments may follow


def find(scene: Scene) -> Iterator[Verdict]:
    """At most one verdict for the box, and one for the name above the article that only the box tells."""
    names = _names(scene)
    for i in _named_below(scene):
        yield Verdict("author-box", "byline", WHY, i, i + 1)
        names.add(scene.bares[i])
    if names.isdisjoint(scene.bares.values()):
        return
    prose = scene.prose
    for i, bare in scene.bares.items():
        if bare not in names or i <= scene.first_prose or not _is_name(bare):
            continue
        if bisect(prose, i) >= max(2, (_LABELLED_TAIL if i - 1 in scene.marks else _TAIL) * len(prose)):
            stop = i + 1
            while stop < len(scene.blocks) and stop - i <= _MOST and _is_bio(scene, stop):
                stop += 1
            yield Verdict("author-box", "byline", WHY, i, stop)
            return


def _names(scene: Scene) -> set[str]:
    """The names that lines of bylines right above the article hold, with and without the word before them."""
    first = scene.first_prose
    marks = scene.marks
    above = [i for i in range(max(0, first - _REACH), first) if i in marks]
    signed = [i for i in above if i in scene.bylines]
    if not signed:
        return set()
    beside = {j for i in signed for j in (i - 1, i + 1) if j not in marks}  # the name alone
    words = [scene.bares[i].split() for i in beside.union(signed).difference(announced(scene)) if i in scene.bares]
    return {" ".join(name) for line in words for name in (line, line[1:]) if len(name) in _WORDS}


def _is_name(text: str) -> bool:
    """Whether there is no digit in it, nor the comma of a place."""
    return not any(letter.isdigit() or letter == "," for letter in text)


def _is_box(rule: Rule) -> bool:
    return _ABOUT in rule.id


def _named_below(scene: Scene) -> list[int]:
    """The lines above the article that are a name which stands right below «About the author» once more."""
    first = scene.first_prose
    below = {scene.bares.get(i + 1, "") for i in scene.marked_by(_is_box) if i > first}
    if not below:
        return []
    names = {name for name in below if len(name.split()) in _WORDS and name.replace(" ", "").isalpha()}
    near = range(max(0, first - _REACH), first) if names else range(0)
    return [i for i in near if scene.bares.get(i) in names and i not in scene.marks]


def _is_bio(scene: Scene, i: int) -> bool:
    return i not in scene.marks and len(scene.blocks[i].text) <= _LONGEST
