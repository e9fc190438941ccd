"""What each line says of itself and its neighbours: the evidence that the main region is weighed by.

Nothing here knows a word of any language: sizes, sentence ends, marks of the rules, repetition, company. The weight of
each piece of evidence stands in weights.tsv, fitted by tests/bench/fit_weights.py. All by number, for speed: a line's
shape and company index the tables of weights; only the few marked, repeated or numbered lines are looked up.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

from cleaner.judging.scene import Scene
from cleaner.lazy import lazy
from cleaner.reading.kinds import SHAPES
from cleaner.rules.rule import KINDS

_REACH = 6  # neighbours on each side
_STEP_OF = (0, 1, 2, 2, 3, 3, 3)  # paragraphs of prose among the neighbours of one side → none, one, some, many
_STEPS = ("none", "one", "some", "many")
COMPANY = tuple(
    f"{own}-{before}-before-{after}-after" for own in ("short", "prose") for before in _STEPS for after in _STEPS
)
_SPAN = _REACH + 1
_COMPANY_OF = [  # by (own * _SPAN + before) * _SPAN + after
    (own * len(_STEPS) + _STEP_OF[before]) * len(_STEPS) + _STEP_OF[after]
    for own in (0, 1)
    for before in range(_SPAN)
    for after in range(_SPAN)
]
_COUNTS = (1, 2, 4, 8, 16, 32, 64)
_SHARES = (0.0, 0.1, 0.25, 0.5, 0.75)
_PROSE_SHARES = (0.0, 0.05, 0.1, 0.2, 0.35, 0.5)
ALONE = "comes-back-alone"
_MENU = 32  # lines of a side: a menu that stands twice is longer
_IN_ORDER = 0.7  # of its repeated lines
_LABEL, _TITLE, _SENTENCE, _ELSE = range(4)
_SHARE_NAMES = [  # what shares of a side are asked for
    [f"{what}-{step}" for step in range(len(_SHARES) + 1)]
    for what in ("labels", "titles", "sentences", "marked", "repeated", "digits")
]
_PROSE_NAMES = tuple(f"prose-{step}" for step in range(len(_PROSE_SHARES) + 1))
_LINES_NAMES = tuple(f"lines-{step}" for step in range(len(_COUNTS) + 1))
_MOST_MARKS = 4
_MARKS_NAMES = tuple(f"marks-{count}" for count in range(_MOST_MARKS + 1))


def _look(shape: str) -> int:
    if shape in ("tiny-open", "label-open"):
        return _LABEL
    if shape in ("phrase-open", "headline-open", "sentence-open", "headline-asks"):
        return _TITLE
    return _SENTENCE if shape.endswith(("-full-stop", "-goes-on")) else _ELSE


_LOOK_OF = bytes(map(_look, SHAPES)).ljust(256)


class Evidence:
    """Of every line its shape (index of SHAPES) and company, of some the kind of rule that takes them, in order.

    Nothing of it is changed.
    """

    def __init__(self, scene: Scene, marked: dict[int, str]) -> None:
        self.scene, self.marked = scene, marked

    @property
    def shapes(self) -> bytes:
        return self.scene.shapes

    @lazy
    def places(self) -> list[int]:
        """The lines that a rule takes."""
        return [*self.marked]

    @lazy
    def company(self) -> list[int]:
        """Of every line an index of COMPANY."""
        return [_COMPANY_OF[code] for code in _company_codes(self.scene.is_prose)]

    @lazy
    def prose(self) -> list[int]:
        """Characters of prose that no rule takes, below the headline: before each line and in all."""
        sizes = [0] * len(self.scene.blocks)
        for i in self.scene.prose:
            if i not in self.marked and i > self.scene.headline:
                sizes[i] = len(self.scene.blocks[i].text)
        return [0, *accumulate(sizes)]

    def prose_share(self, low: int, high: int) -> float:
        """The share of the document's unmarked prose that stands in the lines low ≤ i < high."""
        return (self.prose[high] - self.prose[low]) / max(1, self.prose[-1])

    def of(self, i: int) -> tuple[str, ...]:
        """The names of the evidence for line i."""
        names = [SHAPES[self.shapes[i]], COMPANY[self.company[i]]]
        names += ["marked-" + self.marked[i]] if i in self.marked else []
        names += [name for name, lines in self._named if i in lines]
        names += ["above-headline"] if i < self.scene.headline else []
        return tuple(names)

    @property
    def _named(self) -> tuple[tuple[str, list[int]], ...]:
        return ("repeated", self.scene.repeated), ("digit-first", self.scene.numbered)


