"""Quotation marks that were typed the wrong way round."""

from cleaner.normalize.classes import DIGITS, LETTERS, OTHER_LETTERS
from cleaner.pattern import pattern

_LETTER = LETTERS + OTHER_LETTERS + DIGITS
_OPENING = f"(?<![^\\s(])[“”](?=[{_LETTER}])"  # where a quotation can only begin
_CLOSING = "(?<=[^\\s“”(])[“”](?![^\\s.،؛؟!:,;?)»])"  # … and end
_TURNED = pattern(f"[“”](?:(?<=”)(?<![^\\s(].)(?=[{_LETTER}])|(?<=“)(?<=[^\\s“”(].)(?![^\\s.،؛؟!:,;?)»]))")
_PAIR = pattern(f"{_OPENING}([^“”\r\n]*+){_CLOSING}")


def turn_quotes(text: str) -> str:
    """A pair typed as ”…“ or ”…” within a paragraph is written “…”.

    Left alone: the kind of the quotation marks, one without its partner, and one that touches letters on both sides.

    >>> turn_quotes("كان ”غير مقبول“ ثم قال: ”نعم”"), turn_quotes("لشراء الوقت” كي")
    ('كان “غير مقبول” ثم قال: “نعم”', 'لشراء الوقت” كي')
    """
    return _PAIR.sub(r"“\1”", text) if _TURNED.search(text) else text
