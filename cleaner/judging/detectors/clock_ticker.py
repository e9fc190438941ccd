"""A ticker of the latest news above the article: headlines, each with its hour before it, the newest first.

drop | 18:40 Council closes the old bridge
drop | 18:05 Rain until Thursday, say the forecasters
drop | 17:50 Ferry fares rise in spring           … five and more
keep | The mill's last miller closes the gate

A programme, a timetable or the log of a day goes forward; only news go backward. What shares words with the article is
its own: a live report's entries.
"""

from bisect import bisect
from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import Verdict
from cleaner.judging.detectors.headline import opening_stems, stems
from cleaner.judging.scene import Scene
from cleaner.pattern import pattern

WHY = "A ticker above the article: headlines with their hours, the newest first."
_HOUR = pattern(r"\W{0,4}([01]?\d|2[0-3])[:h]([0-5]\d)[^:\d]{0,3}(?=[\W\d]{0,3}[^\W\d_]{2})")
_LEAST = 5  # headlines
_SHORTEST = 20  # characters of a headline with its hour
_MIDNIGHTS = 1  # times that a later hour stands below an earlier one
_AKIN = 2  # words of the article that make a headline the article's
_MOST_AKIN = 0.3  # share of such headlines


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each headline of such a ticker."""
    first = min(scene.first_prose, len(scene.blocks))
    if bisect(scene.clocks, first) < _LEAST:
        return
    hours = {i: hour for i in range(first) if (hour := _hour(scene.blocks[i].text)) >= 0}
    runs = [i for i in hours if i - 1 not in hours]
    for low in runs:
        high = next(i for i in range(low, first + 1) if i not in hours)
        if _goes_back([hours[i] for i in range(low, high)]) and not _is_of_article(scene, low, high):
            yield from (Verdict("clock-ticker", "related", WHY, i, i + 1) for i in range(low, high))


def _hour(text: str) -> int:
    """The minutes since midnight with which a headline begins; -1: none, or no headline."""
    found = _HOUR.match(text) if len(text) >= _SHORTEST else None
    return -1 if found is None else 60 * int(found[1]) + int(found[2])


def _goes_back(hours: list[int]) -> bool:
    rises = sum(after > before for before, after in pairwise(hours))
    return len(hours) >= _LEAST and rises <= _MIDNIGHTS and len(set(hours)) > len(hours) // 2


def _is_of_article(scene: Scene, low: int, high: int) -> bool:
    article = scene.once_of(opening_stems, scene.first_prose)
    akin = sum(len(stems(scene.keys.get(i, "")) & article) >= _AKIN for i in range(low, high))
    return akin > _MOST_AKIN * (high - low)
