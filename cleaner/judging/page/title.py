"""Which block of a page is the headline of its article."""

from cleaner.normalize.fold import fold
from cleaner.pattern import pattern
from cleaner.reading.head import titles_in
from cleaner.reading.page import Columns

_LONGEST = 250  # characters
_ABOVE = 15  # blocks above the first paragraph
_SHARE = 0.4  # of a page's name, which may have the site's in it too
_WORDS, _KNOWN = 4, 0.6  # of a headline, at least; the share of them that its page's names must have
_WORD = pattern(r"\w+")
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
    """Of a page without an h1 the line above the article that it is called by, the site's name beside it or not; else

    the heading there that has most of its words from that name: the headline for readers may be another than for
    search engines.
    """
    names = [fold(name) for name in titles_in(page.head)]
    above = range(start, max(-1, start - _ABOVE), -1) if names else ()
    headings = [k for k in above if page.tags[k] in _HEADINGS]
    for k in [k for k in above if k < start or k in headings]:
        text = fold(page.texts[k])
        if any(len(text) >= _SHARE * len(name) and text in name for name in names):
            return k
    known = {word for name in names for word in _WORD.findall(name)}
    return next((k for k in headings if _is_made_of(known, fold(page.texts[k]))), None)


def _is_made_of(known: set[str], text: str) -> bool:
    words = _WORD.findall(text)
    return len(words) >= _WORDS and sum(word in known for word in words) >= _KNOWN * len(words)
