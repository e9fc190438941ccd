"""The article as one stretch of the document: what lies before and after it is menus, lists and footers.

Every line is worth the sum of its evidence (judging/evidence.py), positive for article, negative for furniture. The
article is the stretch of most worth; leaving out the start or the end of the document costs EDGE each, so a text with
little or no furniture is kept whole. Each side then goes only if it reads like furniture as a whole. Linear.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import Action, Verdict
from cleaner.judging.addresses import ADDRESSES
from cleaner.judging.detectors.headline import LEAST_WORTH, SURE_WORTH, are_tags, headlines
from cleaner.judging.detectors.own_side import is_own
from cleaner.judging.detectors.stretch import END_BRIDGE, article_span, bridge, core, last_of_run
from cleaner.judging.evidence import ALONE, Evidence, line_worths, side_names, weigh, weights, within
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import LABEL_SHAPES, STATEMENT_SHAPES

ID = "outside-article"
WHY = "Outside the article: before or after it, where nearly all lines are menus, lists and footers."
HEADLINE = "The headline: the heading of a list stands above it, but its words are those of the article."
OWN_LIST = "A list right below the headline: words of menus stand in it, but nothing that is furniture for sure."
SURE = 1.0  # log odds that a side is furniture
SURE_UNMARKED = 3.5  # where no rule knows a line of it, unless a long menu stands twice: verse has short lines too
SURE_LIST = 2.0  # the same where the headline stands over it and rules know only words that may be labels too
_REPEATED = frozenset({"repeated-3", "repeated-4", "repeated-5"})  # from a quarter of the lines on
_MANY = frozenset({"lines-6", "lines-7"})  # over 32 lines
_ONE_OF_MANY = frozenset({"marks-1", "lines-5"})  # 17 to 32 lines: a word of menus may be an item of the article's list
_MOST_PROSE = "prose-6"  # over half of the prose
_PATH = re.compile("breadcrumb|arrow-path")  # in ids of rules
_STEP = re.compile(r" ?[/>\"|:-] ?\w")
_LEAST_ABOVE = 2  # lines above a path
_LEAST_SUMMARY = 2  # sentences
_BUTTONS = 3  # lines
_NAME_WORDS = 4  # fewer blanks has the name of a site
_MENU_RUN = 16  # lines without a paragraph
_TRIES = 4  # such runs on a side, so that the cost stays linear
_DENSE = 8  # lines within which three marks make a menu
_LIST = 8  # lines: few lines are rather a byline and buttons
_SIGNED = 5  # lines: title, standfirst, byline, place, date
_LONG_LIST = 12  # where rules know a word of it
_MOST_LABELS = 6
_POEM, _POEM_END = ("[poem", "[poet"), ("[/poem", "[/poet")  # a forum's tags around verse


def find(scene: Scene, taken: dict[int, Verdict]) -> Iterator[Verdict]:
    """One verdict for what lies before the article and one for what lies after it. taken: what other verdicts drop.

    An address is no evidence: an article may end with one, or go on below it.
    """
    evidence = Evidence(scene, {i: v.kind for i, v in taken.items() if not v.rule.endswith(ADDRESSES)})
    start, stop = article_span(line_worths(evidence))
    listed = _listed_above(scene, taken)
    if stop - start == len(scene.blocks) and scene.headline <= 0 and not listed:
        return
    start, stop = core(scene, evidence, start, stop)
    start, stop = bridge(scene, evidence, max(start, scene.headline), stop)
    start, stop = _widened(scene, evidence, start, stop)
    spans = list(furniture(scene, evidence, start, stop))
    titles, worth = set[int](), 0.0
    if listed or (spans and not spans[0][0]):
        first = next((i for i in scene.prose if i >= start and i not in evidence.marked), start)
        titles, worth = headlines(scene, first, _first_sentence(scene, taken, spans, first), taken.keys() - listed)
    for i in titles & listed:
        yield Verdict(ID, "chrome", HEADLINE, i, i + 1, Action.KEEP)
    for low, high in spans:
        if low:
            yield from _around(low, high, set())
        else:
            inside, touches = max(titles, default=0) >= high, high == start
            sure = (worth > SURE_WORTH and not touches) if inside else (touches and not listed)
            others, other_worth = (set(), 0.0) if sure else headlines(scene, first, high, taken.keys())
            least = SURE_WORTH if inside and touches else LEAST_WORTH
            if all(scene.blocks[i].text.count(" ") < _NAME_WORDS for i in others):  # the article may name its site
                least = max(least, worth / 2)
            kept = titles | others if other_worth >= least or not titles else titles
            if 0 in kept and _is_own_list(scene, evidence, high):
                yield Verdict(ID, "chrome", OWN_LIST, 0, high, Action.KEEP)
                continue
            yield from _around(0, _below_labels(scene, high, kept), kept)


def _first_sentence(scene: Scene, taken: dict[int, Verdict], spans: list[tuple[int, int]], start: int) -> int:
    """The first sentence below the furniture, no headline stands under it; the article starts with its paragraphs."""
    high = spans[0][1] if spans else start
    return next((i for i in range(high, start) if scene.shapes[i] in STATEMENT_SHAPES and i not in taken), start)


def _below_labels(scene: Scene, high: int, titles: set[int]) -> int:
    """The end of what lies above the article, grown over labels right above the headline: a section, a badge."""
    headline = max(high, min(titles, default=high))
    between = scene.shapes[high:headline]
    return headline if len(between) <= _MOST_LABELS and LABEL_SHAPES.issuperset(between) else high


def _is_own_list(scene: Scene, evidence: Evidence, high: int) -> bool:
    """Whether the lines between a headline that is the first line of all and the article are its list.

    Nothing in it is furniture for sure: rules know a few of its words, which may be labels of the article too.
    """
    marks = [(i, rule) for i, rules in scene.marks.items() for rule in rules]
    unsure = [i for i, rule in marks if rule.where == "anywhere"]
    if min(unsure, default=high) < high:
        return False
    least, sure = (_LONG_LIST, SURE_LIST) if unsure else (_LIST, SURE_UNMARKED)
    return high >= least and weigh(side_names(evidence, 0, high, "head"), weights("side")) <= sure


def _listed_above(scene: Scene, taken: dict[int, Verdict]) -> set[int]:
    """The lines above the first paragraph that only the heading of a list over them takes: one may be the headline."""
    return {i for i, verdict in taken.items() if verdict.first < i < scene.first_prose and i not in scene.marks}


def _widened(scene: Scene, evidence: Evidence, start: int, stop: int) -> tuple[int, int]:
    """The stretch, grown where not all beside it is furniture: to the paragraphs beyond a long run of short lines.

    An article with tables and lists in it may be worth most in a part; the menu around the whole is none of it.
    """
    end = len(scene.blocks)
    own = [i for i in scene.prose if i not in evidence.marked]
    if not own or start <= own[0] <= own[-1] < stop:
        return start, stop  # nearly always
    runs = [(above, below) for above, below in pairwise((-1, *own, end)) if _parts(evidence, above + 1, below)]
    heads = [below for _, below in runs if below < start][: -_TRIES - 1 : -1]  # the last first
    tails = [above + 1 for above, _ in runs if above >= stop][:_TRIES]
    if heads:
        edge = _edge_above(scene, evidence, start) if _is_head(evidence, 0, start) else 0
        if edge < start and not (edge and _is_head(evidence, edge, start)):
            start = next((i for i in heads if i > edge and _is_head(evidence, 0, i)), start)
    if tails and not is_furniture(tail_names(scene, evidence, stop, end)):
        stop = next((i for i in tails if is_furniture(tail_names(scene, evidence, i, end))), stop)
    return start, stop


def _parts(evidence: Evidence, low: int, high: int) -> bool:
    """Whether the lines low ≤ i < high, none of them a paragraph, are a long run that no rule knows."""
    return high - low - within(evidence.places, low, high) > _MENU_RUN


def furniture(scene: Scene, evidence: Evidence, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The spans before and after the article that read like furniture, each side as one span or none.

    The lines of a side between the article and the first line that a rule marks may be its last list: they go only
    if they read like furniture by themselves too.
    """
    end = len(scene.blocks)
    if start and _is_head(evidence, 0, start) and not _is_signed(evidence, start) and not is_own(evidence, 0, start):
        edge = _edge_above(scene, evidence, start)
        own = edge >= start or _is_head(evidence, edge, start)
        leads = [i for i in scene.prose if edge - END_BRIDGE <= i < edge and i not in evidence.marked]
        leads += _summary(scene, evidence, edge)
        yield 0, start if own else min([edge, *leads])
    elif scene.headline > 0:
        yield 0, scene.headline
    elif _path(scene, start) > _LEAST_ABOVE:
        yield 0, _path(scene, start)
    stop = _past_poem(scene, evidence, stop)
    if stop < end and is_furniture(tail_names(scene, evidence, stop, end)) and not is_own(evidence, stop, end):
        edge = end - 1 - _last_mark([end - 1 - i for i in reversed(evidence.places)], end - stop)
        own = edge == stop or is_furniture(tail_names(scene, evidence, stop, edge)) or are_tags(scene, stop, edge)
        yield stop if own else _past_a_word(scene, evidence, edge), end


