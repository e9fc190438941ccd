"""Lines that rules know and that are the article's all the same: answers of a word, and in a text that is no page, for
nothing else there is furniture, words of menus in a list and the dates over the entries of a diary.

keep | Sleep when you can
keep | Books                 a rule knows it as a section of the site
keep | Photos of home
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from cleaner.document import Block
from cleaner.judging.match import Marks
from cleaner.judging.own_line import FEW_MARKS, LABELS
from cleaner.reading.kinds import PROSE_SHAPES, STATEMENT_SHAPES
from cleaner.rules.rule import Rule

_KINDS = frozenset({"chrome", "related"})
_ENTRIES = 3  # of a diary
_ANSWER, _LONGEST_ANSWER = 2, 25  # words and characters
_SAID = ".,،"
_DASHES = '-–—ـ «"'  # and other signs before an answer
_ITEMS = LABELS | (STATEMENT_SHAPES - PROSE_SHAPES)


def of_a_page(blocks: Sequence[Block], marks: Marks) -> Marks:
    """The marks; but what users' own rules say alone of lines that are the article's."""
    if marks and (_are_dates(blocks, marks) or _are_listed(blocks, marks)):
        return _of_users(marks, marks)
    said = [i for i in marks if blocks[i].text[-1] in _SAID and _is_answer(blocks[i].text, marks[i])]
    return _of_users(marks, said) if said else marks


def _of_users(marks: Marks, lines: Iterable[int]) -> Marks:
    """The marks, of some lines only those of users' own rules."""
    own = {i: tuple(rule for rule in marks[i] if not rule.trusted) for i in lines}
    return {i: rules for i, rules in (marks | own).items() if rules}


def _is_answer(text: str, rules: Sequence[Rule]) -> bool:
    """Whether a word or two end as a sentence or a salutation does: buttons and labels have no full stop or comma."""
    if len(text) > _LONGEST_ANSWER:
        return False
    words = text[:-1].lstrip(_DASHES)
    return words.count(" ") < _ANSWER and words[-1:].isalpha() and "." not in words and all(map(_is_label, rules))


def _is_label(rule: Rule) -> bool:
    return rule.kind != "byline"


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
