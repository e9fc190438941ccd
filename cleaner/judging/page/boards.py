"""The posts of a board without accounts, whose names tell of no writer: in what is called a thread, all alike.

keep | <div class="thread"><div class="post">1 Nobody 2024/03/12 09:12<p>Does anybody know which wheel ran first?
drop | <div class="post">2 Nobody 2024/03/12 09:15<p>The upper one, my grandfather says.
"""

import re
from collections.abc import Iterator
from itertools import islice

from cleaner.judging.page.blocks import is_heading
from cleaner.judging.page.containers import outward, spread
from cleaner.judging.page.first import FirstPass
from cleaner.judging.page.posts import posts_in
from cleaner.reading.hints import bits
from cleaner.reading.page import Columns

_CALLED = ("thread", "postlist")
_WORDS = re.compile("[a-z]+").findall
_COMMENT = bits("comment")
_FIRST = 8  # containers called so that are looked into: a list of threads has many
_MOST = 0.5  # of the prose: less is no board
_ROW = 40  # mass of what tells the writer, at most
_SEVERAL = 3  # posts of a list of terms
_DATE = 6  # digits of the day and the time of a post, at least
_LEVELS = 12  # containers around a block


def board_replies(first: FirstPass, kept: list[int], names: str) -> list[int]:
    """The kept blocks of all posts but the first, and what stands above that. names: of all containers."""
    if not any(map(names.__contains__, _CALLED)):
        return []
    page, masses = first.page, first.layout.masses
    least = _MOST * sum([masses[k] for k in kept])
    for container in islice(_threads(page), _FIRST):
        inside = spread(page.parents, {container}, range(len(page.parents)))
        own = [k for k in kept if inside[page.holders[k]]]
        if own and sum([masses[k] for k in own]) >= least:
            found = _listed(page, own, container) or _below_first(first, own, container)
            if found:
                return found
    return []


def _threads(page: Columns) -> Iterator[int]:
    """The containers that are called threads, and not of comments; <body> is called after its page's template."""
    for i, name in enumerate(page.hints):
        if (
            name
            and page.container_tags[i] != "body"
            and not page.bits[i] & _COMMENT
            and not set(_CALLED).isdisjoint(_WORDS(name.lower()))
        ):
            yield i


def _listed(page: Columns, own: list[int], container: int) -> list[int]:
    """What stands below the first post where the posts are terms of a list and what these say."""
    tags = [page.tags[k] for k in own]
    if page.container_tags[container] != "dl" or tags.count("dd") < _SEVERAL:
        return []
    heads = [k for k, holder in enumerate(page.holders) if holder == container and page.tags[k] == "dt"]
    if len(heads) < _SEVERAL or not all(_is_dated(page.texts[k]) for k in heads):
        return []
    return [k for k in own if k == heads[0] or k >= heads[1]]


def _is_dated(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= _DATE


def _below_first(first: FirstPass, own: list[int], container: int) -> list[int]:
    """What stands in all posts but the first one, and above the text of that."""
    page, masses = first.page, first.layout.masses
    posts = posts_in(page, masses, container)
    post_of = {k: next((i for i in outward(page.parents, page.holders[k], _LEVELS) if i in posts), 0) for k in own}
    headed = {post_of[k] for k in own if is_heading(page, k)}
    dated = {post_of[k] for k in own if masses[k] < _ROW and _is_dated(page.texts[k])}
    if not posts or 2 * len(headed) > len(posts) or 2 * len(dated) <= len(posts):
        return []
    start = next((k for k in own if post_of[k] == min(posts) and masses[k] >= _ROW), 0)
    return [k for k in own if post_of[k] and (post_of[k] != min(posts) or k < start)]
