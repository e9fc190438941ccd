"""The second pass: each block again, in the light of what the first pass made of its neighbours, container and kin."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from math import exp

from cleaner.judging.page.families import COARSE, SHARES, SIZES, TAGS, share_step
from cleaner.judging.page.first import FirstPass
from cleaner.judging.page.table import Table, in_order
from cleaner.reading.kinds import SHAPES

_ODDS = ("unlikely", "5%", "20%", "40%", "60%", "80%", "95%")
_ODDS_BOUNDS = (0.05, 0.2, 0.4, 0.6, 0.8, 0.95)
_ODDS_STEPS = [bisect_left(_ODDS_BOUNDS, hundredth / 100) for hundredth in range(101)]
_ALONE = len(_ODDS)  # there is no other
_TENTHS = tuple(f"{tenth}0%" for tenth in range(10))
_BELOW = tuple(str(step) for step in range(-8, 3))

_table = Table()
_BIAS = _table.add("bias")
_SELF = _table.add("by itself", _TENTHS, COARSE)
_RELATIVE = _table.add("beside the prose of the page", _BELOW, ("short", "long"))
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


_LONGER = COARSE.index("longer")
_REACH = 3  # blocks on each side
_MOST = 400  # characters of a block that count in its group
_STEP = 0.7  # log odds
_SURE = 4.0  # log odds: the prose of the page need not be surer


def probability(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds)) if log_odds > -30 else 0.0


def _odds_step(chance: float) -> int:
    return _ODDS_STEPS[int(100 * chance)]


class SecondPass:
    """What the first pass found, by place in `first.blocks`: log odds and chances."""

    def __init__(self, first: FirstPass, log_odds: Sequence[float]) -> None:
        self.first, self.log_odds = first, log_odds
        self.chances = [probability(odds) for odds in log_odds]
        widths = first.layout.widths
        self.weights = [min(widths[k], _MOST) + 5 for k in first.blocks]
        holders = [first.page.holders[k] for k in first.blocks]
        pieces = [first.piece_of[holder] for holder in holders]
        self.others = [self._others(keys) for keys in (pieces, first.looks, holders)]
        self.likely = [widths[k] * chance for k, chance in zip(first.blocks, self.chances, strict=True)]
        self.total = sum(self.likely) or 1.0
        self.base = min(_SURE, self._middle())
        self.sums = [0.0]
        for chance in self.chances:
            self.sums.append(self.sums[-1] + chance)

    def _others(self, keys: Sequence[object]) -> list[int]:
        """For each block the step of the mean chance of the other members of its group."""
        sums: dict[object, list[float]] = {}
        for key, weight, chance in zip(keys, self.weights, self.chances, strict=True):
            group = sums.setdefault(key, [0.0, 0.0])
            group[0] += weight * chance
            group[1] += weight
        steps = []
        for key, weight, chance in zip(keys, self.weights, self.chances, strict=True):
            likely, whole = sums[key]
            rest = whole - weight
            steps.append(_odds_step((likely - weight * chance) / rest) if rest > 10 else _ALONE)
        return steps

    def _middle(self) -> float:
        """The log odds that half of the page's prose reaches."""
        masses = self.first.layout.masses
        ranked = sorted(zip(self.log_odds, (masses[k] for k in self.first.blocks), strict=True), reverse=True)
        half, reached = sum(mass for _, mass in ranked) / 2, 0.0
        for odds, mass in ranked:
            reached += mass
            if reached >= half:
                return odds
        return 0.0

    def evidence(self) -> list[list[int]]:
        """For each block, in order, the numbers of its evidence."""
        first, before, found = self.first, 0.0, []
        edge = [_ALONE] * 2
        steps = [*edge, *[_odds_step(chance) for chance in self.chances], *edge]
        in_piece, of_look, in_holder = self.others
        for place, size in enumerate(first.sizes):
            coarse = size if size < _LONGER else _LONGER
            likely = self.likely[place]
            relative = max(-8, min(2, int((self.log_odds[place] - self.base) // _STEP)))
            found.append(
                [
                    _BIAS,
                    _SELF + min(9, int(self.chances[place] * 10)) * 4 + coarse,
                    _RELATIVE + (relative + 8) * 2 + (size >= _LONGER),
                    _BEFORE + share_step(before, self.total) * 4 + coarse,
                    _AFTER + share_step(self.total - before - likely - 1e-6, self.total) * 4 + coarse,
                    _AROUND + self._around(place),
                    _TAG + first.tags[place] * 6 + size,
                    _SHAPE + first.shapes[place],
                    _PIECE + in_piece[place] * 4 + coarse,
                    _LOOK + of_look[place] * 4 + coarse,
                    _HOLDER + in_holder[place] * 4 + coarse,
                    _PREVIOUS + steps[place + 1] * 4 + coarse,
                    _NEXT + steps[place + 3] * 4 + coarse,
                    _SECOND_PREVIOUS + steps[place] * 4 + coarse,
                    _SECOND_NEXT + steps[place + 4] * 4 + coarse,
                ]
            )
            before += likely
        return found

    def _around(self, place: int) -> int:
        """The mean chances of the blocks right before and right after."""
        sums, last = self.sums, len(self.chances)
        low, high = max(0, place - _REACH), min(last, place + _REACH + 1)
        ahead = _odds_step((sums[place] - sums[low]) / (place - low)) if place > low else _ALONE
        behind = _odds_step((sums[high] - sums[place + 1]) / (high - place - 1)) if high > place + 1 else _ALONE
        return ahead * (_ALONE + 1) + behind
