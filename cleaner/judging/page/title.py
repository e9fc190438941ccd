"""Which block of a page is the headline of its article."""

from cleaner.normalize.fold import fold
from cleaner.reading.head import title_in
from cleaner.reading.page import Columns

_LONGEST = 250  # characters
_ABOVE = 15  # blocks above the first paragraph
_SHARE = 0.4  # of the <title>, which has the site's name too
_HEADINGS = frozenset(("h2", "h3", "h4"))


def title_of(page: Columns, kept: list[int]) -> int | None:
    """The last h1 of one line before the first kept paragraph, else the first: then no h1 stands above its rest."""
    if not kept:
        return None
    start = next((k for k in kept if page.tags[k] != "h1"), kept[-1])
    headings = [k for k in range(start) if page.tags[k] == "h1" and len(page.texts[k]) <= _LONGEST]
    whole = [k for k in headings if "\n" not in page.texts[k]]
    return next(iter(whole[-1:] or headings), None if headings else _named(page, start))


def _named(page: Columns, start: int) -> int | None:
    """Of a page without an h1 the line above the article that its <title> holds, the site's name beside it or not."""
    wanted = fold(title_in(page.head))
    above = range(start, max(-1, start - _ABOVE), -1) if wanted else ()
    for k in [k for k in above if k < start or page.tags[k] in _HEADINGS]:
        text = fold(page.texts[k])
        if len(text) >= _SHARE * len(wanted) and text in wanted:
            return k
    return None
