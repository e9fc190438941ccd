"""Tatweel and vowel marks: what stretches words for the eye, and marks that stand twice or nowhere."""

import re

from cleaner.normalize.classes import DIGITS, LETTERS, MARKS, OTHER_LETTERS, TATWEEL
from cleaner.pattern import pattern

_STRETCH = pattern(f"{TATWEEL}[{TATWEEL}{MARKS}]*+")
_MARKS = pattern(f"[{MARKS}][{MARKS}]*+")  # not +: a search for one class is four times as fast
_IN_WORD = pattern(f"[{LETTERS}{OTHER_LETTERS}{MARKS}]")
_LETTER = pattern(f"[{LETTERS}{OTHER_LETTERS}]")
_NO_CARRIER = pattern(f"[{DIGITS}.،؛؟!:]")
_OPENING = pattern('[\\s(«“"]')
_FATHATAN = "\N{ARABIC FATHATAN}"
_APART = pattern(f"(?<=ا) {{1,3}}{_FATHATAN}(?=[\\s.،؛؟!»”),;?]|\\Z)")


def drop_tatweel(text: str) -> str:
    """Tatweel between two letters goes: it says nothing and hides the word from search.

    Left alone: tatweel at a word's edge (بـ«عرقلة», هـ) and in lines drawn with it.

    >>> drop_tatweel("مـــرحبا بـ«عرقلة» 1433هـ")
    'مرحبا بـ«عرقلة» 1433هـ'
    """
    return _STRETCH.sub(_unstretched, text) if TATWEEL in text else text


def _unstretched(stretch: re.Match[str]) -> str:
    text, (start, stop) = stretch.string, stretch.span()
    inside = start and _IN_WORD.match(text, start - 1) and _LETTER.match(text, stop)
    return stretch[0].replace(TATWEEL, "") if inside else stretch[0]


def drop_odd_marks(text: str) -> str:
    r"""A mark given twice to one letter is kept once; one that lost its letter goes, or returns to its alef.

    Left alone: marks shown by themselves, as grammars do, and the order of marks.

    >>> drop_odd_marks("المؤهل\N{ARABIC SHADDA}\N{ARABIC SHADDA}ة"), drop_odd_marks("مثلا \N{ARABIC FATHATAN}")
    ('المؤهلّة', 'مثلاً')
    """
    text = _MARKS.sub(_tidied, text)
    return _APART.sub(_FATHATAN, text) if f" {_FATHATAN}" in text else text


def _tidied(marks: re.Match[str]) -> str:
    text, (start, stop) = marks.string, marks.span()
    lost = start == 0 or _OPENING.match(text, start - 1) is not None
    if (lost and _LETTER.match(text, stop)) or (start and _NO_CARRIER.match(text, start - 1)):
        return ""
    return marks[0] if stop - start == 1 else "".join(dict.fromkeys(marks[0]))
