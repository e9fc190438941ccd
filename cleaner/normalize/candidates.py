"""What a written word may have been meant to be: spellings of the same skeleton, each with its weight and its slips."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cleaner.normalize.lexicon import Spelling, shipped
from cleaner.normalize.slips import WORD_LETTERS, Slip, chances_for, skeleton, slips_between
from cleaner.normalize.wasl import is_derived

LONGEST_WORD = 24  # letters; longer runs are no words
SHORTEST_STEM = 3  # letters that must be left when particles and pronouns are taken off
RARE = -12.5  # weight below which a listed word is analysed too: its right spelling may not be listed
UNLISTED = -9.0  # weight of a spelling that the lexicon does not have, beside the commonest of its skeleton
STRANGEST = -20.0  # weight of a spelling that nothing speaks for
PUT_TOGETHER = -6.0  # highest weight of a spelling made of a stem and joined parts, beside a listed one
STRANGE = -17.0  # weight of the likeliest spelling of a word that cannot be analysed

# Weights: natural logarithms of how often a word has this before or after it.
PARTICLES = {"و": -3.0, "ف": -4.5, "ب": -3.5, "ك": -5.0, "ل": -3.5, "س": -5.0}
ARTICLES = {"ال": -1.5, "لل": -4.0}
PRONOUNS = {"ه": -3.5, "ها": -3.5, "هم": -4.0, "هما": -6.0, "هن": -6.5, "ك": -5.5, "كم": -5.5, "نا": -4.5, "ي": -5.0}
ENDINGS = {"ات": -3.0, "ين": -3.5, "ون": -4.0, "ان": -4.0, "ا": -4.0, "وا": -4.0, "ت": -3.5, "يه": -3.5}
PREFIXES = {
    first + second: PARTICLES.get(first, 0.0) + (PARTICLES | ARTICLES).get(second, 0.0)
    for first in ("", "و", "ف")
    for second in ("", "ب", "ك", "ل", "س", *ARTICLES)
} | {first + second + "ال": -6.0 + PARTICLES.get(first, 0.0) for first in ("", "و", "ف") for second in "بك"}
DEFINITE = tuple(ARTICLES)  # no pronoun follows a noun with the article
SUFFIXES = {"": 0.0} | PRONOUNS | ENDINGS
# Endings and beginnings of strange words that are nearly always a slip when they are written so: replacement, weight of
# the written form beside the replaced one.
STRANGE_ENDINGS = {"ى": ("ي", -2.5), "يه": ("ية", -1.5)}
STRANGE_STARTS = {"او": ("أو", -2.5), "اي": ("إي", -2.0)}

# So short words may be right although the lexicon does not have them, as a piece of a foreign name (إي) or an uncommon
# word (إلي, "to me"): at most this many letters, and what it adds to the weight of a candidate through this slip.
SHORT: dict[Slip, int] = {"hamza swapped": 2, "maqsura dotted": 3}
SHORT_ODDS = -3.0


class Candidate(NamedTuple):
    """A spelling that may be meant, the logarithm of its frequency, and the slips between it and the written one."""

    word: str
    weight: float
    slips: tuple[Slip, ...]
    chances: tuple[Slip, ...]  # slips that a writer of this spelling could have made


@lru_cache(maxsize=1 << 16)
def candidates(written: str) -> tuple[Candidate, ...]:
    """All spellings that a written word may stand for, the written one first; that one alone when there is no other.

    >>> [candidate.word for candidate in candidates("المدينه")]
    ['المدينه', 'المدينة']
    """
    weights: dict[str, float] = {}
    if len(written) <= LONGEST_WORD and WORD_LETTERS.fullmatch(written):
        weights = _weights(written)
    listed = written in weights
    own = weights.pop(written, max(max(weights.values(), default=STRANGE) + UNLISTED, STRANGEST))
    return (
        Candidate(written, own, (), chances_for(written)),
        *(_candidate(word, weight, written, listed=listed) for word, weight in weights.items()),
    )


def _candidate(word: str, weight: float, written: str, *, listed: bool) -> Candidate:
    slips = tuple(slips_between(word, written))
    if not listed and any(len(word) <= SHORT.get(slip, 0) for slip in slips):
        weight += SHORT_ODDS
    return Candidate(word, weight, slips, chances_for(word))


def _weights(written: str) -> dict[str, float]:
    group = skeleton(written)
    weights = {spelling.word: spelling.weight for spelling in shipped().spellings(group)}
    best = max(weights.values(), default=0.0)
    rare = best < RARE or not weights
    if rare or written not in weights:
        for word, weight in _analysed(group):
            if word == written or (rare and _may_replace(word, written)):
                if not rare:
                    weight = min(weight, best + PUT_TOGETHER)
                weights[word] = max(weight, weights.get(word, weight))
    return weights or _strange(written)


def _may_replace(word: str, written: str) -> bool:
    """Whether a spelling that is only put together may replace the written one: hamzas go only where grammar asks."""
    slips = slips_between(word, written)
    if "odd" in slips or "heh dotted" in slips:
        return False
    return "hamza added" not in slips or is_derived(word[_first_difference(word, written) :])


def _first_difference(word: str, written: str) -> int:
    return next(place for place, (one, other) in enumerate(zip(word, written, strict=True)) if one != other)


def _analysed(group: str) -> Iterator[tuple[str, float]]:
    """Spellings through the stem: what is left of the skeleton without joined particles and endings."""
    for prefix, before in _splits(group, PREFIXES, at_start=True):
        rest = group[len(prefix) :]
        for suffix, after in _splits(rest, SUFFIXES, at_start=False):
            stem = rest[: len(rest) - len(suffix)]
            if (
                len(stem) < SHORTEST_STEM
                or not (prefix or suffix)
                or (suffix in PRONOUNS and prefix.endswith(DEFINITE))
            ):
                continue
            for spelling in _stems(stem, suffix):
                if spelling.word[-1] == "ه" and prefix.endswith(DEFINITE):
                    continue
                weight = spelling.weight + before + after
                yield prefix + spelling.word + (suffix if suffix != "يه" else "ية"), weight


def _stems(stem: str, suffix: str) -> Iterator[Spelling]:
    """The spellings of a stem that may stand before an ending: ة is ت there, ى does not occur."""
    for spelling in shipped().spellings(stem):
        if not suffix or spelling.word[-1] not in "ىة":
            yield spelling
    if stem[-1] == "ت" and suffix in PRONOUNS:
        for spelling in shipped().spellings(stem[:-1] + "ه"):
            if spelling.word[-1] == "ة":
                yield Spelling(spelling.word[:-1] + "ت", spelling.weight)


def _splits(word: str, parts: dict[str, float], *, at_start: bool) -> Iterator[tuple[str, float]]:
    for size in range(min(5, len(word))):
        part = word[:size] if at_start else word[len(word) - size :]
        if part in parts:
            yield part, parts[part]


def _strange(written: str) -> dict[str, float]:
    """Guesses from the first or last letters of a word that is not known at all."""
    weights = {}
    for end, (better, weight) in STRANGE_ENDINGS.items():
        if written.endswith(end):
            weights[written.removesuffix(end) + better] = STRANGE
            weights[written] = STRANGE + weight
    for start, (better, weight) in STRANGE_STARTS.items():
        if written.startswith(start):
            weights[better + written.removeprefix(start)] = STRANGE
            weights[written] = STRANGE + weight
    return weights
