"""A thread of readers' comments: from its heading, or its first name and date line, to the end of the document.

Where more prose follows than the last comment accounts for, the thread ends with its last name and date line instead.

Comments may be long, well punctuated, and quote the article; what gives a thread away is its rhythm: name, date,
text, controls, again and again. A live blog has times too, but no names and no controls.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from cleaner.document import BlockKind, Verdict
from cleaner.judging.code import is_field
from cleaner.judging.evidence import within
from cleaner.judging.first_post import first_post
from cleaner.judging.own_line import parts_paragraphs
from cleaner.judging.scene import Scene
from cleaner.pattern import pattern
from cleaner.reading.kinds import LABEL_SHAPES, SENTENCE_SHAPES, SHAPES
from cleaner.rules.rule import Rule

WHY = "Readers' comments: name, date and reply lines recur from here to the end."
WHY_RHYTHM = "Readers' comments, though nothing announces them: names, dates and replies come again and again."
_LINES = ("-comment-says", "-comment-control", "-comment-stamp")
_HEADING, _FORM = "-comment-heading", "-comment-form"
# A time of day with a year or a numeric date before or after it, as folded; dates in words are marked by rules.
_CLOCK = r"(?<!\d)\d{1,2}:\d{2}(?!\d)"
_DAY = r"(?:\b(?:19|20|1[34])\d{2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b)"
_STAMP = pattern(f"{_CLOCK}.{{0,30}}{_DAY}|{_DAY}.{{0,15}}{_CLOCK}")
_CLOCK_LINE = pattern(f"[^\\W\\d].*{_CLOCK}")
_POST_NUMBER = pattern(r"#\d{1,5}")  # of a forum
_LABELS = ("tiny-open", "label-open", "phrase-open")
_REPORTED = 0.25  # share of the times and buttons of a live report that have a headline and its paragraph below
_HEADLINES = ("phrase-open", "headline-open", "sentence-open")
_STAMP_LENGTH = 70
_MAIL_DATE, _MAIL_HEAD = "date: ", ("from: ", "to: ", "subject: ")  # as every mail program writes them
_DATED = ("date", "time", "published")  # in the ids of bylines that say when
_BEATS = 3  # so many name or date lines make a thread without a heading
_PAIR = 2  # so many below a heading, or a form: a control's word alone may be another heading of the article
_TRIES = 40  # headings and forms looked at: a page has a few
_REACH = 25  # lines from a heading to the first beat of its thread, and from one to the next, at most
_CLOSE = 12  # the same where no heading says that it is a thread
_MOST_PROSE = 3  # paragraphs of a comment whose name has no date
_LAST = 10  # lines of the last comment, at most
_QUOTES = frozenset('"“”„«»‘’')
_DOTS = "..."  # end the names over a blog's comments: «Anonymous said...», «Ana dijo...»
_NUMBERED = re.compile(r"\d{1,3}\. ").match  # as the entries of a list are written out
_HAS_DIGIT = re.compile(r"\d").search


Places = dict[str, list[int]]  # what marks mean for a thread (`_role`) → the lines that have them


def find(scene: Scene) -> Iterator[Verdict]:
    """At most one verdict: the thread that a heading, a form or the numbers of its posts announce."""
    if not scene.hashed and {"heading", "form"}.isdisjoint(map(_role, scene.rules)):
        return
    places, beats, posts = scene.once(_survey)
    start = _announced(scene, beats, posts, places)
    if start is not None:
        yield _verdict(scene, "comment-thread", WHY, start, beats)


def find_by_rhythm(scene: Scene) -> Iterator[Verdict]:
    """At most one verdict: the thread that nothing announces, only its rhythm gives away."""
    if len(scene.clocks) + len(scene.hashed) < _BEATS and "beat" not in map(_role, scene.rules):
        return
    places, beats, posts = scene.once(_survey)
    if len(beats) < _PAIR or _announced(scene, beats, posts, places) is not None:
        return
    start = _by_rhythm(scene, beats) if len(beats) >= _BEATS else None
    below = beats if start is None else [beat for beat in beats if beat >= start]
    if start is not None and (_are_reports(scene, below) or _are_quoted(scene, below)):
        return
    start = _by_names(places["name"]) if start is None else start
    if start is not None:
        yield _verdict(scene, "comment-rhythm", WHY_RHYTHM, start, beats)


def _are_reports(scene: Scene, beats: list[int]) -> bool:
    """Whether times and buttons part the entries of a live report: below them a headline has its paragraph."""
    unmarked = [i for i in (beat + 1 for beat in beats) if i not in scene.marks and i + 1 < len(scene.blocks)]
    entries = sum(SHAPES[scene.shapes[i]] in _HEADLINES and scene.is_prose[i + 1] for i in unmarked)
    return entries >= _BEATS and entries >= _REPORTED * len(beats)


def _are_quoted(scene: Scene, beats: list[int]) -> bool:
    """Whether names and times stand below what their people said, in quotation marks: a writer has collected that."""
    above = [scene.blocks[beat - 1].text for beat in beats]
    return all(text[0] in _QUOTES and text[-1] in _QUOTES for text in above)


def _survey(scene: Scene) -> tuple[Places, list[int], list[int]]:
    """What the marks mean, the beats in order, and the numbered posts of a forum among them."""
    places: Places = {"": [], "beat": [], "heading": [], "form": [], "date": [], "forum": [], "name": [], "number": []}
    post = scene.once(first_post)
    first = max(scene.first_prose, post.text - 1) if post else scene.first_prose
    for i, rules in scene.marks.items():
        if i > first:
            for rule in rules:
                places[_role(rule)].append(i)
    places["name"] = _names(scene, first, places["beat"])
    places["number"] = _numbers(scene, places["heading"])
    stamps = {i for i in scene.clocks if i > first and _is_stamp(scene, i)}
    beats = stamps if not stamps and _are_headings(scene, places["beat"]) else stamps.union(places["beat"])
    beats = beats.union(places["name"], places["number"])
    posts = _numbered_posts(scene, beats.union(places["date"], places["forum"])) if scene.hashed else []
    return places, sorted(beats.union(posts)), posts


def _are_headings(scene: Scene, words: list[int]) -> bool:
    """Whether words of a thread's buttons all stand above a paragraph and below one, where it would have names.

    Where names were cut out of a thread, the same button stands there each time.
    """
    marks = scene.marks
    return len({scene.bares[i] for i in words}) >= _BEATS and all(
        parts_paragraphs(scene.blocks, i, marks) for i in words
    )


def _announced(scene: Scene, beats: list[int], posts: list[int], places: Places) -> int | None:
    """The first block of a thread that is announced."""
    if posts:
        return _profile_start(scene, posts[0])
    return _after_opener(scene, beats, places) if places["heading"] or places["form"] else None


def _verdict(scene: Scene, rule: str, why: str, start: int, beats: list[int]) -> Verdict:
    last = max([start, *beats[-1:]])
    stop = last + 1 if _article_resumes(scene, last) else len(scene.blocks)
    return Verdict(rule, "comment", why, start, stop)


@cache
def _role(rule: Rule) -> str:
    """What a rule's mark means for a thread: its ending says so."""
    if rule.id.endswith((_HEADING, _FORM)):
        return "heading" if rule.id.endswith(_HEADING) else "form"
    if rule.id.endswith(_LINES):
        return "beat"
    if "forum" in rule.id:
        return "forum"
    return "date" if rule.kind == "byline" and any(word in rule.id for word in _DATED) else ""


