"""All verdicts on a document: first the rules, then the detectors, then the main region, which weighs them all."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from cleaner.document import Verdict
from cleaner.judging.detectors import (
    comment_thread,
    contents_box,
    main_region,
    repeated_title,
    repetition,
    teasers,
    underlined_heading,
)
from cleaner.judging.regions import find_by_rules
from cleaner.judging.scene import Scene
from cleaner.judging.settle import settle
from cleaner.rules.choice import Choice

_PHRASES = 3  # marked lines of two words and more that show a text without prose to be a page


class Detector(NamedTuple):
    """What data cannot say. `find` yields verdicts under `id`."""

    id: str
    kind: str
    why: str
    find: Callable[[Scene], Iterator[Verdict]]


DETECTORS = (
    Detector("repeated-paragraph", "repetition", repetition.WHY, repetition.find),
    Detector("repeated-title", "repetition", repeated_title.AGAIN, repeated_title.find_again),
    Detector("title-with-site-name", "repetition", repeated_title.WITH_SITE, repeated_title.find_with_site),
    Detector("contents-box", "chrome", contents_box.WHY, contents_box.find),
    Detector("comment-thread", "comment", comment_thread.WHY, comment_thread.find),
    Detector("comment-rhythm", "comment", comment_thread.WHY_RHYTHM, comment_thread.find_by_rhythm),
    Detector("underlined-heading", "chrome", underlined_heading.WHY, underlined_heading.find),
    Detector("teasers-without-heading", "related", teasers.WHY, teasers.find),
)


def judge(scene: Scene, choice: Choice) -> list[Verdict]:
    """Every verdict, uncut and unsettled.

    A text without a paragraph of prose is left alone: a word list is no menu. But a page of verse has its menu too,
    and several phrases of it give that away; then the rules speak, the detectors, which go by prose, do not.
    """
    if not scene.prose:
        phrases = sum(" " in scene.bares[i] for i in scene.marks)
        return list(find_by_rules(scene.blocks, scene.marks)) if phrases >= _PHRASES else []
    verdicts = list(find_by_rules(scene.blocks, scene.marks))
    for detector in DETECTORS:
        if choice.allows(detector.id):
            verdicts += detector.find(scene)
    if choice.allows(main_region.ID):
        verdicts += main_region.find(scene, settle(verdicts))
    return verdicts
