"""Readers' comments in containers that no name gives away: all alike, below the heading of a thread.

drop | <h3>Comments
drop | <div class="k2"><b>Ida<p>Thank you for this, it took me back to the ferry of my childhood.
drop | <div class="k2"><b>A rider<p>I see it otherwise, the captain was never there on Sundays.
"""

from collections import defaultdict
from collections.abc import Container

from cleaner.judging.page.layout import look
from cleaner.normalize.fold import EDGES, fold
from cleaner.reading.kinds import PROSE_SHAPES, shape
from cleaner.reading.page import Columns
from cleaner.rules.compile import Rulebook
from cleaner.rules.rule import Rule

_LONGEST = 40  # characters of the heading
_LEVELS = 4  # containers around a block that may be its comment
_SEVERAL = 2  # comments
_Group = tuple[int, str]  # the container around, and how those in it look


def threads(page: Columns, kept: list[int], book: Rulebook, chain: Container[int]) -> dict[int, Rule]:
    """The kept blocks of threads, headings and all. chain: the containers that hold the whole article."""
    start = next((k for k in kept if shape(page.texts[k]) in PROSE_SHAPES), None)
    if start is None or start == kept[-1]:
        return {}
    blocks = range(start + 1, len(page.texts))
    below = {_first_of(page, each, blocks) - 1: each for each in _alike(page, [k for k in kept if k > start], chain)}
    keys = {k: fold(page.texts[k]) for k in below if k >= start and len(page.texts[k]) <= _LONGEST}
    matches = book.matches({key: key.strip(EDGES) for key in keys.values()})
    found: dict[int, Rule] = {}
    for k, key in keys.items():
        rule = next((rule for rule in matches.get(key, ()) if rule.kind == "comment" and not rule.keep), None)
        if rule is not None:
            found |= dict.fromkeys([k, *(j for j in blocks if _is_in(page, j, below[k]))], rule)
    are_kept = {*kept}
    return {k: rule for k, rule in found.items() if k in are_kept}


def _alike(page: Columns, kept: list[int], chain: Container[int]) -> list[set[int]]:
    """The containers that stand in one and are called the same, each such set in which kept blocks are."""
    own: set[_Group] = set()
    for holder in {page.holders[k] for k in kept}:
        own.update((page.parents[i], look(page, i)) for i in _around(page, holder) if i not in chain)
    places = {up for up, name in own if name}
    groups: defaultdict[_Group, set[int]] = defaultdict(set)
    for i, up in enumerate(page.parents):
        if up in places and (group := (up, look(page, i))) in own and group[1]:
            groups[group].add(i)
    return [each for each in groups.values() if len(each) >= _SEVERAL]


def _around(page: Columns, container: int) -> list[int]:
    """A container and those around it, the innermost first."""
    found: list[int] = []
    while container and len(found) < _LEVELS:
        found.append(container)
        container = page.parents[container]
    return found


def _is_in(page: Columns, k: int, containers: set[int]) -> bool:
    return not containers.isdisjoint(_around(page, page.holders[k]))


def _first_of(page: Columns, containers: set[int], blocks: range) -> int:
    """The first block in one of these containers; -1 where none is."""
    return next((k for k in blocks if _is_in(page, k, containers)), -1)
