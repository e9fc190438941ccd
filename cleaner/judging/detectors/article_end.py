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
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, islice

from cleaner.document import Verdict
from cleaner.judging.detectors import main_region
from cleaner.judging.evidence import weights
from cleaner.judging.scene import Scene
from cleaner.lazy import lazy
from cleaner.reading.kinds import PROSE_SHAPES, SHAPES

ID = "after-article"
WHY = "After the article: from here on there is more that rules know, and less prose, than above."
SURE = 2.75  # log odds
SURE_ALONE = 3.5  # the same where rules know no line among those that would go
_LEAST_MARKS = 3  # lines after the end that rules take
_LEAST_SPANS = 2  # the same counted by spans: the list below one heading may be the article's own
_LEAST_LINES = 4  # that nothing else takes, if there are sentences among them
_MOST_SHORT = 1 / 3  # share of short sentences among them
_MOST_PLACES = 64  # weighed: each costs time by the length of the document
_MOST_PROSE = 0.45  # share of the document's prose that may stand after the end
_NEAR = 10  # lines right above
_SHARES = (0.0, 0.1, 0.25, 0.5, 0.75)
_PROSE_SHARES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5)
_LINE_SHARES = (0.1, 0.2, 0.35, 0.5, 0.7)
_PARAGRAPHS = (0, 1, 2, 4, 8, 16)
_LINES = (1, 2, 4, 8, 16, 32, 64, 128)
_RATIOS = (0.4, 0.6, 0.8, 1.0, 1.3, 1.7)  # of the mean lengths of paragraphs

# A line as one letter. Marked by a rule: chrome, related, comment or byline (and any other); else label, title,
# statement (a short sentence), paragraph or open (prose that does not end as a sentence does).
_LETTERS = "LTSPOCRMB"
_SIDES = tuple(tuple((f"{side}-{letter}", ord(letter)) for letter in _LETTERS) for side in ("below", "above", "near"))
_LEFT = tuple((f"left-{letter}", ord(letter)) for letter in "LTSPO")
_MARK = {"chrome": ord("C"), "related": ord("R"), "comment": ord("M")}
_OTHER_MARK = ord("B")
_TAKEN, _TAKEN_EDGE = ord("-"), b"-"  # by any verdict
_PROSE = (ord("P"), ord("O"))
_PARAGRAPH = re.compile(rb"[PO]")
_RUNS = (re.compile(rb"[PO]{2}"), re.compile(rb"[PO]{3}"))
_PLACES = re.compile(rb"(?<=[POSCRMB])[^POS]|(?<=[LT])[CRMB]")  # where sentences stop, or a mark follows a label


def _letter(code: int) -> int:
    size, _, end = SHAPES[code].partition("-")
    ends = end in ("full-stop", "goes-on")
    if code in PROSE_SHAPES:
        return ord("P" if ends else "O")
    if end == "open" and size in ("tiny", "label"):
        return ord("L")
    return ord("S" if ends else "T")


_LETTER_OF = bytes(_letter(code) for code in range(len(SHAPES))).ljust(256)


