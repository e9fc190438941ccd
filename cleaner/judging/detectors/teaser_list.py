"""A list of other articles, each with a teaser: a headline or two lines more, one paragraph, and so on to the end.

drop | Related articles                     a rule knows it, but its list ends at the first paragraph
drop | The night ferry is back
drop | 12 May 2021
drop | After two winters at the yard, the boat sails again from the north quay.
drop | Who pays for the lighthouse
...

An article may be written so too, a heading for each paragraph; then its beginning shows the same rhythm.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.pattern import pattern
from cleaner.reading.kinds import PROSE_SHAPES, STATEMENT_SHAPES
from cleaner.rules.rule import Rule

WHY = "Other articles with a teaser each: headline and one paragraph, again and again, to the end."
_LEAST = 4  # paragraphs of the document
_ABOVE = 0.5  # share of the prose that stands above the list
_REST = 0.1  # of the prose above it may follow the list
_RHYTHM = 0.5  # share of the article's paragraphs that may stand alone below a shorter line
_LINES = 8  # above a teaser, at most
_LONGEST = 300  # characters of a teaser
_ANNOUNCED, _DATED = 2, 3  # teasers below a heading, and such as have each a date where there is none
_DATE = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[./-]\d")
_SENTENCES = PROSE_SHAPES | STATEMENT_SHAPES
_DATE_AND_TITLE = 2  # lines
_LONGEST_DATE = 60  # characters of its line


class _Teaser(NamedTuple):
    """above: the paragraph or the heading of the list above it; is_first: whether that is the heading."""

    above: int
    place: int
    is_first: bool


def find(scene: Scene) -> Iterator[Verdict]:
    """At most one verdict."""
    prose = [i for i in scene.prose if i not in scene.marks]
    if len(prose) < _LEAST:
        return
    for teasers in _runs(scene, prose):
        start = _start(scene, teasers)
        if start is None or _article_resumes(scene, teasers[-1].place):
            continue
        if _is_unlike_article(scene, prose, teasers[start].place, teasers[-1].place):
            yield Verdict("teaser-list", "related", WHY, _first_line(teasers[start:]), teasers[-1].place + 1)
            return


@cache
def _is_heading(rule: Rule) -> bool:
    return rule.kind == "related" and rule.drops != "line"


def _runs(scene: Scene, prose: Sequence[int]) -> Iterator[list[_Teaser]]:
    """The runs of paragraphs in the second half of the prose that may be teasers."""
    headings = scene.marked_by(_is_heading)
    run: list[_Teaser] = []
    for before, i in pairwise(prose[_half(scene, prose) :]):
        if i - before > 1:
            place = bisect(headings, i)
            is_first = place > 0 and headings[place - 1] > before
            above = headings[place - 1] if is_first else before
            if _may_be_teaser(scene, above, i):
                run.append(_Teaser(above, i, is_first))
                continue
        if run:
            yield run
            run = []
    if run:
        yield run


def _half(scene: Scene, prose: Sequence[int]) -> int:
    """The place of the last paragraph above which a list cannot begin, by the prose."""
    left = _ABOVE * _size(scene, prose)
    for place, i in enumerate(prose):
        left -= len(scene.blocks[i].text)
        if left <= 0:
            return max(place, 1)
    return len(prose)


def _size(scene: Scene, places: Sequence[int]) -> int:
    return sum([len(scene.blocks[i].text) for i in places])


def _may_be_teaser(scene: Scene, above: int, i: int) -> bool:
    if i - above == 1 or _is_sentence(scene, above + 1):
        return False
    lines = sum(j not in scene.marks for j in range(above + 1, i))
    return lines <= _LINES and len(scene.blocks[i].text) <= _LONGEST


def _start(scene: Scene, teasers: Sequence[_Teaser]) -> int | None:
    """The place of the first teaser of a list in a run."""
    first = next((place for place, teaser in enumerate(teasers) if teaser.is_first), len(teasers))
    if len(teasers) - first >= _ANNOUNCED:
        return first
    return 0 if len(teasers) >= _DATED and all(_has_date(scene, teaser) for teaser in teasers) else None


def _has_date(scene: Scene, teaser: _Teaser) -> bool:
    """Whether a headline and a date stand above a teaser; above an entry of a diary stands the date alone."""
    if teaser.place - teaser.above <= _DATE_AND_TITLE:
        return False
    keys = [scene.keys.get(i, "") for i in range(teaser.above + 1, teaser.place)]
    return any(len(key) <= _LONGEST_DATE and _DATE.search(key) for key in keys)


def _first_line(teasers: Sequence[_Teaser]) -> int:
    """The line with which the first teaser begins: what stands farther above it than above the next is not its own."""
    first, following = teasers[:2]
    above = first.above if first.is_first else max(first.above, first.place - (following.place - following.above))
    return above + 1


def _article_resumes(scene: Scene, last: int) -> bool:
    """Whether two sentences follow each other soon below the last teaser, or right at it."""
    stop = min(last + _LINES, len(scene.blocks))
    return any(_is_sentence(scene, i) and _is_sentence(scene, i + 1) for i in range(last, stop - 1))


def _is_sentence(scene: Scene, i: int) -> bool:
    return scene.shapes[i] in _SENTENCES and i not in scene.marks


def _is_unlike_article(scene: Scene, prose: Sequence[int], first: int, last: int) -> bool:
    """Whether paragraphs above the list follow each other, and hardly any follow it."""
    above, below = prose[: bisect(prose, first) - 1], prose[bisect(prose, last) :]
    alone = sum(i > 0 and not scene.is_prose[i - 1] for i in above)
    return alone <= _RHYTHM * len(above) and _size(scene, below) <= _REST * _size(scene, above)
