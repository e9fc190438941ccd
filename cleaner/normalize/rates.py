"""How often the writer of one document slips, kind by kind, estimated from the document's own words."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cleaner.normalize.candidates import Candidate
from cleaner.normalize.slips import Slip


class Belief(NamedTuple):
    """What is believed of a writer before a word is read."""

    rate: float  # slips a chance
    chances: float  # how many chances this belief is worth
    highest: float  # no document shows more
    lowest: float = 1e-4


# Edited text shows rates of 0 to .04, hamza-less text .2 to 1.
BELIEVED: dict[Slip, Belief] = {
    "hamza dropped": Belief(0.04, 5, 0.97),
    "madda dropped": Belief(0.03, 5, 0.9),
    "inner hamza dropped": Belief(0.02, 5, 0.9),
    "hamza swapped": Belief(0.01, 8, 0.5),
    "hamza added": Belief(0.01, 8, 0.5),
    "yeh undotted": Belief(0.02, 5, 0.97),
    "maqsura dotted": Belief(0.02, 5, 0.97),
    "marbuta undotted": Belief(0.02, 5, 0.97),
    "heh dotted": Belief(0.0002, 50, 0.02),
    "odd": Belief(1e-5, 1e9, 1e-5, 1e-5),
}
SURE = math.log(0.7 / 0.3)  # logarithm of the odds from which on a word is changed
ROUNDS = 5  # of estimation; more change no word


# What shows in a document's unlike words, a blank between them, that a chance to slip was passed: each counts once.
_PASSED: dict[Slip, tuple[str, ...]] = {
    "hamza dropped": (" أ", " إ", "لأ", "لإ", " وأ", " وإ", " بأ", " بإ", " فأ", " فإ"),
    "madda dropped": ("آ",),
    "inner hamza dropped": ("ؤ", "ئ", "أة", "أت", "رأ", "سأ", "دأ"),
    "hamza added": (" اس", " ان", " اج", " اخ", "لاس", "لان", "لاج", "لاخ"),
    "yeh undotted": ("ي ", "ي،", "ي."),
    "maqsura dotted": ("ى ", "ى،", "ى."),
    "marbuta undotted": ("ة",),
    "heh dotted": ("ه ",),
}
_PASSED["hamza swapped"] = _PASSED["hamza dropped"]


def passed_chances(tokens: Iterable[str]) -> dict[Slip, int]:
    """How many chances to slip the writer of these unlike tokens passed; near enough, and cheap.

    >>> passed_chances({"أحمد", "والمدينة", "في"})["marbuta undotted"]
    1
    """
    joined = f" {'  '.join(tokens)} "
    return {slip: sum(map(joined.count, signs)) for slip, signs in _PASSED.items()}


class Evidence:
    """Slips counted in one document, and chances to slip; starts with what is believed of any writer."""

    def __init__(self, chances: Mapping[Slip, int]) -> None:
        """`chances`: those that words passed which cannot be slips."""
        self.slips = {slip: believed.rate * believed.chances for slip, believed in BELIEVED.items()}
        self.chances = {slip: believed.chances + chances.get(slip, 0) for slip, believed in BELIEVED.items()}

    def add(self, choices: Sequence[Candidate], shares: Sequence[float]) -> None:
        for share, choice in zip(shares, choices, strict=True):
            for slip in choice.slips:
                self.slips[slip] += share
                self.chances[slip] += share

    def rate(self, slip: Slip, own: float = 0.0) -> float:
        """The rate without the word that is judged: `own` is what it has added. A word is no witness of itself."""
        believed = BELIEVED[slip]
        rate = (self.slips[slip] - own) / max(self.chances[slip] - own, 1.0)
        return min(max(rate, believed.lowest), believed.highest)


class Habitual:
    """Stands for a document whose writer slips wherever one can."""

    def rate(self, slip: Slip, own: float = 0.0) -> float:  # noqa: ARG002  as in Evidence
        return BELIEVED[slip].highest


HABITUAL = Habitual()


class Suspicion:
    """The highest rates a document could show if all its doubtful words but one were slips and no other word spoke."""

    def __init__(self, open_words: Iterable[Sequence[Candidate]]) -> None:
        self.slips = Counter(
            slip for choices in open_words for slip in {slip for choice in choices[1:] for slip in choice.slips}
        )

    def rate(self, slip: Slip) -> float:
        believed, others = BELIEVED[slip], max(self.slips[slip] - 1, 0)
        return min((believed.rate * believed.chances + others) / (believed.chances + others), believed.highest)


def posterior(choices: Sequence[Candidate], evidence: Evidence | Habitual, own: Sequence[float]) -> list[float]:
    """How likely each candidate was meant; `own`: what the word was believed before, all zero when not counted yet."""
    scores = []
    for choice in choices:
        score = choice.weight
        for slip in choice.slips:
            counted = sum(share for share, other in zip(own, choices, strict=True) if slip in other.slips)
            score += math.log(evidence.rate(slip, counted))
        scores.append(score)
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares)
    return [share / total for share in shares]


def weigh(open_words: Sequence[Sequence[Candidate]], sure_chances: Mapping[Slip, int]) -> list[list[float]]:
    """How likely each candidate of each word was meant, by expectation and maximization over one document.

    `open_words`: the candidates of each unlike word that might be a slip; `sure_chances`: how many chances to slip the
    other words passed.
    """
    evidence = Evidence(sure_chances)
    shares = [[0.0] * len(choices) for choices in open_words]
    for _ in range(ROUNDS):
        shares = [posterior(choices, evidence, own) for choices, own in zip(open_words, shares, strict=True)]
        evidence = Evidence(sure_chances)
        for choices, own in zip(open_words, shares, strict=True):
            evidence.add(choices, own)
    return shares
