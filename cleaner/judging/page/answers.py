"""Who answered a question and when: rows around the answers, in containers of their own that come back with each.

keep | <div class="answer"><p class="a-text">Let the glue dry for a day before you stretch the cloth.
drop | <div class="answer"><p class="a-user">A joiner
drop | <div class="answer"><p class="a-date">2024/03/13
"""

from collections import Counter
from collections.abc import Sequence

from cleaner.judging.page.blocks import is_heading
from cleaner.judging.page.containers import look, outward
from cleaner.judging.page.first import FirstPass
from cleaner.reading.hints import bits
from cleaner.reading.kinds import PROSE_SHAPES, shape
from cleaner.reading.page import Columns

_QUESTION, _CALLED = bits("question"), "answer"
_WRITER = bits("byline", "biography")
_FOLDED = ("faq", "accordion")
_SEVERAL = 2  # answers
_LONGEST, _LABEL = 60, 30  # characters of a row, of a heading that counts the answers
_ABOVE = 2  # blocks between the question and its answers
_LEVELS = 6  # containers around a block
_NO_ROW = frozenset(("li", "tr", "td", "th", "dd", "dt", "pre", "blockquote"))


def answer_rows(first: FirstPass, kept: Sequence[int]) -> list[int]:
    """The kept rows, and what stands between question and answers. Next to nothing to do where no name tells of any."""
    page = first.page
    if not any(map(_QUESTION.__and__, page.bits)):
        return []
    called = {i for i, says in enumerate(page.bits) if says & _QUESTION and _is_called(page.hints[i])}
    if len(called) < _SEVERAL:
        return []
    answer_of = {k: next((i for i in outward(page.parents, page.holders[k], _LEVELS) if i in called), 0) for k in kept}
    prose = {k for k in kept if answer_of[k] and shape(page.texts[k]) in PROSE_SHAPES}
    counts = Counter([look(page, i) for i in {answer_of[k] for k in prose}])
    answers = {answer_of[k] for k in prose if counts[look(page, answer_of[k])] >= _SEVERAL}
    inside = [k for k in kept if answer_of[k] in answers]
    of_text = {look(page, page.holders[k]) for k in inside if k in prose}
    rows = [k for k in inside if k not in prose and _may_be_row(page, k, answer_of[k], of_text)]
    looks = Counter([look(page, page.holders[k]) for k in rows])
    told = Counter([look(page, page.holders[k]) for k in rows if _tells_who_or_when(page, k)])
    found = [k for k in rows if _SEVERAL <= looks[name := look(page, page.holders[k])] <= 2 * told[name]]
    above = [k for k in kept if inside and k < inside[0]]
    of_text |= {look(page, page.holders[k]) for k in above if shape(page.texts[k]) in PROSE_SHAPES}
    return [*[k for k in above[-_ABOVE:] if _counts(page, k, of_text)], *found]


def _is_called(name: str) -> bool:
    low = name.lower()
    return _CALLED in low and not any(map(low.__contains__, _FOLDED))


def _may_be_row(page: Columns, k: int, answer: int, of_text: set[str]) -> bool:
    """Whether a short line stands in a container of its own kind, within that of its answer."""
    holder = page.holders[k]
    name = look(page, holder)
    may_be = name and name not in of_text and holder != answer
    return bool(may_be) and len(page.texts[k]) <= _LONGEST and page.tags[k] not in _NO_ROW and not is_heading(page, k)


def _tells_who_or_when(page: Columns, k: int) -> bool:
    """Whether a row holds a figure or a link, or is named after who writes; a short answer is none of these."""
    named = page.bits[page.holders[k]] & _WRITER != 0
    return named or page.links[k] > 0 or any(map(str.isdigit, page.texts[k]))


def _counts(page: Columns, k: int, of_text: set[str]) -> bool:
    """Whether a heading counts the answers, or a row tells who asked when."""
    text = page.texts[k]
    if not any(map(str.isdigit, text)) or shape(text) in PROSE_SHAPES:
        return False
    return len(text) <= _LABEL if is_heading(page, k) else _may_be_row(page, k, 0, of_text)
