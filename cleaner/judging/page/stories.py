"""Further articles below the first, each with a headline of its own, as endless scrolling loads them.

They stand in `<article>`s, or in containers beside each other that are named after stories, and alike but for a number.

keep | <div class="story" id="s-2"><h1>The ferry runs again</h1> ...
drop | <div class="story" id="s-1"><h1>A new baker in Mill Street</h1> ...
"""

from collections.abc import Sequence

from cleaner.judging.page.blocks import is_link
from cleaner.judging.page.containers import look, spread
from cleaner.judging.page.layout import Layout
from cleaner.judging.page.title import is_name, names_of
from cleaner.reading.hints import bits
from cleaner.reading.page import Columns

_SHARE = 0.2  # of the prose: an article that holds more is the page's
_STORY = bits("article")


def articles_of(page: Columns, chain: set[int]) -> list[int]:
    """The running number of the <article> that each container is in, of those that do not hold the whole article."""
    numbers, count = [0] * len(page.parents), 0
    tags, parents = page.container_tags, page.parents
    if "article" not in tags:
        return numbers
    for i in range(tags.index("article"), len(numbers)):
        if tags[i] == "article" and i not in chain:
            numbers[i] = count = count + 1
        else:
            numbers[i] = numbers[parents[i]]
    return numbers


def next_stories(page: Columns, layout: Layout, blocks: Sequence[int], articles: Sequence[int]) -> set[int]:
    """The containers of all stories but the first. Linear for each headline."""
    headlines = _headlines(page)
    if len(headlines) < 2:
        return set()
    masses, holders = layout.masses, page.holders
    enough = _SHARE * (sum([masses[k] for k in blocks]) or 1.0)
    titled = sorted({articles[holders[k]] for k in headlines if page.tags[k] == "h1"})
    if not any(page.container_tags[i] == "article" for i in layout.chain):
        titled = [number for number in titled if number]  # 0 is the page around them
    if len(titled) > 1 and sum([masses[k] for k in blocks if articles[holders[k]] == titled[0]]) > enough:
        later = set(titled[1:])
        return {i for i, number in enumerate(articles) if number in later}
    own, tops = _beside(page, headlines)
    if not tops:
        own, tops = _named_alike(page, headlines)
    inside = spread(page.parents, {own}, range(1, len(page.parents))) if tops else []
    if not tops or sum([masses[k] for k in blocks if inside[holders[k]]]) <= enough:
        return set()
    return {i for i, is_later in enumerate(spread(page.parents, tops, range(1, len(page.parents)))) if is_later}


def _headlines(page: Columns) -> list[int]:
    """The h1s, and linked headings whose container is called as that of a single one; without one the heading that the
    page is named after, and those below that look like it.
    """
    h1s = [k for k, tag in enumerate(page.tags) if tag == "h1"]
    if h1s:
        name = page.hints[page.holders[h1s[0]]] if len(h1s) == 1 else ""
        if not name or page.hints.count(name) == 1:
            return h1s
        below = range(h1s[0] + 1, len(page.tags))
        linked = [k for k in below if page.tags[k] == "h2" and is_link(page, k)]
        return h1s + [k for k in linked if page.hints[page.holders[k]] == name]
    names = names_of(page)
    first = next((k for k in range(len(page.tags)) if names and is_name(page, k, names)), len(page.tags))
    hints, holders = page.hints, page.holders
    alike = [k for k in range(first, len(page.tags)) if page.tags[k] == page.tags[first]]
    return [k for k in alike if hints[holders[k]] == hints[holders[first]]]


def _beside(page: Columns, headlines: list[int]) -> tuple[int, set[int]]:
    """The container of the first headline, and those beside it that are named alike and hold the others."""
    parents, (first, *others) = page.parents, headlines
    above = _path(parents, page.holders[first])
    own, tops = 0, set()
    for path in [_path(parents, page.holders[k]) for k in others]:
        fork = next((i for i, (a, b) in enumerate(zip(above, path, strict=False)) if a != b), 0)
        if fork and (own or above[fork]) == above[fork] and _is_alike(page, above[fork], path[fork]):
            own = above[fork]
            tops.add(path[fork])
    return own, tops


def _named_alike(page: Columns, headlines: list[int]) -> tuple[int, set[int]]:
    """The container of the first headline, and those farther down that are called the same and hold the others."""
    above = _path(page.parents, page.holders[headlines[0]])
    called = {page.hints[i]: i for i in reversed(above) if page.bits[i] & _STORY and page.hints[i]}
    own, tops = 0, set()
    for k in headlines[1:]:
        path = [i for i in _path(page.parents, page.holders[k])[:-1] if i not in above and page.hints[i] in called]
        if path:
            own = called[page.hints[path[0]]]
            tops.add(path[0])
    return own, tops


def _path(parents: list[int], container: int) -> list[int]:
    """The containers from the outermost to this one."""
    path = [container]
    while container:
        path.append(container := parents[container])
    return path[::-1]


def _is_alike(page: Columns, one: int, other: int) -> bool:
    """Whether two containers are named after stories, and alike."""
    return bool(page.bits[one] & page.bits[other] & _STORY) and look(page, one) == look(page, other) != ""
