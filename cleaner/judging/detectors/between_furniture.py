"""Lines inside a box: no rule knows them, but what stands around them in the article's midst is furniture.

drop | SUBSCRIBE           a rule knows it
drop | The Peninsula Post  none does
drop | Your e-mail         a rule knows it

A box of any site in any language has a line or two that rules know. What ends a sentence stays: between two
advertisements may stand a paragraph of one line. Below the standfirst stand the author, the place and the date, so
there the lines before the last one that is taken are such a box too, and so is a caption with its source in brackets.
"""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from cleaner.document import Verdict
from cleaner.judging.evidence import within
from cleaner.judging.scene import Scene
from cleaner.pattern import pattern
from cleaner.reading.kinds import SHAPES, STATEMENT_SHAPES

ID = "between-furniture"
WHY = "Between two lines of page furniture, with no paragraph among them: part of the same box."
_OPEN = frozenset(code for code, name in enumerate(SHAPES) if name.endswith("-open"))
_NAMES = frozenset(SHAPES.index(f"{size}-open") for size in ("tiny", "label", "phrase"))  # a headline is longer
_LABELS = frozenset(SHAPES.index(f"{size}-open") for size in ("tiny", "label"))  # a place, a site
_SURE = ("chrome", "comment")  # credits and links to other articles stand alone between lines of the article
_TAGS = "any-forum-tag-alone"  # the rule for tags of a post's markup: what they enclose is the post's own
_LONGEST = 6  # lines between two that are taken: more are a list of the article, or verse
_ROW = 3  # lines
_BYLINES = 20  # lines below a standfirst
_MOST_NAMES = 2  # in a row: the author, the place
_SOURCE = pattern(r".{25,200} \([^\W\d][^()\d:.?!]{1,28}\)")  # of a picture
_TITLE_REACH = 3  # lines above a standfirst in which its headline stands


def find(scene: Scene, taken: dict[int, Verdict]) -> Iterator[Verdict]:
    """One verdict for each line. taken: what other verdicts drop, those of the main region included."""
    paragraphs = [i for i in scene.prose if i not in taken]
    if not paragraphs or not taken:
        return
    boxed = {i for i in _boxed(scene, paragraphs, taken) if scene.shapes[i] in _OPEN and not _heads(scene, i, taken)}
    named = {i for i in _below_standfirst(scene, paragraphs, taken) if scene.shapes[i] in _NAMES}
    known = set(_beside(scene, paragraphs, taken))
    credited = {p - 1 for p in paragraphs[:2] if _is_credit(scene, p - 1, taken)}
    for i in sorted((boxed | named | known | credited).difference(taken, scene.named_titles.values())):
        yield Verdict(ID, "chrome", WHY, i, i + 1)


def _is_credit(scene: Scene, i: int, taken: dict[int, Verdict]) -> bool:
    """Whether a line right above a paragraph, headline and byline above it, is a caption with its source in brackets,
    or the name of a place or of the site, which stands above the headline too.
    """
    text = scene.blocks[i].text
    is_source = text[-1] == ")" and _SOURCE.fullmatch(text) is not None
    if scene.is_prose[i] or not (is_source or scene.shapes[i] in _LABELS):
        return False
    near = range(max(0, i - _BYLINES), i)
    signed = max([j for j in near if j in taken and taken[j].kind == "byline"], default=0)
    title = max([j for j in near if j < signed and j not in taken], default=-1)
    return title >= 0 and (is_source or any(scene.bares.get(j) == scene.bares[i] for j in range(title)))


def _beside(scene: Scene, paragraphs: list[int], taken: dict[int, Verdict]) -> Iterator[int]:
    """Words that rules know above or below an article, in a row with lines that are taken: the buttons of one bar."""
    first, last = paragraphs[0], paragraphs[-1]
    if not any(first < i < last for i in scene.marks.keys() - taken.keys()):
        return
    row: list[int] = []
    for i in range(first + 1, last + 1):
        if i in taken or (i in scene.marks and scene.shapes[i] in _NAMES):
            row.append(i)
            continue
        if row and row[-1] not in taken and _is_section(scene, row[-1]):
            row.pop()  # the heading of what stands below
        if len(row) >= _ROW and any(j in taken and taken[j].kind in _SURE for j in row):
            yield from row
        row = []


def _is_section(scene: Scene, i: int) -> bool:
    """Whether all that rules know of a line is that sections have such names."""
    return all("section" in rule.id for rule in scene.marks[i])


def _heads(scene: Scene, i: int, taken: dict[int, Verdict]) -> bool:
    """Whether a numbered line is the heading of the sentence right below, which stays; other boxes have no numbers."""
    is_statement = i + 1 not in taken and scene.shapes[i + 1] in STATEMENT_SHAPES
    return is_statement and scene.keys.get(i, "")[:1].isdecimal()


def _boxed(scene: Scene, paragraphs: list[int], taken: dict[int, Verdict]) -> Iterator[int]:
    """What lies between two taken lines below the first paragraph, near each other, with no paragraph between.

    A box has no blank line inside, unless blank lines stand between all its lines.
    """
    sure = [i for i, verdict in taken.items() if i > paragraphs[0] and verdict.kind in _SURE and verdict.rule != _TAGS]
    for low, high in pairwise(sure):
        if not 1 < high - low <= _LONGEST + 1 or within(paragraphs, low, high):
            continue
        if low in scene.bares and scene.bares[low] == scene.bares.get(high):
            continue  # the button that closes each entry of a live report
        if len({b.line - a.line for a, b in pairwise(scene.blocks[low : high + 1])}) == 1:
            yield from range(low + 1, high)


def _below_standfirst(scene: Scene, paragraphs: list[int], taken: dict[int, Verdict]) -> Iterator[int]:
    """What lies between the first paragraph, if a headline stands above it, and the last taken line before the next.

    A date or credit must be among the taken lines: an advertisement may stand below the first paragraph too.
    """
    first, following = (*paragraphs, len(scene.blocks))[:2]
    titled = any(i not in taken for i in range(max(0, first - _TITLE_REACH), first))
    if titled and following < len(scene.blocks):
        gone = _close(first, [i for i in range(first + 1, min(following, first + _BYLINES + 1)) if i in taken])
        if any(taken[i].kind == "byline" for i in gone):
            yield from range(first + 1, gone[-1])


def _close(first: int, taken: list[int]) -> list[int]:
    """The taken lines below a standfirst without more lines between them than names stand there: verse has more."""
    steps = pairwise([first, *taken])
    return [high for _, high in takewhile(lambda step: step[1] - step[0] <= _MOST_NAMES + 1, steps)]
