"""Which of a site's recurring lines are chrome, and which belong to its articles.

Chrome stands outside the body with other chrome between it and the prose, or comes and goes with such a line because
one template holds both. What touches the body may be a sign-off or dateline of the writer's own, and what stands
between paragraphs a refrain or a heading: such a line is chrome only if more speaks for it, its words too.
"""

import re
from collections.abc import Iterator

from cleaner.corpus.learning.pages import Pages
from cleaner.corpus.learning.spots import Spot
from cleaner.corpus.learning.words import has_function_word, known_share, plain_share
from cleaner.normalize.fold import fold
from cleaner.normalize.line_key import NUMBER, has_date

_MOSTLY, _NEARLY = 0.5, 0.9
_BOUND = 0.95  # pages that two lines of one template share
_CORE = 2  # recurring lines between the body and one that is chrome beyond doubt
_KNOWN = 0.5  # share of a line's words that the site's prose holds: more is the writers' own speech
_STRANGE = 0.15  # share of a line's words that are known at all: less is no speech
_LONG = 7  # words of a line that is no mere label
_VOCABULARY, _RICH = 60, 300  # words of prose without which none can be called strange, without which many are
_OPENERS = "-–—~*(["
_ENDS = ".!?؟۔。…)]:-–—"
_JOINTS = (" - ", " – ", " — ", ": ")
_QUOTES = "\"'”’»›』」*_ "
_COUNTER = re.compile(r"[^\d:]+: ?\d[\d.,]*|\d[\d.,]*\s+[^\d:]+")  # «Views: 12», «3 comments»
_PUBLISHED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d:\d\d")
_STEADY = 0.85  # of the pages that have a line at the same distance from the body's start or end
_FEW = 4  # paragraphs of a page among which distances say little
_NARROW = 2  # distances in a row that count as the same


def chrome_of(site: Pages, spots: list[Spot]) -> Iterator[Spot]:
    """The spots that are chrome."""
    core = _core(spots)
    for place in ("head", "tail"):
        yield from _at_edge(site, [spot for spot in spots if spot.place == place], core)
    yield from (spot for spot in spots if spot.place == "between" and _is_box(site, spot, core))


def _core(spots: list[Spot]) -> list[int]:
    """The pages of each line that is chrome beyond doubt: above the headline, or well outside the body."""
    edges = [spot for spot in spots if spot.place != "between"]
    return [
        spot.pages
        for spot in edges
        if sum(seen.titled or len(seen.inner) >= _CORE for seen in spot.seen) > _NEARLY * spot.count
    ]


def _at_edge(site: Pages, spots: list[Spot], core: list[int]) -> Iterator[Spot]:
    """From the body outward: a line that only the writers' own lines part from the body touches it too."""
    theirs: set[str] = set()
    for spot in sorted(spots, key=lambda spot: (sum(len(seen.inner) for seen in spot.seen) / spot.count, spot.key)):
        outside = sum(seen.titled or not theirs.issuperset(seen.inner) for seen in spot.seen)
        takes_headline = spot.place == "head" and spot.rivalled > _MOSTLY * spot.count
        if not takes_headline and (outside > _MOSTLY * spot.count or _is_foreign(site, spot, core)):
            yield spot
        else:
            theirs.add(spot.key)


def _is_foreign(site: Pages, spot: Spot, core: list[int]) -> bool:
    """Whether a line that touches the body is chrome all the same."""
    size = len(spot.text.split())
    if _is_speech(spot):
        return _is_bound(site, spot, core) or (size >= _LONG and _is_strange(site, spot))
    if _goes_with(spot, core) or _COUNTER.fullmatch(spot.text) or (spot.place == "tail" and NUMBER in spot.key):
        return True
    apart = sum(seen.parted for seen in spot.seen) > _MOSTLY * spot.count
    strange = _is_strange(site, spot)
    if size == 1:
        return apart or (strange and not spot.text.isupper())  # capitals alone may be the place of a dateline
    return apart or strange or not has_function_word(spot.text)


def _goes_with(spot: Spot, core: list[int]) -> bool:
    """Whether a line comes and goes with chrome: one template holds both."""
    return any(_together(spot.pages, pages) for pages in core)


def _is_bound(site: Pages, spot: Spot, core: list[int]) -> bool:
    """Whether it does, and is not in the words of the site's prose, as far as there is enough of that."""
    enough = len(site.words) >= _RICH
    return _goes_with(spot, core) and not (enough and known_share(spot.text, site.words) >= _KNOWN)


def _is_strange(site: Pages, spot: Spot) -> bool:
    """Whether hardly a word of a line is in the writers' language, as far as enough of that was seen."""
    return len(site.words) >= _VOCABULARY and plain_share(spot.text, site.words) < _STRANGE


def _together(one: int, other: int) -> bool:
    return (one & other).bit_count() >= _BOUND * (one | other).bit_count()


def _is_speech(spot: Spot) -> bool:
    """Whether a line looks like a sentence, a sign-off or a dateline."""
    text = spot.text
    bare = text.rstrip(_QUOTES)
    joined = any(joint in text for joint in _JOINTS) and not _COUNTER.fullmatch(text)
    return text[:1] in _OPENERS or bare[-1:] in _ENDS or joined or (spot.place == "head" and _is_dateline(text))


def _is_dateline(text: str) -> bool:
    """Whether a date may be told of a place: a clock or a year shows when a page was put out, but after «Marsa, …»."""
    place, comma, _ = text.replace("،", ",").partition(",")
    return has_date(text) and (not _PUBLISHED.search(fold(text)) or bool(comma and not has_date(f"1 {place}")))


def _is_box(site: Pages, spot: Spot, core: list[int]) -> bool:
    """Whether a line between paragraphs is chrome: once on a page, strange to the writers, and in its place.

    Two lines that always stand one below the other are a box; a short line by itself may be a heading.
    """
    if spot.twice.bit_count() > 0.1 * spot.count:
        return False
    size = len(spot.text.split())
    strange = _is_strange(site, spot)
    paired = sum(bool(seen.inner) for seen in spot.seen) > _NEARLY * spot.count
    if _is_speech(spot) and size < _LONG and not paired:
        return False
    if not _is_steady(spot):
        return (strange and size >= _LONG) or (paired and _is_bound(site, spot, core))
    return (strange or _is_bound(site, spot, core)) and (paired or size >= 3 or NUMBER in spot.key)


def _is_steady(spot: Spot) -> bool:
    """Whether it stands at one distance from the body's start or end, more than chance would have it."""
    if sum(seen.before + seen.after for seen in spot.seen) < _FEW * spot.count:
        return False
    distances = ([seen.before for seen in spot.seen], [seen.after for seen in spot.seen])
    return max(map(_narrowest, distances)) >= _STEADY * spot.count


def _narrowest(distances: list[int]) -> int:
    """How many are in the best run of a few distances."""
    return max(sum(low <= distance < low + _NARROW for distance in distances) for low in set(distances))


def where(spots: list[Spot]) -> str:
    """Where a rule is to look for a line that is chrome in some places."""
    places = {spot.place for spot in spots}
    if "between" in places:
        return "anywhere"
    if places == {"head"}:
        seen = [seen for spot in spots for seen in spot.seen]
        return "top" if sum(one.below for one in seen) > _MOSTLY * len(seen) else "head"
    return "edges" if "head" in places else "tail"
