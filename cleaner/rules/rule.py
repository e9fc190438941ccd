"""A rule: what it matches, what it takes, why, and the examples that prove it. Data only."""

from dataclasses import dataclass
from typing import NamedTuple

KINDS = ("chrome", "related", "comment", "repetition", "byline")
DROPS = ("line", "region", "list")
UNTIL = ("prose", "end", "next")
LONGEST = 240  # characters of a line that a rule may match
WHERE = ("anywhere", "head", "tail", "edges", "below")


class Example(NamedTuple):
    """Lines with the verdict each must get: (True, text) must be dropped, (False, text) must stay.

    A rule matches the lines it drops; an exception (`keep`) matches the lines that stay.
    """

    lines: tuple[tuple[bool, str], ...]


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity: hashing thousands of phrases would cost
class Rule:
    """One entry of a pack. All matchers that are given must hold; the texts are folded when the rulebook is compiled.

    lines: the whole line is one of these; starts, ends: the line begins, ends with one of these, at a word's edge;
    pattern: a regular expression found in the folded line; max_chars: longer lines never match; needs: characters of
    which the line must hold one, asked before a pattern that stands alone is tried; dated: it must also hold a year, or
    two numbers joined as in a date or time (2016, 6/12, 12:21).
    drops: the line, or a region from it on, `until` prose begins, to the end or with the next line; a list is a region
    that above the first paragraph is its own line only, for there the headline may follow.
    where: head and tail ask that the line stands before the first, after the last paragraph of prose, edges either;
    below, after the first one.
    keep: an exception, whatever other rules say.
    """

    id: str
    kind: str
    why: str
    lines: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    pattern: str = ""
    needs: str = ""
    dated: bool = False
    max_chars: int = 60
    drops: str = "line"
    until: str = "prose"
    where: str = "anywhere"
    keep: bool = False
    examples: tuple[Example, ...] = ()
    origin: str = ""  # pack and line, for messages
    trusted: bool = False  # shipped with the project: its patterns need no time limit
