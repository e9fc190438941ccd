"""A box in the article's midst that a link for screen readers skips: from that link to the line that ends it.

drop | Skip Suggested stories and continue reading     a rule knows it
drop | Suggested stories
drop | A driver fights for trees. He has planted ninety.
drop | End of Suggested stories                        nearly all of its words stand in the link, or a rule knows it

What is in the box may be sentences, so nothing but its ends gives it away.
"""

from collections.abc import Iterator

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.rules.rule import Rule

WHY = "A box in the article's midst: a link that skips it stands before it, a line that ends it after it."
_LINK = "-skip-box"  # how the ids of the rules end that know such a link
_END = "-box-end"  # and of those that know the line at the end
_LONGEST = 30  # lines
_SHORTEST = 10  # lines, of a box between two links that read alike
_NEW_WORDS = range(1, 4)  # of the last line: «end», «end of», «fin de la»


def is_link(rule: Rule) -> bool:
    return rule.id.endswith(_LINK)


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each box whose end is found."""
    links = set(scene.marked_by(is_link))
    done = scene.first_prose
    for i in sorted(links):
        if i > done:
            stop = _end_of(scene, i, links)
            if stop is not None:
                yield Verdict("skipped-box", "chrome", WHY, i, stop + 1)
                done = stop


def _end_of(scene: Scene, i: int, links: set[int]) -> int | None:
    """The line that ends the box: it names the box, or it is the same link once more."""
    words = set(scene.bares[i].split())
    is_counted = any(map(str.isdigit, words))  # «list of 3 items»: its entries have numbers, and the same words
    for j in range(i + 1, min(i + _LONGEST, len(scene.blocks))):
        if j in links:
            return j if scene.bares[j] == scene.bares[i] and j - i <= _SHORTEST else None
        if any(rule.id.endswith(_END) for rule in scene.marks.get(j, ())):
            return j
        if not is_counted and _ends(scene.bares.get(j, "").split(), words):
            return j
    return None


def _ends(line: list[str], words: set[str]) -> bool:
    """Whether a line names the box and adds that it ends."""
    new = sum(word not in words for word in line)
    return new in _NEW_WORDS and len(line) - new >= new
