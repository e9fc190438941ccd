"""The posts of a forum: containers beside each other that are named alike, each telling who wrote it.

keep | <div class="post"><dl class="userinfo"><dt>ida</dl><p>Does anybody know which wheel ran first?
drop | <div class="post"><dl class="userinfo"><dt>a rider</dl><p>The upper one, my grandfather says.
"""

from collections import Counter

from cleaner.judging.page.blocks import is_heading
from cleaner.judging.page.boards import board_replies
from cleaner.judging.page.containers import look, spread
from cleaner.judging.page.first import FirstPass
from cleaner.reading.hints import bits
from cleaner.reading.page import Columns

# In names of what tells the writer.
_WRITER = ("user", "PostUser", "poster", "member", "avatar", "postprofile", "nickname")
_LIST = ("postlist", "post-list", "thread")  # in names of what holds posts: authors are writers there
_POST = ("topic-body", "postbody", "Post-body")  # or the post's whole name, for a part of one may be a paragraph's
# those that hardly tell anything else
_PORTRAIT = ("avatar", "poster", "userinfo", "username", "nickname", "postprofile", "cell--user")
_MEMBER = ("userinfo", "username", "postprofile")  # in names of a forum's own
_LEVELS = 4  # containers from there to that of the post
_SEVERAL = 3  # posts
_MOST = 0.5  # of the prose: less is a thread of comments, or a box
_PROSE = 60  # mass of a paragraph
_TEXT = 150  # characters of the short lines of a post
_LIVE, _BYLINE = bits("live"), bits("byline")


def replies(first: FirstPass, kept: list[int]) -> list[int]:
    """The kept blocks of all posts but the first, and what tells who wrote that.

    A post by its writer's portrait may be a few words. Linear; next to nothing where no name tells of writers or posts.
    """
    page, masses, chain = first.page, first.layout.masses, first.layout.chain
    names = "\n".join(page.hints)
    if board := board_replies(first, kept, names):
        return board
    words = (*_WRITER, "author") if any(map(names.__contains__, _LIST)) else _WRITER
    writers, posts = [word for word in words if word in names], {word for word in _POST if word in names}
    if not writers and not posts:
        return []
    heavy = _with_those_around(page, _full(page, kept, masses))
    told = _telling(page, heavy, writers, posts)
    portraits = {i for i in told if any(map(page.hints[i].__contains__, _PORTRAIT))} - heavy
    bodies = {i for i, each in enumerate(page.hints) if not posts.isdisjoint(each.split())} if posts else set()
    posts_around = {i for each in portraits | bodies for i in _above(page, each)}
    if below := _below_whole(page, posts_around, chain):
        inside = spread(page.parents, below | portraits, range(len(page.parents)))
        return [k for k in kept if inside[page.holders[k]]]
    groups = _groups(page, {i for each in told for i in _near(page, each, chain)} & heavy | posts_around - chain, chain)
    tops = _outermost(page, groups)
    least = _MOST * sum([masses[k] for k in kept])
    for held in _weights(page, kept, masses, tops, groups):
        one = min(held)
        if len(held) >= _SEVERAL and held[one] and sum(held.values()) > least:
            writer = {i for i in told if i not in heavy}
            own = [k for k in kept if tops[page.holders[k]] in held]
            names_writer = {k for k in own if writer & {*_near(page, page.holders[k], chain)}}
            others = [k for k in own if k not in names_writer]
            if not any(map(names.__contains__, _MEMBER)) and _are_sections(page, masses, others, tops):
                continue
            if _asks_above(first, kept, one, writer):
                return own
            in_body = spread(page.parents, _bodies_in(page, one, bodies), range(len(page.parents)))
            own_post = [k for k in own if tops[page.holders[k]] == one and in_body[page.holders[k]]]
            return [k for k in own if k not in own_post or k in names_writer]
    return []


def _outermost(page: Columns, groups: dict[int, tuple[int, str]]) -> list[int]:
    """For each container the outermost around it that is in one of these groups; 0 where none is."""
    tops = [0] * len(page.parents)
    for i in range(1, len(tops)) if groups else ():
        tops[i] = tops[page.parents[i]] or (i if i in groups else 0)
    return tops


