"""One look at a text that settles most of them: is there anything at all that a step could change or a mask protect?

The steps know exactly what they change; this search knows only where that could be. Whatever it misses would be missed
for good, so a test holds every step against it.
"""

import re
from collections.abc import Iterator

from cleaner.normalize.classes import (
    FORMS,
    HELD,
    INVISIBLE,
    JOINER,
    LETTERS,
    MARKS,
    ODD_SPACES,
    OTHER_LETTERS,
    RECITATION,
    SHIELD,
    TATWEEL,
)

_LETTER = LETTERS + OTHER_LETTERS
# Rare enough to stop at; signs of addresses, tags and code among them, since spans of that kind are to be masked.
_RARE = (
    f"{FORMS}{INVISIBLE}{JOINER}{OTHER_LETTERS}{ODD_SPACES}{RECITATION}{SHIELD}@#`<&*\t﴿"
    "\N{ARABIC MADDAH ABOVE}-\N{ARABIC WAVY HAMZA BELOW}\N{ARABIC LETTER SUPERSCRIPT ALEF}"
)
_PIECES = ("  ", *(letter * 3 for letter in HELD))
_DOUBTFUL = re.compile(
    f"([{_RARE}{MARKS}{TATWEEL}.،؛؟!:,;?“”])"
    f"(?:(?<=[{_RARE}])"
    f"|(?<=[{MARKS}])(?:\\1|[{MARKS}]{{2}}|(?<![{_LETTER}{MARKS}].)|[{LETTERS}]{{1,3}}[{MARKS}])"
    f"|(?<={TATWEEL})[{_LETTER}{MARKS}{TATWEEL}]"
    f"|(?<=[.،؛؟!:])(?:(?<= .)|(?=[{_LETTER}])|(?<=:)(?=//)|(?<=www\\.))"
    f'|(?<=[,;?])(?<=[{_LETTER}{MARKS} »”")!؟\\d?].)(?!\\d)'
    f"|(?<=”)(?<![^\\s(].)"
    f"|(?<=“)(?<=[^\\s“”(].)"
    ")"
)


def doubtful_lines(text: str) -> list[int]:
    """The numbers, from 1, of the lines in which a mechanical step, digits apart, might have anything to do, or a mask
    anything to cover; they are found without a look at the others.

    >>> doubtful_lines("قال:\\n«نعم» ، ثم عاد.\\n\\nقــال")
    [2, 4]
    """
    numbers: list[int] = []
    number, seen = 1, 0
    for start in sorted({text.rfind("\n", 0, place) + 1 for place in _doubts(text)}):
        number += text.count("\n", seen, start)
        numbers.append(number)
        seen = start
    return numbers


def _doubts(text: str) -> Iterator[int]:
    """A place in each line with a doubtful sign, and one in each with a doubtful piece."""
    end = len(text)
    for piece in _PIECES:
        place = text.find(piece)
        while place >= 0:
            yield place
            line_end = text.find("\n", place)
            place = text.find(piece, line_end if line_end >= 0 else end)
    found = _DOUBTFUL.search(text)
    while found:
        yield found.start()
        line_end = text.find("\n", found.end())
        found = _DOUBTFUL.search(text, line_end) if line_end >= 0 else None
