"""The links that a heading announces go with it.

drop | Read also
drop | <li><a>The ferry that runs at night</a>
drop | <li><a>Who owns the quay?</a>
keep | The council meets again in May.
"""

from collections.abc import Mapping, Sequence

from cleaner.reading.page import Columns
from cleaner.rules.rule import Rule

_LINKED = 0.9  # of a block that is a link


def announced(page: Columns, kept: Sequence[int], marked: Mapping[int, Rule]) -> dict[int, Rule]:
    """The kept blocks of links right below a line, itself no link, that a rule takes as leading elsewhere."""
    found: dict[int, Rule] = {}
    heading: Rule | None = None
    for k in kept:
        if k in marked:
            heading = marked[k] if marked[k].kind == "related" and not page.links[k] else None
        elif heading is not None and page.links[k] >= _LINKED * len(page.texts[k]):
            found[k] = heading
        else:
            heading = None
    return found
