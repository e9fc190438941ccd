"""Words of menus in a text that is no page: items of the article's own list, and nothing else that rules know.

keep | Sleep when you can
keep | Books                 a rule knows it as a section of the site, but no other line here is furniture
keep | Photos of home
"""

from collections.abc import Iterator, Sequence

from cleaner.document import Block, BlockKind
from cleaner.judging.match import Marks
from cleaner.judging.own_line import FEW_MARKS, LABELS
from cleaner.rules.rule import Rule

_PROSE = BlockKind.PROSE
_KINDS = frozenset({"chrome", "related"})


def of_a_page(blocks: Sequence[Block], marks: Marks) -> Marks:
    """The marks; but what users' own rules say alone where all are words below the first paragraph, in a list."""
    if not 0 < len(marks) <= FEW_MARKS:
        return marks
    first = next((i for i, block in enumerate(blocks) if block.kind is _PROSE and i not in marks), len(blocks))
    if min(marks) <= first or not all(_are_words(blocks[i], rules) for i, rules in marks.items()):
        return marks
    if not any(blocks[j].shape in LABELS for i in marks for j in _beside(blocks, i) if j not in marks):
        return marks
    own = {i: tuple(rule for rule in rules if not rule.trusted) for i, rules in marks.items()}
    return {i: rules for i, rules in own.items() if rules}


def _are_words(block: Block, rules: Sequence[Rule]) -> bool:
    """Whether a line is a label, and rules know it as a word that is furniture only where a page has it."""
    return block.shape in LABELS and all(rule.where != "anywhere" and rule.kind in _KINDS for rule in rules)


def _beside(blocks: Sequence[Block], i: int) -> Iterator[int]:
    """The lines right above and below."""
    return (j for j in (i - 1, i + 1) if 0 <= j < len(blocks))
