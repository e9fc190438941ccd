"""The links that a heading announces go with it.

drop | Read also
drop | <li><a>The ferry that runs at night</a>
drop | <li><a>Who owns the quay?</a>
keep | The council meets again in May.
"""

from collections.abc import Mapping, Sequence

from cleaner.judging.page.blocks import is_heading, is_link
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
            heading = marked[k] if not page.links[k] and _leads_elsewhere(page, k, marked[k]) else None
        elif (heading is not None or _is_named(page, k - 1)) and is_link(page, k):
            found[k] = heading = heading or RELATED
        else:
            heading = None
    return found


def _leads_elsewhere(page: Columns, k: int, rule: Rule) -> bool:
    """Whether a line that goes by a rule heads links: by the rule, or as a heading («Read more») right above a list."""
    return rule.kind == "related" or (is_heading(page, k) and page.tags[k + 1 : k + 2] == ["li"])


def _is_named(page: Columns, k: int) -> bool:
    """Whether a block is all of a short container that is named after related articles."""
    return k >= 0 and page.tags[k] == WHOLE and page.bits[page.holders[k]] & _RELATED != 0
