"""Where the recurring lines of a site stand: each line with each place it has, and what is beside it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from cleaner.corpus.learn_pages import Line, Page, Pages

Place = Literal["head", "between", "tail"]
PLACES: tuple[Place, ...] = ("head", "between", "tail")
_OWN_PLACE = {"head": 0.1, "between": 0.5, "tail": 0.1}  # share of a line's pages that must have it in a place


@dataclass
class Spot:
    """A line in one place of the pages.

    pages: a bit for each page that has it there; inner: of each such page the recurring lines between it and the
    body (in the head and tail), or right beside it (between paragraphs); titled: pages where it stands above a line
    that is the page's own; with_own: a bit for each page where such a line is in the same head or tail; before, after: of each page
    how many paragraphs of its own stand before and after it; twice: pages that have it there more than once; parted:
    pages where a blank line parts it from what is on the body's side, and none from what is on the other.
    """

    key: str
    place: Place
    texts: list[str] = field(default_factory=list)
    pages: int = 0
    inner: list[tuple[str, ...]] = field(default_factory=list)
    titled: int = 0
    with_own: int = 0
    before: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)
    twice: int = 0
    parted: int = 0

    @property
    def text(self) -> str:
        """The line as a page has it, the least in order."""
        return min(self.texts)

    @property
    def count(self) -> int:
        return self.pages.bit_count()


def find_spots(site: Pages, least: int, share: float) -> list[Spot]:
    """The lines that are on enough pages, in each place that is no accident."""
    enough = site.enough(least, share)
    often = {key for key, count in site.frequency.items() if count >= enough}
    spots: dict[tuple[str, Place], Spot] = {}
    for number, page in enumerate(site.pages):
        if site.bodies[number][1] >= 0:
            for spot in _on_page(site, number, page, often):
                _add(spots, spot, 1 << number)
    total: defaultdict[str, int] = defaultdict(int)
    for (key, _), spot in spots.items():
        total[key] |= spot.pages
    return [
        spot
        for (key, place), spot in sorted(spots.items())
        if total[key].bit_count() >= enough and spot.count >= max(3, _OWN_PLACE[place] * total[key].bit_count())
    ]


def _add(spots: dict[tuple[str, Place], Spot], new: Spot, page: int) -> None:
    spot = spots.setdefault((new.key, new.place), Spot(new.key, new.place))
    if spot.pages & page:
        spot.twice |= page
        return
    spot.pages |= page
    spot.texts += new.texts
    spot.inner += new.inner
    spot.titled += new.titled
    spot.with_own |= page if new.with_own else 0
    spot.before += new.before
    spot.after += new.after
    spot.parted += new.parted


def _on_page(site: Pages, number: int, page: Page, often: set[str]) -> Iterator[Spot]:
    """The recurring lines of one page, those nearest to the body first."""
    first, last = site.bodies[number]
    gaps = [line.gap for line in page]
    yield from _edge(page[:first][::-1], [*gaps[first:0:-1], True], "head", often)
    yield from _edge(page[last + 1 :], [*gaps[last + 1 :], True], "tail", often)
    own = [line.prose and site.is_own(line) for line in page]
    before, paragraphs = 1, sum(own)
    for i in range(first + 1, last):
        before += own[i]
        if page[i].key in often:
            beside = tuple(line.key for line in (page[i - 1], page[i + 1]) if line.key in often)
            spot = Spot(page[i].key, "between", [page[i].text], inner=[beside])
            spot.before, spot.after = [before], [paragraphs - before]
            yield spot


def _edge(lines: list[Line], gaps: list[bool], place: Place, often: set[str]) -> Iterator[Spot]:
    """The recurring lines of a head or tail, outward from the body; gaps: before each line, and after the last."""
    own = [i for i, line in enumerate(lines) if line.key not in often]
    inner: tuple[str, ...] = ()
    for i, line in enumerate(lines):
        if line.key in often:
            spot = Spot(line.key, place, [line.text], inner=[inner])
            spot.titled = int(bool(own) and own[-1] < i)
            spot.with_own = int(bool(own))
            spot.parted = int(gaps[i] and not gaps[i + 1])
            yield spot
            inner = (*inner, line.key)
