"""The article as one stretch of the document: what lies before and after it is menus, lists and footers.

Every line is worth the sum of its evidence (judging/evidence.py), positive for article, negative for furniture. The
article is the stretch of most worth; leaving out the start or the end of the document costs EDGE each, so a text with
little or no furniture is kept whole. Each side then goes only if it reads like furniture as a whole. Linear.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from cleaner.document import BlockKind, Verdict
from cleaner.judging.evidence import Evidence, gather, line_worths, side_names, weigh, weights
from cleaner.judging.scene import Scene
from cleaner.normalize.fold import fold
from cleaner.reading.kinds import SHAPES

ID = "outside-article"
WHY = "Outside the article: menus, lists and footers are short lines without sentences before or after it."
EDGE = 3.0  # log odds
SURE = 1.0  # log odds that a side is furniture
# The same where no rule knows a line of it, unless a long menu stands twice: verse and ingredients are short lines too.
SURE_UNMARKED = 3.5
_REPEATED = frozenset({"repeated-3", "repeated-4", "repeated-5"})  # from a quarter of the lines on
_MANY = frozenset({"lines-6", "lines-7"})  # over 32 lines
_MOST_PROSE = "prose-6"  # a side with over half of the prose
_LEAD_BRIDGE = 6  # lines between a lead and the rest of its article
_LONG_LEAD_BRIDGE = 24  # the same where the lead is a paragraph or more: a recipe has its ingredients between
_FULL_PARAGRAPHS = ("paragraph-full-stop", "long-full-stop")
_END_BRIDGE = 3  # lines between an article and its last paragraphs
_DENSE = 8  # lines within which three marks make a menu
_TITLE_REACH = 15  # lines above the article in which its headline may stand
_TITLE = range(10, 161)  # characters
_STANDFIRST = range(25, 161)  # characters
_HEADLINE = 70  # characters: a longer line above an article is rather its standfirst
PROSE = BlockKind.PROSE
_LEAD = 250  # characters of each of the first paragraphs in which a headline's words are sought
_TITLE_WORDS = 8  # a line of fewer words is less likely a headline


def find(scene: Scene, taken: dict[int, Verdict]) -> Iterator[Verdict]:
    """One verdict for what lies before the article and one for what lies after it. taken: what other verdicts drop."""
    if not scene.prose:
        return
    evidence = gather(scene, {i: verdict.kind for i, verdict in taken.items()})
    start, stop = core(scene, evidence, *article_span(line_worths(evidence)))
    start, stop = bridge(scene, evidence, max(start, scene.headline), stop)
    for low, high in furniture(scene, evidence, start, stop):
        yield from _around(low, high, headlines(scene, high, taken) if low == 0 else set())


def core(scene: Scene, evidence: Evidence, start: int, stop: int) -> tuple[int, int]:
    """The stretch from its first to its last paragraph; what stands around them is for the sides to say."""
    own = [i for i in scene.prose if start <= i < stop and i not in evidence.marked]
    return start, (own[-1] + 1 if own and stop < len(scene.blocks) else stop)


def bridge(scene: Scene, evidence: Evidence, start: int, stop: int) -> tuple[int, int]:
    """The stretch grown over paragraphs near it: an advertisement or a list may part them from the rest.

    Lines that rules take do not count as distance.
    """
    unmarked = [0, *accumulate(i not in evidence.marked for i in range(len(scene.blocks)))]
    own = [i for i in scene.prose if i > scene.headline and i not in evidence.marked]
    paragraphs = set(own)
    for i in reversed([i for i in own if i < start]):
        is_long = i - 1 in paragraphs or i + 1 in paragraphs or SHAPES[scene.blocks[i].shape] in _FULL_PARAGRAPHS
        reach = _LONG_LEAD_BRIDGE if is_long else _LEAD_BRIDGE
        if unmarked[start] - unmarked[i] > reach:
            break
        start = i
    for i in [i for i in own if i >= stop]:
        if unmarked[i] - unmarked[stop] >= _END_BRIDGE:
            break
        stop = i + 1
    return start, stop


def furniture(scene: Scene, evidence: Evidence, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The spans before and after the article that read like furniture, each side as one span or none.

    The lines of a side between the article and the first line that a rule marks may be its last list: they go only
    if they read like furniture by themselves too.
    """
    end = len(scene.blocks)
    if start and is_furniture(side_names(evidence, 0, start, "head")):
        edge = max(scene.headline + 1, _last_mark(list(evidence.marked), start) + 1)
        own = edge >= start or is_furniture(side_names(evidence, edge, start, "head"))
        leads = [i for i in scene.prose if edge - _END_BRIDGE <= i < edge and i not in evidence.marked]
        yield 0, start if own else min([edge, *leads])
    elif scene.headline > 0:
        yield 0, scene.headline
    if stop < end and is_furniture(tail_names(scene, evidence, stop, end)):
        edge = end - 1 - _last_mark([end - 1 - i for i in reversed(evidence.marked)], end - stop)
        own = edge == stop or is_furniture(tail_names(scene, evidence, stop, edge))
        yield stop if own else edge, end


