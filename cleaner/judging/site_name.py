"""A line that is another one with a name before or after it, likely the site's: «The mill burns down - The Gazette»."""

from collections.abc import Callable, Iterable

from cleaner.normalize.fold import EDGES
from cleaner.pattern import pattern
from cleaner.reading.kinds import width

LEAST_TITLE = 12  # characters of an alphabet (`width`): shorter lines are labels, and labels repeat
LEAST_NAME, _LONGEST_NAME = 2, 50  # characters of a site's name
_FIRST = 3  # letters that a line and a part of another must begin with to be compared further
_WITHIN = 32  # characters in which those letters stand
_NO_LETTER = pattern(r"[\W\d_]+")
# As folded: dashes of any kind are "-", a guillemet between two words is a quotation mark.
_SEPARATOR = pattern(r" ?[|:·•>/] ?| - | -|- | \" ")


def holds_another(key: str, lines: Iterable[str]) -> bool:
    """Whether a line holds one of these beside itself: a look that spares most lines the search for a name."""
    return sum([line in key for line in lines]) > 1


def spelt_alike(key: str, lines: dict[str, int]) -> dict[str, int]:
    """The lines that may be a part of this one with other punctuation in it, by their letters."""
    size = len(key)
    edges = [0, *(cut.end() for cut in _SEPARATOR.finditer(key))]
    firsts = {letters(key[edge : edge + _WITHIN])[:_FIRST] for edge in edges}
    near = [
        line
        for line, i in lines.items()
        if i and size // 3 < len(line) < size and (line[:_FIRST] in firsts or not line[:_FIRST].isalpha())
    ]
    return {letters(line): lines[line] for line in reversed(near)}


def _bare(key: str) -> str:
    return key.strip(EDGES)


def without_name(key: str, lines: dict[str, int], form: Callable[[str], str] = _bare) -> list[int]:
    """The lines that are this one without a name before or after it, likely the site's; form: how they are written."""
    cuts = list(_SEPARATOR.finditer(key))
    found: list[int] = []  # the name may have a line of its own too
    for cut in cuts[:1] + cuts[-2:]:
        for rest, name in ((key[: cut.start()], key[cut.end() :]), (key[cut.end() :], key[: cut.start()])):
            core = form(rest)
            if core not in lines or not _is_title(core, rest.strip(), name):
                continue
            is_whole = name.count("(") == name.count(")")  # the years in «ADA BELL (1902 - 1977)» are no name
            if is_whole and LEAST_NAME <= len(name) <= max(_LONGEST_NAME, len(core)):
                found.append(lines[core])
    return found


def _is_title(core: str, rest: str, name: str) -> bool:
    """Whether a line is long enough for a headline, and of several words; where words are not parted, the longer one
    of headline and name.
    """
    size = width(core)
    return size >= LEAST_TITLE and (" " in rest or size > len(core) > len(name))


def letters(key: str) -> str:
    """A folded text without punctuation, digits and spaces: what repairs of any kind leave as it is."""
    return _NO_LETTER.sub("", key)
