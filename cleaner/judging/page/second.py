"""The second pass: doubtful blocks again, by what the first pass made of their neighbours, container and kin."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from math import exp
from operator import mul

from cleaner.judging.page.families import COARSE, LONGER, SHARES, SIZES, TAGS, share_step
from cleaner.judging.page.first import FirstPass
from cleaner.judging.page.table import Table, in_order
from cleaner.reading.kinds import SHAPES

_ODDS = ("unlikely", "5%", "20%", "40%", "60%", "80%", "95%")
_ODDS_BOUNDS = (0.05, 0.2, 0.4, 0.6, 0.8, 0.95)
_ODDS_STEPS = [bisect_left(_ODDS_BOUNDS, hundredth / 100) for hundredth in range(101)]
_ALONE = len(_ODDS)  # there is no other
_TENTHS = tuple(f"{tenth}0%" for tenth in range(10))
_LOWEST, _HIGHEST = -8, 2
_BELOW = tuple(str(step) for step in range(_LOWEST, _HIGHEST + 1))
_LONG = ("short", "long")

_table = Table()
_BIAS = _table.add("bias")
_SELF = _table.add("by itself", _TENTHS, COARSE)
_RELATIVE = _table.add("beside the prose of the page", _BELOW, _LONG)
_PIECE = _table.add("others of its piece", (*_ODDS, "alone"), COARSE)
_LOOK = _table.add("others of its look", (*_ODDS, "alone"), COARSE)
_HOLDER = _table.add("others of its container", (*_ODDS, "alone"), COARSE)
_PREVIOUS = _table.add("the block -1", (*_ODDS, "none"), COARSE)
_NEXT = _table.add("the block +1", (*_ODDS, "none"), COARSE)
_SECOND_PREVIOUS = _table.add("the block -2", (*_ODDS, "none"), COARSE)
_SECOND_NEXT = _table.add("the block +2", (*_ODDS, "none"), COARSE)
_BEFORE = _table.add("article before", SHARES, COARSE)
_AFTER = _table.add("article after", SHARES, COARSE)
_AROUND = _table.add("three before, three after", (*_ODDS, "none"), (*_ODDS, "none"))
_TAG = _table.add("element and size", TAGS, SIZES)
_SHAPE = _table.add("shape", SHAPES)
NAMES = tuple(_table.names)


@cache
def weights() -> list[float]:
    """What each piece of evidence is worth, by number."""
    return in_order("second", NAMES)


_COARSE, _SIZES = len(COARSE), len(SIZES)
_REACH = 3  # blocks on each side
_MOST = 400  # characters of a block that count in its group
_STEP = 0.7  # log odds
_GROUPS = _PIECE, _LOOK, _HOLDER
_NEAR = (1, _PREVIOUS), (3, _NEXT), (0, _SECOND_PREVIOUS), (4, _SECOND_NEXT)  # by place, two before the block
_OPEN = 1.0  # log odds by itself: a block that is surer needs no second look
_SURE = 4.0  # log odds: the prose of the page need not be surer


def probability(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds)) if log_odds > -30 else 0.0


def _odds_step(chance: float) -> int:
    return _ODDS_STEPS[int(100 * chance)]


def doubtful(log_odds: Sequence[float]) -> list[int]:
    """The places of the blocks that the first pass leaves open; the others are not judged again."""
    return [place for place, odds in enumerate(log_odds) if -_OPEN < odds < _OPEN]


def evidence(
    first: FirstPass, log_odds: Sequence[float], chances: Sequence[float], places: Sequence[int]
) -> list[list[int]]:
    """For some blocks the numbers of their evidence. What the first pass found is given by place in `first.blocks`."""
    return _SecondPass(first, log_odds, chances).evidence(places) if places else []


class _SecondPass:
    def __init__(self, first: FirstPass, log_odds: Sequence[float], chances: Sequence[float]) -> None:
        self.first, self.log_odds, self.chances = first, log_odds, chances
        self.widths = [first.layout.widths[k] for k in first.blocks]
        self.weights = [(width if width < _MOST else _MOST) + 5 for width in self.widths]
        self.sums = [0.0, *accumulate(chances)]

    def _others(self, keys: Sequence[int], places: Sequence[int]) -> list[int]:
        """For some blocks the step of the mean chance of the other members of their group."""
        likely = dict.fromkeys([keys[place] for place in places], 0.0)
        whole = dict.fromkeys(likely, 0)
        for key, weight, chance in zip(keys, self.weights, self.chances, strict=True):
            if key in likely:
                likely[key] += weight * chance
                whole[key] += weight
        steps = []
        for place in places:
            key, weight = keys[place], self.weights[place]
            rest = whole[key] - weight
            steps.append(_odds_step((likely[key] - weight * self.chances[place]) / rest) if rest > 10 else _ALONE)
        return steps

    def _middle(self) -> float:
        """The log odds that half of the page's prose reaches."""
        masses = self.first.layout.masses
        pairs = zip(self.log_odds, self.first.blocks, strict=True)
        ranked = sorted([(odds, mass) for odds, k in pairs if (mass := masses[k])], reverse=True)
        half, reached = sum([mass for _, mass in ranked]) / 2, 0.0
        for odds, mass in ranked:
            reached += mass
            if reached >= half:
                return odds
        return max(self.log_odds)

    def evidence(self, places: Sequence[int]) -> list[list[int]]:
        """For some blocks, in order, the numbers of their evidence."""
        first, holders = self.first, [self.first.page.holders[k] for k in self.first.blocks]
        keys = [first.piece_of[holder] for holder in holders], first.looks, holders
        befores = [0.0, *accumulate(map(mul, self.widths, self.chances))]
        total, base = befores[-1] or 1.0, min(_SURE, self._middle())
        edge = [_ALONE] * 2
        steps = [*edge, *[_ODDS_STEPS[int(100 * chance)] for chance in self.chances], *edge]
        found = []
        for place, *groups in zip(places, *(self._others(each, places) for each in keys), strict=True):
            size = first.sizes[place]
            coarse = size if size < LONGER else LONGER
            relative = max(_LOWEST, min(_HIGHEST, int((self.log_odds[place] - base) // _STEP)))
            found.append(
                [
                    _BIAS,
                    _SELF + min(9, int(self.chances[place] * 10)) * _COARSE + coarse,
                    _RELATIVE + (relative - _LOWEST) * len(_LONG) + (size >= LONGER),
                    _BEFORE + share_step(befores[place], total) * _COARSE + coarse,
                    _AFTER + share_step(total - befores[place + 1] - 1e-6, total) * _COARSE + coarse,
                    _AROUND + self._around(place),
                    _TAG + first.tags[place] * _SIZES + size,
                    _SHAPE + first.shapes[place],
                    *(family + step * _COARSE + coarse for family, step in zip(_GROUPS, groups, strict=True)),
                    *(family + steps[place + i] * _COARSE + coarse for i, family in _NEAR),
                ]
            )
        return found

    def _around(self, place: int) -> int:
        """The mean chances of the blocks right before and right after."""
        sums, last = self.sums, len(self.chances)
        low, high = max(0, place - _REACH), min(last, place + _REACH + 1)
        ahead = _odds_step((sums[place] - sums[low]) / (place - low)) if place > low else _ALONE
        behind = _odds_step((sums[high] - sums[place + 1]) / (high - place - 1)) if high > place + 1 else _ALONE
        return ahead * (_ALONE + 1) + behind
