"""Where the recurring lines of a site stand: each line with each place it has, and what is beside it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cleaner.corpus.learning.pages import Line, Page, Pages
from cleaner.judging.site_lines import LONGEST_HEADLINE

Place = Literal["head", "between", "tail"]
_OWN_PLACE = {"head": 0.2, "between": 0.5, "tail": 0.2}  # share of a line's pages that must have it in a place
_LEAST = 3
_RIVALS = 0.15  # lines of the pages' own in a slot, for each time that a line which may be a headline stands there
_FEWER = 0.5  # lines of a page, where a line takes the place of one
_OWN = ""  # stands for every line that is a page's own
_Slot = tuple[str, str]


class Seen(NamedTuple):
    """A line on one page.

    inner: the recurring lines between it and the body (in head and tail), or right beside it (between paragraphs);
    titled: whether it stands above all lines of the head that are the page's own; parted: whether a blank line parts it
    from what is on the body's side, and none from the other; slot: the recurring lines right beside it; before, after:
    how many paragraphs of the page's own stand before and after it; below: whether a headline that is a sentence stands
    above it.
    """

    text: str
    inner: tuple[str, ...] = ()
    titled: bool = False
    parted: bool = False
    slot: _Slot = (_OWN, _OWN)
    before: int = 0
    after: int = 0
    below: bool = False


@dataclass
class Spot:
    """A line in one place of the pages.

    pages: a bit for each page that has it there; twice: likewise, more than once; seen: on each such page, its first;
    rivalled: pages where it stands between two lines that on about as many pages have a line of their own between them.
    """

    key: str
    place: Place
    pages: int = 0
    twice: int = 0
    seen: list[Seen] = field(default_factory=list)
    rivalled: int = 0

    @property
    def text(self) -> str:
        """The line as a page has it, the least in order."""
        return min(seen.text for seen in self.seen)

    @property
    def count(self) -> int:
        return len(self.seen)

    def add(self, seen: Seen, page: int) -> None:
        """One more of it; page: the page's bit."""
        if self.pages & page:
            self.twice |= page
        else:
            self.pages |= page
            self.seen.append(seen)


def find_spots(site: Pages, least: int, share: float) -> list[Spot]:
    """The lines that are on enough pages, in each place that is no accident."""
    enough = site.enough(least, share)
    often = {key for key, count in site.frequency.items() if count >= enough}
    spots: dict[tuple[str, Place], Spot] = {}
    own: Counter[_Slot] = Counter()
    heads: Counter[int] = Counter()  # of each page how many lines of its head are its own
    for number, page in enumerate(site.pages):
        if site.bodies[number][1] >= 0:
            for key, place, seen in _on_page(site, number, page, often):
                if key == _OWN:
                    own[seen.slot] += place == "head"
                    heads[1 << number] += place == "head"
                else:
                    spots.setdefault((key, place), Spot(key, place)).add(seen, 1 << number)
    total: defaultdict[str, int] = defaultdict(int)
    for (key, _), spot in spots.items():
        total[key] |= spot.pages
        if spot.place == "head" and _has_fewer(spot, heads, site):
            slots = Counter(seen.slot for seen in spot.seen)
            spot.rivalled = sum(count for slot, count in slots.items() if own[slot] >= _RIVALS * count)
    return [
        spot
        for (key, place), spot in sorted(spots.items())
        if (whole := total[key].bit_count()) >= enough and spot.count >= max(least / 2, _OWN_PLACE[place] * whole)
    ]


def _has_fewer(spot: Spot, heads: Counter[int], site: Pages) -> bool:
    """Whether pages that have a line in their head have fewer lines of their own there than the other pages."""
    others = sum(last >= 0 for _, last in site.bodies) - spot.count
    theirs = sum(count for page, count in heads.items() if page & spot.pages)
    return others >= _LEAST and (heads.total() - theirs) / others - theirs / spot.count >= _FEWER


def _on_page(site: Pages, number: int, page: Page, often: set[str]) -> Iterator[tuple[str, Place, Seen]]:
    """The recurring lines of one page with their place, and those of its own in head and tail."""
    first, last = _body(site, number, page, often)
    gaps = [line.gap for line in page]
    headline = site.bodies[number][0]
    for i, (key, seen) in enumerate(_edge(page[:first][::-1], [*gaps[first:0:-1], True], often)):
        yield key, "head", seen._replace(below=headline < first - 1 - i)
    for key, seen in _edge(page[last + 1 :], [*gaps[last + 1 :], True], often):
        yield key, "tail", seen._replace(titled=False)
    own = {*site.paragraphs[number]}
    before, paragraphs = 1, len(own)
    for i in range(first + 1, last):
        before += i in own
        if page[i].key in often:
            beside = tuple(line.key for line in (page[i - 1], page[i + 1]) if line.key in often)
            yield page[i].key, "between", Seen(page[i].text, beside, before=before, after=paragraphs - before)


def _body(site: Pages, number: int, page: Page, often: set[str]) -> tuple[int, int]:
    """The first and last paragraph of a page's body. A sentence with recurring lines right below it is its headline."""
    first, last = site.bodies[number]
    if first == last or page[first + 1].key not in often or len(page[first].text) > LONGEST_HEADLINE:
        return first, last
    return site.paragraphs[number][1], last


def _edge(lines: list[Line], gaps: list[bool], often: set[str]) -> Iterator[tuple[str, Seen]]:
    """The lines of a head or tail, outward from the body; gaps: before each line, and after the last."""
    keys = [_OWN, *(line.key if line.key in often else _OWN for line in lines), "edge"]
    outermost = max((i for i, key in enumerate(keys[1:-1]) if key == _OWN), default=-1)
    inner: tuple[str, ...] = ()
    for i, line in enumerate(lines):
        key = keys[i + 1]
        titled, parted = 0 <= outermost < i, gaps[i] and not gaps[i + 1]
        yield key, Seen(line.text, inner, titled, parted, (keys[i], keys[i + 2]))
        inner = (*inner, key) if key != _OWN else inner
