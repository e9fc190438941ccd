"""A table of contents: numbered lines that name the headings of the article again, before those come.

drop | 1 التسمية
drop | 2 التاريخ
keep | التسمية
keep | التاريخ
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import Verdict
from cleaner.judging.evidence import within
from cleaner.judging.scene import Scene
from cleaner.normalize.fold import EDGES
from cleaner.pattern import pattern
from cleaner.reading.kinds import SENTENCE_SHAPES
from cleaner.rules.rule import Rule

WHY = "A table of contents: its lines stand again as headings of the article."
_NUMBER = pattern(r"\d{1,2}(?:\.\d{1,2}){0,3}[.)-]? ?(?=\D)")
_EDIT = pattern(r" ?\[[^\]]{2,20}\]$")  # the link behind a heading of an encyclopedia
_LEAST = 3  # lines
_ALIKE = 0.75  # of them
_NEAR = 5  # lines below the last heading in which its text begins
_CONTENTS = "contents"  # in the id of a rule that knows the heading of such a table
_LONGEST = 25  # lines


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each line of the box, if several lines of it name a heading with prose below it."""
    for i in announced(scene):
        yield Verdict("contents-box", "chrome", WHY, i, i + 1)
    if len(scene.numbered) < _LEAST:
        return
    hits = {i: hit for i in scene.numbered if (hit := _NUMBER.match(scene.keys[i]))}
    if len(hits) < _LEAST:
        return
    rests = {i: scene.keys[i][hit.end() :].strip(EDGES) for i, hit in hits.items()}
    headings = {rests.get(j) or _name(scene, j): j for j in (i - 1 for i in scene.prose) if j in scene.keys}
    named = {i: j for i, rest in rests.items() if rest and (j := headings.get(rest, -1)) > i}
    numbers = {i: hit[0].strip(EDGES) for i, hit in hits.items()}
    entries = [i for i, j in named.items() if numbers.get(j, numbers[i]) == numbers[i]]  # and not the days of a month
    if len(entries) >= _LEAST and entries[-1] - entries[0] < 2 * len(entries) + _LEAST:
        for i in range(entries[0], entries[-1] + 1):
            if i in rests:
                yield Verdict("contents-box", "chrome", WHY, i, i + 1)


def _name(scene: Scene, i: int) -> str:
    """A heading without the link behind it, «[edit]»."""
    key = scene.keys[i]
    return _EDIT.sub("", key).strip(EDGES) if key.endswith("]") else scene.bares[i]


def _is_heading(rule: Rule) -> bool:
    return _CONTENTS in rule.id


def announced(scene: Scene) -> list[int]:
    """The lines of a table of contents that stand again farther down: below its heading, or in their order."""
    return scene.once(_announced)


def _announced(scene: Scene) -> list[int]:
    starts = scene.marked_by(_is_heading)
    if not starts:
        return _in_order(scene) if len(scene.repeated) >= 2 * _LEAST else []  # each line and its copy
    last = {bare: i for i, bare in scene.bares.items()}
    found: list[int] = []
    for start in starts:
        for i in range(start + 1, min(start + _LONGEST, len(scene.blocks))):
            if i not in scene.bares or scene.is_prose[i] or last[scene.bares[i]] == i:
                break
            found.append(i)
    return found


def _in_order(scene: Scene) -> list[int]:
    """The runs of lines that stand again below them in their order, with sentences below most."""
    bares = scene.bares
    last = {bares[i]: i for i in scene.repeated}
    count = Counter([bares[i] for i in scene.repeated])
    found: list[int] = []
    run: list[int] = []
    for i in [*(i for i in scene.repeated if last[bares[i]] > i), len(scene.blocks)]:
        if run and i != run[-1] + 1:
            counts = [count[bares[j]] for j in run]
            found += run if len(run) >= _LEAST and _are_headings(scene, run, last) and _are_alike(counts) else []
            run = []
        run.append(i)
    return found


def _are_alike(counts: list[int]) -> bool:
    """Whether nearly all stand equally often: a heading does so once in each list, data and code as it happens."""
    return Counter(counts).most_common(1)[0][1] >= _ALIKE * len(counts)


def _are_headings(scene: Scene, run: list[int], last: dict[str, int]) -> bool:
    copies = [last[scene.bares[i]] for i in run]
    if any(scene.is_prose[i] for i in run):
        return False
    edges = [*pairwise((*copies, min(copies[-1] + _NEAR, len(scene.blocks))))]
    told = sum(within(scene.once(_sentences), a + 1, b) > 0 for a, b in edges)
    return all(a < b for a, b in edges[:-1]) and 2 * told > len(copies)


def _sentences(scene: Scene) -> list[int]:
    return [i for i, shape in enumerate(scene.shapes) if shape in SENTENCE_SHAPES]
