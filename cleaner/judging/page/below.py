"""The links that a heading announces go with it.

drop | Read also
drop | <li><a>The ferry that runs at night</a>
drop | <li><a>Who owns the quay?</a>
keep | The council meets again in May.
"""

from collections.abc import Mapping, Sequence

from cleaner.judging.page.blocks import is_link
from cleaner.reading.page import Columns
from cleaner.rules.rule import Rule


def announced(page: Columns, kept: Sequence[int], marked: Mapping[int, Rule]) -> dict[int, Rule]:
    """The kept blocks of links right below a line, itself no link, that a rule takes as leading elsewhere."""
    found: dict[int, Rule] = {}
    heading: Rule | None = None
    for k in kept:
        if k in marked:
            heading = marked[k] if marked[k].kind == "related" and not page.links[k] else None
        elif heading is not None and is_link(page, k):
            found[k] = heading
        else:
            heading = None
    return found
