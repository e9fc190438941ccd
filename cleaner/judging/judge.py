"""All verdicts on a document: first the rules, then the detectors, then those that weigh what all these take."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cleaner.document import Action, Verdict
from cleaner.judging.detectors import (
    after_rights,
    article_end,
    author_box,
    author_note,
    between_furniture,
    blog_motto,
    bulleted_menu,
    caption_twice,
    clock_ticker,
    code_lines,
    comment_thread,
    contents_box,
    cut_copy,
    forum_head,
    forum_notice,
    headline_row,
    leaked_code,
    main_region,
    menu_row,
    menu_word_title,
    office_name,
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
from cleaner.judging.first_post import is_forum
from cleaner.judging.regions import find_by_rules
from cleaner.judging.scene import Scene
from cleaner.judging.settle import Settlement, settle
from cleaner.judging.site_lines import site_lines
from cleaner.judging.traits import Trait, is_any, is_leaked_code
from cleaner.judging.verse import foot, is_page, verses_like_bylines
from cleaner.reading.address import host_of
from cleaner.rules.choice import Choice
from cleaner.rules.rule import Rule


class Detector(NamedTuple):
    """What data cannot say. `find` yields verdicts under `id`; asks_for: a trait, if one of the rules must have it."""

    id: str
    kind: str
    why: str
    find: Callable[[Scene], Iterator[Verdict]]
    asks_for: Trait | None = None


class Weigher(NamedTuple):
    """A detector that must know what the others take; it gives the reason where none of them does."""

    id: str
    kind: str
    why: str
    find: Callable[[Scene, dict[int, Verdict]], Iterator[Verdict]]


FIRST = (  # of what is none of an article: while it stands, the others would take it for the end of one
    Detector(blog_motto.ID, "chrome", blog_motto.WHY, blog_motto.find, blog_motto.is_day),
    Detector(forum_notice.ID, "chrome", forum_notice.WHY, forum_notice.find, is_forum),
    Detector(leaked_code.ID, "chrome", leaked_code.WHY, leaked_code.find),
)

FORUM = (
    Detector(forum_notice.MEMBER_ID, "comment", forum_notice.MEMBER, forum_notice.find_members, is_forum),
    Detector(forum_notice.COPY_ID, "repetition", forum_notice.COPY, forum_notice.find_copies, is_forum),
    Detector(forum_head.ID, "chrome", forum_head.WHY, forum_head.find, is_forum),
)

DETECTORS = (
    Detector("repeated-paragraph", "repetition", repetition.WHY, repetition.find),
    Detector("cut-off-copy", "repetition", cut_copy.WHY, cut_copy.find),
    Detector("repeated-title", "repetition", repeated_title.AGAIN, repeated_title.find_again),
    Detector("title-with-site-name", "repetition", repeated_title.WITH_SITE, repeated_title.find_with_site),
    Detector("caption-twice", "byline", caption_twice.WHY, caption_twice.find),
    Detector("author-box", "byline", author_box.WHY, author_box.find, is_any),
    Detector("author-note", "byline", author_note.WHY, author_note.find, is_any),
    Detector("contents-box", "chrome", contents_box.WHY, contents_box.find),
    Detector("signup-box", "chrome", signup_box.WHY, signup_box.find, signup_box.is_of_box),
    Detector("skipped-box", "chrome", skipped_box.WHY, skipped_box.find, skipped_box.is_link),
    Detector("comment-thread", "comment", comment_thread.WHY, comment_thread.find),
    Detector("comment-rhythm", "comment", comment_thread.WHY_RHYTHM, comment_thread.find_by_rhythm),
    Detector("menu-row", "chrome", menu_row.WHY, menu_row.find),
    Detector(bulleted_menu.ID, "chrome", bulleted_menu.WHY, bulleted_menu.find, is_any),
    Detector("headline-row", "chrome", headline_row.WHY, headline_row.find),
    Detector("clock-ticker", "related", clock_ticker.WHY, clock_ticker.find),
    Detector("headline-stack", "related", headline_row.STACK, headline_row.find_stack),
    Detector("office-name", "chrome", office_name.WHY, office_name.find, office_name.is_office),
    Detector("menu-word-title", "chrome", menu_word_title.WHY, menu_word_title.find, is_any),
    Detector("menu-word-heading", "chrome", menu_word_title.HEADING, menu_word_title.find_headings, is_any),
    Detector("own-list", "chrome", own_list.WHY, own_list.find, is_any),
    Detector("underlined-heading", "chrome", underlined_heading.WHY, underlined_heading.find),
    Detector(leaked_code.EXAMPLE_ID, "chrome", leaked_code.EXAMPLE, leaked_code.find_examples, is_leaked_code),
    Detector("code-lines", "chrome", code_lines.WHY, code_lines.find, code_lines.may_be_code),
    Detector("table-rows", "chrome", table_rows.WHY, table_rows.find, table_rows.knows_bars),
    Detector("teasers-without-heading", "related", teasers.WHY, teasers.find),
    Detector("teasers-above", "related", teasers.ABOVE, teasers.find_above),
    Detector(after_rights.ID, "related", after_rights.WHY, after_rights.find, after_rights.is_rights),
    Detector("teaser-list", "related", teaser_list.WHY, teaser_list.find, teaser_list.is_heading),
    *FORUM,
)

LAST = (
    Weigher(main_region.ID, "chrome", main_region.WHY, main_region.find),
    Weigher(article_end.ID, "chrome", article_end.WHY, article_end.find),
    Weigher(between_furniture.ID, "chrome", between_furniture.WHY, between_furniture.find),
)


@cache
def _called_by(rule: Rule) -> frozenset[str]:
    """The detectors that ask for a trait which a rule has."""
    return frozenset(each.id for each in (*FIRST, *DETECTORS) if each.asks_for is not None and each.asks_for(rule))


@lru_cache(maxsize=1024)
def _called(sets: frozenset[frozenset[str]]) -> tuple[tuple[Detector, ...], tuple[Detector, ...]]:
    """Of FIRST and DETECTORS those that ask for nothing, or for a trait that one of the rules has. sets: by rule."""
    ids = frozenset[str]().union(*sets)
    first, others = ([d for d in all_ if d.asks_for is None or d.id in ids] for all_ in (FIRST, DETECTORS))
    return tuple(first), tuple(others)


def judge(scene: Scene, choice: Choice) -> dict[int, Verdict]:
    """For each block that goes the verdict that takes it.

    What a user's rules say of the lines of this site goes before anything else is judged, so that the rest is judged
    by its own company; so do paragraphs that their place tells for sure (FIRST).
    A text without a paragraph of prose is left alone: a word list is no menu. But a page of verse has its menu too,
    and where that gives it away (verse.py) the rules speak, of its foot alone or of all; the detectors, which go by
    prose, do not, but for those of FORUM.
    """
    if choice.sites and (chrome := _site_chrome(scene, choice)):
        return chrome
    chooses = bool(choice.select or choice.ignore)
    firsts, detectors = _called(frozenset(map(_called_by, scene.rules)))
    if told := [v for first in firsts if not chooses or choice.allows(first.id) for v in first.find(scene)]:
        return settle(told)
    if not scene.prose:
        around = [detector for detector in FORUM if choice.allows(detector.id)]
        found = [*find_by_rules(scene.blocks, scene.marks), *(v for each in around for v in each.find(scene))]
        start = 0 if is_page(scene) else foot(scene)
        verses = verses_like_bylines(scene)
        return settle([verdict for verdict in found if verdict.first >= start and verdict.first not in verses])
    verdicts = [*find_by_rules(scene.blocks, scene.marks)]
    for detector in detectors:
        if not chooses or choice.allows(detector.id):
            verdicts += detector.find(scene)
    settlement = Settlement()
    settlement.add(verdicts)
    taken = settlement.dropped()
    for last in LAST:
        if (not chooses or choice.allows(last.id)) and (found := list(last.find(scene, taken))):
            settlement.add(found)
            taken = {i: taken.get(i, verdict) for i, verdict in settlement.dropped().items()}
    return taken


def judge_typed(scene: Scene, choice: Choice) -> dict[int, Verdict]:
    """The same for a text that somebody typed (typed.py): only what users' own rules say of its lines holds."""
    if choice.sites and (chrome := _site_chrome(scene, choice)):
        return chrome
    marks = {i: tuple(rule for rule in rules if not rule.trusted) for i, rules in scene.marks.items()}
    return settle([*find_by_rules(scene.blocks, {i: rules for i, rules in marks.items() if rules})])


def _site_chrome(scene: Scene, choice: Choice) -> dict[int, Verdict]:
    """The lines that go by the rules of the document's site, less what an exception keeps."""
    blocks = scene.blocks
    told = site_lines([block.text for block in blocks], [block.kind for block in blocks], choice, host_of(choice.url))
    if not told:
        return {}
    verdicts = [Verdict(rule.id, rule.kind, rule.why, i, i + 1) for i, rule in told.items()]
    return settle(verdicts + [v for v in find_by_rules(blocks, scene.marks) if v.action is Action.KEEP])
