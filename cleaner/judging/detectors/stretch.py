"""The stretch of lines that is worth most as article, and how it grows over what a box or a list parts from it."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from cleaner.judging.evidence import Evidence
from cleaner.judging.regions import is_fact, is_table
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import PROSE_SHAPES, SHAPES, STATEMENT_SHAPES

EDGE = 3.0  # log odds
END_BRIDGE = 3  # lines between an article and its last paragraphs
_LEAD_BRIDGE = 6  # lines between a lead and the rest of its article
_LONG_LEAD_BRIDGE = 24  # the same where the lead is a paragraph or more: a recipe has its ingredients between
_FULL_PARAGRAPHS = ("paragraph-full-stop", "long-full-stop")
_LONGEST_BOX = 12  # lines
_SHORT_SENTENCES = STATEMENT_SHAPES - PROSE_SHAPES
_LEAST_SENTENCES = 4  # of an article without paragraphs
_LAST_WORDS = range(25, 161)  # characters
_LEAST_GAPS = 1  # between the buttons of entries that are the article for sure


def article_span(worths: Sequence[float]) -> tuple[int, int]:
    """The half-open stretch of most worth, less EDGE for each end of the document that it leaves out.

    >>> article_span([-3, -3, 5, -1, 5, -1]), article_span([-1, 5, -1])
    ((2, 6), (0, 3))
    """
    total = [0.0, *accumulate(worths)]
    last = len(worths)
    if min(total) >= -EDGE and max(total) - EDGE <= total[last]:
        return 0, last  # no end is worth leaving out
    best, span = total[last], (0, last)
    least, start = 0.0, 0  # what the best start so far leaves out, its own price included
    for stop, upto in enumerate(total[1:], 1):
        gain = upto - least - EDGE
        if gain > best or (stop == last and gain + EDGE > best):
            best, span = gain + EDGE * (stop == last), (start, stop)
        if upto + EDGE < least:
            least, start = upto + EDGE, stop
    return span


def core(scene: Scene, evidence: Evidence, start: int, stop: int) -> tuple[int, int]:
    """The stretch from its first to its last paragraph; what stands around them is for the sides to say."""
    own = [i for i in scene.prose if start <= i < stop and i not in evidence.marked]
    return start, (own[-1] + 1 if own and stop < len(scene.blocks) else stop)


def bridge(scene: Scene, evidence: Evidence, start: int, stop: int) -> tuple[int, int]:
    """The stretch grown over paragraphs near it: an advertisement or a list may part them from the rest.

    Lines that rules take do not count as distance, nor do short sentences after the article.
    """
    marked, shapes = evidence.marked, scene.shapes
    own = [i for i in scene.prose if i > scene.headline and i not in marked]
    above, paragraphs = [i for i in own if i < start], set(own)
    unmarked = [0, *accumulate([i not in marked for i in range(len(shapes))])] if above else []
    for i in reversed(above):
        is_long = i - 1 in paragraphs or SHAPES[shapes[i]] in _FULL_PARAGRAPHS
        if unmarked[start] - unmarked[i] > (_LONG_LEAD_BRIDGE if is_long else _LEAD_BRIDGE):
            break
        start = i
    if below := [i for i in sorted((*own, *_short_sentences(scene, evidence, len(own)))) if i >= stop]:
        apart = [i not in marked and shape not in STATEMENT_SHAPES for i, shape in enumerate(shapes)]
        for i in below:
            between = [scene.blocks[j].text for j in range(stop, i - (i - 2 in marked)) if apart[j]]  # less a heading
            far = sum(not is_fact(text) and text[-1] != ":" for text in between) >= END_BRIDGE
            if far and not is_table(between, i - stop):
                break
            stop = i + 1
    return start, _last_entry(scene, evidence, start, _last_words(scene, evidence, stop))


def _short_sentences(scene: Scene, evidence: Evidence, paragraphs: int) -> list[int]:
    """The sentences that are no paragraphs, where the article is made of such: an interview, a list of answers."""
    sentences = [i for i, shape in enumerate(scene.shapes) if shape in _SHORT_SENTENCES and i not in evidence.marked]
    return sentences if len(sentences) >= max(_LEAST_SENTENCES, 2 * paragraphs) else []


def _last_words(scene: Scene, evidence: Evidence, stop: int) -> int:
    """The end of the article grown over a short last paragraph that at most a box in its midst parts from the rest.

    The line right before it, its numbered heading aside, is the article's or one that a rule takes, and so are at
    least half of the lines of the box.
    """
    unmarked = 0
    for i in range(stop, min(stop + _LONGEST_BOX, len(scene.blocks))):
        above = i - 2 if i - 1 in scene.numbered and i - 1 not in evidence.marked else i - 1
        if scene.shapes[i] in STATEMENT_SHAPES and i not in evidence.marked and (i == stop or above in evidence.marked):
            is_own = len(scene.blocks[i].text) in _LAST_WORDS and 2 * unmarked <= i - stop
            return last_of_run(scene, evidence, i) + 1 if is_own else stop
        unmarked += i not in evidence.marked
    return stop


def _last_entry(scene: Scene, evidence: Evidence, start: int, stop: int) -> int:
    """The end of the article grown to the last copy of a button that closes each entry: «share this update»."""
    if evidence.marked.get(stop) != "chrome":
        return stop
    places = [i for i in scene.repeated if i >= start and scene.bares[i] == scene.bares.get(stop)]
    gaps = [b - a for a, b in pairwise(places) if b <= stop]
    if len(gaps) < _LEAST_GAPS:
        return stop
    widest = 2 * max(gaps)
    for a, b in pairwise(places):
        if b - a > widest:
            break
        stop = max(stop, b)
    return stop


def last_of_run(scene: Scene, evidence: Evidence, i: int) -> int:
    """The last line that ends a sentence, from i up to the next line that is taken."""
    last = i
    for j in range(i + 1, len(scene.blocks)):
        if j in evidence.marked:
            break
        last = j if scene.shapes[j] in STATEMENT_SHAPES else last
    return last
