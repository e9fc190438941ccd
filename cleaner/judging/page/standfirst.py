"""The standfirst: a sentence or two right below the headline, which many sites set apart from the article they open.

The region of an article begins at its first paragraphs, so what stands with the headline in the header of the page,
above picture and names, is looked at here. Only what its site calls by such a name is taken for one: without a name it
may as well be a teaser, a disclosure or the description for search engines.
"""

from cleaner.reading.hints import bits
from cleaner.reading.kinds import STATEMENT_SHAPES, shape, width
from cleaner.reading.page import WHOLE, Columns

_REACH = 6  # blocks below the headline
_LEAST, _FULL, _LONGEST = 40, 90, 600  # characters of a sentence, of what does not end as one, of any
_LINKED = 0.3  # share of its characters
_LEAD = bits("lead")


def standfirst(page: Columns, title: int, start: int) -> list[int]:
    """The blocks of the standfirst between the headline and the first paragraph that is kept."""
    found: list[int] = []
    for k in range(title + 1, min(title + 1 + _REACH, start)):
        if _is_one(page, k):
            found.append(k)
        elif found:
            break
    return found


def _is_one(page: Columns, k: int) -> bool:
    text = page.texts[k]
    if page.tags[k] == WHOLE or not page.bits[page.holders[k]] & _LEAD or page.links[k] > _LINKED * len(text):
        return False
    return _LEAST <= width(text) <= _LONGEST and (shape(text) in STATEMENT_SHAPES or width(text) >= _FULL)