@cache
def weights(table: str) -> dict[str, float]:
    """Log odds of each piece of evidence in the table "line" or "side", by name; `bias` is everybody's."""
    return _tables()[table]


@cache
def _tables() -> dict[str, dict[str, float]]:
    """All tables, of lines of table, name and log odds: JSON would add the module that reads it to each start."""
    tables: dict[str, dict[str, float]] = {}
    for line in (Path(__file__).parent / "weights.tsv").read_text("utf-8").splitlines():
        table, name, odds = line.split("\t")
        tables.setdefault(table, {})[name] = float(odds)
    return tables


@cache
def _worth_by_shape_and_company() -> list[list[float]]:
    """The log odds of a line by its shape and the code of its company, everybody's bias included."""
    table = weights("line")
    by_company = [table.get(COMPANY[company], 0.0) for company in _COMPANY_OF]
    return [[table.get(name, 0.0) + table["bias"] + worth for worth in by_company] for name in SHAPES]


@cache
def _worth_by_kind() -> dict[str, float]:
    """The log odds of a line that a rule takes, by the rule's kind."""
    table = weights("line")
    return {kind: table.get("marked-" + kind, 0.0) for kind in KINDS}


def weigh(names: Iterable[str], table: dict[str, float]) -> float:
    """The sum of the evidence in log odds; evidence without a weight says nothing."""
    return table["bias"] + sum([table[name] for name in names if name in table])


def _company_codes(own: Sequence[bool]) -> list[int]:
    """For each line an index of _COMPANY_OF: is it prose, how much prose stands right before and right after it."""
    upto = [0] * _REACH + [0, *accumulate(own)]
    upto += upto[-1:] * _REACH
    return [
        (is_prose * _SPAN + here - low) * _SPAN + high - here - is_prose
        for is_prose, low, here, high in zip(own, upto, upto[_REACH:], upto[2 * _REACH + 1 :], strict=False)
    ]


def line_worths(evidence: Evidence) -> list[float]:
    """The log odds of each line that it is article."""
    scene, table, worth = evidence.scene, weights("line"), _worth_by_shape_and_company()
    worths = [worth[look][code] for look, code in zip(scene.shapes, _company_codes(scene.is_prose), strict=True)]
    for i in range(scene.headline):
        worths[i] += table.get("above-headline", 0.0)
    by_kind = _worth_by_kind()
    for i, kind in evidence.marked.items():
        worths[i] += by_kind[kind]
    for name, lines in evidence._named:
        more = table.get(name, 0.0)
        for i in lines:
            worths[i] += more
    return worths


def side_names(evidence: Evidence, low: int, high: int, place: str) -> tuple[str, ...]:
    """What the lines low ≤ i < high, before ("head") or after ("tail") the article, say of themselves as a whole.

    Lines of one list are alike, so their single log odds cannot simply be added: the side as a whole decides.
    """
    total, scene = high - low, evidence.scene
    looks = evidence.shapes[low:high].translate(_LOOK_OF)
    marked = within(evidence.places, low, high)
    others = marked, within(scene.repeated, low, high), within(scene.numbered, low, high)
    counts = looks.count(_LABEL), looks.count(_TITLE), looks.count(_SENTENCE), *others
    names = [steps[bisect_left(_SHARES, n / total)] for steps, n in zip(_SHARE_NAMES, counts, strict=True)]
    if high <= scene.headline + _REACH:
        names.append("above-headline")
    if not marked and total > _MENU and _comes_back_alone(scene, low, high):
        names.append(ALONE)
    names.append(_PROSE_NAMES[bisect_left(_PROSE_SHARES, evidence.prose_share(low, high))])
    return (*names, place, _LINES_NAMES[bisect_left(_COUNTS, total)], _MARKS_NAMES[min(marked, _MOST_MARKS)])


def _comes_back_alone(scene: Scene, low: int, high: int) -> bool:
    """Whether what repeats does so out of order, as cells and names do; a menu that stands twice has one."""
    keys = scene.keys
    again = [i for i in scene.repeated if low <= i < high - 1]
    pairs = Counter((key, keys.get(i + 1)) for i, key in keys.items()) if again else Counter()
    return sum(pairs[keys[i], keys.get(i + 1)] > 1 for i in again) < _IN_ORDER * len(again)


def within(places: list[int], low: int, high: int) -> int:
    """How many of some ordered indexes lie in low ≤ i < high."""
    return bisect_left(places, high) - bisect_left(places, low)
