"""Characters that nobody sees and that part what belongs together: zero-width, bidi and soft-hyphen characters."""

from cleaner.normalize.classes import INVISIBLE, JOINER, LETTERS, MARKS, OTHER_LETTERS
from cleaner.pattern import pattern

_INVISIBLE = pattern(f"[{INVISIBLE}]")
_LETTER = LETTERS + OTHER_LETTERS
_IDLE_JOINER = pattern(f"(?<=[{_LETTER}{MARKS}]){JOINER}+(?=[{_LETTER}])")


def drop_invisible(text: str) -> str:
    r"""Zero-width and bidi characters go: they hide words from search, and Arabic text needs none of them.

    Left alone: the joiner of emoji, and the one that gives a last letter its other shape (ه‍).

    >>> drop_invisible("\N{RIGHT-TO-LEFT MARK}قال\N{ZERO WIDTH NON-JOINER}ت")
    'قالت'
    """
    text = _INVISIBLE.sub("", text)
    return _IDLE_JOINER.sub("", text) if JOINER in text else text
