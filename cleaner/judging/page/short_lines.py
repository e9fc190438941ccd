"""A page without a paragraph: its densest stretch of short lines, as verse, a recipe, questions and answers have them.

A listing is none, for its lines are links; nor is a login wall, which has little beside its form.
"""

import re

from cleaner.judging.page.blocks import is_heading
from cleaner.judging.page.containers import bits_around
from cleaner.judging.page.families import END_OF, SENTENCE
from cleaner.judging.page.layout import Layout
from cleaner.reading.hints import bits
from cleaner.reading.kinds import shape
from cleaner.reading.page import WHOLE, Columns

_NAMED = bits(
    *("comment", "related", "footer", "menu", "sidebar", "dialog", "newsletter", "share", "advertisement", "byline"),
    *("biography", "hidden by attribute", "<footer>", "<nav>", "<aside>", "<figcaption>", "<button>", "<label>"),
)
_FORM = bits("<form>")
_ASKS_PASSWORD = re.compile(r"<input\b[^>]{0,400}\btype\s*=\s*[\"']?password", re.IGNORECASE).search
_LETTERS = re.compile(r"[^\W\d_]").search
_SEVERAL = 4  # lines from which a stretch speaks for itself
_STEP = 0.8  # of the mass: what a step down into a container must keep
_LINKED = 0.5  # of a line: it leads elsewhere
_LISTING = 1 / 3  # of the characters of a stretch: so many are links in a listing


def short_lines(page: Columns, layout: Layout, html: str) -> list[int]:
    """The blocks of the stretch, headings and all; none where there is none. Linear."""
    is_wall = _ASKS_PASSWORD(html) is not None
    furniture = _NAMED | _FORM if is_wall else _NAMED
    around = bits_around(page.parents, layout.own, layout.chain, range(len(page.parents)))
    free = [k for k, holder in enumerate(page.holders) if page.tags[k] != WHOLE and not around[holder] & furniture]
    lines = [k for k in free if page.links[k] <= _LINKED * len(page.texts[k]) and _LETTERS(page.texts[k])]
    first, last = _densest(page, layout, [k for k in lines if not is_heading(page, k)])
    kept = [k for k in lines if first <= page.holders[k] < last]
    body = [k for k in kept if not is_heading(page, k)]
    count = sum([page.texts[k].count("\n") + 1 for k in body])
    if count < _SEVERAL:
        if is_wall or not any(_is_sentence(page, k) for k in body):
            return []
        first, last = 0, len(page.parents)  # a sentence or two must not be all that a listing says of itself
    chars = sum([len(page.texts[k]) for k in free if first <= page.holders[k] < last])
    links = sum([page.links[k] for k in free if first <= page.holders[k] < last])
    return kept if links <= _LISTING * chars else []


def _is_sentence(page: Columns, k: int) -> bool:
    """Whether a line ends as a sentence does."""
    return END_OF[shape(page.texts[k]) % len(END_OF)] == SENTENCE


def _densest(page: Columns, layout: Layout, lines: list[int]) -> tuple[int, int]:
    """The innermost container that holds nearly all of the text of the lines, as a half-open range of containers."""
    parents, count = page.parents, len(page.parents)
    mass, heaviest, ends = [0] * count, [0] * count, list(range(1, count + 1))
    for k in lines:
        mass[page.holders[k]] += layout.widths[k]
    for i in range(count - 1, 0, -1):
        up = parents[i]
        mass[up] += mass[i]
        ends[up] = max(ends[up], ends[i])
        if mass[i] and (not heaviest[up] or mass[i] >= mass[heaviest[up]]):
            heaviest[up] = i
    here = 0
    while (child := heaviest[here]) and mass[child] >= _STEP * mass[here]:
        here = child
    return here, ends[here]
