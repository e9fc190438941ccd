"""The end of the article: the first line from which on nothing is the article's, by all that stands there.

What stands around an article may be written in sentences too: boxes about authors, forms, teasers, testimonials. Line
by line these read like paragraphs, so the main region, which adds up lines, takes them for its own. Here each place
where sentences stop is weighed as a whole: what rules know below it and above it, how much prose is left on either
side and of what length, how the lines look. No words of any language; the weights are fitted by
tests/bench/fit_weights.py.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, islice

from cleaner.document import Verdict
from cleaner.judging.detectors import main_region
from cleaner.judging.evidence import weights
from cleaner.judging.scene import Scene
from cleaner.lazy import lazy
from cleaner.reading.kinds import PROSE_SHAPES, SENTENCE_SHAPES, SHAPES

ID = "after-article"
WHY = "After the article: from here on there is more that rules know, and less prose, than above."
SURE = 1.75  # log odds
SURE_ALONE = 2.75  # the same where rules know no line among those that would go
_LEAST_TAKEN = 6  # lines in all: a text with fewer is no page
_LEAST_MARKS = 3  # lines after the end that rules take
_LEAST_SPANS = 2  # the same counted by spans: the list below one heading may be the article's own
_LEAST_LINES = 4  # that nothing else takes, if there are sentences among them
_MOST_SHORT = 1 / 3  # share of short sentences among them
_MOST_PLACES = 64  # weighed: each costs time by the length of the document
_MOST_PROSE = 0.45  # share of the document's prose that may stand after the end
_SHARES = (0.0, 0.1, 0.25, 0.5, 0.75)
_PROSE_SHARES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5)
_LINE_SHARES = (0.1, 0.2, 0.35, 0.5, 0.7)
_PARAGRAPHS = (0, 1, 2, 4, 8, 16)
_LINES = (1, 2, 4, 8, 16, 32, 64, 128)
_RATIOS = (0.4, 0.6, 0.8, 1.0, 1.3, 1.7)  # of the mean lengths of paragraphs
_MOST_STEPS = 10  # of any value

# A line as one letter. Marked by a rule: chrome, related, comment or byline (and any other); else label, title,
# statement (a short sentence), paragraph or open (prose that does not end as a sentence does).
_LETTERS = b"LTSPOCRMB"
_UNMARKED = b"LTSPO"
_MARK = {"chrome": ord("C"), "related": ord("R"), "comment": ord("M")}
_OTHER_MARK = ord("B")
_TAKEN, _TAKEN_EDGE = ord("-"), b"-"  # by any verdict
_PARAGRAPH = re.compile(rb"[PO]")
_FIRST_RUN = re.compile(rb"[PO]+")
_RUN_LENGTHS = (0, 1, 2, 3, 5)
_RUNS = (re.compile(rb"[PO]{2}"), re.compile(rb"[PO]{3}"))
_PLACES = re.compile(rb"(?<=[POSCRMB])[^POS]|(?<=[LT])[CRMB]")  # where sentences stop, or a mark follows a label
NAMES = (
    *(f"below-{letter:c}" for letter in _LETTERS),
    *(f"above-{letter:c}" for letter in _LETTERS),
    *(f"left-{letter:c}" for letter in _UNMARKED),
    *("left-lines", "left-taken", "left-paragraphs", "left-prose", "left-share", "left-before-taken", "left-run"),
    *("first", "second", "paragraphs-below", "paragraphs-above", "lines", "lines-share"),
    *("paragraphs-share", "prose-share", "relative-length", "run"),
)


def _letter(code: int) -> int:
    size, _, end = SHAPES[code].partition("-")
    ends = end in ("full-stop", "goes-on")
    if code in PROSE_SHAPES:
        return ord("P" if ends else "O")
    if end == "open" and size in ("tiny", "label"):
        return ord("L")
    return ord("S" if ends else "T")


_LETTER_OF = bytes(_letter(code) for code in range(len(SHAPES))).ljust(256)


class Ends:
    """The places where an article may end, and the evidence for each. taken: what other verdicts drop.

    Nothing of it is changed.
    """

    def __init__(self, scene: Scene, taken: dict[int, Verdict]) -> None:
        self.scene, self.taken = scene, taken

    @lazy
    def look(self) -> bytes:
        """Of each line its letter; what only the main region takes has that of its shape."""
        letters = bytearray(self.scene.shapes.translate(_LETTER_OF))
        for i, verdict in self.taken.items():
            if verdict.rule != main_region.ID:
                letters[i] = _MARK.get(verdict.kind, _OTHER_MARK)
        return bytes(letters)

    @lazy
    def left(self) -> bytes:
        """The same, up to the last line that nothing takes, with one letter for all that are taken."""
        letters = bytearray(self.look)
        for i in self.taken:
            letters[i] = _TAKEN
        return bytes(letters.rstrip(_TAKEN_EDGE))

    @lazy
    def first(self) -> int:
        """The first paragraph, or the number of lines."""
        found = _PARAGRAPH.search(self.look, max(0, self.scene.headline))
        return found.start() if found else len(self.look)

    @lazy
    def sizes(self) -> list[int]:
        """Characters of prose before each line and in all."""
        sizes = [0] * len(self.look)
        for i in self.scene.prose:
            if not self._is_marked(i):
                sizes[i] = len(self.scene.blocks[i].text)
        return [0, *accumulate(sizes)]

    @lazy
    def places(self) -> list[int]:
        """The lines from which on nothing may be the article's: enough marks below, enough prose above."""
        stop = self._stop()
        low = self._low() if stop else 0
        taken, shapes = self.taken, self.scene.shapes
        if all(i not in taken and shapes[i] in SENTENCE_SHAPES for i in range(low, stop)):
            return []  # the most frequent case, told before anything else is worked out
        low = max(low, self.first + 1)
        return [found.start() for found in islice(_PLACES.finditer(self.look, low, stop), _MOST_PLACES)]

    def _low(self) -> int:
        """The line above which too little of the prose stands for an end."""
        blocks = self.scene.blocks
        sizes = [(len(blocks[i].text), i) for i in self.scene.prose if not self._is_marked(i)]
        short = (1 - _MOST_PROSE) * sum([size for size, _ in sizes])
        for size, i in sizes:
            short -= size
            if short <= 0:
                return i + 1
        return len(blocks)

    def _is_marked(self, i: int) -> bool:
        return i in self.taken and self.taken[i].rule != main_region.ID

    def _stop(self) -> int:
        """The line above which an end must lie, for enough that is marked and something that is left stands below."""
        taken, last = self.taken, len(self.scene.blocks) - 1
        while last in taken:
            last -= 1
        marked = [i for i, verdict in taken.items() if verdict.rule != main_region.ID]
        spans = sorted({taken[i].first for i in marked})
        if len(marked) < _LEAST_MARKS or len(spans) < _LEAST_SPANS:
            return 0
        return min(last, marked[-_LEAST_MARKS], spans[-_LEAST_SPANS]) + 1

    def evidence(self, place: int) -> list[int]:
        """What speaks for or against a place as the end: the steps of the values that NAMES names."""
        look, first, end, sizes = self.look, self.first, len(self.look), self.sizes
        lines, above = end - place, place - first
        low = [look.count(letter, place) for letter in _LETTERS]
        high = [look.count(letter, first, place) for letter in _LETTERS]
        paragraphs, higher = low[3] + low[4], high[3] + high[4]
        return [
            *[bisect_left(_SHARES, count / lines) for count in low],
            *[bisect_left(_SHARES, count / above) for count in high],
            *self._evidence_of_left(place),
            _LETTERS.find(look[place]) + 1,
            _LETTERS.find(look[place + 1]) + 1 if place + 1 < end else 0,
            bisect_left(_PARAGRAPHS, paragraphs),
            bisect_left(_PARAGRAPHS, higher),
            bisect_left(_LINES, lines),
            bisect_left(_LINE_SHARES, lines / (end - first)),
            bisect_left(_PROSE_SHARES, paragraphs / (paragraphs + higher)),
            bisect_left(_PROSE_SHARES, 1 - sizes[place] / sizes[-1]),
            self._relative_length(place, paragraphs, higher),
            sum([run.search(look, place) is not None for run in _RUNS]),
        ]

    def _evidence_of_left(self, place: int) -> list[int]:
        """The same of the lines below that nothing has taken yet: these are in question."""
        left, stop = self.left, len(self.left)
        counts = [left.count(letter, place) for letter in _UNMARKED]
        lines = sum(counts)
        return [
            *[bisect_left(_SHARES, count / lines) for count in counts],
            bisect_left(_LINES, lines),
            bisect_left(_SHARES, 1 - lines / (stop - place)),
            bisect_left(_PARAGRAPHS, counts[3] + counts[4]),
            bisect_left(_PROSE_SHARES, 1 - self.sizes[place] / self.sizes[stop]),
            bisect_left(_LINE_SHARES, (stop - place) / (stop - self.first)),
            bisect_left(_PARAGRAPHS, left.find(_TAKEN_EDGE, place, stop) - place),
            bisect_left(_RUN_LENGTHS, self._run(place)),
        ]

    def _run(self, place: int) -> int:
        """How many paragraphs without a line between them come first below the place."""
        found = _FIRST_RUN.search(self.left, place)
        return len(found[0]) if found else 0

    def _relative_length(self, place: int, below: int, above: int) -> int:
        """The mean length of the paragraphs below by that of those above."""
        if not below:
            return 0
        total, upto = self.sizes[-1], self.sizes[place]
        return 1 + bisect_left(_RATIOS, (total - upto) / below / (upto / above))


