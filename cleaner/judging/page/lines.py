"""Blocks of several lines, parted by `<br>`, or of cells: furniture where each is, as a flattened page would show them.

drop | Read more: The ferry that runs at night<br>Read more: Who owns the quay?
drop | Don't miss<br>The ferry that runs at night<br>Who owns the quay?
drop | <td>Print<td>Send to a friend<td>WhatsApp
"""

import re
from collections.abc import Callable, Sequence

from cleaner.judging.addresses import is_address
from cleaner.normalize.fold import EDGES, fold
from cleaner.reading.kinds import SENTENCE_SHAPES, shape
from cleaner.reading.page import CELLS
from cleaner.rules.compile import Rulebook
from cleaner.rules.rule import LONGEST, Rule

_LISTS = ("related", "comment")  # kinds of headings below which lines may be anything
_PARTED = re.compile(f"\n|{re.escape(CELLS)}")


def by_lines(
    texts: dict[int, str], book: Rulebook, fits: Callable[[Rule, int], bool], leads: Callable[[int], bool]
) -> dict[int, Rule]:
    """The blocks that go, by number, each with the rule that takes its first line.

    texts: blocks by number; fits: whether a rule may take a block from where that stands; leads: whether it is mostly
    links.
    """
    several = {k: _PARTED.split(text) for k, text in texts.items() if "\n" in text or _is_row_alone(texts, k)}
    found = {}
    for k, opening in zip(several, _rules(book, [lines[0] for lines in several.values()]), strict=True):
        rules = [rule for rule in opening if fits(rule, k) and not rule.keep and not is_address(rule)]
        if rules and (_is_furniture(several[k], rules, book) or (leads(k) and _is_list(several[k]))):
            found[k] = rules[0]
    return found


def _is_row_alone(texts: dict[int, str], k: int) -> bool:
    """Whether a text has cells, and those beside it have none; several rows are a table."""
    return CELLS in texts[k] and CELLS not in texts.get(k - 1, "") and CELLS not in texts.get(k + 1, "")


def _rules(book: Rulebook, lines: Sequence[str]) -> list[tuple[Rule, ...]]:
    """Of each line the rules that match it."""
    keys = fold("\n".join([line if len(line) <= LONGEST else "" for line in lines])).split("\n") if lines else []
    matches = book.matches({key: key.strip(EDGES) for key in keys if key})
    return [matches.get(key, ()) for key in keys]


def _is_furniture(lines: Sequence[str], opening: Sequence[Rule], book: Rulebook) -> bool:
    """Whether rules take each line, or the first is the heading of a list and no other ends as a sentence does."""
    if any(rule.drops != "line" and rule.kind in _LISTS for rule in opening):
        return _is_list(lines)
    return all(any(not rule.keep for rule in rules) for rules in _rules(book, lines[1:]))


def _is_list(lines: Sequence[str]) -> bool:
    """Whether no line below the first ends as a sentence does."""
    return not any(shape(line) in SENTENCE_SHAPES for line in lines[1:])