def _weights(
    page: Columns, kept: list[int], masses: list[float], tops: list[int], groups: dict[int, tuple[int, str]]
) -> list[dict[int, float]]:
    """For each group of posts the mass of each. tops: of each container the post that it is in, 0 where in none."""
    weights: dict[tuple[int, str], dict[int, float]] = {}
    for k in kept:
        if top := tops[page.holders[k]]:
            held = weights.setdefault(groups[top], {})
            held[top] = held.get(top, 0.0) + masses[k]
    return [*weights.values()]


def _full(page: Columns, kept: list[int], masses: list[float]) -> set[int]:
    """The containers that hold a paragraph, or as much in short lines."""
    chars = Counter[int]()
    for k in kept:
        chars[page.holders[k]] += len(page.texts[k])
    return {page.holders[k] for k in kept if masses[k] > _PROSE or chars[page.holders[k]] > _TEXT}


def _bodies_in(page: Columns, post: int, bodies: set[int]) -> set[int]:
    """What is named after the body of a post, where this one has such; else the whole page."""
    return bodies if any(post in _above(page, i) for i in bodies) else {0}


def _asks_above(first: FirstPass, kept: list[int], post: int, writers: set[int]) -> bool:
    """Whether the first paragraph has its own writer above the first post, as a question above its answers has."""
    start = next((k for k in kept if first.layout.masses[k] > _PROSE), None)
    between = range(first.page.holders[start] + 1 if start is not None else post, post)
    return any(i in writers or first.page.bits[i] & _BYLINE for i in between)


def _telling(page: Columns, heavy: set[int], writers: list[str], posts: set[str]) -> list[int]:
    """The containers named after writers; of those with paragraphs in them the ones named after posts."""
    return [
        i
        for i, each in enumerate(page.hints)
        if each and (not posts.isdisjoint(each.split()) if i in heavy else any(map(each.__contains__, writers)))
    ]


def _are_sections(page: Columns, masses: list[float], blocks: list[int], tops: list[int]) -> bool:
    """Whether most of some containers, tops of their blocks, open with a heading: a list with portraits."""
    opening: dict[int, int] = {}
    for k in blocks:
        if masses[k] > _PROSE or is_heading(page, k):
            opening.setdefault(tops[page.holders[k]], k)
    headings = {page.texts[k] for k in opening.values() if is_heading(page, k) and not page.links[k]}
    return 2 * len(headings) > len(opening)


def _below_whole(page: Columns, around: set[int], chain: set[int]) -> set[int]:
    """The posts below one that holds the whole article. around: what stands around those who wrote them."""
    groups: dict[tuple[int, str], list[int]] = {}
    for i in around:
        if (name := look(page, i)) and not page.bits[i] & _LIVE:
            groups.setdefault((page.parents[i], name), []).append(i)
    return {i for each in groups.values() if min(each) in chain for i in each} - chain


def _above(page: Columns, i: int) -> list[int]:
    """A container and those around it, as far as a post may be; what has no name, as a part of a table, counts not."""
    found: list[int] = []
    named = 0
    while i and named < _LEVELS:
        found.append(i)
        named += page.hints[i] != ""
        i = page.parents[i]
    return found


def _with_those_around(page: Columns, containers: set[int]) -> set[int]:
    found = set[int]()
    for i in containers:
        while i not in found:
            found.add(i)
            i = page.parents[i]
    return found


def _near(page: Columns, i: int, chain: set[int]) -> list[int]:
    """A container and those around it, as far as a post may be."""
    found: list[int] = []
    named = 0
    while i and i not in chain and named < _LEVELS:
        found.append(i)
        named += page.hints[i] != ""
        i = page.parents[i]
    return found


def _groups(page: Columns, containers: set[int], chain: set[int]) -> dict[int, tuple[int, str]]:
    """Those of the containers that are beside others named alike, each with its parent and what they are called.

    The first post is one of them where it holds all that seemed to be the article.
    """
    found: dict[tuple[int, str], list[int]] = {}
    for i in containers:
        if (name := _called(page, i)) and not page.bits[i] & _LIVE:
            found.setdefault((page.parents[i], name), []).append(i)
    for i in chain if found else ():
        if (each := found.get((page.parents[i], _called(page, i)))) is not None and i not in each:
            each.append(i)
    return {i: group for group, each in found.items() if len(each) >= _SEVERAL for i in each}


def _called(page: Columns, i: int) -> str:
    """What a container is called; of an <article> the element will do."""
    return look(page, i) or ("article" if page.container_tags[i] == "article" else "")