def _is_signed(evidence: Evidence, start: int) -> bool:
    """Whether rules know nothing above the article but who wrote it and when: its title and standfirst are short.

    A page has its title twice.
    """
    above = evidence.places[: bisect_left(evidence.places, start)]
    are_bylines = above != [] and all(evidence.marked[i] == "byline" for i in above)
    return start <= _SIGNED and are_bylines and not within(evidence.scene.repeated, 0, start)


def _past_poem(scene: Scene, evidence: Evidence, stop: int) -> int:
    """The line below the poem whose tag is the first line below the article that a rule takes; else `stop`.

    Its lines are as short as those of a menu, and the tag above them would count as furniture.
    """
    k, blocks = bisect_left(evidence.places, stop), scene.blocks
    if k == len(evidence.places) or not blocks[evidence.places[k]].text.startswith(_POEM):
        return stop
    ends = (i + 1 for i in evidence.places[k + 1 :] if blocks[i].text.startswith(_POEM_END))
    return next(ends, len(blocks))


def _edge_above(scene: Scene, evidence: Evidence, start: int) -> int:
    """The line below the last one before `start` that is furniture for sure."""
    return max(scene.headline + 1, _last_mark(evidence.places, start) + 1)


def _summary(scene: Scene, evidence: Evidence, edge: int) -> list[int]:
    """The sentences in a row right above the button at the edge, with their heading: a live report's summary."""
    first = edge
    while first - 1 in evidence.marked:
        first -= 1
    last = first
    while first and scene.shapes[first - 1] in STATEMENT_SHAPES and first - 1 not in evidence.marked:
        first -= 1
    if last - first < _LEAST_SUMMARY or edge - last > _BUTTONS:
        return []
    return [first - (first > 0 and scene.shapes[first - 1] in LABEL_SHAPES and first - 1 not in evidence.marked)]