@dataclass(frozen=True)
class Ends:
    """The places where an article may end, and the evidence for each. taken: what other verdicts drop."""

    scene: Scene
    taken: dict[int, Verdict]

    @lazy
    def marked(self) -> list[int]:
        """The lines that rules and detectors take, the main region aside."""
        return [i for i, verdict in self.taken.items() if verdict.rule != main_region.ID]

    @lazy
    def look(self) -> bytes:
        """Of each line its letter."""
        letters = bytearray(bytes(self.scene.shapes).translate(_LETTER_OF))
        for i in self.marked:
            letters[i] = _MARK.get(self.taken[i].kind, _OTHER_MARK)
        return bytes(letters)

    @lazy
    def left(self) -> bytes:
        """The same, up to the last line that nothing takes, with one letter for all that are taken."""
        return bytes([_TAKEN if i in self.taken else letter for i, letter in enumerate(self.look)]).rstrip(_TAKEN_EDGE)

    @lazy
    def first(self) -> int:
        """The first paragraph, or the number of lines."""
        found = _PARAGRAPH.search(self.look, max(0, self.scene.headline))
        return found.start() if found else len(self.look)

    @lazy
    def sizes(self) -> list[int]:
        """Characters of prose before each line and in all."""
        sizes = [0] * len(self.look)
        for found in _PARAGRAPH.finditer(self.look):
            sizes[found.start()] = len(self.scene.blocks[found.start()].text)
        return [0, *accumulate(sizes)]

    @lazy
    def places(self) -> list[int]:
        """The lines from which on nothing may be the article's: enough marks below, enough prose above."""
        spans = sorted({self.taken[i].first for i in self.marked})
        if len(self.marked) < _LEAST_MARKS or len(spans) < _LEAST_SPANS:
            return []
        last = min(len(self.left), self.marked[-_LEAST_MARKS] + 1, spans[-_LEAST_SPANS] + 1)
        least = (1 - _MOST_PROSE) * self.sizes[-1]
        low = max(self.first + 1, bisect_left(self.sizes, least))
        return [found.start() for found in islice(_PLACES.finditer(self.look, low, last), _MOST_PLACES)]

    def evidence(self, place: int) -> list[tuple[str, int]]:
        """What speaks for or against a place as the end: the names of what is measured and the steps of the values."""
        look, first, end, sizes = self.look, self.first, len(self.look), self.sizes
        spans = (place, end), (first, place), (max(first, place - _NEAR), place)
        below, above = (sum(look.count(letter, *span) for letter in _PROSE) for span in spans[:2])
        return [
            (name, bisect_left(_SHARES, look.count(letter, low, high) / (high - low)))
            for names, (low, high) in zip(_SIDES, spans, strict=True)
            for name, letter in names
        ] + [
            *self._evidence_of_left(place),
            ("first", look[place]),
            ("second", look[place + 1] if place + 1 < end else 0),
            ("paragraphs-below", bisect_left(_PARAGRAPHS, below)),
            ("paragraphs-above", bisect_left(_PARAGRAPHS, above)),
            ("lines", bisect_left(_LINES, end - place)),
            ("share-of-lines", bisect_left(_LINE_SHARES, (end - place) / (end - first))),
            ("share-of-paragraphs", bisect_left(_PROSE_SHARES, below / (below + above))),
            ("share-of-prose", bisect_left(_PROSE_SHARES, 1 - sizes[place] / sizes[-1])),
            ("relative-length", self._relative_length(place, below, above)),
            ("run", sum(run.search(look, place) is not None for run in _RUNS)),
        ]

    def _evidence_of_left(self, place: int) -> list[tuple[str, int]]:
        """The same of the lines below that nothing has taken yet: these are in question."""
        left, sizes, stop = self.left, self.sizes, len(self.left)
        taken = left.count(_TAKEN, place)
        lines = stop - place - taken
        return [(name, bisect_left(_SHARES, left.count(letter, place) / lines)) for name, letter in _LEFT] + [
            ("left", bisect_left(_LINES, lines)),
            ("left-taken", bisect_left(_SHARES, taken / (stop - place))),
            ("left-paragraphs", bisect_left(_PARAGRAPHS, sum(left.count(letter, place) for letter in _PROSE))),
            ("left-prose", bisect_left(_PROSE_SHARES, 1 - sizes[place] / sizes[stop])),
            ("left-lines", bisect_left(_LINE_SHARES, (stop - place) / (stop - self.first))),
        ]

    def _relative_length(self, place: int, below: int, above: int) -> int:
        """The mean length of the paragraphs below by that of those above."""
        if not below:
            return 0
        total, upto = self.sizes[-1], self.sizes[place]
        return 1 + bisect_left(_RATIOS, (total - upto) / below / (upto / above))


def find(scene: Scene, taken: dict[int, Verdict]) -> Iterator[Verdict]:
    """At most one verdict: from the first place that is an end for sure. taken: what other verdicts drop."""
    ends = Ends(scene, taken)
    for place in ends.places:
        odds = worth(ends.evidence(place))
        if odds > SURE and _reads_like_a_page(ends.left[place:].lstrip(_TAKEN_EDGE), odds):
            yield Verdict(ID, "chrome", WHY, place, len(scene.blocks))
            return


def _reads_like_a_page(left: bytes, odds: float) -> bool:
    """Whether what a place would take beside what is taken already is more than the last words of an article.

    left: the letters from the first to the last line that nothing takes. A sentence or two below a box may be those, so
    may be short ones (answers, tips, entries), and a list among which rules know no line.
    """
    lines = len(left) - left.count(_TAKEN)
    short = left.count(ord("S"))
    if short > _MOST_SHORT * lines or (lines < _LEAST_LINES and (short or ord("P") in left)):
        return False
    return _TAKEN in left or odds > SURE_ALONE


def worth(evidence: list[tuple[str, int]]) -> float:
    """The log odds that a place is the end."""
    table = _table()
    return table["bias"].get(0, 0.0) + sum([table[name].get(step, 0.0) for name, step in evidence if name in table])


@cache
def _table() -> dict[str, dict[int, float]]:
    """The weights by name and step."""
    table: dict[str, dict[int, float]] = {"bias": {}}
    for key, weight in weights("end").items():
        name, _, step = key.rpartition("-")
        table.setdefault(name or key, {})[int(step) if name else 0] = weight
    return table
