"""The slips of Arabic writers: pairs of letters that one skeleton cannot tell apart, and the name of each confusion.

The skeleton of a word is what all its spellings share: أإآ→ا, ئ and ى→ي, ؤ→و, ة→ه. A slip turns one spelling into
another of the same skeleton, letter for letter.
"""

import re
from typing import Literal

from cleaner.normalize.wasl import is_bare

Slip = Literal[
    "hamza dropped",  # الاول for الأول: the first alef of the stem
    "madda dropped",  # اخر for آخر
    "madda as hamza",  # الأخرين for الآخرين
    "inner hamza dropped",  # بدات for بدأت
    "seat without hamza",  # مسوول for مسؤول, دقايق for دقائق: often dialect, or a name
    "hamza swapped",  # إكثر for أكثر
    "hamza added",  # إستخدام for استخدام
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
    return [
        _slip(right, place, (letter, other))
        for place, (letter, other) in enumerate(zip(right, written, strict=True))
        if letter != other
    ]


def _slip(right: str, place: int, pair: tuple[str, str]) -> Slip:
    if pair in _OF_ALEF:
        if starts_stem(right, place):
            slip = _OF_ALEF[pair]
            return slip if slip != "hamza added" or is_bare(skeleton(right[place:])) else "odd"
        return "inner hamza dropped" if pair[1] == "ا" else "odd"
    return _PLAIN.get(pair, "odd")
