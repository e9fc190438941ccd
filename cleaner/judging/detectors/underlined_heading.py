"""Headings underlined with a row of signs: the mark of a text that somebody wrote, never of a scraped page's menu.

keep | Download
keep | --------
"""

from collections.abc import Iterator

from cleaner.document import Action, Verdict
from cleaner.judging.scene import Scene

WHY = "A heading with a row of signs of its own length below it: written so on purpose."
_SIGNS = frozenset("-=~^*#_")


def find(scene: Scene) -> Iterator[Verdict]:
    """One exception for each such pair of lines."""
    for i in [i for i, bare in scene.bares.items() if not bare and i]:
        above, below = scene.blocks[i - 1], scene.blocks[i]
        text = below.text
        is_row = text[0] in _SIGNS and len(text) > 2 and text == text[0] * len(text)
        if is_row and above.line == below.line - 1 and abs(len(above.text) - len(text)) <= 1:
            yield Verdict("underlined-heading", "chrome", WHY, i - 1, i + 1, Action.KEEP)