def find(scene: Scene, taken: dict[int, Verdict]) -> Iterator[Verdict]:
    """At most one verdict: from the first place that is an end for sure. taken: what other verdicts drop."""
    if len(taken) < _LEAST_TAKEN:
        return
    ends = Ends(scene, taken)
    for place in ends.places:
        least = _least_odds(ends.left[place:].lstrip(_TAKEN_EDGE))
        if least and worth(ends.evidence(place)) > least:
            yield Verdict(ID, "chrome", WHY, place, len(scene.blocks))
            return


def _least_odds(left: bytes) -> float:
    """How sure an end must be by what it would take beside what is taken already; 0.0: that may be the last words.

    left: the letters from the first to the last line that nothing takes. A sentence or two below a box may be the
    article's, so may be short ones (answers, tips, entries), and a list or table among which rules know no line.
    """
    lines, short = len(left) - left.count(_TAKEN), left.count(b"S")
    if short > _MOST_SHORT * lines or (lines < _LEAST_LINES and (short or b"P" in left)):
        return 0.0
    if _TAKEN in left:
        return SURE
    return SURE_ALONE if left.strip(b"LT") else 0.0


def worth(steps: list[int]) -> float:
    """The log odds that a place is the end, by its evidence."""
    bias, tables = _tables()
    return bias + sum([table[step] for table, step in zip(tables, steps, strict=True)])


@cache
def _tables() -> tuple[float, list[list[float]]]:
    """Everybody's bias, and for each of NAMES the weights by step."""
    table = weights("end")
    return table["bias"], [[table.get(f"{name}-{step}", 0.0) for step in range(_MOST_STEPS)] for name in NAMES]
