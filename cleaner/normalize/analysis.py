"""Words that the lexicon does not have, or hardly: their stems are looked up without joined particles and endings."""

from collections.abc import Iterator

from cleaner.normalize.lexicon import Spelling, shipped
from cleaner.normalize.slips import slips_between
from cleaner.normalize.wasl import is_derived
from cleaner.pattern import pattern

SHORTEST_STEM = 3  # letters that must be left when particles and endings are taken off

# Weights: natural logarithms of how often a word has this before or after it.
_PARTICLES = {"و": -3.0, "ف": -4.5, "ب": -3.5, "ك": -5.0, "ل": -3.5, "س": -5.0}
_ARTICLES = {"ال": -1.5, "لل": -4.0, "بال": -6.0, "كال": -6.0}
SERVANT = -4.0
_PRONOUNS = {"ه": -3.5, "ها": -3.5, "هم": -4.0, "هما": -6.0, "هن": -6.5, "ك": -5.5, "كم": -5.5, "نا": -4.5, "ي": -5.0}
_ENDINGS = {"ات": -3.0, "ين": -3.5, "ون": -4.0, "ان": -4.0, "ا": -4.0, "وا": -4.0, "ت": -3.5, "يه": -3.5}
PREFIXES = {
    first + second: before + weight
    for first, before in (("", 0.0), ("و", _PARTICLES["و"]), ("ف", _PARTICLES["ف"]))
    for second, weight in ({"": 0.0} | _PARTICLES | _ARTICLES).items()
}
_DUALS = ("ان", "ين")
SUFFIXES = {"": 0.0} | _PRONOUNS | _ENDINGS
SPELT = {"يه": "ية"}  # the endings that are written in another way than their skeleton
DEFINITE = ("ال", "لل")  # ends of prefixes after which no pronoun follows the noun

_HELD = pattern(r"(.)\1\1")  # a letter held down: ايووو
# A beginning or an end by which a rare word may be misspelt; and those of words that are not known at all.
_OPEN = pattern("[وف]?(?:[بكل]|ال|لل|بال|كال)?ا(?!ل)|.*[ىه]$")
_OPEN_UNKNOWN = pattern("[وف]?(?:[بكل]|ال|لل|بال|كال)?[اأإآ]|.*[ىيه]$")

# Ends and beginnings of strange words that are nearly always a slip when they are written so: what they stand for, and
# the weight of the written form beside that.
STRANGE_ENDS = {"ى": ("ي", -2.5), "يه": ("ية", -1.5)}
STRANGE_STARTS = {"او": ("أو", -2.5), "اي": ("إي", -2.0)}
STRANGE = -17.0  # weight of the likeliest spelling of a word that cannot be analysed


def is_open(written: str, *, listed: bool) -> bool:
    """Whether a word that is hardly known can be misspelt in a way that its stem would tell.

    >>> is_open("باوكرانيا", listed=True), is_open("بروتوكول", listed=False)
    (True, False)
    """
    return (_OPEN if listed else _OPEN_UNKNOWN).match(written) is not None


def analysed(group: str) -> Iterator[Spelling]:
    """The spellings of a skeleton that its stem and what is joined to it give.

    >>> max(analysed("والبرتقاليه"), key=lambda spelling: spelling.weight).word
    'والبرتقالية'
    """
    yield from _servants(group)
    endings = [part for part in _ends(group) if part in SUFFIXES]
    for size in range(min(5, len(group))):
        prefix = group[:size]
        if prefix not in PREFIXES:
            continue
        definite = prefix.endswith(DEFINITE)
        for suffix in endings:
            stem = group[size : len(group) - len(suffix)]
            if len(stem) < SHORTEST_STEM or len(stem) == len(group) or (definite and suffix in _PRONOUNS):
                continue
            joined = PREFIXES[prefix] + SUFFIXES[suffix]
            for spelling in _stems(stem, suffix):
                if not (definite and spelling.word.endswith("ه")):
                    yield Spelling(prefix + spelling.word + SPELT.get(suffix, suffix), spelling.weight + joined)


def _servants(group: str) -> Iterator[Spelling]:
    """The spellings of a name that is written as one word with عبد, as its second part has them."""
    before, servant, name = group.partition("عبد")
    if servant and before in ("", "و") and name.startswith("ال"):
        for spelling in shipped().spellings(name):
            yield Spelling(before + servant + spelling.word, spelling.weight + SERVANT)


def may_replace(word: str, written: str) -> bool:
    """Whether a spelling that is only put together may replace the written one: hamzas go only where grammar asks.

    >>> may_replace("واستنساخهما", "وإستنساخهما"), may_replace("ارينا", "أرينا")
    (True, False)
    """
    slips = slips_between(word, written)
    if "odd" in slips or "heh dotted" in slips:
        return False
    return "hamza added" not in slips or is_derived(word[_first_difference(word, written) :])


def strange(written: str) -> dict[str, float]:
    """Guesses from the first or last letters of a word that is not known at all.

    >>> strange("بوغوسلافسكى")
    {'بوغوسلافسكي': -17.0, 'بوغوسلافسكى': -19.5}
    """
    weights: dict[str, float] = {}
    for end, (better, weight) in STRANGE_ENDS.items():
        if written.endswith(end):
            weights |= {written.removesuffix(end) + better: STRANGE, written: STRANGE + weight}
    for start, (better, weight) in STRANGE_STARTS.items():
        if written.startswith(start) and not _HELD.search(written):
            weights |= {better + written.removeprefix(start): STRANGE, written: STRANGE + weight}
    return weights


def _ends(group: str) -> Iterator[str]:
    return (group[len(group) - size :] for size in range(min(4, len(group))))


def _stems(stem: str, suffix: str) -> Iterator[Spelling]:
    """The spellings of a stem that may stand before an ending: ة is ت there, ى does not occur."""
    for spelling in shipped().spellings(stem):
        if not suffix or spelling.word[-1] not in "ىة":
            yield spelling
    if stem.endswith("ت") and (suffix in _PRONOUNS or suffix in _DUALS):
        for spelling in shipped().spellings(stem[:-1] + "ه"):
            if spelling.word.endswith("ة") and not spelling.word.startswith("ال"):
                yield Spelling(spelling.word[:-1] + "ت", spelling.weight)


def _first_difference(word: str, written: str) -> int:
    return next(place for place, (one, other) in enumerate(zip(word, written, strict=True)) if one != other)
