"""All verdicts on a document: first the rules, then the detectors, then those that weigh what all these take."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from cleaner.document import Action, Verdict
from cleaner.judging.detectors import (
    article_end,
    author_box,
    author_note,
    between_furniture,
    code_lines,
    comment_thread,
    contents_box,
    cut_copy,
    main_region,
    menu_row,
    menu_word_title,
    own_list,
    repeated_title,
    repetition,
    signup_box,
    skipped_box,
    table_rows,
    teaser_list,
    teasers,
    underlined_heading,
)
from cleaner.judging.regions import find_by_rules
from cleaner.judging.scene import Scene
from cleaner.judging.settle import settle
from cleaner.judging.site_lines import site_lines
from cleaner.reading.address import host_of
from cleaner.rules.choice import Choice

_PHRASES = 3  # marked lines of two words and more that show a text without prose to be a page


class Detector(NamedTuple):
    """What data cannot say. `find` yields verdicts under `id`."""

    id: str
    kind: str
    why: str
    find: Callable[[Scene], Iterator[Verdict]]


class Weigher(NamedTuple):
    """A detector that must know what the others take."""

    id: str
    kind: str
    why: str
    find: Callable[[Scene, dict[int, Verdict]], Iterator[Verdict]]


DETECTORS = (
    Detector("repeated-paragraph", "repetition", repetition.WHY, repetition.find),
    Detector("cut-off-copy", "repetition", cut_copy.WHY, cut_copy.find),
    Detector("repeated-title", "repetition", repeated_title.AGAIN, repeated_title.find_again),
    Detector("title-with-site-name", "repetition", repeated_title.WITH_SITE, repeated_title.find_with_site),
    Detector("author-box", "byline", author_box.WHY, author_box.find),
    Detector("author-note", "byline", author_note.WHY, author_note.find),
    Detector("contents-box", "chrome", contents_box.WHY, contents_box.find),
    Detector("signup-box", "chrome", signup_box.WHY, signup_box.find),
    Detector("skipped-box", "chrome", skipped_box.WHY, skipped_box.find),
    Detector("comment-thread", "comment", comment_thread.WHY, comment_thread.find),
    Detector("comment-rhythm", "comment", comment_thread.WHY_RHYTHM, comment_thread.find_by_rhythm),
    Detector("menu-row", "chrome", menu_row.WHY, menu_row.find),
    Detector("menu-word-title", "chrome", menu_word_title.WHY, menu_word_title.find),
    Detector("menu-word-heading", "chrome", menu_word_title.HEADING, menu_word_title.find_headings),
    Detector("own-list", "chrome", own_list.WHY, own_list.find),
    Detector("underlined-heading", "chrome", underlined_heading.WHY, underlined_heading.find),
    Detector("code-lines", "chrome", code_lines.WHY, code_lines.find),
    Detector("table-rows", "chrome", table_rows.WHY, table_rows.find),
    Detector("teasers-without-heading", "related", teasers.WHY, teasers.find),
    Detector("teaser-list", "related", teaser_list.WHY, teaser_list.find),
)

LAST = (
    Weigher(main_region.ID, "chrome", main_region.WHY, main_region.find),
    Weigher(article_end.ID, "chrome", article_end.WHY, article_end.find),
    Weigher(between_furniture.ID, "chrome", between_furniture.WHY, between_furniture.find),
)


def judge(scene: Scene, choice: Choice) -> dict[int, Verdict]:
    """For each block that goes the verdict that takes it.

    What a user's rules say of the lines of this site goes before anything else is judged, so that the rest is judged
    by its own company.
    A text without a paragraph of prose is left alone: a word list is no menu. But a page of verse has its menu too,
    and several phrases of it, side by side, give that away; then the rules speak, the detectors, which go by prose,
    do not.
    """
    if choice.sites and (chrome := _site_chrome(scene, choice)):
        return chrome
    if not scene.prose:
        rows = [i for i in scene.marks if not scene.marks.keys().isdisjoint((i - 1, i + 1))]
        phrases = sum(" " in scene.bares[i] for i in rows)
        return settle(find_by_rules(scene.blocks, scene.marks)) if phrases >= _PHRASES else {}
    verdicts = list(find_by_rules(scene.blocks, scene.marks))
    chooses = bool(choice.select or choice.ignore)
    for detector in DETECTORS:
        if not chooses or choice.allows(detector.id):
            verdicts += detector.find(scene)
    taken = settle(verdicts)
    for last in LAST:
        if (not chooses or choice.allows(last.id)) and (found := list(last.find(scene, taken))):
            verdicts += found
            taken = settle(verdicts)
    return taken


def _site_chrome(scene: Scene, choice: Choice) -> dict[int, Verdict]:
    """The lines that go by the rules of the document's site, less what an exception keeps."""
    blocks = scene.blocks
    told = site_lines([block.text for block in blocks], [block.kind for block in blocks], choice, host_of(choice.url))
    if not told:
        return {}
    verdicts = [Verdict(rule.id, rule.kind, rule.why, i, i + 1) for i, rule in told.items()]
    return settle(verdicts + [v for v in find_by_rules(blocks, scene.marks) if v.action is Action.KEEP])
