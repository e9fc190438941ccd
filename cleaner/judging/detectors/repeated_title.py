"""The headline again: with the site's name behind it («TITLE - SITE»), or bare, above the article.

Data cannot say it: the site's name is unknown, only that what is left without it stands as a line of its own.
"""

from collections.abc import Iterator
from itertools import takewhile

from cleaner.document import Verdict
from cleaner.judging.code import is_field
from cleaner.judging.detectors.contents_box import announced
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import LABEL_SHAPES, SHAPES

WITH_SITE = "The headline with the site's name; the bare headline stands elsewhere in the document."
AGAIN = "The headline again; the copy next to the article is kept."
BELOW = "The headline again, below its standfirst."
_REACH = 6  # lines below a standfirst in which its headline may stand again
_STANDFIRST = 250  # characters; with a longer first paragraph the article has begun, and its headings may say anything
_TOP = 3  # lines of a document: its title and what may stand above that
_NAME = 2  # words of an author's name between two titles, at most
_LEAST = 12  # characters: shorter lines are labels, and labels repeat


def find_with_site(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each line that is another line with a name before or after it, first seen above the article."""
    named = {scene.keys[i] for i in scene.named_titles}
    for i, key in scene.keys.items() if named else ():
        if key in named:
            yield Verdict("title-with-site-name", "repetition", WITH_SITE, i, i + 1)


def find_again(scene: Scene) -> Iterator[Verdict]:
    """Verdicts for lines above the article that stand again nearer to it, and below it that hold the headline."""
    last: dict[str, int] = {}
    spelt: dict[str, int] = {}  # the same without blanks, which copies may have elsewhere
    first, marks = scene.first_prose, scene.marks
    has_furniture = next(iter(marks), first) < first  # else lists, code and tables may stand below the top
    for i in [i for i in takewhile(first.__gt__, scene.keys) if i not in marks]:
        bare = scene.bares[i]
        if len(bare) >= _LEAST and " " in bare:
            joined = bare.replace(" ", "")
            if (
                joined in spelt
                and not is_field(scene.blocks[i].text)
                and (has_furniture or _is_top(scene, spelt[joined], i))
            ):
                yield Verdict("repeated-title", "repetition", AGAIN, spelt[joined], spelt[joined] + 1)
            last[bare] = spelt[joined] = i
    below = range(first + 1, _end_of_standfirst(scene, first)) if last else range(0)
    listed = {scene.bares[i] for i in announced(scene)} if below else set()
    for i in [i for i in below if scene.bares.get(i) not in listed]:
        if scene.keys.get(i, "").endswith(":"):
            continue  # it announces what stands below it
        if first - last.get(scene.bares.get(i, ""), -_REACH) <= _REACH // 2:
            yield Verdict("repeated-title", "repetition", BELOW, i, i + 1)
    title = max(last, key=len, default="") if scene.headline < 0 else scene.bares[scene.headline]
    if len(title) >= 2 * _LEAST:
        end = scene.prose[-1]
        tail = [i for i in range(end + 1, len(scene.blocks)) if i in scene.keys and title in scene.keys[i]]
        for i in [i for i in tail if not scene.keys[i].endswith(":")]:
            if scene.bares[i] == title or not SHAPES[scene.shapes[i]].endswith("-asks"):  # a question is its own
                yield Verdict("repeated-title", "repetition", AGAIN, i, i + 1)


def _is_top(scene: Scene, line: int, again: int) -> bool:
    """Whether a line at the top stands again right below, or below a name; a refrain comes back farther down."""
    if again == line + 2:
        return line < _TOP and scene.shapes[line + 1] in LABEL_SHAPES and scene.blocks[line + 1].text.count(" ") < _NAME
    return line < _TOP and again == line + 1


def _end_of_standfirst(scene: Scene, first: int) -> int:
    """The line before which a headline may stand again that stands above the first paragraph: the second paragraph."""
    end = len(scene.blocks)
    if first == end or len(scene.blocks[first].text) > _STANDFIRST:
        return first
    return min(first + 1 + _REACH, next((i for i in scene.prose if i > first), end))
