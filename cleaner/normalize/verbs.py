"""Which skeletons are verbs, told by the other persons of the same verb in the lexicon."""

import math
from functools import lru_cache

from cleaner.normalize.lexicon import shipped
from cleaner.normalize.surroundings import skeletons
from cleaner.pattern import pattern

_PERSONS = "يتنا"
_FEWEST = 3  # persons that the lexicon must have; of a word of SHORTEST letters all
_SHORTEST = 3
_KNOWN = -16.0  # weight in the lexicon from which on a person counts
_PLURALS = ("ون", "وا")
_RARER = -1.5  # weight of the third person beside another, down to which that one is a verb and no noun
WANTING = frozenset(  # أريد and the like with their other persons, which rule the clause after them: قال أريد أن
    person + verb
    for person in _PERSONS
    for verb in skeletons("ريد ود حب تمنى عتقد ظن شعر عرف رى حس رجو خشى خاف حاول ستطيع قدر بغى علم طلب فضل")
)
COLOURS = ("احمر", "اصفر", "اخضر", "ابيض", "اسود", "ازرق", "اسمر")  # verbs of the ninth form: what something turns
_PAST = pattern("(.{3,}?)(?:وا|ت|(?:ت|و|نا)(?:ه|ها|هم|ني|ك))")
_OWNED = pattern("(.{2,})ت(?:ه|ها|هم|ني|ك|نا|كم|هما)")
_NOUNS = skeletons(
    "تونس يوم يوما يومين يومها يهود يهودي يسار يمين يمينا يونيو يوليو يناير ياسمين ينبوع يورو يابان يقين"
)


@lru_cache(maxsize=1 << 10)
def is_present(word: str) -> bool:
    """Whether a skeleton looks like a verb in the present, as its other persons are words too.

    >>> is_present("يسافر"), is_present("يوم"), is_present("تركيا")
    (True, False, False)
    """
    for ending in _PLURALS:
        if word.endswith(ending) and word[0] in "يت" and is_present(word.removesuffix(ending)):
            return True
    if len(word) < _SHORTEST or word[0] not in _PERSONS or word in _NOUNS:
        return False
    known = sum(is_known(person + word[1:]) for person in _PERSONS)
    if known < (_FEWEST if len(word) > _SHORTEST else len(_PERSONS)):
        return False
    return word[0] == "ي" or _weight(f"ي{word[1:]}") >= _weight(word) + _RARER


@lru_cache(maxsize=1 << 10)
def is_past(word: str) -> bool:
    """Whether a skeleton looks like a verb in the past: راح, as راحت and راحوا are words.

    >>> is_past("سافر"), is_past("سافرت"), is_past("سافروا"), is_past("كتاب")
    (True, True, True, False)
    """
    stem = word.removesuffix("وا") if word.endswith("وا") else word.removesuffix("ت")
    return len(stem) >= _SHORTEST and is_known(f"{stem}ت") and is_known(f"{stem.removesuffix('ي')}وا")  # اشتريت


def has_past_ending(word: str) -> bool:
    """Whether a skeleton is a verb in the past with the ending of a person, which nouns do not have.

    >>> has_past_ending("كتبوا"), has_past_ending("اشتريته"), has_past_ending("ضعف"), has_past_ending("بيته")
    (True, True, False, False)
    """
    match = _PAST.fullmatch(word)
    return match is not None and is_past(match[1] + "ت")


def is_owned(word: str) -> bool:
    """Whether a skeleton that looks like a past with a pronoun is rather a noun in ة with one: عودتها, not كتبتها.

    >>> is_owned("عودتها"), is_owned("كتبتها"), is_owned("كتبوا")
    (True, False, False)
    """
    match = _OWNED.fullmatch(word)
    return match is not None and _weight(f"{match[1]}ه") > _weight(f"{match[1]}ت")


def is_known(group: str) -> bool:
    """Whether the lexicon has a word of this skeleton that is not all too rare."""
    return _weight(group) >= _KNOWN


def _weight(group: str) -> float:
    spellings = shipped().spellings(group)
    return spellings[0].weight if spellings else -math.inf
