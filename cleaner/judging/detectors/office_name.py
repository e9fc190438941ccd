"""The name below an office of the paper, above the article.

drop | Editor-in-chief          a rule knows it
drop | Salem Bahri
keep | The mill's last miller closes the gate

A page that leaves the name out has its headline there; so the next line goes only where it is short and a longer one
is left below it to be the headline.
"""

from collections.abc import Iterator

from cleaner.document import Verdict
from cleaner.judging.scene import Scene
from cleaner.reading.kinds import LABEL_SHAPES
from cleaner.rules.rule import Rule

WHY = "The name of who holds the office in the line above it: editor-in-chief, publisher."
_OFFICE = "-imprint-label"  # how the ids of the rules end that know such an office
_WORDS = range(2, 5)  # of a name


def find(scene: Scene) -> Iterator[Verdict]:
    """One verdict for each name."""
    for i in scene.marked_by(is_office):
        name = i + 1
        if name >= scene.first_prose or name in scene.marks or scene.shapes[name] not in LABEL_SHAPES:
            continue
        words = scene.bares[name].split()
        if len(words) in _WORDS and all(map(_is_word, words)) and name < scene.once(_last_longer)[len(words)]:
            yield Verdict("office-name", "chrome", WHY, name, name + 1)


def is_office(rule: Rule) -> bool:
    return rule.id.endswith(_OFFICE)


def _is_word(word: str) -> bool:
    return word.replace(".", "").isalpha()


def _last_longer(scene: Scene) -> dict[int, int]:
    """Number of words → the last line with more, of those that are left down to the first paragraph; -1: none."""
    blanks = [block.text.count(" ") for block in scene.blocks[: scene.first_prose + 1]]
    left = [i for i in range(len(blanks)) if i not in scene.marks]
    return {words: max([i for i in left if blanks[i] >= words], default=-1) for words in _WORDS}