def _is_stamp(scene: Scene, i: int) -> bool:
    """Whether the line says when, beside who, in numbers that need no language; the head of a letter is no comment."""
    key = scene.keys[i]
    if key.startswith(_MAIL_DATE) and any(scene.keys.get(i + k, "").startswith(_MAIL_HEAD) for k in (-2, -1, 1, 2)):
        return False
    if len(key) > _STAMP_LENGTH or scene.blocks[i].kind is BlockKind.PROSE or is_field(key):
        return False
    return _STAMP.search(key) is not None or (_CLOCK_LINE.search(key) is not None and _has_profile(scene, i))


def _has_profile(scene: Scene, i: int) -> bool:
    """Whether two labels (name, rank, number of the post) stand around a line: a live report's times have none."""
    around = [j for j in (i - 2, i - 1, i + 1) if 0 <= j < len(scene.blocks)]
    return sum(scene.shapes[j] in LABEL_SHAPES for j in around) >= 2


def _after_opener(scene: Scene, beats: list[int], places: Places) -> int | None:
    """The first heading or form of comments that beats follow soon, or after which nothing reads like the article.

    Below a heading a plain date line is a beat too. A form may stand below a thread that has no heading.
    """
    dated = sorted({*beats, *places["date"]})
    headings = set(places["heading"])
    for i in sorted(headings.union(places["form"]))[:_TRIES]:
        thread = _run(dated, i, _REACH)
        if i not in headings and not thread and _heads_paragraph(scene, i):
            continue
        if thread and i in headings and _heads_article(scene, i, thread[0]):
            continue
        is_lone = len(thread) < _PAIR and not _counts(scene, i, thread, places["number"])
        lone = is_lone and not any(form >= i for form in places["form"])
        if len(thread) < _BEATS and (scene.prose[-1] > i if lone else _article_resumes(scene, (thread or [i])[-1])):
            continue
        above = None if i in headings else _by_rhythm(scene, [beat for beat in beats if beat < i])
        return i if above is None else above
    return None


