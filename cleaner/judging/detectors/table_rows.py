"""Rows of a table with bars between their cells, which read like menus; a menu has one such row, or rows of its own.

keep | Boat | Trips | Coins
keep | Tern | 411 | 1644
keep | Gannet | 87 | 348
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner.document import Action, Block, Verdict
from cleaner.judging.scene import Scene
from cleaner.rules.rule import Rule

WHY = "A row of a table: the rows around it have cells too, and figures or the same words in them."
_RULES = "any-bar-menu"  # how the ids of the rules begin that know such lines
_BARS, _ROWS = 2, 3  # at least


def _knows_bars(rule: Rule) -> bool:
    return rule.id.startswith(_RULES)


def find(scene: Scene) -> Iterator[Verdict]:
    """One exception for each table that has a row which rules take for a menu."""
    done = 0
    for i in scene.marked_by(_knows_bars):
        if i < done:
            continue
        rows = _run(scene, i)
        done = rows[-1] + 1
        if len(rows) >= _ROWS and _is_table([scene.blocks[j].text for j in rows]):
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


def _is_table(rows: list[str]) -> bool:
    """Whether half of the rows have figures, or half of the cells stand more than once."""
    cells = Counter(cell.strip() for row in rows for cell in row.split("|"))
    again = sum(count for count in cells.values() if count > 1)
    figures = sum(any(map(str.isdigit, row)) for row in rows)
    return 2 * figures >= len(rows) or 2 * again >= cells.total()
