"""Rules × blocks → marks: which rules match which line. Short lines are folded in one go; prose is never looked at."""

from collections.abc import Sequence
from typing import NamedTuple

from cleaner.document import Block
from cleaner.normalize.fold import EDGES, fold
from cleaner.reading.links import as_seen
from cleaner.rules.compile import Rulebook
from cleaner.rules.rule import LONGEST, Rule

Marks = dict[int, tuple[Rule, ...]]
_FIRST_ICON, _LAST_ICON = "\N{CYCLONE}", "\N{HEART HANDS}"  # the pictographs of Unicode, nearly all
_OPENING = "([{\"'<#@"
OPENING = 32  # characters of a long line that are folded: enough to tell most paragraphs apart


class Keys(NamedTuple):
    """What lines are compared by, each by its index.

    lines: the folded text of each line of at most LONGEST characters; bares: the same without punctuation at its
    ends; openings: the folded first OPENING characters of each longer line.
    """

    lines: dict[int, str]
    bares: dict[int, str]
    openings: dict[int, str]

    def only(self, kept: Sequence[int]) -> "Keys":
        """The keys of some lines, by their place among these."""
        return Keys(*({place: keys[i] for place, i in enumerate(kept) if i in keys} for keys in self))


def fold_keys(blocks: Sequence[Block]) -> Keys:
    """The keys of all blocks, by one fold call for all of them, which costs far less than one for each."""
    texts = [*as_seen([block.text for block in blocks])]
    long = [i for i, text in enumerate(texts) if len(text) > LONGEST]
    for i in long:
        texts[i] = texts[i][:OPENING]
    keys = dict(enumerate(fold("\n".join(texts)).split("\n"))) if texts else {}
    openings = {i: keys.pop(i) for i in long}
    return Keys(keys, {i: key.strip(EDGES) for i, key in keys.items()}, openings)


def find_marks(keys: Keys, rulebook: Rulebook) -> Marks:
    """The rules that match each line, by index; lines without a match have no entry.

    A line that begins with an icon, a calendar before a date, is matched without it too.
    """
    lines = dict(zip(keys.lines.values(), keys.bares.values(), strict=True))
    has_icons = max(lines, default="") >= _FIRST_ICON
    iconless = {key: _without_icons(key) for key in lines if key[:1] >= _FIRST_ICON} if has_icons else {}
    found = rulebook.matches(lines | {key: key.strip(EDGES) for key in iconless.values()} if iconless else lines)
    for key, rest in iconless.items():
        if rest in found:
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *found[rest])))
    return {i: found[key] for i, key in keys.lines.items() if key in found} if found else {}


def _without_icons(key: str) -> str:
    """The line from its first letter, digit or bracket on.

    >>> _without_icons("\N{TEAR-OFF CALENDAR} 12 march"), _without_icons("\N{TEAR-OFF CALENDAR}")
    ('12 march', '📆')
    """
    size = next((i for i, sign in enumerate(key) if sign.isalnum() or sign in _OPENING), 0)
    return key[size:] if key[0] <= _LAST_ICON else key
