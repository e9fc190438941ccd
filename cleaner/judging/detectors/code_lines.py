"""A sign or an address alone in a line is furniture, but not in the midst of code, unless that is the page's own.

keep | <button onClick={save}
keep | >
keep | {label}
"""

from collections.abc import Iterator

from cleaner.document import Action, Verdict
from cleaner.judging.code import is_code
from cleaner.judging.scene import Scene
from cleaner.judging.traits import is_leaked_code
from cleaner.rules.rule import Rule

WHY = "A sign or an address alone in its line, with lines of code above and below it."
# Ends of ids of rules that code meets.
_MEETS = ("-separator-alone", "-icon-alone", "-link-alone", "-arrow-path-head", "-script-end")
_REACH = 2  # lines on each side
_LEAST = 2  # of them that are code


def may_be_code(rule: Rule) -> bool:
    return rule.id.endswith(_MEETS)


def find(scene: Scene) -> Iterator[Verdict]:
    """One exception for each such line."""
    if scene.marked_by(is_leaked_code):
        return
    blocks = scene.blocks
    for i in scene.marked_by(may_be_code):
        near = [*range(max(0, i - _REACH), i), *range(i + 1, min(i + 1 + _REACH, len(blocks)))]
        if sum(is_code(blocks[j].text) for j in near) >= _LEAST:
            yield Verdict("code-lines", "chrome", WHY, i, i + 1, Action.KEEP)
