"""Readers' comments in containers that no name gives away: all alike, below the heading of a thread.

drop | <h3>Comments
drop | <div class="k2"><b>Ida<p>Thank you for this, it took me back to the ferry of my childhood.
drop | <div class="k2"><b>A rider<p>I see it otherwise, the captain was never there on Sundays.
"""

from collections import defaultdict

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


def threads(page: Columns, kept: list[int], book: Rulebook) -> dict[int, Rule]:
    """The kept blocks of threads, headings and all. Next to nothing to do where no two containers are alike."""
    start = next((k for k in kept if shape(page.texts[k]) in PROSE_SHAPES), None)
    if start is None or start == kept[-1]:
        return {}
    groups = _alike(page, range(start + 1, len(page.texts)))
    labels = {blocks[0] - 1: blocks for blocks in groups if len(page.texts[blocks[0] - 1]) <= _LONGEST}
    keys = {k: fold(page.texts[k]) for k in labels}
    matches = book.matches({key: key.strip(EDGES) for key in keys.values()})
    found: dict[int, Rule] = {}
    for k, blocks in labels.items():
        rule = next((rule for rule in matches.get(keys[k], ()) if rule.kind == "comment" and not rule.keep), None)
        if rule is not None:
            found |= dict.fromkeys([k, *blocks], rule)
    are_kept = {*kept}
    return {k: rule for k, rule in found.items() if k in are_kept}


def _groups_of(page: Columns, k: int) -> list[tuple[int, _Group]]:
    """The named containers around a block, the innermost first, each with its group."""
    found, container = [], page.holders[k]
    for _ in range(_LEVELS):
        if not container:
            break
        up = page.parents[container]
        if name := look(page, container):
            found.append((container, (up, name)))
        container = up
    return found


def _alike(page: Columns, blocks: range) -> list[list[int]]:
    """The blocks by groups of containers that stand in one and are called the same."""
    members: defaultdict[_Group, set[int]] = defaultdict(set)
    held: defaultdict[_Group, list[int]] = defaultdict(list)
    for k in blocks:
        for container, group in _groups_of(page, k):
            members[group].add(container)
            held[group].append(k)
    return [held[group] for group, each in members.items() if len(each) >= _SEVERAL]
