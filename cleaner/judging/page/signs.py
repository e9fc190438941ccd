"""What a line says by single characters, whatever its language: the part of the first pass that looks into a text."""

import re

from cleaner.judging.page import families as f

_IS_DATE = re.compile(r"\d(?:\d{3}|\d?[:./]\d{2})").search
_SIGNS = "©•·|>»←→"
_SHORT = f.SIZES.index("sentence")
_LABEL = 40  # characters of a label before a link
_SLACK = 6  # characters around that link


def signs(text: str, size: int, link: int, links: int) -> list[int]:
    """The numbers of the evidence. size, link: steps of its length and of its share of links; links: characters.

    >>> [f.NAMES[number] for number in signs("Photo:", 0, 0, 0)]
    ['colon at its end']
    """
    numbers = []
    if size < _SHORT:
        if _IS_DATE(text):
            numbers.append(f.DATE + size)
        if text.isupper():
            numbers.append(f.CAPITALS)
        if text[0] in _SIGNS:
            numbers.append(f.SIGN)
        if ":" in text[-2:]:
            numbers.append(f.COLON)
        if "@" in text:
            numbers.append(f.AT)
    if link:
        colon = text.find(":", 0, _LABEL)
        if colon > 0 and abs(len(text) - colon - 1 - links) <= _SLACK:
            numbers.append(f.LABELLED_LINK)
        if link >= f.MOSTLY_LINK and text.isupper():
            numbers.append(f.CAPITAL_LINK)
    if "©" in text:
        numbers.append(f.COPYRIGHT)
    return numbers
