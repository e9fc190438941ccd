"""Verdicts on the unlike words of one document: which was meant to be another, and how sure that is."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from cleaner.normalize.candidates import LONGEST_WORD, Candidate, candidates
from cleaner.normalize.rates import BELIEVED, HABITUAL, SURE, posterior, weigh
from cleaner.normalize.spelling_context import is_contextual, sway

__all__ = ["LONGEST_WORD", "Verdict", "is_steady", "judge"]


class Verdict(NamedTuple):
    """The word that was meant, and the natural logarithm of the odds for it against all others."""

    word: str
    odds: float = math.inf


@lru_cache(maxsize=1 << 16)
def is_steady(word: str) -> bool:
    """Whether a word stays as it is in every document, so that nothing about it need be judged.

    >>> is_steady("المدينة"), is_steady("المدينه"), is_steady("ان")
    (True, False, False)
    """
    own, *others = candidates(word)
    return not is_contextual(word) and all(
        other.weight + sum(math.log(BELIEVED[slip].highest) for slip in other.slips) < own.weight for other in others
    )


def judge(doubtful: set[str], all_words: Callable[[], set[str]], *, habitual: bool) -> dict[str, Verdict]:
    """The doubtful words that were meant to be others.

    `all_words` is called for the words of the document only when some might be; `habitual`: the writer slips wherever
    one can, whatever the document shows.
    """
    choices = [candidates(word) for word in sorted(doubtful)]
    if habitual:
        return _verdicts(choices, [posterior(words, HABITUAL, [0.0] * len(words)) for words in choices])
    verdicts = _verdicts(choices, weigh(choices, {}))
    if not any(word != verdict.word for word, verdict in verdicts.items()):
        return verdicts  # as nothing that was kept right stood against the slips yet
    sure = Counter(slip for word in all_words().difference(doubtful) for slip in candidates(word)[0].chances)
    return _verdicts(choices, weigh(choices, sure))


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
