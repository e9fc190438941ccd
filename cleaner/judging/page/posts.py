"""The posts of a thread: containers called alike that hold nearly all of its text, each with a line for its writer."""

from cleaner.judging.page.containers import end_of, look, outward
from cleaner.reading.hints import bits
from cleaner.reading.page import Columns

_COMMENT = bits("comment")
_LEVELS = 6  # containers around a block that may be its post
_POST, _POSTS, _IN_POSTS = ("div", "li", "article", "section", "tr", "dl"), 3, 0.8  # elements, how many, of its mass
_SHORT = 40  # mass of a line, at most
_DATE = 4  # digits of a date or a time, at least


def posts_in(page: Columns, masses: list[float], container: int) -> set[int]:
    """The containers called alike that are a thread's whole mass, with a short line each; none for what is none."""
    inside, held = range(container, end_of(page.parents, container)), dict[tuple[int, str], float]()
    members: dict[tuple[int, str], set[int]] = {}
    own = [k for k, holder in enumerate(page.holders) if holder in inside]
    for k in own:
        for i in outward(page.parents, page.holders[k], _LEVELS) if masses[k] else ():
            if i > container and page.container_tags[i] in _POST and (name := look(page, i)):
                group = page.parents[i], name
                held[group] = held.get(group, 0.0) + masses[k]
                members.setdefault(group, set()).add(i)
    for i in inside if held else ():
        if (group := (page.parents[i], look(page, i))) in members:
            members[group].add(i)
    most = sum([masses[k] for k in own]) * _IN_POSTS
    posts = max([members[group] for group, mass in held.items() if mass >= most], key=len, default=set[int]())
    least = _POSTS - 1 if page.bits[container] & _COMMENT and all(page.bits[i] & _COMMENT for i in posts) else _POSTS
    if not least <= len(posts) <= sum([masses[k] < _SHORT for k in own]):
        return set()
    are_comments = all(page.bits[i] & _COMMENT for i in posts)
    return posts if are_comments or _are_signed(page, masses, own, posts) else set()


def _are_signed(page: Columns, masses: list[float], own: list[int], posts: set[int]) -> bool:
    """Whether a short line with a date or a link stands in most posts; a section of an article has a heading alone."""
    lines = [k for k in own if masses[k] < _SHORT and (page.links[k] or sum(map(str.isdigit, page.texts[k])) >= _DATE)]
    signed = {i for k in lines for i in outward(page.parents, page.holders[k], _LEVELS) if i in posts}
    return 2 * len(signed) > len(posts)
