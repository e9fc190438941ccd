"""What a blog says of itself over its newest post: a paragraph, then the day of the post, then its headline.

drop | Leaves                                                     the blog's name, or nothing
drop | Whoever reads here reads what a leaf would write if it could, between the branch and the ground.
drop | Monday, 21 July 2008                                       a rule knows it
keep | A year already
keep | When I began …

Above an article's standfirst its headline would stand, longer than a blog's name.
"""

from collections.abc import Iterator

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import LABEL_SHAPES, SHAPES
from cleaner.rules.rule import Rule

ID = "blog-motto"
WHY = "Above the day and the headline of a post: what the blog says of itself."
_DAY = "weekday-date"  # in ids of rules
_MOTTO = frozenset(code for code, name in enumerate(SHAPES) if name.startswith(("paragraph", "long")))
_TITLE = frozenset(
    code for code, name in enumerate(SHAPES) if name.startswith(("label", "phrase", "headline", "sentence-open"))
)
_STOP = "full-stop"


def is_day(rule: Rule) -> bool:
    """Whether a rule knows dates."""
    return _DAY in rule.id


def find(scene: Scene) -> Iterator[Verdict]:
    """At most one verdict, for the first lines of all."""
    shapes, marks = scene.shapes, scene.marks
    for motto in (0, 1):
        if len(shapes) <= motto + 3 or shapes[motto] not in _MOTTO or motto in marks:
            continue
        day, title = motto + 1, motto + 2
        is_dated = any(map(is_day, marks.get(day, ())))
        is_titled = title not in marks and shapes[title] in _TITLE and not SHAPES[shapes[title]].endswith(_STOP)
        if is_dated and is_titled and (not motto or shapes[0] in LABEL_SHAPES):
            yield Verdict(ID, "chrome", WHY, 0, title)
