"""Spaces inside a line of Arabic prose."""

import re

from cleaner.normalize.classes import LETTERS, MARKS, ODD_SPACES, OTHER_LETTERS
from cleaner.pattern import pattern

_WIDE = 4  # spaces: a gap as wide parts the columns of a table or the halves of a verse
_ODD = pattern(f"[{ODD_SPACES}]")
_GAP = pattern(f"(?<=\\S)(?: [ {ODD_SPACES}]+|[{ODD_SPACES}][ {ODD_SPACES}]*)(?=\\S)")
_LETTER = pattern(f"[{LETTERS}{OTHER_LETTERS}{MARKS}]")
_PROSE = pattern(f'[{LETTERS}{OTHER_LETTERS}{MARKS}،؛؟«»“”.:!(),;?"]')


def even_spaces(text: str) -> str:
    r"""One plain space beside an Arabic word, for two or three, or for no-break and typographic ones.

    Left alone: gaps of four spaces and more, tabs, the two ends of a line, and a no-break space at a number or a
    Latin word, which may be there on purpose.

    >>> even_spaces("  قال  الوزير\N{NO-BREAK SPACE}أمس 20\N{NO-BREAK SPACE}كم     x")
    '  قال الوزير أمس 20\xa0كم     x'
    """
    if "  " not in text and not _ODD.search(text):
        return text
    return _GAP.sub(_evened, text)


def _evened(gap: re.Match[str]) -> str:
    text, (start, stop) = gap.string, gap.span()
    beside = (start - 1, stop)
    if stop - start >= _WIDE or not any(_LETTER.match(text, place) for place in beside):
        return gap[0]
    odd = _ODD.search(gap[0]) is not None
    return gap[0] if odd and not all(_PROSE.match(text, place) for place in beside) else " "
