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

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import SENTENCE_SHAPES
from cleaner.rules.rule import Rule

WHY = "Other articles with a teaser each: headline and one paragraph, again and again, to the end."
_ABOVE = 0.5  # share of the prose that stands above the list
_REST = 0.1  # of the prose above it may follow the list
_RHYTHM = 0.5  # share of the article's paragraphs that may stand alone below a shorter line
_LEAST = 2  # teasers
_LINES = 8  # above a teaser, at most
_LONGEST = 300  # characters of a teaser
_TRIES = 16  # headings looked at, the last ones: a page has a few


def find(scene: Scene) -> Iterator[Verdict]:
    """At most one verdict: from below the heading to the last teaser."""
    headings = scene.marked_by(is_heading)
    if not headings:
        return
    prose = scene.unmarked
    for heading in headings[-_TRIES:]:
        place = bisect(prose, heading)
        stop = _after_teasers(scene, heading, prose, place)
        if stop is not None and _is_unlike_article(scene, prose, place, stop):
            yield Verdict("teaser-list", "related", WHY, heading + 1, prose[stop - 1] + 1)
            return


def is_heading(rule: Rule) -> bool:
    return rule.kind == "related" and rule.drops != "line"


def _after_teasers(scene: Scene, heading: int, prose: Sequence[int], place: int) -> int | None:
    """The place in `prose` after the teasers below a heading: each has a line or more of its own above it."""
    above, stop = heading, place
    while stop < len(prose) and _may_be_teaser(scene, above, prose[stop]):
        above, stop = prose[stop], stop + 1
    return stop if stop - place >= _LEAST and not _article_resumes(scene, above) else None


def _may_be_teaser(scene: Scene, above: int, i: int) -> bool:
    if _is_sentence(scene, above + 1):
        return False
    lines = sum(j not in scene.marks for j in range(above + 1, i))
    return lines <= _LINES and len(scene.blocks[i].text) <= _LONGEST


def _article_resumes(scene: Scene, last: int) -> bool:
    """Whether two sentences follow each other soon below the last teaser, or right at it."""
    stop = min(last + _LINES, len(scene.blocks))
    return any(_is_sentence(scene, i) and _is_sentence(scene, i + 1) for i in range(last, stop - 1))


def _is_sentence(scene: Scene, i: int) -> bool:
    return scene.shapes[i] in SENTENCE_SHAPES and i not in scene.marks


def _is_unlike_article(scene: Scene, prose: Sequence[int], first: int, stop: int) -> bool:
    """Whether most prose stands above a list, paragraph by paragraph, and hardly any below it."""
    sizes = [len(scene.blocks[i].text) for i in prose]
    above = sum(sizes[:first])
    if above < _ABOVE * sum(sizes) or sum(sizes[stop:]) > _REST * above:
        return False
    return sum(i > 0 and not scene.is_prose[i - 1] for i in prose[:first]) <= _RHYTHM * first
