"""Which block of a page is the headline of its article."""

from cleaner.judging.page.blocks import is_link
from cleaner.normalize.fold import fold
from cleaner.pattern import pattern
from cleaner.reading.head import shared_titles_in, title_in
from cleaner.reading.hints import bits
from cleaner.reading.kinds import PROSE_SHAPES, shape
from cleaner.reading.page import Columns

_LONGEST = 250  # characters
_ABOVE = 15  # blocks above the first paragraph
_HEAD = 4  # kept blocks that may stand above the first sentence: path, headline, date in the rows of one table
_SHARE = 0.4  # of a page's name, which may have the site's in it too
_BESIDE = 0.4  # of what is kept: most that stands above a headline
_LOWER = frozenset(("h2", "h3", "h4", "h5"))
_HEADINGS = _LOWER | {"h1"}
_WORDS, _KNOWN = 4, 0.6  # of a headline, at least; the share of them that its page's names must have
_NO_HEADLINE = bits("<nav>", "menu", "dialog", "newsletter", "comment", "hidden by attribute")  # called so
_WORD = pattern(r"\w+")


def title_of(page: Columns, kept: list[int]) -> int | None:
    """The last h1 of one line before the first kept paragraph, of those that the page is named after if there are any.

    Else the first: then no h1 stands above its rest. An h1 may be the site's own name, with the headline in a lower
    heading; a line may stand above the h1.
    """
    if not kept:
        return None
    start = next((k for k in kept if page.tags[k] != "h1"), kept[-1])
    headings = _h1s(page, start)
    if not headings and "h1" in page.tags:
        start = next((k for k in kept if page.tags[k] != "h1" and shape(page.texts[k]) in PROSE_SHAPES), kept[-1])
        headings = _h1s(page, start)
    whole = [k for k in headings if "\n" not in page.texts[k]]
    if len(whole) > 1:
        names = names_of(page)
        whole = [k for k in whole if _is_in(page, k, names)] or whole
    h1 = next(iter(whole[-1:] or headings), None)
    if h1 is not None and not _may_be_site(page, h1, fold(title_in(page.head))):
        return h1
    names = names_of(page)
    if h1 is None:
        start = next((k for k in kept[:_HEAD] if shape(page.texts[k]) in PROSE_SHAPES), start)
        above = range(start, max(-1, start - _ABOVE), -1)
        found = _named(page, above, names)
        found = _midst(page, kept, names) if found is None else found
        found = _worded(page, above, names) if found is None else found
        return _in_furniture(page, start) if found is None else found
    below = _named(page, range(start, max(h1, start - _ABOVE), -1), names)
    return h1 if below is None or page.tags[below] not in _LOWER else below


def _midst(page: Columns, kept: list[int], names: list[str]) -> int | None:
    """The line that the page is named after where a column beside the article stands above it in the source."""
    most, above, place = _BESIDE * sum([len(page.texts[k]) for k in kept]), 0, 0
    for k in range(kept[0], kept[-1]):
        is_heading = page.tags[k] in _HEADINGS
        may_be = is_heading or (len(page.texts[k]) <= _LONGEST and shape(page.texts[k]) not in PROSE_SHAPES)
        if may_be and _is_in(page, k, names):
            return k if _places(page, kept[:place]).isdisjoint(_places(page, kept[place:])) else None
        if k == kept[place]:
            place, above = place + 1, above + len(page.texts[k])
        if above > most:
            break
    return None


def _places(page: Columns, blocks: list[int]) -> set[str]:
    """What the containers of some blocks are called, those without a name by number."""
    return {page.hints[holder] or str(holder) for holder in (page.holders[k] for k in blocks)}


def names_of(page: Columns) -> list[str]:
    """What the page calls itself, folded."""
    return [fold(name) for name in (title_in(page.head), *shared_titles_in(page.head)) if name]


def is_name(page: Columns, k: int, names: list[str]) -> bool:
    """Whether a block is a heading that is a good part of a name of the page."""
    return page.tags[k] in _HEADINGS and _is_in(page, k, names)


def _h1s(page: Columns, last: int) -> list[int]:
    return [k for k in range(last) if page.tags[k] == "h1" and len(page.texts[k]) <= _LONGEST]


def _named(page: Columns, among: range, names: list[str]) -> int | None:
    """The lowest line above the article that is most of what the page calls itself, the site's name beside it or not.

    The first of `among` is the first that is kept: a heading, or a line that is no prose.
    """
    for k in among:
        may_be = k != among[0] or page.tags[k] in _LOWER or shape(page.texts[k]) not in PROSE_SHAPES
        if may_be and _is_in(page, k, names):
            return k
    return None


def _in_furniture(page: Columns, start: int) -> int | None:
    """The last h1 above the article that stands in what is called a banner, a byline …, and is not the site's name."""
    h1s = [k for k in page.headlines if k < start and not page.bits[page.holders[k]] & _NO_HEADLINE]
    name = fold(title_in(page.head))
    return max([k for k in h1s if not _may_be_site(page, k, name)], default=None)


def _worded(page: Columns, among: range, names: list[str]) -> int | None:
    """The lowest heading that has most of its words from what the page calls itself: for readers the headline may be

    another than for search engines.
    """
    known = {word for name in names for word in _WORD.findall(name)}
    for k in among:
        words = _WORD.findall(fold(page.texts[k])) if page.tags[k] in _LOWER else []
        if len(words) >= _WORDS and sum(word in known for word in words) >= _KNOWN * len(words):
            return k
    return None


def _may_be_site(page: Columns, h1: int, name: str) -> bool:
    """Whether an h1 is linked, or a small part of the page's <title>, the name."""
    text = fold(page.texts[h1])
    return is_link(page, h1) or (text in name and len(text) < _SHARE * len(name))


def _is_in(page: Columns, k: int, names: list[str]) -> bool:
    """Whether a line is a good part of a name of the page."""
    text = fold(page.texts[k])
    return any(len(text) >= _SHARE * len(name) and text in name for name in names)
