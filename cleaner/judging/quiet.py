"""Lines that rules know in a text that is no page, for nothing else there is furniture: words of menus in a list of the
article's own, and the dates over the entries of a diary.

keep | Sleep when you can
keep | Books                 a rule knows it as a section of the site
keep | Photos of home
"""

from collections.abc import Iterator, Sequence
from functools import cache

from cleaner.document import Block
from cleaner.judging.match import Marks
from cleaner.judging.own_line import FEW_MARKS, LABELS
from cleaner.reading.kinds import PROSE_SHAPES, STATEMENT_SHAPES
from cleaner.rules.rule import Rule

_KINDS = frozenset({"chrome", "related"})
_ENTRIES = 3  # of a diary
_ITEMS = LABELS | (STATEMENT_SHAPES - PROSE_SHAPES)


def of_a_page(blocks: Sequence[Block], marks: Marks) -> Marks:
    """The marks; but what users' own rules say alone where all are the article's."""
    if marks and (_are_dates(blocks, marks) or _are_listed(blocks, marks)):
        own = {i: tuple(rule for rule in rules if not rule.trusted) for i, rules in marks.items()}
        return {i: rules for i, rules in own.items() if rules}
    return marks


def _are_dates(blocks: Sequence[Block], marks: Marks) -> bool:
    """Whether all are dates, several, no two alike and each with a text below it."""
    if len(marks) < _ENTRIES or not all(_is_date(rule) for rules in marks.values() for rule in rules):
        return False
    return len({blocks[i].text for i in marks}) == len(marks) and all(i + 1 not in marks for i in marks)


@cache
def _is_date(rule: Rule) -> bool:
    return rule.kind == "byline" and "date" in rule.id


def _are_listed(blocks: Sequence[Block], marks: Marks) -> bool:
    """Whether all are words, few, and one stands in a list, below what announces it, or beside a short sentence.

    The first line of all may be a menu.
    """
    if len(marks) > FEW_MARKS or 0 in marks or not all(_are_words(blocks[i], rules) for i, rules in marks.items()):
        return False
    around = [blocks[j] for i in marks for j in _beside(blocks, i) if j not in marks]
    return any(block.shape in _ITEMS or block.text.endswith((":", "：")) for block in around)


def _are_words(block: Block, rules: Sequence[Rule]) -> bool:
    """Whether a line is a label, and rules know it as a word that is furniture only where a page has it."""
    return block.shape in LABELS and all(rule.where != "anywhere" and rule.kind in _KINDS for rule in rules)


def _beside(blocks: Sequence[Block], i: int) -> Iterator[int]:
    """The lines right above and below."""
    return (j for j in (i - 1, i + 1) if 0 <= j < len(blocks))
