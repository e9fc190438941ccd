"""What lines of one site are compared by: folded, letters and digits alone, numbers and dates as one sign.

So a counter that counts and a date that passes leave a line the same, and so do repairs of spaces and punctuation.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaner.normalize.fold import fold
from cleaner.normalize.months import LONG_MONTHS, MONTHS, WEEKDAYS
from cleaner.pattern import pattern

NUMBER = "0"
_LONGEST = 200  # characters of a line that are looked at
_ENOUGH = 120  # letters of a key: two lines that begin with as many are the same; repairs of spaces do not reach it
_NAMES = tuple({*fold(" ".join([*MONTHS, *WEEKDAYS])).split(), *(fold(name).replace(" ", "") for name in LONG_MONTHS)})
_UNITS = ("am", "pm", "st", "nd", "rd", "th", "k", "m", "ص", "م")
_SIGNS = pattern(r"[^\w\n]+|_")
_DIGIT = pattern("[0-9]")
_WORDS = pattern(r"[0-9]+|[^\W\d_]+")
_DATE_WORDS = frozenset(fold(" ".join([*MONTHS, *WEEKDAYS, *LONG_MONTHS])).split())
_JOINED = pattern("[0-9][/.:-][0-9]")
_STAMP = pattern(rf"[0-9]+(?:{'|'.join(sorted({*_NAMES, *_UNITS}, key=len, reverse=True))}|[0-9])*")


def line_keys(texts: Sequence[str]) -> list[str]:
    """The key of each line, "" for a line of signs alone. No text holds a line end.

    >>> line_keys(["Views: 1,204", "views 7", "Monday, 3 March 2014 | 10:40", "Fri 12 May 2016 9:05 pm", "* * *"])
    ['views0', 'views0', '0', '0', '']
    """
    folded = _SIGNS.sub("", fold("\n".join([text[:_LONGEST] for text in texts])))
    keys = folded.split("\n") if texts else []
    if _DIGIT.search(folded):
        keys = [_undated(key) if _DIGIT.search(key) else key for key in keys]
    return [key[:_ENOUGH] for key in keys]


def _undated(key: str) -> str:
    """A number, with the names and units of a date at its sides, is one sign."""
    parts = _STAMP.split(key)
    if len(parts) == 1:
        return key
    return NUMBER.join([*map(_without_name, parts[:-1]), parts[-1]])


def _without_name(part: str) -> str:
    while part.endswith(_NAMES):
        part = part[: -max(len(name) for name in _NAMES if part.endswith(name))]
    return part


def has_date(text: str) -> bool:
    """Whether a line holds a number beside the name of a month or day, or two numbers joined as in dates and times.

    >>> [has_date(text) for text in ("Marsa, 14 May", "القاهرة 3/5/2019", "Views: 1,204", "Chapter 7", "3 marines")]
    [True, True, False, False, False]
    """
    folded = fold(text)
    words = _WORDS.findall(folded)
    return _JOINED.search(folded) is not None or any(
        (one.isdigit() and other in _DATE_WORDS) or (other.isdigit() and one in _DATE_WORDS)
        for one, other in pairwise(words)
    )
