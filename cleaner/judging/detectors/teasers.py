"""Teasers of other articles after the last paragraph or before the first, with no heading over them.

A teaser is cut to a length, so it breaks off; and it begins a story, so in Arabic it lacks the «و» (and) with which
news paragraphs go on. A writer may end so too, hence only where rules know some furniture, the article shows none of
it, and the teasers do not simply go on below its last sentence: that takes a row of them. Those that begin a page are
as long as each other, which a writer's sentences that end in dots are not.
"""

from collections.abc import Iterator

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import SENTENCE_SHAPES, SHAPES

WHY = "Teasers of other articles: after the article's end, paragraphs that begin anew and break off."
ABOVE = "Teasers of other articles: the page begins with paragraphs that all break off at one length."
# Of a teaser; a headline is shorter.
_SHAPES = frozenset(code for code, name in enumerate(SHAPES) if name.startswith(("sentence", "paragraph", "long")))
_LONGEST = 270  # characters of a teaser
_BROKEN = frozenset(code for code, name in enumerate(SHAPES) if name.endswith(("-open", "-trails-off")))
_BROKEN_OFF = bytes(_SHAPES & _BROKEN)
_TRAILING_OFF = bytes(code for code in _SHAPES if SHAPES[code].endswith("-trails-off"))
_LEAST = 2  # teasers, and paragraphs of the article that they are held against
_ROW = 4  # paragraphs, right below each other, that a writer hardly ends so
_LEAST_ABOVE = 3  # teasers above the article
_SHORTEST, _APART = 60, 14  # characters of such a teaser, and by how many they differ: a word
# How an Arabic news paragraph goes on: and, so, then, as, but, while, for its part, in another matter, it is recalled …
_GOING_ON = (
    "و",
    "ف",
    "ثم ",
    "كما ",
    "كذلك ",
    "لكن",
    "بينما ",
    "أما ",
    "من جه",
    "بدور",
    "يذكر",
    "يشار",
    "في حين",
    "بالمقابل",
    "على صعيد",
    "من ناحي",
    "من جانب",
    "إلى ذلك",
    "تجدر",
    "جدير بالذكر",
    "الجدير بالذكر",
    "إلا ",
    "غير أن",
)


def find(scene: Scene) -> Iterator[Verdict]:
    """At most one verdict: from the first teaser to the last line as long as one."""
    if not scene.marks or not scene.has_shape(_BROKEN_OFF):
        return
    lines = [i for i, code in enumerate(scene.shapes) if code in _SHAPES]
    lines = [i for i in lines if i >= scene.first_prose and i not in scene.marks]
    teasers = _trailing_off(scene, lines) or _beginning_anew(scene, lines)
    starts = [
        n for n, i in enumerate(teasers) if scene.shapes[i - 1] not in SENTENCE_SHAPES or _is_row(teasers[n : n + _ROW])
    ]
    if starts and len(teasers) - starts[0] >= _LEAST:
        yield Verdict("teasers-without-heading", "related", WHY, teasers[starts[0]], teasers[-1] + 1)


def _is_row(lines: list[int]) -> bool:
    return len(lines) == _ROW and lines[-1] - lines[0] == _ROW - 1


def find_above(scene: Scene) -> Iterator[Verdict]:
    """A verdict for each teaser with which the page begins, where no later paragraph breaks off."""
    if not scene.has_shape(_TRAILING_OFF):
        return
    lines = [i for i, code in enumerate(scene.shapes) if code in _SHAPES and i not in scene.marks]
    stop = next((n for n, i in enumerate(lines) if _end(scene, i) != "trails-off"), len(lines))
    sizes = [len(scene.blocks[i].text) for i in lines[:stop]]
    if stop < _LEAST_ABOVE or min(sizes) < _SHORTEST or max(sizes) - min(sizes) > _APART:
        return
    article = [i for i in lines[stop:] if scene.is_prose[i]]
    if len(article) >= _LEAST and all(_end(scene, i) != "trails-off" for i in lines[stop:]):
        yield from (Verdict("teasers-above", "related", ABOVE, i, i + 1) for i in lines[:stop])


def _end(scene: Scene, i: int) -> str:
    return SHAPES[scene.blocks[i].shape].partition("-")[2]


def _is_short(scene: Scene, i: int) -> bool:
    return len(scene.blocks[i].text) <= _LONGEST


def _trailing_off(scene: Scene, lines: list[int]) -> list[int]:
    """At least two last paragraphs that all end in dots, where none of two or more before them does; else none."""
    first = len(lines)
    while first and _end(scene, lines[first - 1]) == "trails-off" and _is_short(scene, lines[first - 1]):
        first -= 1
    before = lines[:first]
    if len(lines) - first < _LEAST or len(before) < _LEAST or any(_end(scene, i) == "trails-off" for i in before):
        return []
    return lines[first:]


def _beginning_anew(scene: Scene, lines: list[int]) -> list[int]:
    """At least two last paragraphs that do not go on, if one breaks off and the article's do neither; else none."""
    if len(lines) <= 2 * _LEAST or _BROKEN.isdisjoint([scene.shapes[i] for i in lines]):
        return []
    texts = [scene.blocks[i].text for i in lines]
    first = len(lines)
    while first and not texts[first - 1].startswith(_GOING_ON) and len(texts[first - 1]) <= _LONGEST:
        first -= 1
    article, broken = lines[:first], [i for i in lines[first:] if scene.shapes[i] in _BROKEN]
    if len(lines) - first < _LEAST or not broken or len(article) <= _LEAST:
        return []
    if sum(text.startswith(_GOING_ON) for text in texts[1:first]) < 0.7 * (len(article) - 1):
        return []
    return [] if any(_end(scene, i) == "open" for i in article) else lines[first:]