def _past_a_word(scene: Scene, evidence: Evidence, edge: int) -> int:
    """The edge, moved past a paragraph, with a heading or not, that only a button or two part from the article."""
    after = next((i for i in range(edge, min(edge + _BUTTONS, len(scene.blocks))) if i not in evidence.marked), edge)
    if any(evidence.marked.get(i) != "chrome" for i in range(edge, after)):
        return edge
    for i in range(after, min(after + 2, len(scene.blocks))):
        if i in evidence.marked:
            break
        if scene.is_prose[i]:
            return last_of_run(scene, evidence, i) + 1
    return edge


def _path(scene: Scene, start: int) -> int:
    """The line above the article that tells the path to it; what stands above that is the site's. -1: none."""
    top = min(start, scene.first_prose + 1)
    paths = [i for i, rules in scene.marks.items() if i < top and any(_PATH.search(rule.id) for rule in rules)]
    return paths[-1] if paths and _STEP.search(scene.keys.get(paths[-1], "")) else -1


def _last_mark(marked: list[int], stop: int) -> int:
    """The last marked line before `stop` with two more above it, for one alone may be an advertisement; -1: none."""
    before = bisect_left(marked, stop)
    dense = (marked[k] for k in range(before - 1, 1, -1) if marked[k] - marked[k - 2] <= _DENSE)
    return next(dense, marked[before - 1] if before else -1)


def tail_names(scene: Scene, evidence: Evidence, low: int, high: int) -> tuple[str, ...]:
    """The evidence for lines after the article; a list that a colon announces is likely its own."""
    names = side_names(evidence, low, high, "tail")
    announced = scene.blocks[low - 1].text.endswith((":", "："))
    return (*names, "after-colon") if announced else names


def is_furniture(names: tuple[str, ...]) -> bool:
    """Whether a stretch may go: its evidence as a whole must be clear, for a list may well belong to the article."""
    worth = weigh(names, weights("side"))
    if worth <= SURE or _MOST_PROSE in names:
        return False
    if worth > SURE_UNMARKED:
        return True
    twice = _REPEATED.intersection(names) and _MANY.intersection(names) and ALONE not in names
    return twice or not ("marks-0" in names or _ONE_OF_MANY.issubset(names))


def _is_head(evidence: Evidence, low: int, high: int) -> bool:
    return is_furniture(side_names(evidence, low, high, "head"))


def _around(first: int, last: int, kept: set[int]) -> Iterator[Verdict]:
    """The span first ≤ i < last without the lines that stay."""
    edges = [first - 1, *sorted(i for i in kept if first <= i < last), last]
    for low, high in pairwise(edges):
        if low + 1 < high:
            yield Verdict(ID, "chrome", WHY, low + 1, high)
