"""The slips of Arabic writers: pairs of letters that one skeleton cannot tell apart, and the name of each confusion.

The skeleton of a word is what all its spellings share: أإآ→ا, ئ and ى→ي, ؤ→و, ة→ه. A slip turns one spelling into
another of the same skeleton, letter for letter.
"""

import re
from collections.abc import Iterable
from typing import Literal

from cleaner.normalize.wasl import is_bare, looks_imperative
from cleaner.pattern import pattern

Slip = Literal[
    "hamza dropped",  # الاول for الأول: the first alef of the stem
    "madda dropped",  # اخر for آخر
    "madda as hamza",  # الأخرين for الآخرين
    "inner hamza dropped",  # بدات for بدأت
    "seat without hamza",  # مسوول for مسؤول, دقايق for دقائق: often dialect, or a name
    "hamza swapped",  # إكثر for أكثر
    "hamza added",  # إستخدام for استخدام
    "hamza on the article",  # ألناس for الناس
    "hamza before its letter",  # ألاسم for الإسم: on the article
    "yeh undotted",  # فى for في
    "maqsura dotted",  # حتي for حتى
    "marbuta undotted",  # المدينه for المدينة
    "heh dotted",  # كتابة for كتابه
    "odd",  # anything else: الآردن for الأردن
]

WORD_LETTERS = re.compile("[ء-غف-ي]+")  # hamza … ghain, feh … yeh: every letter Arabic words are made of, no marks
_PROCLITICS = frozenset(  # what may stand before the first letter of a stem
    first + second for first in ("", "و", "ف") for second in ("", "ب", "ك", "ل", "ال", "بال", "كال", "لل")
)
_LEVELLED = {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه"}
_LEVELLED_PAIRS = tuple(_LEVELLED.items())

_ARTICLE = pattern("ال...")
_EARLY_HAMZA = pattern("[وفبك]?(ألا)")  # hamza and alef have changed places
_LATE_HAMZA = ("الأ", "الإ", "الآ")

_PLAIN: dict[tuple[str, str], Slip] = {
    ("آ", "ا"): "madda dropped",
    ("آ", "أ"): "madda as hamza",
    ("ؤ", "و"): "seat without hamza",
    ("ئ", "ي"): "seat without hamza",
    ("ي", "ى"): "yeh undotted",
    ("ى", "ي"): "maqsura dotted",
    ("ة", "ه"): "marbuta undotted",
    ("ه", "ة"): "heh dotted",
}
_OF_ALEF: dict[tuple[str, str], Slip] = {
    ("أ", "ا"): "hamza dropped",
    ("إ", "ا"): "hamza dropped",
    ("أ", "إ"): "hamza swapped",
    ("إ", "أ"): "hamza swapped",
    ("ا", "أ"): "hamza added",
    ("ا", "إ"): "hamza added",
}


def skeleton(word: str) -> str:
    """The word with the letters levelled that writers swap.

    >>> skeleton("الأولى"), skeleton("مسؤولة"), skeleton("هيئة")
    ('الاولي', 'مسووله', 'هييه')
    """
    for letter, plain in _LEVELLED_PAIRS:
        if letter in word:
            word = word.replace(letter, plain)
    return word


def starts_stem(word: str, place: int) -> bool:
    """Whether nothing but joined particles stands before this place.

    >>> starts_stem("والأول", 3), starts_stem("سأل", 1)
    (True, False)
    """
    return place <= 4 and word[:place] in _PROCLITICS


def slips_between(right: str, written: str) -> list[Slip]:
    """The slips that turn one spelling into another of the same skeleton.

    >>> slips_between("الأولى", "الاولي")
    ['hamza dropped', 'maqsura dotted']
    >>> slips_between("بدأت", "بدات"), slips_between("استخدام", "إستخدام")
    (['inner hamza dropped'], ['hamza added'])
    """
    pairs = list(enumerate(zip(right, written, strict=True)))
    if match := _EARLY_HAMZA.match(written):
        start, stop = match.span(1)
        if right[start:stop] in _LATE_HAMZA:
            rest = [(place, pair) for place, pair in pairs if not start <= place < stop]
            return ["hamza before its letter", *_slips(right, rest)]
    return _slips(right, pairs)


def _slips(right: str, pairs: Iterable[tuple[int, tuple[str, str]]]) -> list[Slip]:
    return [_slip(right, place, pair) for place, pair in pairs if pair[0] != pair[1]]


def _slip(right: str, place: int, pair: tuple[str, str]) -> Slip:
    if pair in _OF_ALEF:
        if starts_stem(right, place):
            slip = _OF_ALEF[pair]
            if slip != "hamza added" or _takes_no_hamza(skeleton(right[place:]), pair[1]):
                return slip
            return "hamza on the article" if _ARTICLE.match(right, place) else "odd"
        return "inner hamza dropped" if pair[1] == "ا" else "odd"
    return _PLAIN.get(pair, "odd")


def _takes_no_hamza(stem: str, written: str) -> bool:
    """Whether a hamza on such a stem's alef is too much; on an imperative only إ is, as أ makes its first person."""
    return is_bare(stem) or (written == "إ" and looks_imperative(stem))