def _names(scene: Scene, first: int, beats: list[int]) -> list[int]:
    """The names over a blog's comments that end in a verb with dots, with those that no rule knows for such names."""
    known = [key for key in map(scene.keys.__getitem__, beats) if key.endswith(_DOTS) and " " in key]
    if not known:
        return []
    verbs = tuple({" " + key.split()[-1] for key in known})
    return [i for i, key in scene.keys.items() if i > first and len(key) <= _STAMP_LENGTH and key.endswith(verbs)]


def _by_names(names: list[int]) -> int | None:
    """The first of two names over comments close together, for nothing but a blog writes such lines twice."""
    return next((a for a, b in pairwise(names) if 1 < b - a <= _CLOSE), None)


def _numbers(scene: Scene, headings: list[int]) -> list[int]:
    """The numbered entries right below a heading that counts comments: a list written out as text."""
    for i in headings:
        below = range(i + 1, len(scene.blocks))
        if below and scene.blocks[i + 1].text.startswith("1. ") and _HAS_DIGIT(scene.keys[i]):
            return [j for j in below if _NUMBERED(scene.blocks[j].text)]
    return []


def _counts(scene: Scene, i: int, thread: list[int], numbers: list[int]) -> bool:
    """Whether a heading tells how many comments there are, and the first of them stands right below it."""
    return i + 1 in numbers or (thread[:1] == [i + 1] and _HAS_DIGIT(scene.keys[i]) is not None)


def _heads_paragraph(scene: Scene, i: int) -> bool:
    """Whether a paragraph stands right below the word of a form: a heading of the article."""
    return i + 1 < len(scene.blocks) and scene.is_prose[i + 1] and i + 1 not in scene.marks


def _heads_article(scene: Scene, heading: int, beat: int) -> bool:
    """Whether more prose stands between a heading and its first beat than one comment has: a link above an article."""
    return _paragraphs(scene, heading, beat) > _MOST_PROSE


def _stands_over_article(scene: Scene, thread: list[int]) -> bool:
    """Whether more prose follows the first beat than the second: a date above an article, and others below it."""
    sizes = [_paragraphs(scene, a, b) for a, b in pairwise(thread[:3])]
    return bool(sizes) and sizes[0] >= _MOST_PROSE and sizes[0] > max(sizes[1:], default=0)


def _paragraphs(scene: Scene, low: int, high: int) -> int:
    """The paragraphs between two lines that no rule marks."""
    return within(scene.unmarked, low + 1, high)


def _by_rhythm(scene: Scene, beats: list[int]) -> int | None:
    """The first beat, or the name line above it, of enough beats close together with text between them."""
    done = -1
    for beat in beats:
        if beat <= done:
            continue
        thread = _run(beats, beat, _CLOSE)
        if _stands_over_article(scene, thread):
            continue
        spoken = sum(b - a > 1 for a, b in pairwise(thread))
        if len(thread) >= _BEATS and spoken >= _BEATS - 1 and not _stands_above(scene, thread):
            return _profile_start(scene, beat)
        done = thread[-1]
    return None


def _stands_above(scene: Scene, thread: list[int]) -> bool:
    """Whether beats without a sentence between them stand above most of the prose: a forum's list of latest topics."""
    if 2 * bisect_left(scene.unmarked, thread[0]) >= len(scene.unmarked):
        return False
    return not any(scene.shapes[i] in SENTENCE_SHAPES and i not in scene.marks for i in range(thread[0], thread[-1]))


def _numbered_posts(scene: Scene, near: set[int]) -> list[int]:
    """The numbers of a forum's posts from the second on, where posts carry rising numbers: the first is the article.

    A list of ranks has numbers too, but no dates, controls or tools of a forum beside them (`near`: such lines).
    """
    places = {i: int(scene.keys[i][1:]) for i in scene.hashed if _POST_NUMBER.fullmatch(scene.keys[i])}
    if len(places) < _BEATS - 1:
        return []
    replies = [i for i, number in places.items() if number > 1 and i > scene.first_prose]
    if len(replies) < _BEATS - 1 or list(places.values()) != sorted(places.values()):
        return []
    company = sum(any(j in near and j not in places for j in range(i - 4, i + 5)) for i in replies)
    return replies if 2 * company >= len(replies) else []


def _run(beats: list[int], start: int, reach: int) -> list[int]:
    """The beats from `start` on, up to the first that is too far from the one before."""
    run: list[int] = []
    for number in range(bisect_left(beats, start), len(beats)):
        if beats[number] - (run[-1] if run else start) > reach:
            break
        run.append(beats[number])
    return run


def _article_resumes(scene: Scene, last: int) -> bool:
    """Whether more prose follows the last beat than the last comment can account for."""
    return within(scene.unmarked, last + _LAST + 1, len(scene.blocks)) >= _BEATS


def _profile_start(scene: Scene, beat: int) -> int:
    """The first of the labels (name, country, rank) right above a beat, at most four."""
    start = beat
    while start > max(beat - 4, scene.first_prose + 1) and SHAPES[scene.blocks[start - 1].shape] in _LABELS:
        start -= 1
    return start
