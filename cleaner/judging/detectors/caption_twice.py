"""A picture's caption between headline and article, printed twice: as the picture's own text and below it.

keep | Court adjourns the case of the sunken ferry
drop | The ferry
drop | The ferry in May                          or the same words twice, or their beginning first
keep | The court adjourned the case on Sunday …

The headline may stand twice too, so another line above must read more like one: it stands once more elsewhere, or says
more of what the article begins with.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from cleaner.document import Verdict
from cleaner.judging.detectors.headline import opening_stems, stems
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import PROSE_SHAPES, SHAPES, width
from cleaner.rules.rule import Rule

WHY = "The caption of a picture, printed twice between headline and article."
_REACH = 8  # lines above the first paragraph in which a caption stands
_LEAST = 3  # lines above the first paragraph: the headline, and two more
_ABOVE = 8  # lines above the caption in which the headline stands
_TITLE = 24  # characters of a headline, at least
_LONGEST = 200  # characters of a caption
_SHARED = 2  # words of the article that a headline has
_LETTERS = 5  # of a caption, at least
_LONG_HEADLINE = SHAPES.index("paragraph-open")
_PARAGRAPHS = PROSE_SHAPES - {_LONG_HEADLINE, SHAPES.index("sentence-asks")}


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each pair of lines."""
    first, marks = _first_paragraph(scene), scene.marks
    if first < _LEAST:
        return
    low = max(1, first - _REACH)
    lines = [scene.bares.get(i, "") for i in range(low, first)]
    for i, (one, two) in enumerate(pairwise(lines), low):
        if not two.startswith(one) or len(one) < _LETTERS or i in marks:
            continue
        if i + 1 in marks:
            if any(map(_is_caption, marks[i + 1])) and _is_below_line(scene, i, two):
                yield Verdict("caption-twice", "byline", WHY, i, i + 1)
            continue
        is_part = two[len(one) :].startswith(" ") and (i + 2 == first or i + 2 in marks)  # in a list such lines go on
        if (is_part or len(one) == len(two)) and _is_below_headline(scene, first, i, two):
            yield from (Verdict("caption-twice", "byline", WHY, j, j + 1) for j in (i, i + 1))


def _first_paragraph(scene: Scene) -> int:
    """The first paragraph, less a headline that is as long as one; 0: none."""
    first = scene.first_prose
    if first >= len(scene.blocks):
        return 0
    is_headline = scene.shapes[first] == _LONG_HEADLINE and len(scene.blocks[first].text) <= _LONGEST
    return next((i for i in scene.prose if i > first + 1), first) if is_headline else first


@cache
def _is_caption(rule: Rule) -> bool:
    """Whether a rule knows captions by their credits."""
    return "caption" in rule.id


def _is_below_line(scene: Scene, i: int, caption: str) -> bool:
    """Whether a line above is long enough for a headline."""
    above = [scene.bares.get(j, "") for j in range(max(0, i - _ABOVE), i) if j not in scene.marks]
    return any(len(line) >= _TITLE and not caption.startswith(line) for line in above)


def _is_below_headline(scene: Scene, first: int, i: int, caption: str) -> bool:
    """Whether a line above reads more like the headline than the caption in line i, or in part, and the next one."""
    if len(caption) > _LONGEST or scene.bares.get(scene.headline) == caption:
        return False
    bares, shapes = scene.bares, scene.shapes
    above = [j for j in range(max(0, i - _ABOVE), i) if j not in scene.marks and shapes[j] not in _PARAGRAPHS]
    titles = [j for j in above if len(bares.get(j, "")) >= _TITLE and not caption.startswith(bares[j])]
    if scene.headline in titles or not titles:
        return bool(titles)
    article = scene.once_of(opening_stems, first)
    is_whole = bares[i] == caption and width(caption) >= _TITLE
    own = len(stems(caption) & article) if is_whole else 0
    return any(len(stems(bares[j]) & article) >= max(_SHARED, own) for j in titles)
