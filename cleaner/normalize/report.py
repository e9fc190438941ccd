"""What a step changed, told from the text before and after it: how often, and which words, line by line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cleaner.normalize.classes import FORMS, INVISIBLE, JOINER, MARKS, TATWEEL
from cleaner.pattern import pattern

# Words and the gaps between them; what steps take out of words counts to them, so that both texts have as many.
_PIECE = pattern(f"[\\w{MARKS}{INVISIBLE}{JOINER}{TATWEEL}{FORMS}]+|[^\\w{MARKS}{INVISIBLE}{JOINER}{TATWEEL}{FORMS}]+")


class Change(NamedTuple):
    """A word as it was and as it is, with the marks and spaces beside it where those changed. line: from 1."""

    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Repair:
    """What one step changed, in the order of the text."""

    step: str
    changes: tuple[Change, ...]

    @property
    def count(self) -> int:
        return len(self.changes)


def compare(step: str, lines: Iterable[int], before: str, after: str) -> Repair:
    """The changes between two texts of as many lines; `lines` are the numbers of these.

    >>> compare("spelling", (1, 5), "ذهب الى\\nحلب الان", "ذهب إلى\\nحلب الآن").changes
    (Change(line=1, before='الى', after='إلى'), Change(line=5, before='الان', after='الآن'))
    """
    trios = zip(lines, before.split("\n"), after.split("\n"), strict=True)
    return Repair(step, tuple(change for line, old, new in trios if old != new for change in _changes(line, old, new)))


def _changes(line: int, old: str, new: str) -> Iterator[Change]:
    olds, news = _PIECE.findall(old), _PIECE.findall(new)
    if len(olds) != len(news):  # a gap has gone, or a word has been cut
        yield Change(line, old.strip(), new.strip())
        return
    for i, (one, other) in enumerate(zip(olds, news, strict=True)):
        if one != other:
            beside = slice(i, i + 1) if one.isalnum() else slice(max(i - 1, 0), i + 2)
            yield Change(line, "".join(olds[beside]).strip(), "".join(news[beside]).strip())
