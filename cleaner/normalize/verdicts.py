"""Verdicts on the unlike words of one document: which was meant to be another, and how sure that is."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from cleaner.normalize.candidates import LONGEST_WORD, Candidate, candidates, is_sole
from cleaner.normalize.first_person import command_odds
from cleaner.normalize.prepositions import own_odds
from cleaner.normalize.rates import BELIEVED, HABITUAL, SURE, Evidence, Habitual, Passed, posterior, suspicion, weigh
from cleaner.normalize.spelling_context import is_contextual, sway

__all__ = ["LONGEST_WORD", "Verdict", "is_steady", "judge"]

MANY_DOUBTS = 10  # doubtful words, from which on they are weighed at once


class Verdict(NamedTuple):
    """The word that was meant, and the natural logarithm of the odds for it against all others."""

    word: str
    odds: float = math.inf


@lru_cache(maxsize=1 << 14)
def is_steady(word: str) -> bool:
    """Whether a word stays as it is in every document, so that nothing about it need be judged.

    >>> is_steady("المدينة"), is_steady("المدينه"), is_steady("ان")
    (True, False, False)
    """
    return is_sole(word) or not _has_rival(candidates(word), HABITUAL)


@lru_cache(maxsize=1 << 14)
def _may_be_slip(word: str, others: int) -> bool:
    """Whether a word could be judged a slip where so many others are open: most could not, whatever else is there."""
    return _has_rival(candidates(word), Evidence(Passed(()), dict.fromkeys(BELIEVED, others)))


def judge(doubtful: set[str], tokens: set[str], *, habitual: bool) -> dict[str, Verdict]:
    """The doubtful words that were meant to be others.

    `tokens`: all unlike tokens of the document; `habitual`: its writer slips wherever one can, whatever they show.
    """
    few = len(doubtful) < MANY_DOUBTS and not habitual
    if few and not any(_may_be_slip(word, len(doubtful) - 1) for word in doubtful):
        return {}
    choices = [_weighed(candidates(word), tokens) for word in sorted(doubtful)]
    if habitual:
        return _verdicts(choices, [posterior(words, HABITUAL, [0.0] * len(words)) for words in choices])
    passed = Passed(tokens)
    if few:  # in a document without slips, counting and weighing cost more than all else
        for known in (Passed(()), passed):
            worst = suspicion(choices, known)
            choices = [words for words in choices if _has_rival(words, worst)]
    return _verdicts(choices, weigh(choices, passed))


def _weighed(choices: tuple[Candidate, ...], tokens: set[str]) -> tuple[Candidate, ...]:
    """The candidates, the written one weighed as its document asks."""
    own = choices[0]
    favour = own_odds(own.word, tokens) + command_odds(own.word, tokens)
    return (own._replace(weight=own.weight + favour), *choices[1:]) if favour else choices


def _has_rival(choices: Sequence[Candidate], evidence: Evidence | Habitual) -> bool:
    """Whether another candidate would be as likely as the written one, were the evidence so."""
    own = choices[0].weight - sway(choices[0].word)
    return is_contextual(choices[0].word) or any(
        choice.weight + sum(map(evidence.log_rate, choice.slips)) >= own for choice in choices[1:]
    )


def _verdicts(choices: Iterable[Sequence[Candidate]], shares: Iterable[Sequence[float]]) -> dict[str, Verdict]:
    found = {}
    for words, beliefs in zip(choices, shares, strict=True):
        written = words[0].word
        if is_contextual(written):
            found[written] = Verdict(written)
            continue
        best = max(range(1, len(words)), key=beliefs.__getitem__)
        odds = _odds(beliefs[best])
        if odds + sway(written) >= SURE:
            found[written] = Verdict(words[best].word, odds)
    return found


def _odds(share: float) -> float:
    return math.log(max(share, 1e-9) / max(1 - share, 1e-9))
