"""The links that a heading announces go with it.

drop | Read also
drop | <li><a>The ferry that runs at night</a>
drop | <li><a>Who owns the quay?</a>
keep | The council meets again in May.
"""

from collections.abc import Mapping, Sequence

from cleaner.judging.page.blocks import is_link
from cleaner.judging.page.rules import RELATED, PageRule
from cleaner.reading.hints import bits
from cleaner.reading.page import WHOLE, Columns
from cleaner.rules.rule import Rule

_RELATED = bits("related")


def announced(page: Columns, kept: Sequence[int], marked: Mapping[int, Rule]) -> dict[int, Rule | PageRule]:
    """The kept blocks of links right below a line, itself no link, that leads elsewhere by a rule or by its name."""
    found: dict[int, Rule | PageRule] = {}
    heading: Rule | PageRule | None = None
    for k in kept:
        if k in marked:
            if marked[k].kind == "related":
                heading = None if page.links[k] else marked[k]
        elif (heading is not None or _is_named(page, k - 1)) and is_link(page, k):
            found[k] = heading = heading or RELATED
        else:
            heading = None
    return found


def _is_named(page: Columns, k: int) -> bool:
    """Whether a block is all of a short container that is named after related articles."""
    return k >= 0 and page.tags[k] == WHOLE and page.bits[page.holders[k]] & _RELATED != 0
