"""What is one thing is article as a whole: a table of data, a list, a post from a network.

keep | <tr><td>Wheels<td>160
keep | <tr><td>Jib<td>140
"""

from collections.abc import Sequence
from itertools import compress

from cleaner.judging.page.containers import bits_around
from cleaner.reading.hints import bits
from cleaner.reading.page import CELLS, WHOLE, Columns

_ROWS = frozenset(("tr", "td", "th"))
_TABLES, _LISTS = frozenset(("table",)), frozenset(("ul", "ol"))
_ENOUGH = 1 / 3  # of the rows, the first among them
_PART = 0.25  # of the characters of a post
_MOST = 0.5  # of the characters of a list
_LINKED = 0.5  # of a table's characters: a list of links has no data
_LABELS, _LABEL = frozenset(("div", "p", "h2", "h3", "h4", "h5", "h6")), 40  # what a list is headed by: characters
_POST, _VERSE, _NAMED = bits("tweet"), bits("verse"), bits("tweet", "verse")
_DETAILS, _QUESTION = bits("<details>"), bits("question")
_UNFOLDS = _DETAILS | _QUESTION
_FOLDED = ("accordion", "faq")
_LINE = 80  # characters of a line of verse
_ELSEWHERE = bits("comment", "related", "more", "footer", "sidebar", "<aside>", "<footer>", "<nav>")
_LINES, _LITTLE = 4, 0.25  # of a poem; of its characters, what was taken for the article in its stead


def completed(page: Columns, blocks: Sequence[int], kept: list[int], said: int) -> list[int]:
    """The kept blocks, with what tables, lists and posts among them lack. said: by all names. Linear."""
    are_kept = set(kept)
    if any(page.tags[k] in _ROWS for k in kept):
        for rows in _grouped(page, [k for k in blocks if page.tags[k] in _ROWS], _innermost(page, _TABLES)):
            own = [k for k in rows if k in are_kept]
            if own[:1] == rows[:1] and len(own) >= _ENOUGH * len(rows) and _is_data(page, rows):
                are_kept.update(rows)
    if items := [k for k in blocks if page.tags[k] == "li"]:
        lists = _innermost(page, _LISTS)
        for items_of_one in _grouped(page, items, lists):
            _complete(page, items_of_one, _MOST, are_kept)
            first = items_of_one[0]
            if first in are_kept and first - 1 not in are_kept and _labels(page, first - 1, lists[page.holders[first]]):
                are_kept.add(first - 1)
    if said & _NAMED:
        _complete_named(page, blocks, are_kept)
    if said & _UNFOLDS:
        for folded in _grouped(page, blocks, _unfolding(page)):
            _complete(page, [k for k in folded if 2 * page.links[k] < len(page.texts[k])], _MOST, are_kept)
    if said & _VERSE and (poem := missed_poem(page, are_kept)):
        return poem
    return sorted(are_kept)


def _complete_named(page: Columns, blocks: Sequence[int], kept: set[int]) -> None:
    """Add what posts and verse among the kept blocks lack."""
    for post in _grouped(page, blocks, _posts(page)):
        _complete(page, post, _PART, kept)
    for lines in _grouped(page, blocks, _stanzas(page)):
        if all(len(page.texts[k]) <= _LINE and not page.links[k] for k in lines):
            _complete(page, lines, _PART, kept)


def missed_poem(page: Columns, kept: set[int]) -> list[int]:
    """The lines of a poem of which none was taken for the article, but next to nothing beside it: they are headings."""
    if not any(says & _VERSE for says in page.bits):
        return []
    stanzas, elsewhere = _stanzas(page), bits_around(page.parents, page.bits, set(), range(len(page.parents)))
    lines = [k for k, holder in enumerate(page.holders) if stanzas[holder] and not elsewhere[holder] & _ELSEWHERE]
    lines = [k for k in lines if page.tags[k] != WHOLE and not page.links[k] and len(page.texts[k]) <= _LINE]
    if len(lines) < _LINES or not kept.isdisjoint(lines):
        return []
    chars = sum([len(page.texts[k]) for k in lines])
    return lines if sum([len(page.texts[k]) for k in kept]) <= _LITTLE * chars else []


def _complete(page: Columns, blocks: list[int], least: float, kept: set[int]) -> None:
    """Add the blocks of one thing to those kept, of which so much of its characters is there."""
    sizes = [len(page.texts[k]) for k in blocks]
    if sum(compress(sizes, map(kept.__contains__, blocks))) >= least * sum(sizes):
        kept.update(blocks)


def _labels(page: Columns, k: int, items: int) -> bool:
    """Whether a block is a label right above a list, with nothing around both that is around neither."""
    if k < 0 or page.tags[k] not in _LABELS or page.links[k] or len(page.texts[k]) > _LABEL:
        return False
    holder, around = page.holders[k], page.parents[items]
    return around in (holder, page.parents[holder])


def _grouped(page: Columns, among: Sequence[int], groups: Sequence[int]) -> list[list[int]]:
    """The blocks by the group of their container; group 0 is none."""
    found: dict[int, list[int]] = {}
    for k in among:
        if group := groups[page.holders[k]]:
            found.setdefault(group, []).append(k)
    return [*found.values()]


def _innermost(page: Columns, tags: frozenset[str]) -> list[int]:
    """For each container the innermost around it that is one of these elements; 0 where none is."""
    found = [0] * len(page.parents)
    for i, tag in enumerate(page.container_tags):
        found[i] = i if tag in tags else found[page.parents[i]]
    return found


def _posts(page: Columns) -> list[int]:
    """For each container the outermost around it that is named after a post; 0 where none is."""
    tops = [0] * len(page.parents)
    for i, says in enumerate(page.bits):
        tops[i] = tops[page.parents[i]] or (i if says & _POST else 0)
    return tops


def _stanzas(page: Columns) -> list[int]:
    """For each container the innermost around it that is named after verse; 0 where none is."""
    found = [0] * len(page.parents)
    for i, says in enumerate(page.bits):
        found[i] = i if says & _VERSE else found[page.parents[i]]
    return found


def _unfolding(page: Columns) -> list[int]:
    """For each container the outermost around it that unfolds, or what holds several; 0 where none does."""
    tops = [0] * len(page.parents)
    elsewhere = bits_around(page.parents, page.bits, set(), range(len(page.parents)))
    for i, says in enumerate(page.bits):
        tops[i] = tops[page.parents[i]]
        if tops[i] or not says & _UNFOLDS or elsewhere[i] & _ELSEWHERE:
            continue
        up = page.parents[i]
        if says & _DETAILS:
            tops[i] = up
        elif _is_folded(page, i):
            tops[i] = up if _is_folded(page, up) else i
    return tops


def _is_folded(page: Columns, container: int) -> bool:
    """Whether a container is named after what unfolds."""
    return any(map(page.hints[container].lower().__contains__, _FOLDED))


def _is_data(page: Columns, rows: list[int]) -> bool:
    """Whether each row has cells, few of them links."""
    chars, links = sum([len(page.texts[k]) for k in rows]), sum([page.links[k] for k in rows])
    return links <= _LINKED * chars and all(CELLS in page.texts[k] for k in rows)
