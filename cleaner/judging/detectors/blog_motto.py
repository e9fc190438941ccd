"""What a blog says of itself over its newest post: a paragraph, then the day of the post, then its headline.

drop | Leaves                                                     the blog's name, or nothing
drop | Whoever reads here reads what a leaf would write if it could, between the branch and the ground.
drop | Monday, 21 July 2008                                       a rule knows it
keep | A year already
keep | When I began …

Above an article's standfirst its headline would stand, longer than a blog's name.

Hosts set their notices between the two, and then the headline comes first:

drop | Leaves
drop | Whoever reads here reads what a leaf would write if it could, between the branch and the ground.
drop | This advertisement stands on blogs without news            a rule knows it for the host's
keep | A year already
keep | Monday, 21 July 2008                                       a rule knows it
"""

from collections.abc import Iterator

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import SHAPES
from cleaner.rules.rule import Rule

ID = "blog-motto"
WHY = "Above the day and the headline of a post: what the blog says of itself."
_DAY = "weekday-date"  # in ids of rules
_NAME = frozenset(map(SHAPES.index, ("tiny-open", "label-open")))
_MOTTO = frozenset(code for code, name in enumerate(SHAPES) if name.startswith(("paragraph", "long")))
_TITLE = frozenset(
    code for code, name in enumerate(SHAPES) if name.startswith(("label", "phrase", "headline", "sentence-open"))
)
_STOP = "full-stop"
_HOST = "-blog-host"  # in ids of rules
_LINES = 3  # of the name and the motto
_NOTICES = 8  # lines


def is_day(rule: Rule) -> bool:
    """Whether a rule knows dates, or the notices of a blog's host."""
    return _DAY in rule.id or _HOST in rule.id


def find(scene: Scene) -> Iterator[Verdict]:
    """At most one verdict, for the first lines of all."""
    if stop := _above_notices(scene):
        yield Verdict(ID, "chrome", WHY, 0, stop)
        return
    shapes, marks = scene.shapes, scene.marks
    for motto in (0, 1):
        if len(shapes) <= motto + 3 or shapes[motto] not in _MOTTO or motto in marks:
            continue
        day, title = motto + 1, motto + 2
        is_dated = any(_DAY in rule.id for rule in marks.get(day, ()))
        is_titled = title not in marks and shapes[title] in _TITLE and not SHAPES[shapes[title]].endswith(_STOP)
        if is_dated and is_titled and (not motto or shapes[0] in _NAME):
            yield Verdict(ID, "chrome", WHY, 0, title)


def _above_notices(scene: Scene) -> int:
    """The line below the motto, if the host's notices follow it, then a headline with its date; 0: none."""
    marks, shapes = scene.marks, scene.shapes
    first = next(iter(marks), 0)
    if not 0 < first <= _LINES or not any(shapes[i] in _MOTTO for i in range(first)):
        return 0
    last = max([i for i in marks if i < first + _NOTICES and any(_HOST in rule.id for rule in marks[i])], default=0)
    title, day = last + 1, last + 2
    is_titled = 0 < last < len(shapes) - 1 and title not in marks and not scene.is_prose[title]
    return first if is_titled and day in scene.bylines else 0
