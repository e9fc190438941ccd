"""Digits of one script, for those who ask for it."""

import re
from typing import Literal, get_args

from cleaner.pattern import pattern

Digits = Literal["keep", "western", "arabic"]
DIGITS: tuple[Digits, ...] = get_args(Digits)
_WESTERN, _ARABIC, _PERSIAN = "0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
_SEPARATORS = (("٫", "."), ("٬", ","))  # the Arabic decimal and thousands separators
_EASTERN_DIGIT = pattern("[٠-٩۰-۹]")
_NUMBER = pattern(r"(?<![A-Za-z0-9_.+-])[0-9]+(?:[.,:/-][0-9]+)*(?![A-Za-z0-9_])")


def unify_digits(text: str, digits: Digits) -> str:
    """All digits western (0–9) or Arabic (٠–٩), or kept as they are.

    Left alone: digits that are part of a Latin word or name (A4, COVID-19); the separators of western numbers.

    >>> unify_digits("٣٫٥ و7 وA4", "western"), unify_digits("٣٫٥ و7 وA4", "arabic")
    ('3.5 و7 وA4', '٣٫٥ و٧ وA4')
    """
    if digits == "western" and _EASTERN_DIGIT.search(text):
        for separator, plain in _SEPARATORS:
            text = re.sub(f"(?<=[٠-٩۰-۹]){separator}(?=[٠-٩۰-۹])", plain, text)
        return _replaced(text, _ARABIC + _PERSIAN, _WESTERN * 2)
    if digits == "arabic":
        return _replaced(_NUMBER.sub(lambda found: _replaced(found[0], _WESTERN, _ARABIC), text), _PERSIAN, _ARABIC)
    return text


def _replaced(text: str, old: str, new: str) -> str:
    for digit, other in zip(old, new, strict=True):
        text = text.replace(digit, other)
    return text
