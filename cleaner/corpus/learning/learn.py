"""Site chrome from a corpus: shards are mapped to samples of their pages, which merge; then sites are studied.

The map and the study of a site are functions of what they are given and of nothing else, and samples merge in any
order: any number of workers, here or on a cluster, come to the same rules.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple, Protocol, TypeVar

from cleaner.corpus.learning.decide import chrome_of, where
from cleaner.corpus.learning.pages import Pages
from cleaner.corpus.learning.sample import Sample, unpacked
from cleaner.corpus.learning.spots import Place, Spot, find_spots
from cleaner.corpus.learning.workers import HERE
from cleaner.rules.site import Site, SiteLine

LEAST_PAGES, LEAST_SHARE = 10, 0.3
_EXAMPLES = 2
_ORDER: tuple[Place, ...] = ("head", "between", "tail")
_Part = TypeVar("_Part")
_Given = TypeVar("_Given")
_Result = TypeVar("_Result")
Read = Callable[[_Part], Iterable[tuple[str, str]]]


class Workers(Protocol):
    """Whoever does the work: gives the results of a function in any order it likes."""

    def map(self, work: Callable[[_Given], _Result], given: Iterable[_Given]) -> Iterator[_Result]: ...


class Wanted(NamedTuple):
    """On how many pages a line must stand, and on which share of its site's pages."""

    pages: int = LEAST_PAGES
    share: float = LEAST_SHARE


class Learned(NamedTuple):
    """The rules, in order of their hosts; seen: sites; read, homeless: pages, and those whose site is not known."""

    sites: tuple[Site, ...]
    seen: int
    read: int
    homeless: int


def sample_of(part: _Part, read: Read[_Part], parts: int, rest: int) -> Sample:
    """The map: a shard, or a part of one, to a sample of its pages."""
    sample = Sample(parts, rest)
    for host, text in read(part):
        sample.add(host, text)
    return sample


def learn(shards: Callable[[], Iterable[_Part]], read: Read[_Part], wanted: Wanted, workers: Workers = HERE) -> Learned:
    """The chrome of all sites. shards: gives all parts of the corpus, anew at each call; read: a part's pages, each
    with its host ("" where it has none) and text.

    Where the sites are too many for one sample, the corpus is read several times.
    """
    sites: list[Site] = []
    seen = read_pages = homeless = 0
    waiting = [(1, 0)]
    while waiting:
        parts, rest = waiting.pop()
        sample = Sample(parts, rest)
        for part in workers.map(partial(sample_of, read=read, parts=parts, rest=rest), shards()):
            sample.merge(part)
        sample.fit()
        if parts == 1:
            read_pages, homeless = sample.read, sample.homeless
        while parts < sample.parts:
            waiting.append((2 * parts, rest + parts))
            parts *= 2
        seen += len(sample.sites)
        found = workers.map(partial(_studied, wanted=wanted), sample.pages())
        sites += [site for site in found if site is not None]
    return Learned(tuple(sorted(sites)), seen, read_pages, homeless)


def _studied(given: tuple[str, list[bytes]], *, wanted: Wanted) -> Site | None:
    host, pages = given
    return study(host, [*map(unpacked, pages)], wanted)


def study(host: str, texts: list[str], wanted: Wanted) -> Site | None:
    """The chrome of one site; None where there are too few pages, or none."""
    if len(texts) < wanted.pages:
        return None
    pages = Pages.of(texts)
    spots: defaultdict[str, list[Spot]] = defaultdict(list)
    for spot in sorted(chrome_of(pages, find_spots(pages, *wanted)), key=_reading_order):
        spots[spot.key].append(spot)
    if not spots:
        return None
    lines = tuple(_line(found, len(pages.pages)) for found in spots.values())
    return Site(host, (), (), f"Chrome of this site, learned from {len(pages.pages)} of its pages.", lines=lines)


def _reading_order(spot: Spot) -> tuple[int, float, str]:
    """From the top of a page to its bottom."""
    depth = sum(len(seen.inner) for seen in spot.seen) / spot.count
    return _ORDER.index(spot.place), -depth if spot.place == "head" else depth, spot.key


def _line(spots: list[Spot], pages: int) -> SiteLine:
    """A line as a rule, its wordings in order."""
    texts = sorted({seen.text for spot in spots for seen in spot.seen})
    count = 0
    for spot in spots:
        count |= spot.pages
    share = round(count.bit_count() / pages, 2)
    return SiteLine(texts[0], share, where(spots), tuple(texts[1:][-_EXAMPLES:]))
