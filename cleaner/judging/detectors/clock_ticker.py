"""A ticker of the latest news above the article: headlines, each with its hour before it, the newest first.

drop | 18:40 Council closes the old bridge
drop | 18:05 Rain until Thursday, say the forecasters
drop | 17:50 Ferry fares rise in spring           … five and more
keep | The mill's last miller closes the gate

The hour may stand alone, with its headline in the next line. A programme, a timetable or the log of a day goes forward;
only news go backward. What shares words with the article is its own: a live report's entries.
"""

from bisect import bisect
from collections.abc import Iterator
from itertools import pairwise
from re import Match

from cleaner.document import Verdict
from cleaner.judging.detectors.headline import opening_stems, stems
from cleaner.judging.scene import Scene
from cleaner.pattern import pattern

WHY = "A ticker above the article: headlines with their hours, the newest first."
_HOUR = pattern(r"\W{0,4}([01]?\d|2[0-3])[:h]([0-5]\d)[^:\d]{0,3}(?=[\W\d]{0,3}[^\W\d_]{2})")
_LONE = pattern(r"\W{0,4}([01]?\d|2[0-3])[:h]([0-5]\d)\W{0,3}$")  # its headline stands in the next line
_LEAST = 5  # headlines
_SHORTEST = 20  # characters of a headline with its hour
_MIDNIGHTS = 1  # times that a later hour stands below an earlier one
_AKIN = 2  # words of the article that make a headline the article's
_MOST_AKIN = 0.3  # share of such headlines


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each line of such a ticker."""
    first = min(scene.first_prose, len(scene.blocks))
    if bisect(scene.clocks, first) < _LEAST:
        return
    for hours, step in ((_hours(scene, first), 1), (_lone_hours(scene, first), 2)):
        for low in (i for i in hours if i - step not in hours):
            high = next(i for i in range(low, first + step, step) if i not in hours)
            heads = range(low + step - 1, high, step)  # the lines with the headlines
            if _goes_back([hours[i] for i in range(low, high, step)]) and not _is_of_article(scene, heads):
                yield from (Verdict("clock-ticker", "related", WHY, i, i + 1) for i in range(low, high))


def _hours(scene: Scene, first: int) -> dict[int, int]:
    """The lines above the article that begin with an hour and hold a headline, with their minutes since midnight."""
    blocks = scene.blocks
    found = {i: _HOUR.match(blocks[i].text) for i in range(first) if len(blocks[i].text) >= _SHORTEST}
    return {i: _minutes(hour) for i, hour in found.items() if hour}


def _lone_hours(scene: Scene, first: int) -> dict[int, int]:
    """The same of lines that are an hour and nothing else, with a headline below."""
    blocks = scene.blocks
    lines = (i for i in scene.clocks if i + 1 < first and len(blocks[i + 1].text) >= _SHORTEST)
    found = {i: _LONE.match(blocks[i].text) for i in lines}
    return {i: _minutes(hour) for i, hour in found.items() if hour}


def _minutes(hour: Match[str]) -> int:
    return 60 * int(hour[1]) + int(hour[2])


def _goes_back(hours: list[int]) -> bool:
    rises = sum(after > before for before, after in pairwise(hours))
    return len(hours) >= _LEAST and rises <= _MIDNIGHTS and len(set(hours)) > len(hours) // 2


def _is_of_article(scene: Scene, heads: range) -> bool:
    article = scene.once_of(opening_stems, scene.first_prose)
    akin = sum(len(stems(scene.keys.get(i, "")) & article) >= _AKIN for i in heads)
    return akin > _MOST_AKIN * len(heads)
