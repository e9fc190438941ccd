"""Rows of a table with bars between their cells, which read like menus; a menu has one such row, or rows of its own.

keep | Boat | Trips | Coins
keep | Tern | 411 | 1644
keep | Gannet | 87 | 348

The calendar beside an article is no table of it: its cells are the days of a month, one after another.

drop | 1 | 2 | 3 | 4 | 5 | 6 | 7
drop | 8 | 9 | 10 | 11 | 12 | 13 | 14
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.document import Action, Block, Verdict
from cleaner.judging.scene import Scene
from cleaner.rules.rule import Rule

WHY = "A row of a table: the rows around it have cells too, and figures or the same words in them."
CALENDAR = "A month's calendar beside the article: its cells are the days, one after another."
_RULES = "any-bar-menu"  # how the ids of the rules begin that know such lines
_BARS, _ROWS = 2, 3  # at least
_DAYS = 20  # of a month, at least
_DIGITS = 4  # of a number that are looked at; Python refuses to read thousands of them


def knows_bars(rule: Rule) -> bool:
    return rule.id.startswith(_RULES)


def find(scene: Scene) -> Iterator[Verdict]:
    """One exception for each table that has a row which rules take for a menu; a verdict for a calendar."""
    done = 0
    for i in scene.marked_by(knows_bars):
        if i < done:
            continue
        rows = _run(scene, i)
        done = rows[-1] + 1
        texts = [scene.blocks[j].text for j in rows]
        is_beside = rows[-1] < scene.first_prose or rows[0] > scene.prose[-1]
        if len(rows) >= _ROWS and is_beside and _is_calendar(texts):
            yield Verdict("table-rows", "chrome", CALENDAR, rows[0], done)
        elif len(rows) >= _ROWS and _is_table(texts):
            yield Verdict("table-rows", "chrome", WHY, rows[0], done, Action.KEEP)


def _run(scene: Scene, i: int) -> list[int]:
    """The lines with bars around one; above each may stand its name."""
    blocks, rows = scene.blocks, [i]
    for step in (-1, 1):  # up to the first row, and down again from there
        rows = rows[-1:]
        while near := [j for j in (rows[-1] + step, rows[-1] + 2 * step) if _has_bars(blocks, j)]:
            rows.append(near[0])
    return rows


def _has_bars(blocks: Sequence[Block], i: int) -> bool:
    return 0 <= i < len(blocks) and blocks[i].text.count("|") >= _BARS


def _is_calendar(rows: list[str]) -> bool:
    """Whether the cells that are numbers are the days of a month."""
    numbers = [cell.strip() for row in rows for cell in row.split("|") if cell.strip().isdecimal()]
    days = [int(number[:_DIGITS]) for number in numbers]
    return len(days) >= _DAYS and all(after == day + 1 for day, after in pairwise(days))


def _is_table(rows: list[str]) -> bool:
    """Whether half of the rows have figures, or half of the cells stand more than once."""
    cells = Counter(cell.strip() for row in rows for cell in row.split("|"))
    again = sum(count for count in cells.values() if count > 1)
    figures = sum(any(map(str.isdigit, row)) for row in rows)
    return 2 * figures >= len(rows) or 2 * again >= cells.total()
