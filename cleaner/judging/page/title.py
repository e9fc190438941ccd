"""Which block of a page is the headline of its article."""

from cleaner.normalize.fold import fold
from cleaner.reading.head import title_in
from cleaner.reading.kinds import PROSE_SHAPES, shape
from cleaner.reading.page import Columns

_LONGEST = 250  # characters
_ABOVE = 15  # blocks above the first paragraph
_SHARE = 0.4  # of the <title>, which has the site's name too
_LINKED = 0.9  # of an h1 that is the site's name
_HEADINGS = frozenset(("h2", "h3", "h4"))


def title_of(page: Columns, kept: list[int]) -> int | None:
    """The last h1 of one line before the first kept paragraph, else the first: then no h1 stands above its rest.

    A linked h1 may be the site's own name, with the headline in a lower heading; a line may stand above the h1.
    """
    if not kept:
        return None
    start = next((k for k in kept if page.tags[k] != "h1"), kept[-1])
    headings = _h1s(page, 0, start)
    if not headings and "h1" in page.tags:
        start = next((k for k in kept if page.tags[k] != "h1" and shape(page.texts[k]) in PROSE_SHAPES), kept[-1])
        headings = _h1s(page, 0, start)
    whole = [k for k in headings if "\n" not in page.texts[k]]
    found = next(iter(whole[-1:] or headings), None)
    if found is None or page.links[found] >= _LINKED * len(page.texts[found]):
        below = _named(page, start)
        return found if below is None or (found is not None and page.tags[below] not in _HEADINGS) else below
    return found


def _h1s(page: Columns, first: int, last: int) -> list[int]:
    return [k for k in range(first, last) if page.tags[k] == "h1" and len(page.texts[k]) <= _LONGEST]


def _named(page: Columns, start: int) -> int | None:
    """Of a page without an h1 the line above the article that its <title> holds, the site's name beside it or not."""
    wanted = fold(title_in(page.head))
    above = range(start, max(-1, start - _ABOVE), -1) if wanted else ()
    for k in [k for k in above if k < start or page.tags[k] in _HEADINGS]:
        text = fold(page.texts[k])
        if len(text) >= _SHARE * len(wanted) and text in wanted:
            return k
    return None