def _last_mark(marked: list[int], stop: int) -> int:
    """The last marked line before `stop` with two more above it, for one alone may be an advertisement; -1: none."""
    before = [i for i in marked if i < stop]
    dense = [c for a, c in zip(before, before[2:], strict=False) if c - a <= _DENSE]
    return (dense or before or [-1])[-1]


def tail_names(scene: Scene, evidence: Evidence, low: int, high: int) -> tuple[str, ...]:
    """The evidence for lines after the article; a list that a colon announces is likely its own."""
    names = side_names(evidence, low, high, "tail")
    announced = low > 0 and scene.blocks[low - 1].text.endswith((":", "："))
    return (*names, "after-colon") if announced else names


def is_furniture(names: tuple[str, ...]) -> bool:
    """Whether a stretch may go: its evidence as a whole must be clear, for a list may well belong to the article."""
    if _MOST_PROSE in names:
        return False
    twice = _REPEATED.intersection(names) and _MANY.intersection(names)
    unknown = "marks-0" in names and not twice
    return weigh(names, weights("side")) > (SURE_UNMARKED if unknown else SURE)


def article_span(worths: Sequence[float]) -> tuple[int, int]:
    """The half-open stretch of most worth, less EDGE for each end of the document that it leaves out.

    >>> article_span([-3, -3, 5, -1, 5, -1]), article_span([-1, 5, -1])
    ((2, 6), (0, 3))
    """
    total = [0.0, *accumulate(worths)]
    last = len(worths)
    best, span = total[last], (0, last)
    least, start = 0.0, 0  # what the best start so far leaves out, its own price included
    for stop, upto in enumerate(total[1:], 1):
        gain = upto - least - EDGE
        if gain > best or (stop == last and gain + EDGE > best):
            best, span = gain + EDGE * (stop == last), (start, stop)
        if upto + EDGE < least:
            least, start = upto + EDGE, stop
    return span


def headlines(scene: Scene, start: int, taken: dict[int, Verdict]) -> set[int]:
    """The headline above the article, and the standfirst right below it: lines that nothing takes.

    Where the headline is not known by its copy, it is the nearest line that shares most words with the article.
    """
    own = [
        i for i in range(max(0, start - _TITLE_REACH), start) if i not in taken and scene.blocks[i].kind is not PROSE
    ]
    headline = scene.keys.get(scene.headline)
    copies = [] if headline is None else [i for i in range(start) if scene.keys.get(i) == headline and i not in taken]
    if copies:
        return {copies[-1]} | {i for i in own if i == copies[-1] + 1 and len(scene.blocks[i].text) in _STANDFIRST}
    article = set(fold(" ".join(block.text[:_LEAD] for block in scene.blocks[start : start + 4])).split())
    best, most = None, 0.0
    for i in reversed([i for i in own if len(scene.blocks[i].text) in _TITLE]):
        words = [word for word in re.findall(r"\w+", scene.keys[i]) if len(word) > 2]
        shared = sum(word in article for word in words) + min(len(words), _TITLE_WORDS) / _TITLE_WORDS
        if shared > most:
            best, most = i, shared
    if best is None:
        return set()
    other = best - 1 if len(scene.blocks[best].text) > _HEADLINE else best + 1  # the longer one is the standfirst
    return {best} | {i for i in own if i == other and len(scene.blocks[i].text) in _STANDFIRST}


def _around(first: int, last: int, kept: set[int]) -> Iterator[Verdict]:
    """The span first ≤ i < last without the lines that stay."""
    edges = [first - 1, *sorted(i for i in kept if first <= i < last), last]
    for low, high in pairwise(edges):
        if low + 1 < high:
            yield Verdict(ID, "chrome", WHY, low + 1, high)
