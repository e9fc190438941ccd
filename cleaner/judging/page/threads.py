"""Comments and teasers in containers that no name gives away: all alike, below the heading of a thread or a list.

drop | <h3>Comments
drop | <div class="k2"><b>Ida<p>Thank you for this, it took me back to the ferry of my childhood.
drop | <div class="k2"><b>A rider<p>I see it otherwise, the captain was never there on Sundays.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import accumulate

from cleaner.judging.page.containers import look, outward, spread
from cleaner.judging.page.first import FirstPass
from cleaner.judging.page.posts import posts_in
from cleaner.judging.page.title import names_of
from cleaner.normalize.fold import EDGES, fold
from cleaner.reading.hints import bits
from cleaner.reading.kinds import PROSE_SHAPES, shape
from cleaner.reading.page import Columns
from cleaner.rules.compile import Rulebook
from cleaner.rules.rule import Rule

_LONGEST = 40  # characters of the heading
_LEVELS = 4  # containers around a block that may be its comment
_SEVERAL = 2  # comments, or teasers, each of which begins with its link
_MANY = 3  # that outweigh what they are about
_PROSE = 60  # mass of a paragraph
_LEAST = 0.15  # of the prose: an article above more comments than it is long
_TRIES = 4  # threads that are looked into, for each costs a look at all blocks
_THREAD = frozenset(("comments", "comment-list", "commentlist", "comments-area", "comments-list"))
_COMMENT, _LIVE = bits("comment"), bits("live")
_ROWS = frozenset(("tr", "td", "th"))
_KINDS = ("comment", "related")
_ASKS, _QUESTION = "?؟？", 800  # in a page's name; characters of what is asked


def threads(
    page: Columns, kept: list[int], told: Mapping[int, Sequence[Rule]], book: Rulebook, chain: Container[int]
) -> dict[int, Rule]:
    """The kept blocks of threads and of lists of teasers, headings and all. told: what rules say of lines; chain: the
    containers that hold the whole article. Next to nothing to do where no line is the heading of a thread. Linear.
    """
    start = next((k for k in kept if shape(page.texts[k]) in PROSE_SHAPES), None)
    found = {} if start is None else _rows(page, [k for k in kept if k > start], told, kept)
    labels = {} if start is None else _labels(page, range(start, kept[-1]), told, book)
    if start is None or not labels:
        return found
    groups = _alike(page, {page.holders[k] for k in kept if k > start}, chain)
    held: dict[tuple[int, str], list[int]] = {}
    for k in range(start + 1, kept[-1] + 1):
        for container in outward(page.parents, page.holders[k], _LEVELS):
            if (group := groups.get(container)) is not None:
                held.setdefault(group, []).append(k)
    ends = [0, *accumulate([len(page.texts[k]) for k in kept])]
    members: dict[tuple[int, str], list[int]] = {}
    for container, group in groups.items():
        members.setdefault(group, []).append(container)
    for group, blocks in held.items():
        rule = labels.get(blocks[0] - 1)
        if not rule:
            continue
        may_be = _may_be_teasers if rule.kind == "related" else _may_be_comments
        if may_be(page, blocks, ends[bisect_left(kept, blocks[0])], members[group]):
            found |= dict.fromkeys([blocks[0] - 1, *blocks], rule)
    return {k: found[k] for k in kept if k in found}


def _rows(page: Columns, below: list[int], told: Mapping[int, Sequence[Rule]], kept: list[int]) -> dict[int, Rule]:
    """The rows of tables, below the first paragraph, of which the first heads comments: no more than stands above."""
    found: dict[int, Rule] = {}
    heads = [k for k in below if told.get(k) and page.tags[k] in _ROWS and page.holders[k - 1] != page.holders[k]]
    for k in heads[:_TRIES]:
        rule = next((rule for rule in told[k] if rule.kind == "comment" and not rule.keep), None)
        rows = [row for row in below if row > k and page.holders[row] == page.holders[k]]
        above = sum([len(page.texts[each]) for each in kept if each < k])
        if rule and sum([len(page.texts[row]) for row in rows]) <= above:
            found |= dict.fromkeys([k, *rows], rule)
    return found


def without_thread(first: FirstPass, kept: list[int]) -> list[int]:
    """The kept blocks without those that are called comments, however many they are, below a paragraph.

    They are no body by such a name where several are called alike or in what is, or what holds them is called as sites
    call a whole thread.
    """
    page, around = first.page, first.layout.around
    called = [k for k in kept if around[page.holders[k]] & (_COMMENT | _LIVE) == _COMMENT]
    inside = {i for k in called for i in outward(page.parents, page.holders[k], len(page.parents))} - first.layout.chain
    named = {i: look(page, i) for i in inside if page.bits[i] & _COMMENT}
    counts = Counter(named.values())
    sure = {i for i in named if counts[named[i]] >= _MANY or _THREAD.intersection(page.hints[i].lower().split())}
    unsure = [i for i in named if i not in sure][:_TRIES]
    sure |= {i for i in unsure if posts_in(page, first.layout.masses, i)}
    sure |= {i for each in sure for i in outward(page.parents, each, len(page.parents)) if i in named}
    are_comments = spread(page.parents, sure, range(len(page.parents)))
    comments = [k for k in kept if are_comments[page.holders[k]]]
    is_below = comments and any(first.layout.masses[k] > _PROSE for k in kept if k < comments[0])
    if is_below or not called:
        return [k for k in kept if not are_comments[page.holders[k]]] if is_below else kept
    left = [k for k in kept if k not in set(called)]
    return left if _is_article(first, [k for k in left if k < called[0]], kept) else kept


def _is_article(first: FirstPass, above: list[int], kept: list[int]) -> bool:
    """Whether several paragraphs stand above a thread, and are not next to nothing beside it."""
    masses = first.layout.masses
    share = sum([masses[k] for k in above]) / (sum([masses[k] for k in kept]) or 1)
    return share >= _LEAST and sum([masses[k] > _PROSE for k in above]) >= _MANY


def _may_be_comments(page: Columns, blocks: list[int], above: int, containers: list[int]) -> bool:
    """Whether containers with these blocks are comments, and no body below «12 comments» or «Share».

    What outweighs the characters that are kept above tells in each comment who wrote it, or has a button; and below a
    short question it is the answers.
    """
    if sum([len(page.texts[k]) for k in blocks]) <= above:
        return True
    if above <= _QUESTION and any(mark in name for name in names_of(page) for mark in _ASKS):
        return False
    return sum([shape(page.texts[k]) not in PROSE_SHAPES for k in blocks]) >= len(containers)


def _may_be_teasers(page: Columns, blocks: list[int], above: int, containers: list[int]) -> bool:
    """Whether each of these containers begins with a link; what outweighs the text above has a summary each at most."""
    own, first = set(containers), dict[int, int]()
    for k in blocks:
        for container in own.intersection(outward(page.parents, page.holders[k], _LEVELS)):
            first.setdefault(container, k)
    if not all(page.links[k] for k in first.values()):
        return False
    summaries = sum([shape(page.texts[k]) in PROSE_SHAPES for k in blocks])
    return summaries <= len(containers) or sum([len(page.texts[k]) for k in blocks]) <= above


def _labels(page: Columns, among: range, told: Mapping[int, Sequence[Rule]], book: Rulebook) -> dict[int, Rule]:
    """The last lines of what heads a thread or a list, each in another container than the next block: the heading, or
    what the site says of comments below it, which goes by rules itself.
    """
    texts, holders = page.texts, page.holders
    lines = [k for k in among if len(texts[k]) <= _LONGEST and (holders[k] != holders[k + 1] or told.get(k + 1))]
    keys = {k: fold(texts[k].replace("\n", " ")) for k in lines if k not in told}
    matches = book.matches({key: key.strip(EDGES) for key in keys.values()}) if keys else {}
    rules = {k: told[k] if k in told else matches.get(keys[k], ()) for k in lines}
    heads = {k: [rule for rule in each if rule.kind in _KINDS and not rule.keep] for k, each in rules.items() if each}
    ends: dict[int, int] = {}  # of the run of lines that begins here
    for k in reversed(among) if any(heads.values()) else ():
        goes_on = k + 1 in among and holders[k] == holders[k + 1] and told.get(k + 1)
        ends[k] = ends[k + 1] if goes_on else k
    return {ends[k]: each[0] for k, each in heads.items() if each and holders[ends[k]] != holders[ends[k] + 1]}


def _alike(page: Columns, holders: set[int], chain: Container[int]) -> dict[int, tuple[int, str]]:
    """Of the containers that stand in one and are called the same, some of `holders` in them, each with its group.

    The posts of a live blog are none, for buttons above them sort them as if they were comments.
    """
    own = {i for holder in holders for i in outward(page.parents, holder, _LEVELS) if i not in chain}
    own = {i for i in own if page.bits[i] & (_COMMENT | _LIVE) != _LIVE}
    wanted = {(page.parents[i], name) for i in own if (name := look(page, i))}
    parents = {up for up, _ in wanted}
    members: dict[tuple[int, str], list[int]] = {}
    for i in [i for i, up in enumerate(page.parents) if up in parents]:
        if (group := (page.parents[i], look(page, i))) in wanted:
            members.setdefault(group, []).append(i)
    return {i: group for group, each in members.items() if len(each) >= _SEVERAL for i in each}
