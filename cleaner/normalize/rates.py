"""How often the writer of one document slips, kind by kind, estimated from the document's own words."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from cleaner.normalize.candidates import Candidate
from cleaner.normalize.slips import Slip


class Belief(NamedTuple):
    """What is believed of a writer before a word is read."""

    rate: float  # slips a chance
    chances: float  # how many chances this belief is worth
    highest: float  # no document shows more
    lowest: float = 1e-5


# Edited text shows rates of 0 to .04, hamza-less text .2 to 1.
BELIEVED: dict[Slip, Belief] = {
    "hamza dropped": Belief(0.04, 5, 0.97),
    "madda dropped": Belief(0.03, 5, 0.9),
    "madda as hamza": Belief(0.003, 30, 0.5),
    "inner hamza dropped": Belief(0.02, 5, 0.9),
    "seat without hamza": Belief(0.00003, 60, 0.9),
    "hamza swapped": Belief(0.01, 8, 0.5),
    "hamza added": Belief(0.01, 8, 0.5),
    "hamza on the article": Belief(0.0005, 40, 0.5),
    "hamza before its letter": Belief(0.002, 20, 0.3),
    "yeh undotted": Belief(0.01, 5, 0.97),
    "maqsura dotted": Belief(0.01, 5, 0.97),
    "marbuta undotted": Belief(0.01, 5, 0.97),
    "heh dotted": Belief(0.0002, 30, 0.3),
    "odd": Belief(1e-5, 1e9, 1e-5, 1e-5),
}
SURE = math.log(0.8 / 0.2)  # logarithm of the odds from which on a word is changed
ROUNDS = 3  # of estimation; more change no word
LIKELY = 0.5  # of a slip, from which on it speaks against its writer: several words that may be right are no evidence
CERTAIN = 0.98  # of a slip, from which on a word is not weighed again: further rounds only find more slips
MANY = 20  # times a word's own share, from which on it is not taken out of the slips when it is judged
SETTLED = 0.05  # change of all probabilities after which no further round is needed


# What shows in a document's unlike words, a blank between them, that a chance to slip was passed: each counts once.
_PASSED: dict[Slip, tuple[str, ...]] = {
    "hamza dropped": (" أ", " إ", "لأ", "لإ"),
    "madda dropped": ("آ",),
    "madda as hamza": ("آ",),
    "inner hamza dropped": ("رأ", "دأ", "سأ"),
    "seat without hamza": ("ؤ", "ئ"),
    "hamza added": (" اس", " ان", "لاس", "لان"),
    "hamza on the article": (" ال",),
    "yeh undotted": ("ي ",),
    "maqsura dotted": ("ى",),
    "marbuta undotted": ("ة",),
    "heh dotted": ("ه ",),
}
_PASSED["hamza swapped"] = _PASSED["hamza dropped"]


class Passed:
    """How many chances to slip the writer of a document passed; near enough, and cheap."""

    def __init__(self, tokens: Collection[str]) -> None:
        """`tokens`: the unlike ones of the document."""
        self._tokens = tokens
        self._counts: dict[tuple[str, ...], int] = {}

    def count(self, slip: Slip) -> int:
        """The words of the document in which this slip was not made.

        >>> Passed({"أحمد", "والمدينة", "في"}).count("marbuta undotted")
        1
        """
        signs = _PASSED.get(slip, ()) if self._tokens else ()
        if signs not in self._counts:
            self._counts[signs] = sum(map(self._joined.count, signs))
        return self._counts[signs]

    @cached_property
    def _joined(self) -> str:
        return f" {'  '.join(self._tokens)} "


class Evidence:
    """Slips counted in one document, beside the chances passed and what is believed of any writer."""

    def __init__(self, passed: Passed, slips: Mapping[Slip, float]) -> None:
        self._passed, self._slips = passed, slips
        self._logarithms: dict[Slip, float] = {}

    def log_rate(self, slip: Slip, own: float = 0.0) -> float:
        """The natural logarithm of the rate without the word that is judged, which added `own` to the slips.

        A word is no witness of itself; where many others speak, that makes no difference.
        """
        if own * MANY > self._slips.get(slip, 0.0):
            return math.log(self._rate(slip, own))
        if slip not in self._logarithms:
            self._logarithms[slip] = math.log(self._rate(slip, 0.0))
        return self._logarithms[slip]

    def _rate(self, slip: Slip, own: float) -> float:
        believed, others = BELIEVED[slip], max(self._slips.get(slip, 0.0) - own, 0.0)
        rate = (believed.rate * believed.chances + others) / (believed.chances + self._passed.count(slip) + others)
        return min(max(rate, believed.lowest), believed.highest)


class Habitual:
    """Stands for the evidence of a document whose writer slips wherever one can."""

    def log_rate(self, slip: Slip, own: float = 0.0) -> float:  # noqa: ARG002  as in Evidence
        return _HIGHEST[slip]


HABITUAL = Habitual()
_HIGHEST = {slip: math.log(believed.highest) for slip, believed in BELIEVED.items()}


def suspicion(open_words: Iterable[Sequence[Candidate]], passed: Passed) -> Evidence:
    """The most that a document could show against a word of it: every other word that may be a slip is one."""
    slips = Counter(
        chain.from_iterable({slip for choice in choices[1:] for slip in choice.slips} for choices in open_words)
    )
    return Evidence(passed, {slip: count - 1.0 for slip, count in slips.items()})


def posterior(choices: Sequence[Candidate], evidence: Evidence | Habitual, own: Sequence[float]) -> list[float]:
    """How likely each candidate was meant; `own`: what the word was believed before, all zero when not counted yet."""
    if len(choices) == 2:  # most words, and several times as fast
        gap = (
            choices[1].weight - choices[0].weight + sum([evidence.log_rate(slip, own[1]) for slip in choices[1].slips])
        )
        share = 1 / (1 + math.exp(-gap))
        return [1 - share, share]
    scores = [choices[0].weight]  # the written word: no slips
    for choice in choices[1:]:
        score = choice.weight
        for slip in choice.slips:
            score += evidence.log_rate(
                slip, sum([share for share, other in zip(own, choices, strict=True) if slip in other.slips])
            )
        scores.append(score)
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares)
    return [share / total for share in shares]


def weigh(open_words: Sequence[Sequence[Candidate]], passed: Passed) -> list[list[float]]:
    """How likely each candidate of each word was meant, by expectation and maximization over one document.

    `open_words`: the candidates of each unlike word that might be a slip.
    """
    evidence = Evidence(passed, {})
    shares = [[0.0] * len(choices) for choices in open_words]
    for _ in range(ROUNDS):
        before = shares
        shares = [
            own if 1 - own[0] > CERTAIN and any(own) else posterior(choices, evidence, own)
            for choices, own in zip(open_words, before, strict=True)
        ]
        if all(abs(now[0] - was[0]) < SETTLED for now, was in zip(shares, before, strict=True)):
            break
        slips: dict[Slip, float] = defaultdict(float)
        for choices, own in zip(open_words, shares, strict=True):
            for choice, share in zip(choices, own, strict=True):
                for slip in choice.slips:
                    if share > LIKELY:
                        slips[slip] += share
        evidence = Evidence(passed, slips)
    return shares
